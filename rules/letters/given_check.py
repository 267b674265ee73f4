"""Whether fields that a person types can go into a letter: the name is one of its own, the value fits its type."""

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches

from ...ground.errors import Problem
from ..cases.case import LANGUAGE
from ..cases.more_time import FIELD as MORE_TIME
from ..policies.letters import Letters
from ..policies.policy import Step
from .end_words import ENDS_ON, doubt_about_end
from .field_values import doubt, wanted
from .letter_fields import is_reckoned


def fields_to_give(letters: Letters, step: Step, printed: Iterable[str]) -> list[str]:
    """The names that a person may supply for this letter: what it prints, its dates, and what the rules ask for.

    Args:
        letters: what each letter and each field is.
        step: the step of the policy that sends the letter.
        printed: the fields of its Word file.
    """
    asked = {*printed, *step.also, *step.needs, *step.always_needs, *for_every_letter(step)}
    return sorted(name for name in asked if not is_reckoned(letters, step, name))


def for_every_letter(step: Step) -> tuple[str, ...]:
    """What a person may say of the adult with any letter, and which then holds for all letters of the case."""
    return () if step.is_sheet else (LANGUAGE,)


def wrong_fields(
    letters: Letters, step: Step, fields: Mapping[str, str], *, printed: Iterable[str], today: date
) -> list[Problem]:
    """What is wrong with these fields for this letter; an empty value takes back what was given before."""
    names, found = fields_to_give(letters, step, printed), []
    for name, text in fields.items():
        if is_reckoned(letters, step, name):
            source = letters.field(name).comes_from or "who decides on the review and signs it"
            what = f"{name} cannot be typed in: it comes from {source}."
            found.append(_problem(step, name, what, "Correct it there, and leave it out here."))
        elif name not in names:
            what = f"{step.record.name if step.record else step.name} ({step.id}) has no field '{name}'."
            found.append(_problem(step, name, what, _names_to_give(letters, name, names)))
        elif text.strip() and (what := _doubt(letters, step, name, text=text, today=today)):
            found.append(_problem(step, name, what, f"What it takes: {wanted(letters.field(name))}."))
    return found


def _doubt(letters: Letters, step: Step, name: str, *, text: str, today: date) -> str:
    """What the field's type says; the dates of a clock, and more time, are looked at where they are calculated."""
    if name in step.also or name == MORE_TIME:
        return ""
    if name == ENDS_ON and step.ends_by_event:
        return doubt_about_end(text, today)
    return doubt(letters.field(name), text, today)


def _names_to_give(letters: Letters, name: str, names: list[str]) -> str:
    """All names with their help, those most like the typed one first."""
    near = get_close_matches(name, names, n=3, cutoff=0.5)
    hint = f"Did you mean {near[0]}? " if near else ""
    ordered = [
        *near,
        *sorted((one for one in names if one not in near), key=lambda one: one not in letters.fields),
    ]
    return f"{hint}Its fields:" + "".join(f"\n     {wanted(letters.field(one))}" for one in ordered)


def _problem(step: Step, name: str, what: str, what_to_do: str) -> Problem:
    return Problem(where=f"{step.id}, {name or '(no name)'}", what=what, what_to_do=what_to_do)
