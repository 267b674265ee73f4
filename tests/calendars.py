"""The calendar on which the dates of the tests are counted: autumn 2026 to autumn 2027, England."""

from collections.abc import Mapping
from datetime import date

from letterladder.rules.days.calendar import Calendar, Term


def day(text: str) -> date:
    """A date of the tables: "2027-01-04"."""
    return date.fromisoformat(text)


TERMS = tuple(
    Term(first=day(first), last=day(last))
    for first, last in [
        ("2026-09-02", "2026-10-23"),
        ("2026-11-02", "2026-12-18"),
        ("2027-01-04", "2027-02-12"),
        ("2027-02-22", "2027-03-25"),
        ("2027-04-12", "2027-05-28"),
        ("2027-06-07", "2027-07-21"),
        ("2027-09-02", "2027-10-22"),
    ]
)

BANK_HOLIDAYS = {
    day("2026-12-25"): "Christmas Day",
    day("2026-12-28"): "Boxing Day substitute day",
    day("2027-01-01"): "New Year's Day",
    day("2027-03-26"): "Good Friday",
    day("2027-03-29"): "Easter Monday",
    day("2027-05-03"): "May Day",
    day("2027-05-31"): "Spring Bank Holiday",
    day("2027-08-30"): "Late Summer Bank Holiday",
}


def school_calendar(
    *,
    terms: tuple[Term, ...] = TERMS,
    inset: tuple[str, ...] = ("2027-01-04", "2027-09-02", "2027-09-03"),
    closures: Mapping[date, str] | None = None,
    covered_until: str = "2027-10-22",
) -> Calendar:
    """The calendar of the example school, with what a test wants different."""
    return Calendar(
        terms=terms,
        inset=frozenset(day(text) for text in inset),
        bank_holidays=BANK_HOLIDAYS,
        closures=closures,
        covered_until=day(covered_until),
    )
