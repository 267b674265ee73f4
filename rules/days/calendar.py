"""A school's calendar as values: terms, INSET days, bank holidays, closures, and how far it is known."""

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from ...ground.english import WEEKDAYS, uk_date
from ...ground.errors import CalendarBegins, CalendarEnds, Problem

SCHOOL_HOLIDAY = "school holiday (between terms)"
INSET_DAY = "INSET day"
WEEKEND = "weekend"
BANK_HOLIDAY = "bank holiday"

ONE_DAY = timedelta(days=1)
_SATURDAY = 5


def is_weekend(day: date) -> bool:
    """Whether `day` is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


class Term(Struct, frozen=True, kw_only=True):
    """One stretch of school days, first and last day included; half-terms are the gaps between terms."""

    first: date
    last: date
    name: str = ""


class Calendar(Struct, frozen=True, kw_only=True):
    """What the school's calendar file says.

    Attributes:
        terms: in order, not overlapping.
        inset: days inside a term on which pupils are away.
        bank_holidays: day to name, England and Wales, one-off royal days included; complete from 1 January
            of the year of the first term up to `covered_until`.
        closures: further days on which the school is closed, with why.
        covered_until: the last day for which terms and bank holidays are known; past it, no date is promised.
    """

    terms: tuple[Term, ...]
    bank_holidays: Mapping[date, str]
    covered_until: date
    inset: frozenset[date] = frozenset()
    closures: Mapping[date, str] | None = None

    def why_not_working(self, day: date) -> str:
        """Why `day` is not a working day ("Saturday", "bank holiday: Good Friday"); "" where it is one.

        Raises:
            CalendarEnds: `day` is past `covered_until`, or in a year before that of the first term.
        """
        self._must_know(day, date(self.terms[0].first.year, 1, 1) if self.terms else date.min)
        if is_weekend(day):
            return WEEKDAYS[day.weekday()]
        return self._bank_holiday(day)

    def why_not_school(self, day: date) -> str:
        """Why `day` is not a school day ("weekend", "INSET day", why it closed ...); "" where it is one.

        Raises:
            CalendarEnds: `day` is past `covered_until`, or before the first term.
        """
        self.must_cover(day)
        if is_weekend(day):
            return WEEKEND
        if holiday := self._bank_holiday(day):
            return holiday
        if self.is_between_terms(day):
            return SCHOOL_HOLIDAY
        if day in self.inset:
            return INSET_DAY
        closed = (self.closures or {}).get(day)
        return "" if closed is None else closed or "closed"

    def is_working_day(self, day: date) -> bool:
        """Whether `day` is Monday to Friday and no bank holiday; raises as `why_not_working`."""
        return not self.why_not_working(day)

    def is_school_day(self, day: date) -> bool:
        """Whether pupils are in school on `day`; raises as `why_not_school`."""
        return not self.why_not_school(day)

    def is_between_terms(self, day: date) -> bool:
        """Whether `day` is in none of the terms; says nothing about weekends and INSET days."""
        return not any(term.first <= day <= term.last for term in self.terms)

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days are after `start`, up to and including `end`; 0 where `end` is not later."""
        days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
        return sum(self.is_working_day(day) for day in days)

    def next_working_day(self, day: date) -> date:
        """`day` itself where it is a working day, else the first after it; raises as `why_not_working`."""
        while self.why_not_working(day):
            day += ONE_DAY
        return day

    def next_school_day(self, day: date) -> date:
        """`day` itself where it is a school day, else the first after it; raises as `why_not_school`."""
        while self.why_not_school(day):
            day += ONE_DAY
        return day

    def must_cover(self, day: date) -> None:
        """Make sure that terms are known for `day`.

        Raises:
            CalendarEnds: `day` is past `covered_until`, or before the first term.
        """
        self._must_know(day, self.terms[0].first if self.terms else date.max)

    def _bank_holiday(self, day: date) -> str:
        return f"{BANK_HOLIDAY}: {self.bank_holidays[day]}" if day in self.bank_holidays else ""

    def _must_know(self, day: date, known_from: date) -> None:
        if day > self.covered_until:
            raise CalendarEnds(
                Problem(
                    where="calendar.toml",
                    what=f"It covers the days until {uk_date(self.covered_until)}; "
                    f"a deadline needs {uk_date(day)}.",
                    what_to_do="Add the next terms to calendar.toml.",
                )
            )
        if day < known_from:
            raise CalendarBegins(self._begins_too_late(day, known_from))

    def _begins_too_late(self, day: date, known_from: date) -> Problem:
        since = f"It begins on {uk_date(known_from)}" if self.terms else "It has no terms"
        return Problem(
            where="calendar.toml",
            what=f"{since}; a deadline needs {uk_date(day)}.",
            what_to_do="Add the earlier terms to calendar.toml as well.",
        )
