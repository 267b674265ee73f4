"""What the workflows ask of the shelf of orders, and a shelf on which nothing ever lies."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from ..ground.errors import Problem, Refused
from ..rules.office.kept_orders import KeptOrder
from ..rules.office.orders import AnyOrder


class OrderShelf(Protocol):
    """Orders on disk until they are carried out. Whoever takes one away holds the writer's lock."""

    def put(self, order: AnyOrder, at: datetime, today: date | None = None, *, id: str = "") -> KeptOrder:
        """Keep an order durably; no lock is needed. `at` is the moment, `today` a day that is rehearsed.

        `id`: what the log will name it by, where its maker chose that; "" for a fresh one.

        Raises:
            WorldFailed: the disk is full or broken; it is not kept.
        """

    def waiting(self) -> Sequence[KeptOrder]:
        """The orders that wait, in the order of typing."""

    def holds(self, kept: KeptOrder) -> bool:
        """Whether this order still waits."""

    def done(self, kept: KeptOrder) -> None:
        """It was carried out, or its maker knows that it was not; no error where it is gone.

        Raises:
            WorldFailed: it may not be removed.
        """

    def refuse(self, kept: KeptOrder, problem: Problem) -> None:
        """It was not carried out: keep it apart, with why.

        Raises:
            WorldFailed: the disk is full or broken; it still waits.
        """

    def refused(self) -> Sequence[KeptOrder]:
        """The orders that were not done, and that nobody has taken away yet."""

    def drop(self, kept: KeptOrder) -> None:
        """Somebody has read why it was not done; no error where it is gone."""

    def find(self, beginning: str) -> KeptOrder:
        """The order, waiting or refused, whose id begins so.

        Raises:
            Refused: there is none, or several.
        """

    def problems(self) -> Sequence[Problem]:
        """The orders that cannot be read."""


class NoOrders:
    """For an office to which nobody gives orders by way of the disk, such as a copy that is thrown away."""

    def put(self, order: AnyOrder, at: datetime, today: date | None = None, *, id: str = "") -> KeptOrder:
        """Not kept."""
        return KeptOrder(id=id, at=at, order=order, today=today)

    def find(self, beginning: str) -> KeptOrder:
        """Raises `Refused`: there is none."""
        raise Refused(
            Problem(where="orders", what=f"There is no order '{beginning}'.", what_to_do="See `orders`.")
        )

    def waiting(self) -> Sequence[KeptOrder]:
        """None."""
        return ()

    def holds(self, kept: KeptOrder) -> bool:
        """None."""
        del kept
        return False

    def done(self, kept: KeptOrder) -> None:
        """Nothing lay here."""

    def refuse(self, kept: KeptOrder, problem: Problem) -> None:
        """Nothing lay here."""

    def refused(self) -> Sequence[KeptOrder]:
        """None."""
        return ()

    def drop(self, kept: KeptOrder) -> None:
        """Nothing lay here."""

    def problems(self) -> Sequence[Problem]:
        """None."""
        return ()
