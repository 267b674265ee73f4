"""Who opened which case or email at the desk: lines of a log of its own, which nobody answers to but a panel."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import final

from ...ground.english import uk_date
from ...ground.moments import LONDON
from .office_event import Note

READINGS = "reads.log"
"""The name of the log, in the folder of a case and in the ledger."""
ONCE_IN = timedelta(minutes=10)
"""A page that the same person opens again within this time is the same reading."""


@final
class PageRead(Note, frozen=True, kw_only=True):
    """Somebody opened a page about `what`: the reference of a case, or the first digits of an email's SHA-256."""

    what: str
    page: str


def is_same_reading(before: datetime | None, now: datetime) -> bool:
    """Whether opening a page now belongs to the reading that began before; a clock that was put back begins another."""
    return before is not None and before <= now < before + ONCE_IN


def reading_lines(readings: Iterable[tuple[datetime, str, PageRead]]) -> Iterator[str]:
    """Readings for a person: when, who, which page."""
    for at, by, read in readings:
        local = at.astimezone(LONDON)
        yield f"{uk_date(local.date())} {local:%H:%M}  {by}  {read.page}"
