"""What a person may type for a field of a letter, by its type: whether it can stand, and the value a letter prints."""

import re
from collections.abc import Mapping
from datetime import date

from ...ground.english import sentence, uk_date
from ...ground.tongues import language_code
from ..days.day_fields import About, as_printed, doubt_about_day
from ..policies.letters import LISTS, Field, Letters
from ..policies.policy import Step
from ..words import FieldType

DAYS: Mapping[FieldType, About] = {
    FieldType.DAY: About(names_a_day=True),
    FieldType.PAST_DAY: About(names_a_day=True, past=True),
    FieldType.FUTURE_DAY: About(names_a_day=True, future=True),
    FieldType.PAST_TIME: About(past=True),
    FieldType.FUTURE_TIME: About(future=True),
    FieldType.FUTURE_TIMES: About(future=True),
}
"""What a text of each of these types says of days: a post may be known by its month alone, a visit may not."""

TO_COME = frozenset(type_ for type_, about in DAYS.items() if about.future)
"""Types of fields that hold a day that is still ahead."""

MOST_LINES, WIDEST_LINE = 7, 60
"""What the window of a DL envelope shows of an address: lines, and characters in a line."""

_MONEY = re.compile(r"£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?")


def wanted(field: Field) -> str:
    """One line for the office: the field's name, what to supply, and how where its type asks for a form."""
    told = "; ".join(part for part in (field.help, _form(field)) if part)
    return f"{field.name} ({told})" if told else field.name


def doubt(field: Field, text: str, today: date) -> str:
    """Why this text cannot be in the field; "" where nothing speaks against it."""
    match field.type:
        case FieldType.PAIRS:
            return _doubt_about_pairs(field, text)
        case FieldType.MONEY:
            return "" if _MONEY.fullmatch(text.strip()) else f"'{text}' is not an amount of money."
        case FieldType.CHOICE:
            return "" if _chosen(field, text) else f"'{text}' is none of: {', '.join(field.choices)}."
        case FieldType.LANGUAGE:
            return "" if language_code(text) else f"'{text}' is no language that we know."
        case FieldType.ADDRESS:
            return _doubt_about_lines(_listed(text), least=1)
        case FieldType.PERSON:
            return _doubt_about_lines(_listed(text), least=3)
        case FieldType.PICTURE:
            return "A picture is not typed."
    about = DAYS.get(field.type)
    return doubt_about_day(text, today, about) if about else ""


def gone_by(
    step: Step, letters: Letters, printed: Mapping[str, object], dated: date
) -> tuple[str, str] | None:
    """The first field that promises a day to come which is over on the day of the letter, and that in words.

    Args:
        step: the step that sends the letter.
        letters: what each field is.
        printed: the fields of its Word file, as it would print them.
        dated: the day on the letter. The dates of a clock are counted from it, so they are always later.
    """
    for name in sorted(printed.keys() - step.also.keys()):
        field, value = letters.field(name), printed[name]
        texts = value if isinstance(value, list) else [value]
        for text in texts if field.type in TO_COME else ():
            if isinstance(text, str) and text.strip() and (what := doubt(field, text, dated)):
                return name, f"The letter would be dated {uk_date(dated)}. {name}: {what}"
    return None


def value_of(field: Field, text: str) -> object:
    """What the letter prints for a text that can be there: lists split at semicolons and pairs at "=>"."""
    if field.type in LISTS:
        return _listed(text)
    match field.type:
        case FieldType.PAIRS:
            first, second = field.parts
            said = sentence if field.sentences else str.strip
            halves = (part.partition("=>") for part in _listed(text))
            return [{first: said(one), second: said(other)} for one, _, other in halves]
        case FieldType.PERSON:
            name, *lines = _listed(text) or [""]
            return {"name": name, "lines": lines}
        case FieldType.MONEY:
            return _amount(text)
        case FieldType.CHOICE:
            return _chosen(field, text) or text.strip()
    return as_printed(text) if field.type in DAYS else text.strip()


def nothing(field: Field) -> object:
    """What a letter gets for a field that may be left out."""
    return [] if field.is_many else ""


def _form(field: Field) -> str:
    """How a text of this type is written, where its help cannot know."""
    match field.type:
        case FieldType.MONEY:
            return "an amount such as £12.50"
        case FieldType.CHOICE:
            return f"one of: {', '.join(field.choices)}"
        case FieldType.LANGUAGE:
            return "its name or BCP 47 code: Welsh, pl"
        case FieldType.PERSON:
            return "name; address line; address line, separated by semicolons"
    return ""


def _doubt_about_pairs(field: Field, text: str) -> str:
    if all(_is_pair(part) for part in text.split(";") if part.strip()):
        return ""
    first, second = field.parts
    return f"'{text}' is not a list of pairs: {first} => {second}; {first} => {second}."


def _is_pair(part: str) -> bool:
    one, arrow, other = part.partition("=>")
    return bool(arrow and one.strip() and other.strip())


def _doubt_about_lines(lines: list[str], *, least: int) -> str:
    if len(lines) < least:
        return "A name and at least two lines of the address are needed, separated by semicolons."
    if len(lines) > MOST_LINES:
        return f"An address has {MOST_LINES} lines at most; this one has {len(lines)}."
    wide = next((line for line in lines if len(line) > WIDEST_LINE), "")
    return f"'{wide}' is longer than the {WIDEST_LINE} characters of an address line." if wide else ""


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _chosen(field: Field, text: str) -> str:
    wanted = text.strip().casefold()
    return next((one for one in field.choices if one.casefold() == wanted), "")


def _amount(text: str) -> str:
    """The amount as £1,250.00, however it was typed; a text in an old log that is not an amount as it stands."""
    found = _MONEY.fullmatch(text.strip())
    if found is None:
        return text.strip()
    pounds = int(found[1].replace(",", ""))
    return f"£{pounds:,}.{found[2]}" if found[2] else f"£{pounds:,}"
