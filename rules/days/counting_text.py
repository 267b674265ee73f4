"""Counted and skipped days in words that a clerk can check with a wall calendar."""

from datetime import date, timedelta
from itertools import pairwise

from ...ground.english import uk_date, uk_date_short
from .calendar import BANK_HOLIDAY, SCHOOL_HOLIDAY, is_weekend
from .counting import ClockRule, Count, Skipped, amount

_FRIDAY = 4


def count_sentence(count: Count, clock: ClockRule, since: str) -> str:
    """Where the policy's days end, or that the cap comes first; no full stop."""
    asked = amount(clock.days, clock.unit)
    if len(count.counted) < clock.days:
        return f"{asked} after {since} would run past {uk_date(count.end)}"
    return f"{asked} after {since} is {uk_date(count.end)}"


def cap_sentence(clock: ClockRule, end: date, since: str) -> str:
    """That a cap ended it, and when."""
    return f"At most {clock.cap_days} calendar days after {since} are allowed, so it ends on {uk_date(end)}."


def not_counted(skipped: tuple[Skipped, ...]) -> str:
    """The skipped days as the tail of a sentence, weekends in one word, runs as spans; "" for none."""
    weekdays = [one for one in skipped if not is_weekend(one.day)]
    parts = ["weekends"] if len(weekdays) < len(skipped) else []
    for run in _runs(weekdays):
        parts += _run_texts(run)
    return f"; not counted: {', '.join(parts)}" if parts else ""


def _runs(weekdays: list[Skipped]) -> list[list[Skipped]]:
    """Days on end, weekends aside, of one reason; bank holidays next to a school holiday belong to it."""
    runs: list[list[Skipped]] = [weekdays[:1]] if weekdays else []
    for earlier, later in pairwise(weekdays):
        if _is_next_weekday(earlier.day, later.day) and _kind(earlier.why) == _kind(later.why):
            runs[-1].append(later)
        else:
            runs.append([later])
    return runs


def _is_next_weekday(earlier: date, later: date) -> bool:
    return later - earlier == timedelta(days=3 if earlier.weekday() == _FRIDAY else 1)


def _kind(why: str) -> str:
    return SCHOOL_HOLIDAY if why.startswith(BANK_HOLIDAY) else why


def _run_texts(run: list[Skipped]) -> list[str]:
    reasons = {one.why for one in run}
    why = "school holiday" if SCHOOL_HOLIDAY in reasons else run[0].why
    if len(run) == 1:
        return [f"{uk_date(run[0].day)} ({why})"]
    if len(reasons) > 1 and SCHOOL_HOLIDAY not in reasons:
        return [f"{uk_date(one.day)} ({one.why})" for one in run]
    return [f"{_span(run[0].day, run[-1].day)} ({why})"]


def _span(first: date, last: date) -> str:
    """Two dates without saying twice what they share: "2 to 3 September 2027"."""
    words = uk_date_short(first).split()
    if first.year == last.year:
        words = words[:1] if first.month == last.month else words[:2]
    return f"{' '.join(words)} to {uk_date_short(last)}"
