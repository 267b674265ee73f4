"""What the workflows ask of the log of anchors, and one for an office that keeps none."""

from collections.abc import Container, Sequence
from datetime import datetime
from typing import Protocol

from ..rules.office.exports import AnyOfficeEvent, LogHead, OfficeEntry
from .own_log import MemoryLog


class AnchorBook(Protocol):
    """The log of anchors, and where all other logs stand."""

    def heads(self) -> Sequence[LogHead]:
        """Where each log stands now, the log of anchors left out."""

    def files(self, known: Container[str]) -> Sequence[LogHead]:
        """The files beside the logs that are to be anchored: those not `known` yet, and the secret."""

    def last(self) -> OfficeEntry | None:
        """The last line of the log of anchors, read without the rest of it."""

    def entries(self) -> Sequence[OfficeEntry]:
        """All lines of the log of anchors, in order.

        Raises:
            LogBroken: the log does not fit its hash chain.
        """

    def append(self, at: datetime, by: str, *events: AnyOfficeEvent) -> Sequence[OfficeEntry]:
        """Append with fsync."""


class MemoryAnchors(MemoryLog):
    """Keeps anchors while the program runs and no longer; for a rehearsal or a test, which say where logs stand."""

    def __init__(self, *heads: LogHead) -> None:
        super().__init__()
        self.stand: list[LogHead] = list(heads)

    def heads(self) -> Sequence[LogHead]:
        """Where the logs stand, as told."""
        return list(self.stand)

    def files(self, known: Container[str]) -> Sequence[LogHead]:
        """There are none."""
        del known
        return []

    def last(self) -> OfficeEntry | None:
        """The last line."""
        return self.log[-1] if self.log else None
