from collections.abc import Callable
from datetime import date

import pytest
from calendars import day, school_calendar

from letterladder.ground.english import uk_date, uk_date_short
from letterladder.ground.errors import CalendarEnds
from letterladder.rules.days.calendar import Calendar

SNOW = school_calendar(closures={day("2027-02-09"): "snow", day("2027-02-10"): ""})


@pytest.mark.parametrize(
    ("why", "on"),
    [
        ("", "2026-11-20"),
        ("Saturday", "2026-11-21"),
        ("Sunday", "2026-11-22"),
        ("bank holiday: Good Friday", "2027-03-26"),
        ("", "2027-01-04"),
        ("", "2027-08-10"),
        ("", "2027-02-09"),
    ],
)
def test_a_working_day_knows_weekends_and_bank_holidays_only(why: str, on: str) -> None:
    """Neither INSET days, school holidays nor snow stop a working day from counting."""
    assert why == SNOW.why_not_working(day(on))
    assert SNOW.is_working_day(day(on)) is not bool(why)


@pytest.mark.parametrize(
    ("why", "on"),
    [
        ("", "2026-11-20"),
        ("weekend", "2026-11-21"),
        ("bank holiday: May Day", "2027-05-03"),
        ("bank holiday: Christmas Day", "2026-12-25"),
        ("INSET day", "2027-01-04"),
        ("school holiday (between terms)", "2027-02-15"),
        ("snow", "2027-02-09"),
        ("closed", "2027-02-10"),
        ("", "2027-02-12"),
        ("", "2027-02-22"),
    ],
)
def test_a_school_day_says_why_it_is_none(why: str, on: str) -> None:
    """The first and the last day of a term are school days; every other reason has its word."""
    assert why == SNOW.why_not_school(day(on))
    assert SNOW.is_school_day(day(on)) is not bool(why)


@pytest.mark.parametrize(
    ("school", "working", "after"),
    [
        ("2026-12-18", "2026-12-18", "2026-12-18"),
        ("2027-01-05", "2026-12-29", "2026-12-25"),
        ("2027-09-06", "2027-07-22", "2027-07-22"),
        ("2027-04-12", "2027-03-30", "2027-03-26"),
    ],
)
def test_the_next_day_is_the_day_itself_where_it_fits(school: str, working: str, after: str) -> None:
    """A day that fits is its own next day; otherwise the first one after it."""
    assert day(school) == school_calendar().next_school_day(day(after))
    assert day(working) == school_calendar().next_working_day(day(after))


@pytest.mark.parametrize("on", ["2026-09-02", "2027-10-22"])
def test_the_first_and_the_last_covered_day_are_known(on: str) -> None:
    """Both ends of the calendar are included."""
    assert school_calendar().is_school_day(day(on))


def test_a_day_past_the_end_is_refused_loudly() -> None:
    """No guess past the end: the message names the day, the end, and what to do."""
    with pytest.raises(CalendarEnds) as raised:
        school_calendar().is_working_day(day("2027-10-25"))
    (problem,) = raised.value.problems
    assert problem.where == "calendar.toml"
    assert "Monday 25 October 2027" in problem.what
    assert "until Friday 22 October 2027" in problem.what
    assert problem.what_to_do == "Add the next terms to calendar.toml."


@pytest.mark.parametrize(
    "ask", [Calendar.why_not_school, Calendar.next_school_day, Calendar.next_working_day]
)
def test_every_question_ends_with_the_calendar(ask: Callable[[Calendar, date], object]) -> None:
    """Past the end each question is loud, also one that walks there."""
    with pytest.raises(CalendarEnds):
        ask(school_calendar(), day("2027-10-23"))


def test_a_school_day_before_the_first_term_is_refused() -> None:
    """What came before the file's first term is not a holiday, it is unknown."""
    with pytest.raises(CalendarEnds, match=r"Tuesday 1 September 2026.*earlier terms"):
        school_calendar().is_school_day(day("2026-09-01"))


def test_working_days_are_known_from_the_first_terms_new_year() -> None:
    """Bank holidays are complete for whole years, so a working day needs no term."""
    assert school_calendar().is_working_day(day("2026-01-02"))


def test_working_days_of_earlier_years_are_refused() -> None:
    """The bank holidays of a year without a term were never read."""
    with pytest.raises(CalendarEnds, match="Wednesday 31 December 2025"):
        school_calendar().is_working_day(day("2025-12-31"))


def test_without_terms_no_school_day_is_known() -> None:
    """A calendar of bank holidays alone knows working days, and promises nothing about school days."""
    assert school_calendar(terms=()).is_working_day(day("2027-02-09"))
    with pytest.raises(CalendarEnds, match="It has no terms"):
        school_calendar(terms=()).is_school_day(day("2027-02-09"))


@pytest.mark.parametrize(
    ("printed", "on"),
    [
        ("Tuesday 8 December 2026", date(2026, 12, 8)),
        ("Saturday 29 February 2048", date(2048, 2, 29)),
        ("Sunday 3 January 2027", date(2027, 1, 3)),
    ],
)
def test_dates_are_printed_as_the_office_writes_them(printed: str, on: date) -> None:
    """No leading nought, no comma, no language of the computer."""
    assert printed == uk_date(on)
    assert printed.split(" ", 1)[1] == uk_date_short(on)


def test_all_months_and_weekdays_have_their_english_names() -> None:
    """The two tables of names are whole and in order."""
    months = [uk_date_short(date(2027, month, 1)).split()[1][:3] for month in range(1, 13)]
    weekdays = [uk_date(date(2026, 11, number)).split()[0] for number in range(16, 23)]
    assert months == ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    assert [name[:3] for name in weekdays] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
