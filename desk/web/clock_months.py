"""The clock of a letter as a calendar: each day counted or skipped, in months, so that anybody can count it again."""

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...ground.english import MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of a month: which it is of those counted (0: none), why it is skipped, and whether the count ends there.

    `day` is None in the empty places before the first and after the last of a month.
    """

    day: date | None = None
    number: int = 0
    skipped: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """One month as weeks from Monday to Sunday."""

    title: str
    weeks: tuple[tuple[Day, ...], ...]


def months_of(clock: Mapping[str, Any]) -> list[Month]:
    """The months from the day on which the letter counts as received to the last day for an answer.

    Args:
        clock: as `clock_view` of desk/listings.py makes it.
    """
    numbers = {day: place for place, day in enumerate(clock["counted"], start=1)}
    skipped = {one["day"]: str(one["why"]) for one in clock["skipped"]}
    first, last = clock["received_on"], clock["answer_by"]
    if first is None or not numbers:
        return []
    marks = {first: "counts as received", last: "last day for an answer"}
    return [
        Month(
            title=f"{MONTHS[month - 1]} {year}",
            weeks=tuple(
                tuple(
                    Day(
                        day=one,
                        number=numbers.get(one, 0),
                        skipped=skipped.get(one, ""),
                        mark=marks.get(one, ""),
                    )
                    if one.month == month
                    else Day()
                    for one in week
                )
                for week in calendar.Calendar().monthdatescalendar(year, month)
            ),
        )
        for year, month in _months(first, max(last, *numbers))
    ]


def _months(first: date, last: date) -> Iterator[tuple[int, int]]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield year, month
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
