"""The words that a letter needs from a person, as fields of a form: what is missing first, what may be said last."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...ground.errors import Problem
from ...ground.values import replace
from ...rules.cases.case import Case
from ...rules.letters.given_check import for_every_letter
from ...rules.policies.letters import LISTS, Field
from ...rules.words import FieldType
from ...workflows.office import Office
from .plain_words import plain

LINES = LISTS | {FieldType.PAIRS, FieldType.PERSON}
"""Types that are typed one to a line; the letter has semicolons between them."""

LONG = LINES | {FieldType.WORDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One field: its name, what it is called, what it wants, how it is typed, what it holds, what is wrong with it.

    `says` is what the letter says there now, of itself.
    """

    name: str
    label: str
    hint: str
    kind: str
    value: str
    says: str = ""
    choices: tuple[str, ...] = ()
    fault: str = ""
    needed: bool = False


def names_of(office: Office, letter: str, needed: Iterable[str]) -> list[str]:
    """The fields that a person may fill in: what is needed first, then what else the Word file prints."""
    letters = office.school.policy.letters
    printed = sorted(office.word.fields_of(office.template(letter)))
    free = [name for name in printed if not letters.field(name).comes_from]
    step = office.school.policy.steps.get(letter)
    return [*dict.fromkeys([*needed, *free, *(for_every_letter(step) if step else ())])]


def wanted(
    office: Office,
    letter: str,
    values: Mapping[str, str],
    *,
    needed: Iterable[str],
    says: Mapping[str, str],
    problems: Iterable[Problem] = (),
) -> list[Wanted]:
    """The fields of the form, those that are needed first."""
    must = tuple(dict.fromkeys(needed))
    faults = list(problems)
    letters = office.school.policy.letters
    return [
        replace(
            _wanted(letters.field(name), values.get(name, ""), faults),
            needed=name in must,
            says="" if values.get(name) else says.get(name, ""),
        )
        for name in names_of(office, letter, must)
    ]


def _wanted(field: Field, value: str, faults: list[Problem]) -> Wanted:
    fault = next((one.what for one in faults if field.name in one.where.replace(",", " ").split()), "")
    hint = plain(field.help)
    kind = "choice" if field.type is FieldType.CHOICE else "long" if field.type in LONG else "line"
    if field.type in LINES:
        hint = f"{hint.replace(', separated by semicolons', '')}, one to a line"
        value = "\n".join(part.strip() for part in value.split(";"))
    if field.type is FieldType.PAIRS:
        hint += f", as {field.parts[0]} => {field.parts[1]}"
    label = field.name.replace("_", " ")
    return Wanted(
        name=field.name,
        label=label[:1].upper() + label[1:],
        hint=hint[:1].upper() + hint[1:],
        kind=kind,
        value=value,
        choices=field.choices,
        fault=fault,
    )


def typed_fields(office: Office, letter: str, form: Mapping[str, str]) -> dict[str, str]:
    """What was typed, as the letter wants it: lines become parts with semicolons between them."""
    letters = office.school.policy.letters
    found: dict[str, str] = {}
    for name in names_of(office, letter, ()):
        if f"field-{name}" in form:
            text = form[f"field-{name}"].strip()
            if letters.field(name).type in LINES:
                text = "; ".join(part.strip().rstrip(";") for part in text.splitlines() if part.strip())
            found[name] = text
    return found


def news(case: Case, office: Office, letter: str, typed: Mapping[str, str]) -> dict[str, str]:
    """Those of the typed words that the case does not have yet."""
    known = case.given(letter, office.school.policy.letters)
    return {name: text for name, text in typed.items() if text and known.get(name, "") != text}
