"""Days in typed words: found as an office writes them, checked against the calendar and the field."""

from datetime import date

import pytest

from letterladder.rules.days.day_fields import About, as_printed, days_in, doubt_about_day

TODAY = date(2026, 11, 9)

FOUND = [
    (date(2026, 12, 18), "2026-12-18"),
    (date(2026, 12, 18), "on 18/12/2026 at noon"),
    (date(2026, 12, 8), "Tuesday 8 December at 3.45 pm"),
    (date(2026, 12, 8), "Tuesday the 8th of December 2026"),
    (date(2027, 1, 5), "5 January"),
    (date(2026, 9, 1), "1 Sept, in the afternoon"),
    (None, "31 November 2026"),
    (None, "2026-02-30"),
]


@pytest.mark.parametrize(("day", "text"), FOUND)
def test_a_day_is_found_as_an_office_writes_it(day: date | None, text: str) -> None:
    """Without a year it is the nearest; one that the calendar does not have is found as such."""
    assert [one.day for one in days_in(text, TODAY)] == [day]


@pytest.mark.parametrize(
    "text", ["", "next week", "3.45 pm", "may come at 4", "Facebook", "2 Marchmont Road", "12.5"]
)
def test_no_day_is_found_where_there_is_none(text: str) -> None:
    """Times, names and streets are left alone."""
    assert list(days_in(text, TODAY)) == []


PAST, FUTURE = About(names_a_day=True, past=True), About(names_a_day=True, future=True)
DOUBTS = [
    (About(future=True), "Tuesday 24 November at 3.45 pm", ""),
    (About(future=True), "Monday 24 November at 3.45 pm", "Tuesday 24 November 2026"),
    (About(future=True), "Tuesday 3 November at 3.45 pm", "has passed"),
    (About(future=True), "Monday 9 November at 3.45 pm", ""),
    (About(future=True), "any afternoon of next week", ""),
    (FUTURE, "the summer fair", "does not name a day"),
    (FUTURE, "Friday 18 December 2026", ""),
    (PAST, "Monday 9 November 2026", ""),
    (PAST, "Tuesday 10 November 2026", "has not come yet"),
    (PAST, "last week", "does not name a day"),
    (PAST, "Friday 6 November 2026, 3.20 pm", ""),
    (About(past=True), "early in October", ""),
    (About(past=True), "31 November 2026", "There is no 31 November 2026"),
    (PAST, "2026-12-01", "has not come yet"),
    (About(names_a_day=True), "31/01/2027", ""),
]


@pytest.mark.parametrize(("about", "text", "doubt"), DOUBTS)
def test_a_value_that_is_no_such_day_is_doubted(about: About, text: str, doubt: str) -> None:
    """No day, a wrong weekday, a day that has passed or is still to come, by what is needed."""
    said = doubt_about_day(text, TODAY, about)
    assert (doubt in said, bool(said)) == (True, bool(doubt)), said


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        ("Tuesday 8 December 2026", "2026-12-08"),
        ("Tuesday 8 December 2026", " 08/12/2026 "),
        ("Tuesday 8 December", "Tuesday 8 December"),
        ("2026-02-30", "2026-02-30"),
    ],
)
def test_a_letter_prints_a_day_in_words(expected: str, typed: str) -> None:
    """However it was typed; a text that is not a day of the calendar stays."""
    assert as_printed(typed) == expected
