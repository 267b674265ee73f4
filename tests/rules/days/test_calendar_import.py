"""What the events of another calendar mean for ours, by their names."""

from datetime import date

import pytest

from letterladder.rules.days.calendar import Calendar, Term
from letterladder.rules.days.calendar_import import Event, Sort, proposals_of, sort_of

CALENDAR = Calendar(
    terms=(Term(first=date(2026, 11, 2), last=date(2026, 12, 18), name="Autumn 2"),),
    bank_holidays={date(2026, 12, 25): "Christmas Day"},
    covered_until=date(2026, 12, 31),
    inset=frozenset({date(2026, 11, 6)}),
)


def event(title: str, first: date = date(2026, 11, 27), last: date | None = None) -> Event:
    """An event of one day, or of several."""
    return Event(title=title, first=first, last=last or first)


@pytest.mark.parametrize(
    ("title", "sort"),
    [
        ("INSET day", Sort.INSET),
        ("Inset Day 3 - school closed to pupils", Sort.INSET),
        ("Staff training day", Sort.INSET),
        ("School closed (polling station)", Sort.CLOSURE),
        ("Occasional day", Sort.CLOSURE),
        ("Autumn term begins", None),
        ("Year 4 trip", None),
        ("Term 2", None),
        ("Insects week", None),
    ],
)
def test_single_days(title: str, sort: Sort | None) -> None:
    """A term is never one day."""
    assert sort_of(event(title)) == sort


def test_a_term_is_as_long_as_one() -> None:
    """Not a year, and not its first day."""
    spring = event("Spring term 1", date(2027, 1, 5), date(2027, 2, 12))
    assert sort_of(spring) is Sort.TERM
    assert sort_of(event("Spring term", date(2027, 1, 5), date(2027, 12, 1))) is None
    assert [one.sort for one in proposals_of([spring], CALENDAR).found] == [Sort.TERM]


def test_what_is_known_is_not_proposed_again() -> None:
    """An INSET day of the calendar, one between terms, a term that overlaps."""
    events = [
        event("INSET", date(2026, 11, 6)),
        event("INSET", date(2026, 12, 21)),
        event("Autumn term 2", date(2026, 11, 2), date(2026, 12, 18)),
        event("INSET", date(2026, 11, 28)),
        event("Year 4 trip"),
    ]
    found = proposals_of(events, CALENDAR)
    assert (found.found, found.known, found.other) == ((), 4, 1)


def test_several_days_are_proposed_one_by_one_without_the_weekend() -> None:
    """Friday to Monday is two days."""
    found = proposals_of([event("Closed: boiler", date(2026, 11, 27), date(2026, 11, 30))], CALENDAR)
    assert [one.first for one in found.found] == [date(2026, 11, 27), date(2026, 11, 30)]


def test_a_holiday_within_a_term_is_odd() -> None:
    """One of the two calendars is wrong; one between terms says nothing new."""
    within = event("Half term", date(2026, 11, 23), date(2026, 11, 27))
    outside = event("Christmas holiday", date(2026, 12, 19), date(2027, 1, 3))
    found = proposals_of([within, outside], CALENDAR)
    assert (found.odd, found.other) == ((within,), 1)
