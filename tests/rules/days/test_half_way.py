"""A bar is reviewed in its middle, and early enough before its end."""

from datetime import date

import pytest
from calendars import school_calendar

from letterladder.rules.days.half_way import half_way, open_day

START = date(2026, 11, 10)


@pytest.mark.parametrize(
    ("expected", "end", "weeks"),
    [
        (
            date(2027, 1, 4),
            date(2027, 3, 1),
            4,
        ),  # 111 days: the middle is more than four weeks before the end
        (
            date(2026, 12, 1),
            date(2026, 12, 29),
            4,
        ),  # 49 days: four weeks before the end come before the middle
        (date(2026, 12, 4), date(2026, 12, 29), 0),  # the policy names no weeks
        (date(2026, 11, 22), date(2026, 12, 5), 4),  # 25 days: no four weeks are left, so its middle
        (date(2026, 11, 25), date(2026, 12, 11), 4),  # 31 days: three days after the start would be no review
    ],
)
def test_the_middle_or_some_weeks_before_the_end(expected: date, end: date, weeks: int) -> None:
    """Whichever is earlier, where the measure is long enough for it."""
    assert half_way(START, end, weeks_before_end=weeks) == expected


def test_a_review_falls_on_a_school_day_before() -> None:
    """In a holiday nobody reviews: it is earlier, never later; and never before the measure begins."""
    calendar = school_calendar()
    sunday = date(2026, 11, 22)
    assert open_day(calendar, sunday, after=START) == date(2026, 11, 20)
    assert open_day(calendar, sunday, after=date(2026, 11, 20)) == sunday
