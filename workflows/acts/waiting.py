"""Orders that wait on disk: carried out in the order of typing, each once, whoever holds the lock.

An order is written to the disk before its maker tries the lock (docs/decisions/0021-acts.md). Whoever holds the lock
carries out what was typed before. After a stop the logs say whether an order was carried out: its lines carry its id.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TypeVar

from msgspec.structs import replace as changed

from ...ground.errors import LetterladderError, LogBroken, Problem, Refused, WorldFailed
from ...ground.values import replace
from ...rules.office.kept_orders import KeptOrder
from ...rules.office.orders import AnyOrder, FileMail
from ...rules.people.school import OFFICE
from ...rules.people.staff_names import roles_of
from ..notices import tell
from ..office import Office, Tally
from ..troubles import attempt, in_a_line, meet
from .carry_out import carry_out
from .standing import Stood, go_on, standing
from .was_done import landed_on, was_done

OrderT = TypeVar("OrderT", bound=AnyOrder)
StoodT = TypeVar("StoodT", bound=Stood)

ORDERS = "orders that wait"
"""The part of a round that carries them out."""

BROKE = "Do it another way, and give data/ledger/trouble.txt to whoever looks after Letterladder."


class OrdersBetween:
    """The turns of a round: whoever waits for the lock has it first, then come the orders that were left on disk."""

    def __init__(self, office: Office, tally: Tally) -> None:
        self._office = office
        self._tally = tally

    def give_way(self) -> None:
        """See `Turns`."""
        self._office.turns.give_way()
        attempt(self._tally, ORDERS, lambda: carry_out_waiting(self._office, self._tally))

    def away(self) -> AbstractContextManager[None]:
        """See `Turns`."""
        return self._office.turns.away()


def carry_out_waiting(office: Office, tally: Tally, *, before: KeptOrder | None = None) -> None:
    """Carry out the orders that wait, in the order of typing; whoever calls holds the writer's lock.

    One that is refused is kept apart, its maker hears of it by email, and the next one has its turn. One that the disk
    or a broken log keeps from being done waits on; it is a problem of the tally, and is tried once for one tally.

    Args:
        office: the school.
        tally: of the round, or of nobody.
        before: the order at which to stop, because its maker carries it out.
    """
    for kept in office.shelf.waiting():
        if before and kept.id == before.id:
            return
        if kept.id not in tally.orders_tried:
            tally.orders_tried.add(kept.id)
            _one(office, kept, tally)


def _one(office: Office, kept: KeptOrder, tally: Tally) -> None:
    working = _office_for(office, kept)
    try:
        _carried_out(working, kept)
    except (LogBroken, WorldFailed) as error:
        meet(tally, f"the order {kept.about}", error)
        return
    except LetterladderError as error:
        _refuse(working, kept, error.problems[0], tally)
        return
    except Exception as error:  # noqa: BLE001 - the border of one order: noted, kept apart, its maker hears of it
        meet(tally, f"the order {kept.about}", error)
        what = f"It broke: {type(error).__name__}: {in_a_line(error)}"
        _refuse(working, kept, Problem(where=kept.about, what=what, what_to_do=BROKE), tally)
        return
    office.shelf.done(kept)


def _office_for(office: Office, kept: KeptOrder) -> Office:
    """The office that carries out this order, on the day that its maker rehearsed where they did."""
    clock = office.rehearsed(kept.today) if kept.today else office.clock
    return replace(office, order=kept.id, clock=clock)


def _carried_out(office: Office, kept: KeptOrder) -> None:
    """Raises `LetterladderError` where it was refused."""
    order = kept.order
    if was_done(office, kept):
        if kept.ref:
            go_on(office, kept.ref)
        return
    if isinstance(order, FileMail) and (ref := landed_on(office, kept, order)):
        # A stop came in between: the rest of the way to the case that it was put on.
        order = changed(order, to=ref, seen=None, was="")
    stood = carry_out(office, order)
    if stood.refused:
        raise stood.refused


def _refuse(office: Office, kept: KeptOrder, problem: Problem, tally: Tally) -> None:
    """Tell its maker, and keep it apart; where that fails, it waits on and is tried again."""
    if attempt(tally, ORDERS, lambda: _tell(office, kept, problem)):
        attempt(tally, ORDERS, lambda: office.shelf.refuse(kept, problem))


def _tell(office: Office, kept: KeptOrder, problem: Problem) -> None:
    """Write to the address that the school has for the maker, else to the office."""
    name = kept.order.name
    roles = sorted(roles_of(name, office.school.people)) if name else []
    tell(
        office,
        "order-refused",
        tuple(roles[:1]) or (OFFICE,),
        ref=kept.ref if kept.ref in office.cases.refs() else "",
        about=kept.about,
        by=kept.order.by,
        at=f"{kept.at:%d %b %Y %H:%M} UTC",
        id=kept.id[:8],
        why=problem.what,
        what_to_do=problem.what_to_do,
    )


def take_turn(
    office: Office, kept: KeptOrder, act: Callable[[Office, OrderT], StoodT], order: OrderT
) -> StoodT | None:
    """Carry out what was typed before, then this order, whose maker is here and hears of it.

    Args:
        office: the school, whose writer's lock the caller holds.
        kept: the order as it is on the shelf.
        act: what it asks for.
        order: the same order.

    Returns:
        What then stands; None where somebody else who held the lock carried it out already.

    Raises:
        LetterladderError: as the act, or as somebody else met it; the order waits no more.
    """
    try:
        carry_out_waiting(office, Tally(), before=kept)
        if not office.shelf.holds(kept):
            _hear(office, kept)
            return None
        stood = act(replace(office, order=kept.id), order)
    except LetterladderError:
        office.shelf.done(kept)
        raise
    office.shelf.done(kept)
    return stood


def _hear(office: Office, kept: KeptOrder) -> None:
    """Raises `Refused` with why the order was not done, where it was not."""
    for one in office.shelf.refused():
        if one.id == kept.id:
            office.shelf.drop(one)
            raise Refused(Problem(where=kept.ref or kept.about, what=one.refused, what_to_do=one.what_to_do))


def stands_now(office: Office, kept: KeptOrder) -> Stood:
    """What stands of what an order is about, without doing anything."""
    return standing(office, kept.ref) if kept.ref else Stood()


def problems_of_orders(office: Office) -> list[Problem]:
    """What is said of orders that wait, that were refused, or that cannot be read; for a round and for `check`."""
    waiting = [
        Problem(
            where=f"order {kept.id[:8]}",
            what=f"'{kept.about}', given by {kept.order.by} on {kept.at:%d %b %Y at %H:%M} UTC, still waits.",
            what_to_do="The next round or command carries it out. If it stays, see what else is said here.",
        )
        for kept in office.shelf.waiting()
    ]
    refused = [
        Problem(
            where=f"order {kept.id[:8]}",
            what=f"'{kept.about}', given by {kept.order.by}, was not done: {kept.refused}",
            what_to_do=f"{kept.what_to_do} Then: orders --drop {kept.id[:8]}.",
        )
        for kept in office.shelf.refused()
    ]
    return [*waiting, *refused, *office.shelf.problems()]


def orders_that_cannot_be_read(office: Office) -> list[Problem]:
    """The files of orders of which nobody knows what was ordered."""
    return list(office.shelf.problems())
