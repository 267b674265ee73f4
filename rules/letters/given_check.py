"""Whether fields that a person types can go into a letter: the name is one of its own, the value can be printed."""

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches

from ...ground.errors import Problem
from ..cases.gates import NEEDED
from ..days.day_fields import DAYS, doubt_about_day
from ..policies.policy import Step
from .field_help import FIELD_HELP, wanted
from .letter_fields import RECKONED, is_reckoned
from .letter_names import LETTER_NAMES, TABLES

FROM: Mapping[str, str] = {
    "ref": "the number of the case",
    "adult_name": "people.csv",
    "salutation": "people.csv",
    "addressee_lines": "people.csv",
    "letter_date": "the day of drafting and the calendar",
    "answer_by": "the days that the policy gives, and the calendar",
    "posting_method": "[posting] in school.toml and how this letter can go",
    "history": "the log of the case",
    **dict.fromkeys(("school_name", "school_address", "school_phone", "school_email"), "school.toml"),
    **dict.fromkeys(("school_website", "school_footer", "logo", "signature"), "school.toml"),
    **dict.fromkeys(("signer_name", "signer_role"), "the policy's signer and school.toml"),
    **dict.fromkeys(("s547_withdrawal", "s547_offence", "s547_who_acts", "s547_breach"), "the legal facts"),
}
"""Fields that nobody types, and where each comes from."""


def fields_to_give(step: Step, printed: Iterable[str]) -> list[str]:
    """The names that a person may supply for this letter: what it prints, its dates, and what the rules ask for.

    Args:
        step: the step of the policy that sends the letter.
        printed: the fields of its Word file.
    """
    asked = {*printed, *step.also, *step.needs, *NEEDED.get(step.id, ())}
    return sorted(name for name in asked if name not in FROM and not is_reckoned(step, name))


def wrong_fields(
    step: Step, fields: Mapping[str, str], *, printed: Iterable[str], today: date
) -> list[Problem]:
    """What is wrong with these fields for this letter; an empty value takes back what was given before."""
    names, found = fields_to_give(step, printed), []
    for name, text in fields.items():
        if name in FROM or is_reckoned(step, name):
            source = FROM.get(
                name, "the case" if name in RECKONED else "who decides on the review and signs it"
            )
            what = f"{name} is not typed: it comes from {source}."
            found.append(_problem(step, name, what, "Put it right there, and leave it out here."))
        elif name not in names:
            what = f"{LETTER_NAMES.get(step.id, step.name)} ({step.id}) has no field '{name}'."
            found.append(_problem(step, name, what, _names_to_give(name, names)))
        elif text.strip() and (what := _doubt(name, text, today)):
            found.append(_problem(step, name, what, f"What it takes: {wanted(name)}."))
    return found


def _doubt(name: str, text: str, today: date) -> str:
    if name in TABLES and not all(_is_pair(part) for part in text.split(";") if part.strip()):
        first, second = TABLES[name]
        return f"'{text}' is no list of pairs: {first} => {second}; {first} => {second}."
    return doubt_about_day(name, text, today) if name in DAYS else ""


def _is_pair(part: str) -> bool:
    one, arrow, other = part.partition("=>")
    return bool(arrow and one.strip() and other.strip())


def _names_to_give(name: str, names: list[str]) -> str:
    """All names with their help, those most like the typed one first."""
    near = get_close_matches(name, names, n=3, cutoff=0.5)
    hint = f"Did you mean {near[0]}? " if near else ""
    ordered = [
        *near,
        *sorted((one for one in names if one not in near), key=lambda one: one not in FIELD_HELP),
    ]
    return f"{hint}Its fields:" + "".join(f"\n     {wanted(one)}" for one in ordered)


def _problem(step: Step, name: str, what: str, what_to_do: str) -> Problem:
    return Problem(where=f"{step.id}, {name or '(no name)'}", what=what, what_to_do=what_to_do)
