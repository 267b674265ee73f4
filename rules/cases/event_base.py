"""What every event of a case is: fields, what it changes, what it says, and whether and how the register shows it."""

from abc import abstractmethod
from typing import ClassVar

from msgspec import Struct

from .case import Case
from .event_values import Line
from .register_row import RegisterRow, Seen, Shown


class Event(Struct, frozen=True, kw_only=True, tag_field="kind", tag=True, forbid_unknown_fields=True):
    """The base of all events of a case. A field that this program does not know was written by a newer one.

    A kind is an `InRegister` or a `NotInRegister`, and is `final`, so that mypy refuses one without all its parts.
    `only_told`: it says that somebody was told; since when somebody is waited for stays as it was.
    """

    only_told: ClassVar[bool] = False

    @abstractmethod
    def fold(self, case: Case, line: Line) -> Case:
        """The case after this line."""

    @abstractmethod
    def sentence(self) -> str:
        """What it says, in plain words, without the time and without who made it."""

    @classmethod
    @abstractmethod
    def is_shown(cls) -> bool:
        """Whether the register has a row for it."""

    def remember(self, seen: Seen, line: Line) -> None:
        """Note what the rows of later entries need to know of it: nothing, of most."""

    def tell_earlier(self, rows: list[RegisterRow], line: Line) -> None:
        """Put onto the rows of earlier entries what it adds to them: nothing, for most."""


class InRegister(Event, frozen=True, kw_only=True):
    """What a governor or a panel would want to see: what was received, decided and sent."""

    @classmethod
    def is_shown(cls) -> bool:
        """It has a row."""
        return True

    @classmethod
    @abstractmethod
    def shown(cls) -> Shown:
        """What readers other than a panel see of every row of this kind."""

    @abstractmethod
    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        """Its row.

        Args:
            bare: the row with the columns that every row has: the sentence, the day it was recorded, by whom.
            seen: what earlier entries told.
        """


class NotInRegister(Event, frozen=True, kw_only=True):
    """Work within the office, such as a draft, a question or a reminder."""

    @classmethod
    def is_shown(cls) -> bool:
        """It has no row."""
        return False
