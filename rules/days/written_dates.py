"""The days that a letter names, however a person types them: "Thursday 12 November 2026", "12th Nov", "12/11/26"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b,?\s+(?:the\s+)?)?"
_WRITTEN = re.compile(
    rf"\b{_WEEKDAY}(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+(?P<year>\d{{4}}|\d\d)\b)?"
    rf"|(?P<month2>{_MONTH})\s+(?:the\s+)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year2>\d{{4}})\b)?"
    r"|(?P<day3>\d{1,2})[./-](?P<month3>\d{1,2})[./-](?P<year3>\d{4}|\d\d)\b"
    r"|(?P<year4>\d{4})-(?P<month4>\d\d)-(?P<day4>\d\d)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSeen:
    """A day as written. `fits` is False where the weekday beside it is another day's."""

    day: date
    written: str
    start: int
    end: int
    fits: bool = True


def dates_in(text: str, near: date) -> Iterator[DateSeen]:
    """The days named in a text, day before month; one without a year is the nearest such day to `near`."""
    for found in _WRITTEN.finditer(text):
        day = _day(found, near)
        if day is not None:
            weekday = (found["weekday"] or "").casefold()[:3]
            yield DateSeen(
                day=day,
                written=" ".join(found.group().split()),
                start=found.start(),
                end=found.end(),
                fits=not weekday or WEEKDAYS[day.weekday()] == weekday,
            )


def _day(found: re.Match[str], near: date) -> date | None:
    number = int(found["day"] or found["day2"] or found["day3"] or found["day4"])
    named = found["month"] or found["month2"]
    month = MONTHS.index(named[:3].casefold()) + 1 if named else int(found["month3"] or found["month4"])
    told = found["year"] or found["year2"] or found["year3"] or found["year4"]
    if told:
        return _made(int(told) + (2000 if len(told) == 2 else 0), month, number)
    made = (_made(near.year + step, month, number) for step in (-1, 0, 1))
    return min((day for day in made if day), key=lambda day: abs(day - near), default=None)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
