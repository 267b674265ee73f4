"""How an order has its turn: on disk first, then under the writer's lock. Command line and pages both ask here."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ..ground.errors import Busy, KeptForLater, LetterladderError, Problem, WorldFailed

if TYPE_CHECKING:
    from ..rules.office.kept_orders import KeptOrder
    from ..rules.office.orders import AnyOrder
    from ..workflows.acts.standing import Stood
    from ..workflows.office import Office

OrderT = TypeVar("OrderT", bound="AnyOrder")
StoodT = TypeVar("StoodT", bound="Stood")

ID = re.compile(r"[0-9a-f]{16}")
"""What the id of an order looks like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """How an order is given.

    Attributes:
        data: the data folder whose writer's lock is needed.
        seconds: how long to wait for another writer.
        tell: is given one line where there is somebody to wait for.
        today: the day that is rehearsed; None for the real one.
        id: what the log names the order by, where its maker chose that: the same id twice is the same order.
    """

    data: Path
    seconds: float
    tell: Callable[[str], None]
    today: date | None = None
    id: str = ""


def give(
    office: "Office", act: "Callable[[Office, OrderT], StoodT]", order: OrderT, turn: Turn
) -> "tuple[StoodT | None, KeptOrder]":
    """Carry an order out: what then stands; None where it was carried out before.

    Raises:
        KeptForLater: somebody else writes and does not end; whoever writes next carries the order out.
        LetterladderError: as the act.
    """
    from ..records.logs.lock import writer_lock
    from ..workflows.acts.waiting import take_turn
    from ..workflows.acts.was_done import was_done
    from .clock import WallClock

    # On disk before anything else: whatever happens now, the words are not lost.
    kept = office.shelf.put(order, WallClock().now(), turn.today, id=turn.id)
    try:
        with writer_lock(turn.data, seconds=turn.seconds, tell=turn.tell):
            if turn.id and was_done(office, kept):
                office.shelf.done(kept)
                return None, kept
            return take_turn(office, kept, act, order), kept
    except Busy as busy:
        raise KeptForLater(_kept(busy, kept)) from None
    except (LetterladderError, KeyboardInterrupt):
        # Its maker is here and knows that it was not done.
        with suppress(WorldFailed):
            office.shelf.done(kept)
        raise


def _kept(busy: Busy, kept: "KeptOrder") -> Problem:
    """What is said of an order that could not have its turn."""
    what = f"{busy.problems[0].what} Your order is kept: {kept.about}."
    do = "Do not type it again: the round under way or the next one carries it out. See `orders`."
    return Problem(where=f"order {kept.id[:8]}", what=what, what_to_do=do)
