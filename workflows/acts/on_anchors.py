"""Acts on the anchor: two people say that they know why something no longer fits it.

Like a copy, none is kept to be carried out later: what does not fit was looked at just now.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ...ground.errors import Problem, Refused, WrongUsage
from ...rules.cases.case_parts import Signature
from ...rules.office.acknowledged import Breaks, Word, Words, is_by, pair_of, said_of, what_of
from ...rules.office.anchors import anchors_in, day_in_words, grouped
from ...rules.office.exports import BreakAcknowledged, OfficeEntry
from ...rules.people.acting import Actor
from ...rules.people.rights import Right, rights_at, roles_with
from ..office import Office
from ..signing import Act, actor_of
from ..telling_signers import queue_receipt
from .standing import Stood, refuse_unproved

WHERE = "acknowledge-break"
WHAT = "acknowledge a break"


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgeBreak:
    """Who knows why what does not fit.

    Attributes:
        by: who.
        way: how they gave it, as `Order.way`.
        why: in their words.
        breaks: what `verify` found just now.
        numbers: numbers from anchor emails that are of no anchor of this folder: 16 to 64 hex digits each.
    """

    by: str
    way: str = "command"
    why: str
    breaks: Breaks
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(Stood):
    """In words: what now counts, as two have named it; and what waits for a second person. "" is nothing."""

    counts: str
    waits: str


def who_acknowledges(office: Office, by: str, way: str) -> Actor:
    """Whoever may: those who may release a hold, and those who get the anchor.

    Raises:
        Refused: nobody of the school is meant, they may not, or nothing but a typed name says who it is.
    """
    refuse_unproved(office, way, WHERE, WHAT)
    actor, school = actor_of(office, by, Act(where=WHERE, what=WHAT)), office.school
    told = {one.casefold() for one in school.anchor_to}
    if actor.email and (
        actor.email.casefold() in told or Right.HOLD in rights_at(school.policy, actor.roles)
    ):
        return actor
    roles = [role for role in roles_with(Right.HOLD) if role in school.people]
    people = [*(one for role in roles for one in school.people[role].holders)]
    people += [one for one in school.holders if one.email.casefold() in told]
    may = ", ".join(dict.fromkeys(f"{one.name} ({one.role})" for one in people))
    what, do = f"{actor.named} may not {WHAT}.", f"Those who may: {may or 'nobody'}."
    raise Refused(Problem(where=WHERE, what=what, what_to_do=do))


def acknowledge(office: Office, order: AcknowledgeBreak) -> Acknowledged:
    """Log what this person acknowledges; it counts for what a second, different person has named as well.

    Raises:
        WrongUsage: no reason is given.
        Refused: nothing is broken, they have said it already, the log of anchors itself does not fit, or as
            `who_acknowledges`.
        LogBroken: the log of anchors does not fit its hash chain.
    """
    if not order.why.strip():
        raise WrongUsage(Problem(where="--why", what="A reason is needed.", what_to_do="Add --why '...'."))
    actor = who_acknowledges(office, order.by, order.way)
    if order.breaks.book:
        what = f"The log of anchors itself does not fit, and nothing can be built on it: {order.breaks.book[0].what}"
        raise Refused(Problem(where=WHERE, what=what, what_to_do="Restore it from the last backup."))
    entries = office.anchors.entries()
    words = Words(entries)
    for number in order.numbers:
        _refuse_known(entries, number)
    numbers = [one for one in dict.fromkeys(order.numbers) if not pair_of(words.of_number(one))]
    if not order.breaks.lost and not numbers:
        raise Refused(_nothing(order))
    said = said_of(entries, order.breaks.lost)
    lost = [head for head, by in said.items() if not _said(by, actor)]
    numbers = [one for one in numbers if not _said(words.of_number(one), actor)]
    if not lost and not numbers:
        raise Refused(_already(actor))
    event = BreakAcknowledged(
        lost=lost,
        stands=list(order.breaks.stands),
        numbers=numbers,
        why=order.why.strip(),
        email=actor.email,
        way=order.way,
    )
    _receipt(office, actor, event)
    office.anchors.append(office.clock.now(), actor.name, event)
    return _stood(office, event)


def _said(words: list[Word], actor: Actor) -> bool:
    return any(is_by(word, actor) for word in words)


def _refuse_known(entries: Sequence[OfficeEntry], number: str) -> None:
    """A number that is among the anchors is no break by itself."""
    for anchor in anchors_in(entries):
        if anchor.root.startswith(number):
            day = day_in_words(anchor)
            what = f"{grouped(number)} is the anchor of {day}, and this folder has it. Nothing was written."
            raise Refused(Problem(where="--anchor", what=what, what_to_do="Leave this number out."))


def _nothing(order: AcknowledgeBreak) -> Problem:
    what = "Nothing is broken that is not acknowledged already, and nothing was written."
    if order.numbers:
        return Problem(where=WHERE, what=what, what_to_do="`verify` shows what was acknowledged.")
    do = "If a number from an anchor email does not fit, add it: --anchor '0f3c 91aa 27d0 5b1e'."
    return Problem(where=WHERE, what=what, what_to_do=do)


def _already(actor: Actor) -> Problem:
    what = f"{actor.named} has acknowledged all of this already, and nothing was written."
    return Problem(
        where=WHERE, what=what, what_to_do="A second, different person is needed, signed in as such."
    )


def _receipt(office: Office, actor: Actor, event: BreakAcknowledged) -> None:
    # Queued first: a receipt too many is better than none.
    what = (
        f"acknowledged as no longer fitting its anchor (“{event.why}”): {what_of(event.lost, event.numbers)}"
    )
    done = Signature(
        seq=0,
        at=office.clock.now(),
        role=next(iter(actor.roles), ""),
        how=event.way,
        what=what,
        person=actor.name,
    )
    queue_receipt(office, done, to=actor.email)


def _stood(office: Office, event: BreakAcknowledged) -> Acknowledged:
    entries = office.anchors.entries()
    said = said_of(entries, event.lost)
    words = Words(entries)
    heads = [head for head in event.lost if pair_of(said[head])]
    numbers = [one for one in event.numbers if pair_of(words.of_number(one))]
    return Acknowledged(
        counts=what_of(heads, numbers),
        waits=what_of(
            [one for one in event.lost if one not in heads],
            [one for one in event.numbers if one not in numbers],
        ),
    )
