"""From a command to an order: who gives it, of which state, how it has its turn, and what then stands."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from ..rules.people.rights import Right
from .cli_common import Desk, clean, say, signer, warn

if TYPE_CHECKING:
    from ..rules.office.orders import AnyOrder
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


def signed_at(desk: Desk, by: str, right: Right, what: str, *, today: date | None = None) -> str:
    """The full name of somebody of the school who has this right; no name typed: the account of the machine.

    Raises:
        Refused: nobody of the school is called so, or they have not this right.
    """
    from ..workflows.acts.standing import in_full

    if not by.strip():
        return signer(by)
    with desk.reading(today) as office:
        return in_full(office, by, right, what)


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
    from ..workflows.acts.waiting import stands_now
    from .ordering import Turn, give

    desk.may_write(today)
    with desk.reading(today) as office:
        turn = Turn(data=desk.settings().data, seconds=desk.patience, tell=warn, today=today)
        stood, kept = give(office, act, order, turn)
        if stood is None:
            say(f"Whoever wrote before has carried it out already: {kept.about}.")
            say_standing(stands_now(office, kept))
            return
    tell(stood)
    if stood.refused:
        raise stood.refused


def say_standing(stood: "Stood") -> None:
    """What a person should hear of, and what the case waits for now."""
    from .listings import waiting_for

    for problem in stood.problems:
        say(problem, err=True)
    if stood.waits_for is not None:
        say(f"{stood.ref} now waits for: {clean(waiting_for(stood.waits_for))}")
