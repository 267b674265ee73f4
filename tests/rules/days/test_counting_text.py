import pytest
from calendars import day, school_calendar

from letterladder.rules.days.counting import Skipped, amount, count_days
from letterladder.rules.days.counting_text import not_counted
from letterladder.rules.words import Unit

SCHOOL, WORKING = Unit.SCHOOL_DAYS, Unit.WORKING_DAYS


@pytest.mark.parametrize(
    ("text", "start", "days", "unit"),
    [
        ("", "2026-11-23", 3, WORKING),
        ("; not counted: weekends", "2026-11-20", 1, WORKING),
        (
            "; not counted: weekends, Friday 25 December 2026 (bank holiday: Christmas Day), "
            "Monday 28 December 2026 (bank holiday: Boxing Day substitute day)",
            "2026-12-24",
            1,
            WORKING,
        ),
        ("; not counted: Monday 3 May 2027 (bank holiday: May Day)", "2027-05-02", 1, SCHOOL),
        (
            "; not counted: weekends, 21 December 2026 to 1 January 2027 (school holiday), "
            "Monday 4 January 2027 (INSET day)",
            "2026-12-18",
            1,
            SCHOOL,
        ),
        ("; not counted: weekends, 26 March to 9 April 2027 (school holiday)", "2027-03-25", 1, SCHOOL),
        ("; not counted: weekends, 2 to 3 September 2027 (INSET day)", "2027-09-01", 1, SCHOOL),
        ("; not counted: Thursday 14 October 2027 (burst pipe)", "2027-10-13", 1, SCHOOL),
    ],
)
def test_skipped_days_are_told_in_runs(text: str, start: str, days: int, unit: Unit) -> None:
    """Weekends in one word; bank holidays inside a school holiday belong to it; other reasons stay apart."""
    calendar = school_calendar(closures={day("2027-10-14"): "burst pipe"})
    assert text == not_counted(count_days(calendar, day(start), days, unit).skipped)


def test_two_closures_of_one_reason_that_are_apart_stay_apart() -> None:
    """A run has no gap: a day that counted in between is not swallowed."""
    skipped = tuple(Skipped(day=day(on), why="snow") for on in ("2027-02-08", "2027-02-10"))
    expected = "; not counted: Monday 8 February 2027 (snow), Wednesday 10 February 2027 (snow)"
    assert expected == not_counted(skipped)


def test_a_closure_over_a_weekend_is_one_run() -> None:
    """Friday and Monday of one reason are told as one span."""
    skipped = tuple(Skipped(day=day(on), why="snow") for on in ("2027-02-05", "2027-02-08"))
    assert not_counted(skipped) == "; not counted: 5 to 8 February 2027 (snow)"


@pytest.mark.parametrize(
    ("text", "days", "unit"), [("10 working days", 10, WORKING), ("1 school day", 1, SCHOOL)]
)
def test_an_amount_is_said_as_people_say_it(text: str, days: int, unit: Unit) -> None:
    """One day has no plural."""
    assert text == amount(days, unit)
