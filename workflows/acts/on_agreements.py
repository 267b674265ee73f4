"""Acts on rounds of agreements: keep the letters of a new one, approve, withdraw, post, and what came back.

Like a copy, none is kept to be carried out later: whoever gives it waits for it.
"""

import hashlib
from dataclasses import dataclass
from datetime import date

from ...ground.english import uk_date
from ...ground.errors import Problem, Refused
from ...ground.moments import local_day
from ...rules.cases.case_parts import Signature
from ...rules.mails.desk_links import to_agreements
from ...rules.office.agreement_events import (
    ALL_LETTERS,
    AgreementReturned,
    AgreementsApproved,
    AgreementsDrawnUp,
    AgreementsPosted,
    AgreementsWithdrawn,
    LetterMade,
    Round,
)
from ...rules.office.agreement_rounds import fold_rounds
from ...rules.office.exports import AnyOfficeEvent
from ...rules.people.school import OFFICE
from ..notices import tell
from ..office import Office
from ..signing import Act, signed_by
from ..telling_signers import queue_receipt
from .agreement_letters import DrawnUp, agreement_step, file_names
from .standing import Stale, Stood, refuse_unproved


@dataclass(frozen=True, slots=True, kw_only=True)
class OfRound(Stood):
    """The round, as it stands now."""

    round: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """What one adult did with their agreement: signed it or would not, on which day."""

    adult: str
    signed: bool
    on: date
    note: str = ""


def keep_round(office: Office, drawn: DrawnUp, *, by: str) -> OfRound:
    """Keep the letters, log the round, and ask the approver.

    Raises:
        Stale: another round was drawn up meanwhile.
        WorldFailed: the disk is full or broken; what was kept is not counted.
    """
    if drawn.round in fold_rounds(office.agreements.entries()):
        what = f"Another round {drawn.round} was drawn up in the meantime."
        raise Stale(Problem(where="agreements", what=what, what_to_do="Try again."))
    for name, content in file_names(drawn):
        office.agreement_files.put(drawn.round, name, content)
    wanted = drawn.wanted
    event = AgreementsDrawnUp(
        round=drawn.round,
        title=wanted.title,
        version=wanted.version,
        points=list(wanted.points),
        reason=wanted.reason,
        letters=[LetterMade(adult=adult, sha256=sha256) for adult, sha256 in drawn.hashes.items()],
        pdf_sha256=hashlib.sha256(drawn.pdf).hexdigest() if drawn.pdf else "",
        return_by=drawn.return_by,
        left_out=len(drawn.left_out),
    )
    _note(office, event, by)
    _tell(office, "agreements", agreement_step(office).approver, _round(office, drawn.round))
    return OfRound(round=drawn.round)


def approve_round(office: Office, round_: str, *, by: str, way: str = "command") -> OfRound:
    """Approve all letters of a round, as they are kept; whoever approved is told so at their own address.

    Raises:
        Refused: there is no such round, it is not waiting, a letter is not the one that was drawn up, the signer's
            role may not approve it, or nothing but a typed name says who signs.
    """
    refuse_unproved(office, way, round_, "approve an agreement")
    found = _waiting(office, round_)
    role = agreement_step(office).approver
    name = signed_by(office, by, (role,), Act(where=round_, what="approve the agreement"))
    changed = [
        name
        for name, sha256 in found.files.items()
        if office.agreement_files.sha256_of(round_, name) != sha256
    ]
    if changed:
        named = ", ".join(changed[:5])
        what = f"{len(changed)} of its files are missing or were changed ({named}), so nothing was approved."
        raise Refused(
            Problem(where=round_, what=what, what_to_do="Withdraw the round, and draw it up again.")
        )
    # Queued first: a receipt too many is better than none.
    what = f"approved: the agreement for families, round {round_}, {len(found.letters)} letters"
    done = Signature(seq=0, at=office.clock.now(), role=role, how=way, what=what, person=name)
    queue_receipt(office, done)
    _note(office, AgreementsApproved(round=round_, approver=role), name)
    _tell(office, "agreements-to-post", OFFICE, found)
    return OfRound(round=round_)


