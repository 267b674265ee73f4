"""Until half term, the end of term or of the school year: the last school day before that holiday, by the calendar."""

from datetime import date, timedelta

from ...ground.english import uk_date
from ...ground.errors import CalendarEnds, Problem
from ..words import Until
from .calendar import ONE_DAY, Calendar, Term

HALF_TERM_MONTHS = frozenset({2, 5, 6, 10, 11})
YEAR_MONTHS = frozenset({7, 8, 9})
SOON_AFTER = timedelta(days=4)
"""A few days into a holiday: in May or June, October or November, or February it is half term; in summer the year
is over; at Christmas and Easter the term. So schools in England have it, whatever their calendar calls its terms."""
SHORTEST = timedelta(days=5)
"""Days between two stretches of school that make a holiday; fewer are a closure."""


def last_day_before(calendar: Calendar, start: date, until: Until) -> date:
    """The last school day before the next holiday of this kind, after `start`.

    Raises:
        CalendarEnds: the calendar does not reach that holiday.
    """
    for place, term in enumerate(calendar.terms):
        following = calendar.terms[place + 1].first if place + 1 < len(calendar.terms) else None
        if following and following - term.last < SHORTEST:
            continue
        last = _last_school_day(calendar, term)
        if last > start and _ends_with(term, until):
            return last
    raise CalendarEnds(
        Problem(
            where="calendar.toml",
            what=f"It covers the days until {uk_date(calendar.covered_until)}, and no {_NAMES[until]} after"
            f" {uk_date(start)} is in it; a measure runs until then.",
            what_to_do="Add the next terms to calendar.toml, or give the day itself: --set ends_on=2026-12-18.",
        )
    )


_NAMES = {
    Until.HALF_TERM: "half-term holiday",
    Until.END_OF_TERM: "end of a term",
    Until.END_OF_YEAR: "end of a school year",
}


def _ends_with(term: Term, until: Until) -> bool:
    month = (term.last + SOON_AFTER).month
    match until:
        case Until.HALF_TERM:
            return month in HALF_TERM_MONTHS
        case Until.END_OF_TERM:
            return month not in HALF_TERM_MONTHS
        case Until.END_OF_YEAR:
            return month in YEAR_MONTHS


def _last_school_day(calendar: Calendar, term: Term) -> date:
    day = term.last
    while day > term.first and not calendar.is_school_day(day):
        day -= ONE_DAY
    return day
