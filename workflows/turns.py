"""Taking turns with other writers: what a round asks of the writer's lock, and for whom nobody waits."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Turns(Protocol):
    """The writer's lock of a round.

    What was read before a call may have changed after it: read it again.
    """

    def give_way(self) -> None:
        """Between two steps: let whoever waits write first.

        Raises:
            WorldFailed: the lock could not be taken again, so nothing may be written; the next call tries it again.
        """

    def away(self) -> AbstractContextManager[None]:
        """While a mail server is waited for, others may write. Nothing is written within."""


class NoTurns:
    """For whoever holds no lock, or one for a moment only."""

    def give_way(self) -> None:
        """Nobody waits."""

    def away(self) -> AbstractContextManager[None]:
        """Nobody comes in between."""
        return nullcontext()


def fetched(turns: Turns, batches: Iterable[Item]) -> Iterator[Item]:
    """Hand on what is fetched from elsewhere, batch by batch; others may write while the next one is waited for."""
    coming = iter(batches)
    while True:
        with turns.away():
            batch = next(coming, None)
        if batch is None:
            return
        yield batch
