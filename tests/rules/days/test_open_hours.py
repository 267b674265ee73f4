"""Minutes of the school's hours: nights, weekends, INSET days and holidays do not count."""

from datetime import UTC, date, datetime

import pytest
from cast import a_school

from letterladder.ground.moments import LONDON
from letterladder.rules.days.calendar import Calendar, Term
from letterladder.rules.days.open_hours import open_minutes_after


def local(text: str) -> datetime:
    """A moment in England."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("expected", "start", "minutes"),
    [
        ("2026-11-09 12:00", "2026-11-09 10:00", 120),
        ("2026-11-09 18:00", "2026-11-09 16:00", 120),
        ("2026-11-10 08:30", "2026-11-09 17:30", 120),
        ("2026-11-09 09:00", "2026-11-09 03:00", 120),
        ("2026-11-10 09:00", "2026-11-09 22:00", 120),
        ("2026-11-16 08:30", "2026-11-13 17:30", 120),
        ("2026-11-16 09:00", "2026-11-14 12:00", 120),
        ("2026-11-16 09:00", "2026-11-13 18:00", 120),
        ("2026-11-16 07:01", "2026-11-13 18:00", 1),
        ("2026-11-11 07:30", "2026-11-09 07:00", 2 * 11 * 60 + 30),
    ],
)
def test_only_open_minutes_count(expected: str, start: str, minutes: int) -> None:
    """From seven to six on school days."""
    found = open_minutes_after(a_school().calendar, local(start), minutes, from_hour=7, to_hour=18)
    assert found.astimezone(LONDON) == local(expected)


def test_a_holiday_is_left_out() -> None:
    """The next minute after the last school day is one of the first day of the next term."""
    terms = (
        Term(first=date(2026, 9, 1), last=date(2026, 10, 23)),
        Term(first=date(2026, 11, 2), last=date(2026, 12, 18)),
    )
    calendar = Calendar(
        terms=terms, bank_holidays={}, covered_until=date(2026, 12, 31), inset=frozenset({date(2026, 11, 2)})
    )
    found = open_minutes_after(calendar, local("2026-10-23 17:00"), 90, from_hour=7, to_hour=18)
    assert found.astimezone(LONDON) == local("2026-11-03 07:30")


def test_past_the_end_of_the_calendar_every_minute_counts() -> None:
    """Nobody knows the days: better told too early than never."""
    start = datetime(2040, 1, 1, 3, 0, tzinfo=UTC)
    found = open_minutes_after(a_school().calendar, start, 60, from_hour=7, to_hour=18)
    assert found == datetime(2040, 1, 1, 4, 0, tzinfo=UTC)


def test_a_day_may_be_open_until_midnight() -> None:
    """24 is the end of that day."""
    found = open_minutes_after(a_school().calendar, local("2026-11-09 23:30"), 30, from_hour=0, to_hour=24)
    assert found.astimezone(LONDON) == local("2026-11-10 00:00")
