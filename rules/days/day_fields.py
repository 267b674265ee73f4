"""Days in the words that people type for a letter: found, checked against the calendar, and written as letters do."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ...ground.english import uk_date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+(?:the\s+)?)?"
_LONG = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
_MONTH = rf"({_LONG}|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
_WORDS = re.compile(rf"{_WEEKDAY}\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+(\d{{4}}))?", re.I)
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_SLASHES = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")


class About(Struct, frozen=True, kw_only=True):
    """What a text should say of a day: that it names one, one that has been, or one that is to come; today is both."""

    names_a_day: bool = False
    past: bool = False
    future: bool = False


class Found(Struct, frozen=True, kw_only=True):
    """A day in a text: as typed, the day (None: the calendar has none such), and the weekday that was named."""

    typed: str
    day: date | None
    weekday: str = ""


def days_in(text: str, today: date) -> Iterator[Found]:
    """The days that a text names: 2026-12-18, 18/12/2026, "Friday 18 December" (of the year nearest to `today`)."""
    for match in _ISO.finditer(text):
        yield Found(typed=match[0], day=_day(int(match[1]), int(match[2]), int(match[3])))
    for match in _SLASHES.finditer(text):
        yield Found(typed=match[0], day=_day(int(match[3]), int(match[2]), int(match[1])))
    for match in _WORDS.finditer(text):
        month = MONTHS.index(match[3].lower()[:3]) + 1
        years = (int(match[4]),) if match[4] else (today.year, today.year - 1, today.year + 1)
        days = [one for year in years if (one := _day(year, month, int(match[2])))]
        nearest = min(days, key=lambda one: abs(one - today), default=None)
        yield Found(typed=match[0].strip(), day=nearest, weekday=(match[1] or "").lower()[:3])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def doubt_about_day(text: str, today: date, about: About) -> str:
    """Why this text cannot be where such a day is needed; "" where nothing speaks against it."""
    found = list(days_in(text, today))
    if not found and about.names_a_day:
        return f"'{text}' does not name a day."
    for one in found:
        if one.day is None:
            return f"There is no {one.typed}."
        if one.weekday and WEEKDAYS[one.day.weekday()] != one.weekday:
            return f"{one.typed} is not right: that day is {uk_date(one.day)}."
        if about.past and one.day > today:
            return f"{uk_date(one.day)} has not come yet."
        if about.future and one.day < today:
            return f"{uk_date(one.day)} has passed."
    return ""


def as_printed(text: str) -> str:
    """A day that was typed as 2026-12-18 or 18/12/2026 in the words of a letter; anything else as it was typed."""
    plain = text.strip()
    if not (_ISO.fullmatch(plain) or _SLASHES.fullmatch(plain)):
        return plain
    day = next(days_in(plain, date.min)).day
    return uk_date(day) if day else plain
