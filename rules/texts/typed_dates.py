"""A day as somebody types it into a form: "12/11", "12 Nov", "Thursday", "yesterday"."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from ...ground.english import MONTHS, WEEKDAYS, uk_date

EXAMPLES = "Type a day, for example 12/11, 12 Nov, Thursday or yesterday."

_NEAR = {
    "today": 0,
    "now": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")
_FILLING = re.compile(r"\b(of|the|on)\b|,")
_WEEKDAY = re.compile(r"(?:(last|this|next) )?(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?(?: |$)")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_SHAPES = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4}|\d\d))?"),
    re.compile(rf"(?P<day>\d{{1,2}})[ -]?(?P<month>{_MONTH})\.?(?:[ -](?P<year>\d{{4}}|\d\d))?"),
    re.compile(rf"(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?: (?P<year>\d{{4}}))?"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedDay:
    """The day that was meant; or None, with the reason in `doubt`."""

    day: date | None = None
    doubt: str = ""


def typed_day(text: str, today: date, *, ahead: bool = False) -> TypedDay:
    """The day that somebody typed, day before month; one without its year is the nearest such day.

    Args:
        text: as typed.
        today: from which "yesterday", a weekday and a day without its year are counted.
        ahead: whether a weekday alone is one to come; else it is the last one that was, today among them.
    """
    words = " ".join(_FILLING.sub(" ", _ORDINAL.sub("", text.casefold())).split())
    if words in _NEAR:
        return TypedDay(day=today + timedelta(days=_NEAR[words]))
    named = _WEEKDAY.match(words)
    rest = words[named.end() :] if named else words
    if named and not rest:
        return TypedDay(day=_of_weekday(named, today, ahead=ahead))
    day = _written(rest, today)
    if day is None:
        return TypedDay(doubt=f"'{text.strip()}' is not a day. {EXAMPLES}" if words else EXAMPLES)
    if named and _number(named) != day.weekday():
        return TypedDay(doubt=f"'{text.strip()}' does not fit: that day is {uk_date(day)}.")
    return TypedDay(day=day)


def _number(named: re.Match[str]) -> int:
    return next(number for number, one in enumerate(WEEKDAYS) if one.casefold().startswith(named[2]))


def _of_weekday(named: re.Match[str], today: date, *, ahead: bool) -> date:
    """The weekday that is nearest on its side of today; "last" and "next" leave today out."""
    ahead = named[1] == "next" or (ahead and named[1] != "last")
    first = today + timedelta(days=1) if named[1] == "next" else today
    first = today - timedelta(days=1) if named[1] == "last" else first
    away = (_number(named) - first.weekday()) % 7 if ahead else -((first.weekday() - _number(named)) % 7)
    return first + timedelta(days=away)


def _written(words: str, today: date) -> date | None:
    """The day as written. No library guesses: one would read 11/13 as the 13th of November, and 32 Nov as of 1932."""
    found = next((match for shape in _SHAPES if (match := shape.fullmatch(words))), None)
    if found is None:
        return None
    month = int(found["month"]) if found["month"].isdigit() else _month(found["month"])
    told = found["year"]
    near = (today.year, today.year - 1, today.year + 1)
    years = (int(told) + (2000 if len(told) == 2 else 0),) if told else near
    return min(_made(years, month, int(found["day"])), key=lambda day: abs(day - today), default=None)


def _month(words: str) -> int:
    return next(number for number, one in enumerate(MONTHS, start=1) if one.casefold().startswith(words[:3]))


def _made(years: tuple[int, ...], month: int, day: int) -> Iterator[date]:
    """The day in each of these years that has it."""
    for year in years:
        with suppress(ValueError):
            yield date(year, month, day)
