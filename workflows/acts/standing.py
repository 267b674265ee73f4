"""What every act shares: the state it was ordered of, going on after it, and what then stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from msgspec.structs import replace

from ...ground.errors import Problem, Refused, WrongUsage
from ...rules.cases.case import Case
from ...rules.cases.events import AlertRepeated, AlertSent, Entry, ReminderSent, SignerTold
from ...rules.cases.sentences import sentence
from ...rules.office.orders import PROVED, OfCase, Order
from ...rules.people.rights import Right
from ...rules.standing.next_step import next_step
from ...rules.standing.steps import Next
from ..advance import advance
from ..office import Office, Tally
from ..signing import Act, actor_of, with_right
from ..troubles import attempt

OrderT = TypeVar("OrderT", bound=Order)
OfCaseT = TypeVar("OfCaseT", bound=OfCase)

QUIET = AlertSent | AlertRepeated | ReminderSent | SignerTold
"""Lines that only say that one of our emails left: an order is not stale because of them."""

MOST_TOLD = 8
"""Sentences of what changed; more are counted."""


class Stale(Refused):
    """The case was written on after the maker of an order last saw it; nothing was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """What stands after an act.

    Attributes:
        ref: the case; "" where the act is about none.
        waits_for: what the case waits for now.
        problems: what a person should hear of, met while the case went on.
        refused: why the act itself was not done, where the case went on all the same.
    """

    ref: str = ""
    waits_for: Next | None = None
    problems: tuple[Problem, ...] = ()
    refused: Refused | None = field(default=None, compare=False)


def case_of(office: Office, order: OfCase) -> Case:
    """The case that is meant, as its log tells it now.

    Raises:
        Refused: there is no such case.
        Stale: it was written on after the line that the maker of the order saw.
    """
    refuse_stale(office, order.ref, order.seen)
    return office.case(order.ref)


def begun(office: Office, order: OfCaseT, right: Right | None, what: str) -> tuple[Case, OfCaseT]:
    """The case that is meant, and the order signed with the full name of whoever gives it.

    Args:
        office: the school.
        order: what is ordered.
        right: what they must have; None: it is free to everybody of the school.
        what: the act as it follows "may": "record a posting".

    Raises:
        Refused: there is no such case; or as `in_person`.
        Stale: as `case_of`.
    """
    case = case_of(office, order)
    return case, in_person(office, order, right, Act(where=order.ref, what=what, case=case))


def in_person(office: Office, order: OrderT, right: Right | None, act: Act) -> OrderT:
    """The order in the full name of the person of the school who gives it.

    Where no name was typed it stays in that of the machine's account, and whatever needs a person says so itself.

    Raises:
        Refused: nobody of the school is called so, they have not this right, or they are too near to the case.
    """
    if not order.name.strip():
        return order
    actor = with_right(office, order.by, right, act) if right else actor_of(office, order.by, act)
    return replace(order, by=actor.name)


def in_full(office: Office, by: str, right: Right, what: str) -> str:
    """The full name of somebody of the school who has this right, for an act about no case; refused as `in_person`."""
    return with_right(office, by, right, Act(where="--by", what=what)).name


def refuse_stale(office: Office, ref: str, seen: int | None) -> None:
    """Do nothing where the case is as its reader last saw it.

    Args:
        office: the school.
        ref: the case.
        seen: the number of the last line seen; None: nobody says.

    Raises:
        Stale: with what changed since, in plain sentences.
    """
    if seen is None:
        return
    entries = office.cases.read(ref)
    last = entries[-1].seq if entries else 0
    news = [entry for entry in entries if entry.seq > seen and not isinstance(entry.event, QUIET)]
    if seen > last:
        raise _stale(ref, f"Line {seen} was seen, but the case has {last} lines.", last)
    if news:
        raise _stale(ref, f"This has happened since line {seen}: {' '.join(_told(news))}", last)


def _told(news: list[Entry]) -> Iterator[str]:
    for entry in news[:MOST_TOLD]:
        yield f"({entry.seq}) {sentence(entry).rstrip('.')}."
    if len(news) > MOST_TOLD:
        yield f"And {len(news) - MOST_TOLD} more lines."


def _stale(ref: str, what: str, last: int) -> Stale:
    do = f"Nothing was done. Look at `case {ref}`; if it still holds, give it again with --seen {last}."
    return Stale(Problem(where=ref, what=what, what_to_do=do))


def signed_with_a_name(order: Order, what: str) -> str:
    """The name that was typed.

    Raises:
        WrongUsage: none was.
    """
    if order.name.strip():
        return order.name.strip()
    do = "Add --by NAME."
    raise WrongUsage(Problem(where="--by", what=f"{what} is signed with a name.", what_to_do=do))


def refuse_unproved(office: Office, way: str, where: str, what: str) -> None:
    """Let an act that needs somebody's own word pass only where it is theirs; in a rehearsal a typed name is enough.

    Args:
        office: the school.
        way: how it is given, as `Order.way`.
        where: the case, or what else it is about.
        what: the act as it follows "may": "approve a letter".

    Raises:
        Refused: nothing but a typed name says who gives it.
    """
    if office.rehearsal or way in PROVED:
        return
    told = f"Nobody may {what} by a typed name alone: anybody can type it. Nothing was done."
    do = "Sign in first: letterladder sign-in --by NAME. Or, where an email asked for it, give its code: --code CODE."
    raise Refused(Problem(where=where, what=told, what_to_do=do))


def go_on(office: Office, ref: str, tally: Tally | None = None) -> Stood:
    """Take the case further, as far as it goes without a person; what then stands.

    Args:
        office: the school.
        ref: the case.
        tally: of the round in which this is; what breaks is noted there, and the round tries it again.
    """
    if tally is not None:
        attempt(tally, ref, lambda: advance(office, ref, tally))
        return standing(office, ref)
    own = Tally()
    step = advance(office, ref, own)
    return Stood(ref=ref, waits_for=step, problems=tuple(own.problems))


def standing(office: Office, ref: str) -> Stood:
    """What the case waits for, without doing anything."""
    return Stood(ref=ref, waits_for=next_step(office.case(ref), office.school.policy, office.clock.today()))
