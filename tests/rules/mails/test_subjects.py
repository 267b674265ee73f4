from datetime import date, timedelta

import pytest

from letterladder.rules.mails.subjects import by_day, named_day, on_day

THURSDAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "by Friday"),
        (6, "by Wednesday"),
        (7, "by Thursday 19 November"),
        (60, "by Monday 11 January"),
        (-1, "by Wednesday 11 November"),
    ],
)
def test_a_day_is_said_as_briefly_as_it_is_clear(days: int, said: str) -> None:
    """A weekday alone is one of the next six days, never one that has passed."""
    assert by_day(THURSDAY + timedelta(days=days), THURSDAY) == said


def test_on_a_day_and_since_a_day() -> None:
    """As in "post a letter on Friday" and "overdue since Monday 9 November"."""
    assert on_day(THURSDAY, THURSDAY) == "today"
    assert on_day(date(2026, 11, 13), THURSDAY) == "on Friday"
    assert named_day(date(2026, 11, 9), THURSDAY) == "Monday 9 November"
