"""Counting days: which count, which do not and why, and the day on which a letter counts as received."""

from datetime import date
from enum import StrEnum
from typing import assert_never

from msgspec import Struct

from ..words import Method, Unit, Until
from .calendar import ONE_DAY, Calendar

_LONGEST = 366


class ReceiptRule(StrEnum):
    """When a posted letter counts as received.

    `PD_1985`: the Practice Direction of 8 March 1985 to section 7 of the Interpretation Act 1978: first class
    on the second working day after posting, second class on the fourth. `CPR_6_26`: rule 6.26 of the Civil
    Procedure Rules: first class on the second day after posting if that is a business day, else on the next
    one; it knows no second class, for which the four working days stay.
    """

    PD_1985 = "pd-1985"
    CPR_6_26 = "cpr-6.26"


class Skipped(Struct, frozen=True, kw_only=True):
    """A day that did not count, and why."""

    day: date
    why: str


class Count(Struct, frozen=True, kw_only=True):
    """Days counted from `start`, day zero, to `end`; each day after `start` is either counted or skipped."""

    start: date
    end: date
    unit: Unit
    counted: tuple[date, ...]
    skipped: tuple[Skipped, ...]


class ClockRule(Struct, frozen=True, kw_only=True):
    """What a policy says about one clock.

    Attributes:
        days: how many days of `unit`, at least 1.
        roll_forward: an end on a day the school is closed moves to the next school day.
        cap_days: at most so many calendar days from posting (or from the start of a bar); None: no cap.
        from_receipt: count from deemed receipt, else from the day of posting.
        until: no number of days, but the last school day before this holiday; for the dates of a measure alone.
        half_way: no number of days, but the middle of the measure, from its start to its end; for its review alone.
        weeks_before_end: with `half_way`: at the latest so many weeks before the end, where the measure is long enough.
    """

    days: int
    unit: Unit
    roll_forward: bool = True
    cap_days: int | None = None
    from_receipt: bool = True
    until: Until | None = None
    half_way: bool = False
    weeks_before_end: int = 0

    @property
    def fault(self) -> str:
        """What makes this clock impossible, in plain words; "" where nothing does."""
        if not 0 <= self.weeks_before_end <= _LONGEST // 7:
            return f"{self.weeks_before_end} weeks before the end is not between 0 and {_LONGEST // 7} weeks."
        if not 1 <= self.days <= _LONGEST:
            return f"A deadline of {self.days} days is not between 1 and {_LONGEST} days."
        if self.cap_days is not None and self.cap_days < self.days:
            cap, days = amount(self.cap_days, Unit.CALENDAR_DAYS), amount(self.days, self.unit)
            return f"A cap of {cap} is shorter than {days}."
        return ""


def half_way_clock(weeks_before_end: int) -> ClockRule:
    """The middle of a measure, at the latest so many weeks before its end."""
    return ClockRule(days=1, unit=Unit.CALENDAR_DAYS, half_way=True, weeks_before_end=weeks_before_end)


def clock_words(clock: ClockRule) -> str:
    """How long a clock runs: "10 working days", "until end of term", "half-way"."""
    if clock.half_way:
        weeks = f", at the latest {clock.weeks_before_end} weeks before its end"
        return f"half-way{weeks if clock.weeks_before_end else ''}"
    return f"until {clock.until}" if clock.until else amount(clock.days, clock.unit)


def amount(days: int, unit: Unit) -> str:
    """A number with its unit: "10 working days", "1 school day"."""
    return f"{days} {unit.value.removesuffix('s') if days == 1 else unit.value}"


def count_days(calendar: Calendar, start: date, days: int, unit: Unit) -> Count:
    """Count `days` of `unit` after `start`, which is day zero itself; 0 days end on `start`.

    Raises:
        CalendarEnds: the calendar does not reach far enough.
    """
    return count_until(calendar, start, days, unit)


def count_until(calendar: Calendar, start: date, days: int, unit: Unit, *, last: date | None = None) -> Count:
    """Count as `count_days`, but not past `last`; no later day is asked of the calendar."""
    counted: list[date] = []
    skipped: list[Skipped] = []
    day = start
    while len(counted) < days and day != last:
        day += ONE_DAY
        why = _why_skipped(calendar, day, unit)
        if why:
            skipped.append(Skipped(day=day, why=why))
        else:
            counted.append(day)
    return Count(start=start, end=day, unit=unit, counted=tuple(counted), skipped=tuple(skipped))


def days_before(calendar: Calendar, day: date, days: int, unit: Unit) -> date:
    """The day that lies `days` of `unit` before `day`, as a reminder needs it; 0 days are `day` itself.

    Raises:
        CalendarEnds: the calendar does not reach far enough back.
    """
    while days > 0:
        day -= ONE_DAY
        days -= 0 if _why_skipped(calendar, day, unit) else 1
    return day


def _why_skipped(calendar: Calendar, day: date, unit: Unit) -> str:
    match unit:
        case Unit.WORKING_DAYS:
            return calendar.why_not_working(day)
        case Unit.SCHOOL_DAYS:
            return calendar.why_not_school(day)
        case Unit.CALENDAR_DAYS:
            return ""
        case _:
            assert_never(unit)


def deemed_receipt(
    calendar: Calendar, posted: date, method: Method, rule: ReceiptRule, *, after_hours: bool = False
) -> Count:
    """From posting to the day the letter counts as received.

    Args:
        calendar: the school's.
        posted: the day it left, Europe/London.
        method: by hand and email count the same day if that is a working day, else on the next one.
        rule: decides first class only.
        after_hours: handed over or sent at 16:30 or later; the post knows no hour.
    """
    if is_at_once(method):
        same_day = not after_hours and calendar.is_working_day(posted)
        return count_until(calendar, posted, 0 if same_day else 1, Unit.WORKING_DAYS)
    if method == Method.SECOND_CLASS:
        return count_until(calendar, posted, 4, Unit.WORKING_DAYS)
    if rule == ReceiptRule.PD_1985:
        return count_until(calendar, posted, 2, Unit.WORKING_DAYS)
    return _second_day_or_next(calendar, posted)


def is_at_once(method: Method) -> bool:
    """Whether the hour decides: handed over, or sent by email."""
    return method in {Method.BY_HAND, Method.MAIL}


def _second_day_or_next(calendar: Calendar, posted: date) -> Count:
    next_day = posted + ONE_DAY
    tail = closed_days(calendar, next_day + ONE_DAY, Unit.WORKING_DAYS)
    end = next_day + ONE_DAY * (len(tail) + 1)
    return Count(start=posted, end=end, unit=Unit.CALENDAR_DAYS, counted=(next_day, end), skipped=tail)


def closed_days(
    calendar: Calendar, day: date, unit: Unit, *, last: date | None = None
) -> tuple[Skipped, ...]:
    """The days that do not count, from `day` on up to the first that does, and before `last`."""
    closed: list[Skipped] = []
    while day != last and (why := _why_skipped(calendar, day, unit)):
        closed.append(Skipped(day=day, why=why))
        day += ONE_DAY
    return tuple(closed)
