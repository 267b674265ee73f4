"""The counts of a school morning: what is due, what is overdue, what waits for a person. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..cases.case import Case
from ..standing.dates import running_dates
from ..standing.steps import Next, asked_of
from ..standing.stops import is_frozen


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
    days = [one.day for case, _ in running for one in running_dates(case)]
    return DayCounts(
        due=sum(day == today for day in days),
        overdue=sum(day < today for day in days),
        waiting=sum(asked_of(step) is not None for _, step in running),
        stopped=sum(is_frozen(case) for case, _ in running),
        running=len(running),
    )
