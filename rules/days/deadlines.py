"""From the day of posting to the answer-by date, with all that a clerk needs to check it."""

from datetime import date

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from ...ground.english import uk_date
from ...ground.errors import Problem, Refused
from ..words import Method, Unit
from .calendar import ONE_DAY, Calendar
from .counting import (
    ClockRule,
    Count,
    ReceiptRule,
    Skipped,
    amount,
    closed_days,
    count_days,
    count_until,
    days_before,
    deemed_receipt,
    is_at_once,
)
from .counting_text import cap_sentence, count_sentence, not_counted

__all__ = [
    "AnswerBy",
    "ClockRule",
    "Count",
    "InterimEnd",
    "ReceiptRule",
    "Recomputed",
    "Skipped",
    "answer_by",
    "count_days",
    "days_before",
    "deemed_receipt",
    "falls_in_holiday",
    "interim_end",
    "one_month_after",
    "recompute",
    "term_end_after",
]

_POSTED = {
    Method.FIRST_CLASS: "Posted first class on",
    Method.SECOND_CLASS: "Posted second class on",
    Method.BY_HAND: "Handed over on",
    Method.MAIL: "Sent by email on",
}


class AnswerBy(Struct, frozen=True, kw_only=True):
    """An answer-by date and every step that led to it.

    Attributes:
        receipt: from posting to deemed receipt.
        count: the policy's days; fewer of them than the clock asks for where the cap came first.
        rolled: the closed days an end was moved over, the end of `count` first.
        capped: the cap ended it; then `end` is the day of the cap itself, open or closed.
    """

    posted: date
    method: Method
    after_hours: bool
    receipt_rule: ReceiptRule
    clock: ClockRule
    receipt: Count
    count: Count
    rolled: tuple[Skipped, ...]
    capped: bool
    end: date

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """All days between posting and the end that were passed over, each once, in order."""
        met = (*self.rolled, *self.receipt.skipped, *self.count.skipped)
        return tuple(sorted({one.day: one for one in met}.values(), key=lambda one: one.day))

    @property
    def rule(self) -> str:
        """How the date was reached, in one line for the log."""
        since = f"deemed receipt ({self.method.value}, {self.receipt_rule.value})"
        text = f"{amount(self.clock.days, self.clock.unit)} after "
        text += since if self.clock.from_receipt else "posting"
        if self.rolled:
            text += ", moved to the next school day"
        return f"{text}, capped at {self.clock.cap_days} calendar days" if self.capped else text

    @property
    def explanation(self) -> str:
        """How the date was reached, in sentences a clerk can check with a wall calendar."""
        hours = " after 16:30" if self.after_hours and is_at_once(self.method) else ""
        sentences = [
            f"{_POSTED[self.method]} {uk_date(self.posted)}{hours}.",
            f"Counts as received on {uk_date(self.receipt.end)} ({self._receipt_reason()})"
            f"{not_counted(self.receipt.skipped)}.",
            f"{self._count_sentence()}{not_counted(self.count.skipped)}.",
        ]
        if self.rolled:
            sentences.append(
                f"The school is closed that day, so the date moves to {uk_date(self.end)}"
                f"{not_counted(self.rolled)}."
            )
        if self.capped:
            sentences.append(cap_sentence(self.clock, self.end, "posting"))
        return " ".join(sentences)

    def _receipt_reason(self) -> str:
        if is_at_once(self.method):
            return "the same day" if self.receipt.end == self.posted else "the next working day"
        if self.method == Method.SECOND_CLASS:
            return "fourth working day after posting"
        if self.receipt_rule == ReceiptRule.PD_1985:
            return "second working day after posting"
        return "second day after posting" + (", or else the next working day" if self.receipt.skipped else "")

    def _count_sentence(self) -> str:
        since = "that" if self.clock.from_receipt else "posting"
        return count_sentence(self.count, self.clock, since)


class InterimEnd(Struct, frozen=True, kw_only=True):
    """The last day of an interim bar and what led to it; `capped`: the calendar-day cap came first."""

    clock: ClockRule
    count: Count
    capped: bool
    end: date

    @property
    def explanation(self) -> str:
        """How the day was reached, in sentences a clerk can check with a wall calendar."""
        since = uk_date(self.count.start)
        text = f"{count_sentence(self.count, self.clock, since)}{not_counted(self.count.skipped)}."
        return f"{text} {cap_sentence(self.clock, self.end, since)}" if self.capped else text


class Recomputed(Struct, frozen=True, kw_only=True):
    """An open date that changed with the calendar: old, new, and which days made the difference."""

    old: date
    new: date
    why: str


