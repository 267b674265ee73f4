"""What may not break over two lines: dates, times, names, amounts, phone numbers get no-break spaces."""

import re
from functools import lru_cache

from ...ground.capitals import CAPITALS
from ...ground.english import MONTHS, WEEKDAYS

NO_BREAK_SPACE = "\u00a0"
LONGEST = 40
"""Characters that may be kept on one line; what is longer would stand over the edge of a narrow column."""

_TITLES = "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Revd|Canon|Father|Sister|Sir|Dame|Lord|Lady|PC|DC|Sgt"
_PARTICLES = "af|al|ap|bin|da|de|del|della|den|der|di|dos|du|el|ibn|la|le|ten|ter|van|von|y|zu"
_WORD = r"[^\W\d_][\w'’.-]*"
_DAY = rf"\d{{1,2}}(?:st|nd|rd|th)? (?:{'|'.join(MONTHS)})"
_UNITS = "days?|weeks?|months?|years?|hours?|minutes?|pupils?|pence|pounds"
_WHOLE = (
    rf"(?:(?:{'|'.join(WEEKDAYS)}),? )?{_DAY}(?:,? \d{{4}})?",
    rf"(?:{'|'.join(MONTHS)}) \d{{4}}",
    r"\d{1,2}(?:[.:]\d\d)? (?:am|pm|noon|midnight)\b",
    rf"£?(?<![\d,.])\d[\d,.]{{0,15}} (?:(?:school|working|calendar|million) )?(?:{_UNITS})\b",
    r"£\d[\d,.]{0,15} (?:million|billion)\b",
    r"\b0\d{2,4}(?: \d{3,6}){1,2}\b|\+44(?: \(?\d+\)?){1,4}",
    r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b",
    r"\b(?:[Yy]ear|[Cc]lass|[Rr]oom|[Ss]ection|[Ll]evel|[Vv]ersion|[Pp]age|[Pp]art) \d[\w.]*",
    rf"\b(?:{_TITLES})\.? [{CAPITALS}][\w'’.-]*(?: [{CAPITALS}][\w'’-]*)?",
)
_PATTERN = re.compile("|".join(f"(?:{one})" for one in _WHOLE))
_PLACE = re.compile(r"\[[^\[\]]*\]")
_ANY_DATE = re.compile(r"(?:[^\W\d][^\d]{0,24} )?\d{1,2}\.? [^\d]{2,24} \d{4}[^\w]{0,2}")
_NAME = re.compile(rf"(?:(?:{_TITLES})\.? )?{_WORD}(?: {_WORD}){{1,4}}")
_NAME_WORD = re.compile(rf"[{CAPITALS}'’]|(?:{_PARTICLES})$")


def unbroken(text: str, wholes: frozenset[str] = frozenset()) -> str:
    """The text, as long as before, with a no-break space for each space that must not end a line.

    Words in square brackets stay as they are: they hold the place of a date that is still to come.

    Args:
        text: one line or paragraph.
        wholes: what must not break besides what is found by its form; see `wholes_in`.
    """
    if " " not in text:
        return text
    searched = _PLACE.sub(lambda found: "[" * len(found[0]), text)
    signs = list(text)
    spans = [*_by_form(searched)]
    if any(one in searched for one in wholes):
        spans += [found.span() for found in _any_of(wholes).finditer(searched)]
    for start, end in spans:
        signs[start:end] = _kept(text[start:end])
    return "".join(signs)


@lru_cache(maxsize=1024)
def _by_form(text: str) -> tuple[tuple[int, int], ...]:
    """Where dates, amounts and the like are; most lines of a letter are in the next one, too."""
    return tuple(found.span() for found in _PATTERN.finditer(text))


def unbroken_date(text: str) -> str:
    """A day in whatever language, as it is put into its place."""
    return _kept(text) if is_date(text) else unbroken(text)


def wholes_in(value: object) -> set[str]:
    """The names, and the days in whatever language, among the values of a letter's fields; no role is a name."""
    if isinstance(value, dict):
        parts = (part for field, part in value.items() if not field.endswith("_role"))
        return {one for part in parts for one in wholes_in(part)}
    if isinstance(value, list | tuple):
        return {one for part in value for one in wholes_in(part)}
    if not isinstance(value, str):
        return set()
    return (
        {value} if is_date(value) else {name for name in (value.partition(",")[0].strip(),) if _is_name(name)}
    )


def is_date(text: str) -> bool:
    """Whether a text is a whole day and nothing else, as any of our languages prints it."""
    return len(text) <= LONGEST and bool(_ANY_DATE.fullmatch(text))


def _is_name(text: str) -> bool:
    """Two to five words with a capital each, the particles of names apart."""
    return bool(_NAME.fullmatch(text)) and all(_NAME_WORD.match(word) for word in text.split())


@lru_cache(maxsize=64)
def _any_of(wholes: frozenset[str]) -> re.Pattern[str]:
    """Finds each of these, the longest first; a line may still break at the hyphen of a name."""
    known = [one for one in wholes if one and max(map(len, one.split("-"))) <= LONGEST]
    return re.compile("|".join(map(re.escape, sorted(known, key=lambda one: (-len(one), one)))) or "(?!)")


def _kept(text: str) -> str:
    return text.replace(" ", NO_BREAK_SPACE)
