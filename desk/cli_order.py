"""From a command to an order: who gives it, of which state, how it has its turn, and what then stands."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from ..ground.errors import Busy, KeptForLater, LetterladderError, Problem, WorldFailed
from .cli_common import Desk, clean, say, signer, warn

if TYPE_CHECKING:
    from ..rules.office.orders import AnyOrder, KeptOrder
    from ..workflows.acts.standing import Stood
    from ..workflows.office import Office

OrderT = TypeVar("OrderT", bound="AnyOrder")
StoodT = TypeVar("StoodT", bound="Stood")

Seen = Annotated[
    int | None,
    typer.Option(
        "--seen",
        min=0,
        metavar="LINE",
        help="The last line of the case that you saw; if more was written since, nothing is done.",
    ),
]


def signed(by: str) -> dict[str, Any]:
    """Who gives an order: the name typed, else the account of the machine, and that it was not typed."""
    return {"by": signer(by), "named": bool(by.strip())}


def carry_out(
    desk: Desk,
    act: Callable[["Office", OrderT], StoodT],
    order: OrderT,
    tell: Callable[[StoodT], None],
    *,
    today: date | None = None,
) -> None:
    """Carry an order out and tell what then stands.

    Raises:
        KeptForLater: somebody else writes and does not end; whoever writes next carries the order out.
        LetterladderError: as the act.
    """
    from ..records.logs.lock import writer_lock
    from ..workflows.acts.waiting import stands_now, take_turn
    from .clock import WallClock

    with desk.reading(today) as office:
        # On disk before anything else: whatever happens now, the words are not lost.
        kept = office.shelf.put(order, WallClock().now(), today)
        try:
            with writer_lock(desk.settings().data, seconds=desk.patience, tell=warn):
                stood = take_turn(office, kept, act, order)
        except Busy as busy:
            raise KeptForLater(_kept(busy, kept)) from None
        except (LetterladderError, KeyboardInterrupt):
            # Its maker is here and knows that it was not done.
            with suppress(WorldFailed):
                office.shelf.done(kept)
            raise
        if stood is None:
            say(f"Whoever wrote before has carried it out already: {kept.about}.")
            say_standing(stands_now(office, kept))
            return
    tell(stood)
    if stood.refused:
        raise stood.refused


def _kept(busy: Busy, kept: "KeptOrder") -> Problem:
    """What is said of an order that could not have its turn."""
    what = f"{busy.problems[0].what} Your order is kept: {kept.about}."
    do = "Do not type it again: the round under way or the next one carries it out. See `orders`."
    return Problem(where=f"order {kept.id[:8]}", what=what, what_to_do=do)


def say_standing(stood: "Stood") -> None:
    """What a person should hear of, and what the case waits for now."""
    from .listings import waiting_for

    for problem in stood.problems:
        say(problem, err=True)
    if stood.waits_for is not None:
        say(f"{stood.ref} now waits for: {clean(waiting_for(stood.waits_for))}")
