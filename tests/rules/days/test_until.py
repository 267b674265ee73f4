"""Until half term, the end of a term or of the year: by the calendar, whatever it calls its terms."""

from datetime import date

import pytest
from calendars import day, school_calendar

from letterladder.ground.errors import CalendarEnds
from letterladder.ground.values import replace
from letterladder.rules.days.calendar import Calendar, Term
from letterladder.rules.days.counting import ClockRule, clock_words, half_way_clock
from letterladder.rules.days.until import last_day_before
from letterladder.rules.words import Unit, Until

CALENDAR = school_calendar()
HALF, TERM, YEAR = Until.HALF_TERM, Until.END_OF_TERM, Until.END_OF_YEAR


def calendar(*terms: tuple[str, str], **changes: object) -> Calendar:
    """The calendar with these stretches of school alone."""
    made = tuple(
        Term(name=f"{number}", first=day(first), last=day(last)) for number, (first, last) in enumerate(terms)
    )
    return replace(CALENDAR, terms=made, **changes)


STRETCHES = (
    ("2026-09-02", "2026-10-23"),
    ("2026-11-02", "2026-12-18"),
    ("2027-01-04", "2027-02-12"),
    ("2027-02-22", "2027-03-25"),
    ("2027-04-12", "2027-05-28"),
    ("2027-06-07", "2027-07-21"),
)


@pytest.mark.parametrize(
    ("start", "until", "last"),
    [
        ("2026-09-10", HALF, "2026-10-23"),
        ("2026-10-22", HALF, "2026-10-23"),
        ("2026-10-23", HALF, "2027-02-12"),
        ("2027-02-12", HALF, "2027-05-28"),
        ("2026-09-10", TERM, "2026-12-18"),
        ("2026-12-17", TERM, "2026-12-18"),
        ("2026-12-18", TERM, "2027-03-25"),
        ("2027-03-25", TERM, "2027-07-21"),
        ("2026-09-10", YEAR, "2027-07-21"),
        ("2027-07-20", YEAR, "2027-07-21"),
    ],
)
def test_it_is_the_last_school_day_before_that_holiday(start: str, until: Until, last: str) -> None:
    """After the day itself: a measure of no days is none."""
    assert last_day_before(calendar(*STRETCHES), day(start), until) == day(last)


@pytest.mark.parametrize(
    ("until", "start", "what"),
    [
        (HALF, "2027-05-28", "half-term holiday"),
        (TERM, "2027-07-21", "end of a term"),
        (YEAR, "2027-07-21", "end of a school year"),
    ],
)
def test_past_the_calendar_it_is_said_what_is_missing(until: Until, start: str, what: str) -> None:
    """Whole, with what to do."""
    with pytest.raises(CalendarEnds) as raised:
        last_day_before(calendar(*STRETCHES, covered_until=day("2027-08-31")), day(start), until)
    (problem,) = raised.value.problems
    on = {"2027-05-28": "Friday 28 May 2027", "2027-07-21": "Wednesday 21 July 2027"}[start]
    assert problem.where == "calendar.toml"
    assert problem.what == (
        f"It covers the days until Tuesday 31 August 2027, and no {what} after {on} is in it; a measure runs"
        " until then."
    )
    assert problem.what_to_do == (
        "Add the next terms to calendar.toml, or give the day itself: --set ends_on=2026-12-18."
    )


@pytest.mark.parametrize(("begins", "last"), [("2026-10-27", "2027-02-12"), ("2026-10-28", "2026-10-23")])
def test_a_few_days_without_school_are_no_holiday(begins: str, last: str) -> None:
    """From five days on they are."""
    found = calendar(("2026-09-02", "2026-10-23"), (begins, "2026-12-18"), ("2027-01-04", "2027-02-12"))
    assert last_day_before(found, day("2026-09-10"), HALF) == day(last)


def test_a_closure_at_the_end_of_term_moves_the_last_day() -> None:
    """And so does a weekend; never before the term began."""
    closed = {day("2026-12-18"): "boiler", day("2026-12-17"): "boiler"}
    found = calendar(("2026-09-02", "2026-10-23"), ("2026-11-02", "2026-12-20"), closures=closed)
    assert last_day_before(found, day("2026-11-10"), TERM) == day("2026-12-16")
    one_day = calendar(("2026-12-19", "2026-12-19"))
    assert last_day_before(one_day, day("2026-11-10"), TERM) == date(2026, 12, 19)


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        (ClockRule(days=1, unit=Unit.SCHOOL_DAYS), "1 school day"),
        (ClockRule(days=10, unit=Unit.WORKING_DAYS), "10 working days"),
        (ClockRule(days=1, unit=Unit.CALENDAR_DAYS, until=TERM), "until end of term"),
        (half_way_clock(0), "half-way"),
        (half_way_clock(2), "half-way, at the latest 2 weeks before its end"),
    ],
    ids=["one", "several", "until", "half-way", "half-way and weeks"],
)
def test_how_long_a_clock_runs_in_words(clock: ClockRule, words: str) -> None:
    """One day is not several."""
    assert clock_words(clock) == words


WEEKS = "weeks before the end is not between 0 and 52 weeks."


@pytest.mark.parametrize(
    ("clock", "fault"),
    [
        (ClockRule(days=1, unit=Unit.WORKING_DAYS), ""),
        (ClockRule(days=366, unit=Unit.WORKING_DAYS), ""),
        (ClockRule(days=0, unit=Unit.WORKING_DAYS), "A deadline of 0 days is not between 1 and 366 days."),
        (
            ClockRule(days=367, unit=Unit.WORKING_DAYS),
            "A deadline of 367 days is not between 1 and 366 days.",
        ),
        (half_way_clock(52), ""),
        (half_way_clock(53), f"53 {WEEKS}"),
        (half_way_clock(-1), f"-1 {WEEKS}"),
        (ClockRule(days=5, unit=Unit.WORKING_DAYS, cap_days=5), ""),
        (
            ClockRule(days=5, unit=Unit.WORKING_DAYS, cap_days=4),
            "A cap of 4 calendar days is shorter than 5 working days.",
        ),
    ],
    ids=[
        "shortest",
        "longest",
        "none",
        "too long",
        "weeks",
        "too many weeks",
        "weeks after",
        "cap",
        "short cap",
    ],
)
def test_a_clock_that_cannot_be_says_why(clock: ClockRule, fault: str) -> None:
    """At each limit and one beyond."""
    assert clock.fault == fault