def answer_by(
    calendar: Calendar,
    posted: date,
    method: Method,
    clock: ClockRule,
    *,
    rule: ReceiptRule = ReceiptRule.PD_1985,
    after_hours: bool = False,
) -> AnswerBy:
    """The last day on which an answer is in time; the whole of that day counts.

    An end on a closed day rolls forward to the next school day, where the clock says so. A cap is a maximum,
    counted from posting: nothing rolls past it, and the day of the cap stands even where the school is
    closed, because moving it back would take days from the adult.

    Raises:
        CalendarEnds: the calendar does not reach far enough.
        Refused: the clock is impossible, or leaves no day to answer after deemed receipt.
    """
    receipt = deemed_receipt(calendar, posted, method, rule, after_hours=after_hours)
    cap = _cap(clock, posted, first=receipt.end + ONE_DAY)
    start = receipt.end if clock.from_receipt else posted
    count = count_until(calendar, start, clock.days, clock.unit, last=cap)
    rolled, capped = _roll(calendar, clock, count, cap)
    end = count.end + ONE_DAY * len(rolled)
    if end <= receipt.end:
        raise _impossible(f"{amount(clock.days, clock.unit)} from posting end before the letter is received.")
    return AnswerBy(
        posted=posted,
        method=method,
        after_hours=after_hours,
        receipt_rule=rule,
        clock=clock,
        receipt=receipt,
        count=count,
        rolled=rolled,
        capped=capped,
        end=end,
    )


def _cap(clock: ClockRule, start: date, *, first: date) -> date | None:
    """The last day the clock may reach, once it is sure that the clock can run; `first` must be within it."""
    if clock.fault:
        raise _impossible(clock.fault)
    if clock.cap_days is None:
        return None
    cap = start + ONE_DAY * clock.cap_days
    if cap < first:
        raise _impossible(f"A cap of {clock.cap_days} calendar days leaves no day to answer.")
    return cap


def _impossible(what: str) -> Refused:
    return Refused(
        Problem(
            where="the policy's deadline",
            what=what,
            what_to_do="Give the letter more time in the policy.",
        )
    )


def _roll(
    calendar: Calendar, clock: ClockRule, count: Count, cap: date | None
) -> tuple[tuple[Skipped, ...], bool]:
    """The closed days an end is moved over, and whether the cap cut the counting or the moving short."""
    if len(count.counted) < clock.days:
        return (), True
    if not clock.roll_forward:
        return (), False
    rolled = closed_days(calendar, count.end, Unit.SCHOOL_DAYS, last=cap)
    end = count.end + ONE_DAY * len(rolled)
    return rolled, end == cap and not calendar.is_school_day(end)


def interim_end(calendar: Calendar, start: date, days: int = 10, cap_days: int = 28) -> InterimEnd:
    """The last day of an interim bar that begins on `start` (day zero): school days, but never past the cap.

    School days alone would stretch a bar over a whole summer. The day of the cap stands, open or closed.

    Args:
        calendar: the school's; it need not reach further than the cap.
        start: the day the bar begins.
        days: at most so many school days (default of the design, no policy names a number).
        cap_days: at most so many calendar days.
    """
    clock = ClockRule(
        days=days, unit=Unit.SCHOOL_DAYS, roll_forward=False, cap_days=cap_days, from_receipt=False
    )
    count = count_until(calendar, start, days, clock.unit, last=_cap(clock, start, first=start + ONE_DAY))
    return InterimEnd(clock=clock, count=count, capped=len(count.counted) < days, end=count.end)


def falls_in_holiday(calendar: Calendar, day: date) -> bool:
    """Whether `day` is between terms, when nobody is there to decide; a weekend inside a term does not.

    Raises:
        CalendarEnds: `day` is past the calendar's end or before its first term.
    """
    calendar.must_cover(day)
    return calendar.is_between_terms(day)


def term_end_after(calendar: Calendar, day: date) -> date | None:
    """The last school day of the term that `day` is in, else of the next; None after the last known term."""
    for term in calendar.terms:
        last = term.last
        while last >= max(day, term.first) and not calendar.is_school_day(last):
            last -= ONE_DAY
        if last >= max(day, term.first):
            return last
    return None


def one_month_after(day: date) -> date:
    """One calendar month on, or the last day of a shorter month: the clock of a subject access request.

    UK GDPR Article 12(3); school holidays do not stop it.
    """
    return day + relativedelta(months=1)


def recompute(old: date, new: AnswerBy, before: AnswerBy | None = None) -> Recomputed | None:
    """What a changed calendar did to an open date: old, new and why; None where it stays.

    Args:
        old: the date that was in force.
        new: the answer-by as the calendar of today gives it.
        before: the answer-by as the earlier calendar gave it, where that is still at hand; with it, `why`
            names exactly the days that changed, without it all that do not count now.
    """
    if new.end == old:
        return None
    why = _what_changed(before, new) if before else ""
    why = why or f"{uk_date(new.end)} by the calendar as it is now{not_counted(new.skipped)}"
    return Recomputed(old=old, new=new.end, why=f"The calendar changed: {why}.")


def _what_changed(before: AnswerBy, new: AnswerBy) -> str:
    was = {skipped.day: skipped.why for skipped in before.skipped}
    now = {skipped.day: skipped.why for skipped in new.skipped}
    both = [day for day in sorted(was | now) if day <= min(before.end, new.end)]
    added = [f"{uk_date(day)} no longer counts ({now[day]})" for day in both if day not in was]
    removed = [f"{uk_date(day)} now counts (it was: {was[day]})" for day in both if day not in now]
    return ", ".join(added + removed)
