"""Keeping cases: what people note of one, and what each note changes of how it is kept."""

from abc import abstractmethod
from datetime import date
from typing import final

from msgspec import Struct

from .office_event import OfficeEvent


class Marks(Struct, frozen=True, kw_only=True):
    """What people noted of keeping a case: why it is held, and until when a review kept it."""

    held: str = ""
    keep_until: date | None = None
    forgotten: bool = False


class RetentionEvent(OfficeEvent, frozen=True, kw_only=True):
    """The base of what people note of keeping the case of this reference."""

    ref: str

    @classmethod
    def is_folded(cls) -> bool:
        """It changes how a case is kept."""
        return True

    @abstractmethod
    def fold(self, marks: Marks) -> Marks:
        """What is noted of the case after this."""


@final
class RetentionHeld(RetentionEvent, frozen=True, kw_only=True):
    """A named person says that this case must be kept whatever its review date."""

    reason: str

    def fold(self, marks: Marks) -> Marks:
        return Marks(held=self.reason, keep_until=marks.keep_until)


@final
class RetentionReleased(RetentionEvent, frozen=True, kw_only=True):
    """The legal hold on deleting ended."""

    reason: str

    def fold(self, marks: Marks) -> Marks:
        return Marks(keep_until=marks.keep_until)


@final
class RetentionReviewed(RetentionEvent, frozen=True, kw_only=True):
    """A named person looked at the case and keeps it until another day."""

    keep_until: str
    reason: str

    def fold(self, marks: Marks) -> Marks:
        return Marks(held=marks.held, keep_until=date.fromisoformat(self.keep_until))


@final
class CaseForgotten(RetentionEvent, frozen=True, kw_only=True):
    """A case was deleted by a named person. `last_hash` is of its last log line; nothing of its content is kept.

    `sent` are the files of our emails about it that were deleted with it, by their place in the data folder.
    """

    reason: str
    retention: str
    entries: int
    files: int
    last_hash: str
    sent: list[str] = []

    def fold(self, marks: Marks) -> Marks:
        return Marks(forgotten=True)