def withdraw_round(office: Office, round_: str, reason: str, *, by: str, seen: str = "") -> OfRound:
    """Take a round back before it left; `seen` is how far it was when whoever withdraws it looked, "" for no matter.

    Raises:
        Stale: it has gone on since.
        Refused: there is no such round, it has left or is withdrawn, or no reason is given.
    """
    found = _round(office, round_)
    if seen and seen != found.stands:
        what = f"This round was {seen} when you looked at it, and is {found.stands} now. Nothing was done."
        raise Stale(Problem(where=round_, what=what, what_to_do="Look at it as it stands, and decide again."))
    if found.withdrawn:
        what, do = "It was withdrawn already.", "See `agreements`."
        raise Refused(Problem(where=round_, what=what, what_to_do=do))
    if found.posted_on:
        what = "It has left the school already."
        raise Refused(Problem(where=round_, what=what, what_to_do="Record what comes back."))
    if not reason.strip():
        raise Refused(Problem(where=round_, what="A reason is needed.", what_to_do="Add --reason '...'."))
    _note(office, AgreementsWithdrawn(round=round_, reason=reason.strip()), by)
    return OfRound(round=round_)


def round_posted(office: Office, round_: str, on: date, *, by: str) -> OfRound:
    """Record that the letters of a round left.

    Raises:
        Refused: there is no such round, nobody has approved it, it left before, or the day has not come.
    """
    found = _round(office, round_)
    if not found.approved_by or found.withdrawn:
        what = "It was withdrawn." if found.withdrawn else "Nobody has approved it, so it may not leave."
        raise Refused(Problem(where=round_, what=what, what_to_do="See `agreements`."))
    if found.posted_on:
        what = f"It left on {found.posted_on.isoformat()}."
        raise Refused(Problem(where=round_, what=what, what_to_do="Record what comes back."))
    _not_ahead(office, round_, on)
    _not_before(round_, on, _approved_on(office, round_), "was approved")
    _note(office, AgreementsPosted(round=round_, on=on), by)
    return OfRound(round=round_)


def came_back(office: Office, round_: str, back: Back, *, by: str) -> OfRound:
    """Record that an adult signed, or will not.

    Raises:
        Refused: there is no such round, it has not left, this adult had no letter of it, or the day has not come.
    """
    found = _round(office, round_)
    if found.posted_on is None:
        raise Refused(
            Problem(where=round_, what="It has not left the school.", what_to_do="See `agreements`.")
        )
    if back.adult not in found.letters:
        what = f"{back.adult} had no letter of this round."
        raise Refused(Problem(where=round_, what=what, what_to_do="See `agreements` for the numbers."))
    _not_ahead(office, round_, back.on)
    _not_before(round_, back.on, found.posted_on, "left the school")
    event = AgreementReturned(round=round_, adult=back.adult, signed=back.signed, on=back.on, note=back.note)
    _note(office, event, by)
    return OfRound(round=round_)


def letters_of_round(office: Office, round_: str) -> bytes:
    """All letters of a round as one PDF, to read or to print.

    Raises:
        Refused: there is no such round, or no PDF of it.
    """
    _round(office, round_)
    return office.agreement_files.read(round_, ALL_LETTERS)


def _waiting(office: Office, round_: str) -> Round:
    found = _round(office, round_)
    if found.withdrawn or found.approved_by:
        what = "It was withdrawn." if found.withdrawn else "It is approved already."
        raise Refused(Problem(where=round_, what=what, what_to_do="See `agreements`."))
    return found


def _round(office: Office, round_: str) -> Round:
    rounds = fold_rounds(office.agreements.entries())
    if round_ in rounds:
        return rounds[round_]
    known = ", ".join(rounds) or "none"
    raise Refused(
        Problem(where=round_, what="There is no such round of agreements.", what_to_do=f"Known: {known}.")
    )


def _not_ahead(office: Office, round_: str, on: date) -> None:
    if on > office.clock.today():
        what = f"{on.isoformat()} has not come yet."
        raise Refused(Problem(where=round_, what=what, what_to_do="Record it on the day."))


def _not_before(round_: str, on: date, first: date | None, what: str) -> None:
    """Nothing is posted before it is approved, and nothing comes back before it left."""
    if first and on < first:
        told = f"{uk_date(on)} is before the day on which this round {what}, {uk_date(first)}."
        raise Refused(Problem(where=round_, what=told, what_to_do="Check the day."))


def _approved_on(office: Office, round_: str) -> date | None:
    approvals = (
        local_day(entry.at)
        for entry in office.agreements.entries()
        if isinstance(entry.event, AgreementsApproved) and entry.event.round == round_
    )
    return next(approvals, None)


def _tell(office: Office, text: str, role: str, found: Round) -> None:
    link = to_agreements(office.school, found.id)
    tell(office, text, (role,), link=link, title=found.title, letters=len(found.letters), round=found.id)


def _note(office: Office, event: AnyOfficeEvent, by: str) -> None:
    office.agreements.append(office.clock.now(), by, event)
