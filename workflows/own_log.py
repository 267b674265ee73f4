"""What the workflows ask of the school's own logs (copies made, requests, deletions), and one that is in memory."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from msgspec import UNSET

from ..rules.office.exports import AnyOfficeEvent, OfficeEntry


class OwnLog(Protocol):
    """One of the school's own logs: append-only."""

    def entries(self) -> Sequence[OfficeEntry]:
        """All entries, in order.

        Raises:
            LogBroken: the log does not fit its hash chain.
        """

    def append(
        self, at: datetime, by: str, *events: AnyOfficeEvent, order: str = ""
    ) -> Sequence[OfficeEntry]:
        """Append with fsync; `order` is the id of the order that is carried out, "" for none."""


class MemoryLog:
    """Keeps entries while the program runs and no longer; for a rehearsal or a test."""

    def __init__(self) -> None:
        self.log: list[OfficeEntry] = []

    def entries(self) -> Sequence[OfficeEntry]:
        """All entries, in order."""
        return list(self.log)

    def append(
        self, at: datetime, by: str, *events: AnyOfficeEvent, order: str = ""
    ) -> Sequence[OfficeEntry]:
        """Put the events behind the last one."""
        first = len(self.log) + 1
        made = [
            OfficeEntry(seq=seq, at=at, by=by, event=event, order=order or UNSET)
            for seq, event in enumerate(events, start=first)
        ]
        self.log += made
        return made
