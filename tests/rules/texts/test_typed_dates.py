"""Days as people type them into a form."""

from datetime import date

import pytest

from letterladder.rules.texts.typed_dates import typed_day

THURSDAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", date(2026, 11, 12)),
        (" Yesterday ", date(2026, 11, 11)),
        ("the day before yesterday", date(2026, 11, 10)),
        ("tomorrow", date(2026, 11, 13)),
        ("12/11", date(2026, 11, 12)),
        ("3/11", date(2026, 11, 3)),
        ("03.11.26", date(2026, 11, 3)),
        ("3-11-2026", date(2026, 11, 3)),
        ("2026-11-03", date(2026, 11, 3)),
        ("12 Nov", date(2026, 11, 12)),
        ("12th of November", date(2026, 11, 12)),
        ("12nov", date(2026, 11, 12)),
        ("November 12th, 2026", date(2026, 11, 12)),
        ("Sept 8", date(2026, 9, 8)),
        ("Thursday 12 November 2026", date(2026, 11, 12)),
        ("Thursday, the 12th of November", date(2026, 11, 12)),
        ("Thursday", date(2026, 11, 12)),
        ("on Monday", date(2026, 11, 9)),
        ("Fri", date(2026, 11, 6)),
        ("last Thursday", date(2026, 11, 5)),
        ("next thurs", date(2026, 11, 19)),
        ("2 Jan", date(2027, 1, 2)),
        ("29 Feb 2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_an_english_office_types_it(typed: str, meant: date) -> None:
    """Day before month; without a year, the nearest such day; a weekday alone is the last one that was."""
    assert typed_day(typed, THURSDAY).day == meant


def test_a_weekday_to_come_is_the_next_one() -> None:
    """Where a form asks for a day ahead, "Monday" is the coming one, and "last Monday" still is not."""
    assert typed_day("Monday", THURSDAY, ahead=True).day == date(2026, 11, 16)
    assert typed_day("last Monday", THURSDAY, ahead=True).day == date(2026, 11, 9)


@pytest.mark.parametrize(
    "typed", ["", "soon", "31/11", "32 Nov", "12", "11/13", "29 Feb 2027", "1e9", "12/11/2026/3"]
)
def test_what_is_no_day_is_said_to_be_none(typed: str) -> None:
    """Nothing is guessed; what to type is said."""
    found = typed_day(typed, THURSDAY)
    assert found.day is None
    assert "12/11" in found.doubt


def test_a_weekday_that_does_not_fit_is_doubted() -> None:
    """A "Monday 12 November" that is a Thursday: one of the two is wrong."""
    found = typed_day("Monday 12 November", THURSDAY)
    assert found.day is None
    assert "Thursday 12 November 2026" in found.doubt
