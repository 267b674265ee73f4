"""What the workflows ask of the words that somebody began to type, and a place where there are none."""

from datetime import datetime
from typing import Protocol

from ..rules.office.begun import Begun


class BegunWords(Protocol):
    """Forms that were begun and not sent; each is its writer's alone. No lock is needed."""

    def keep(self, begun: Begun) -> None:
        """Keep it in place of what the same person had in the same form.

        Raises:
            WorldFailed: the disk is full or broken; what was kept before stays.
        """

    def find(self, by: str, form: str, about: str) -> Begun | None:
        """What this person had begun; None where there is nothing, or it cannot be read."""

    def drop(self, by: str, form: str, about: str) -> None:
        """It was sent, or is not wanted; no error where there is nothing.

        Raises:
            WorldFailed: it may not be removed.
        """

    def drop_old(self, now: datetime) -> int:
        """Remove what was kept for long enough; how many.

        Raises:
            WorldFailed: one may not be removed.
        """


class NothingBegun:
    """For an office at which nobody types."""

    def keep(self, begun: Begun) -> None:
        """Not kept."""

    def find(self, by: str, form: str, about: str) -> Begun | None:
        """Nothing."""
        del by, form, about
        return None

    def drop(self, by: str, form: str, about: str) -> None:
        """Nothing lay here."""

    def drop_old(self, now: datetime) -> int:
        """Nothing lay here."""
        del now
        return 0
