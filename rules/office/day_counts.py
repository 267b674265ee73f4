"""The counts of a school morning: what is due, what is overdue, what waits for a person. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..cases.case import Case
from ..cases.next_step import Ask, Next, dates_ahead, standing_dates
from ..cases.reminders import NOT_REMINDED


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCounts:
    """Cases and dates in numbers; `due` and `overdue` count dates, the others cases."""

    due: int = 0
    overdue: int = 0
    waiting: int = 0
    stopped: int = 0
    running: int = 0


def day_counts(cases: Iterable[tuple[Case, Next]], today: date) -> DayCounts:
    """Count the open cases, each with what it waits for."""
    running = [(case, step) for case, step in cases if not case.closed]
    days = [day for case, _ in running for day in _dates(case)]
    return DayCounts(
        due=sum(day == today for day in days),
        overdue=sum(day < today for day in days),
        waiting=sum(isinstance(step, Ask) for _, step in running),
        stopped=sum(bool(case.alerted or case.hold) for case, _ in running),
        running=len(running),
    )


def _dates(case: Case) -> list[date]:
    """The dates that run in a case: the answer that is awaited, what the letters print, what is to be followed up."""
    if case.hold or case.alerted:
        return []
    posted = case.last_posted
    awaited = posted and posted.answer_by and not case.trigger and not case.due and posted.letter == case.step
    printed = [(name, day) for name, day in dates_ahead(case) if name not in NOT_REMINDED]
    standing = [(name, day) for _, name, day in standing_dates(case) if name not in NOT_REMINDED]
    days = [day for _, day in (*printed, *standing)]
    return [*days, posted.answer_by] if awaited and posted and posted.answer_by else days
