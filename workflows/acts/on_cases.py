"""Acts that say what a case is and how it stands: triage, answer, decide, hold, release, reopen, correct."""

from dataclasses import dataclass

from ...ground.errors import Problem, Refused
from ...rules.cases.events import AnswerRecorded
from ...rules.cases.who_may import takers_of_alerts
from ...rules.office.orders import (
    Correct,
    Decide,
    PlaceHold,
    RecordAnswer,
    ReleaseHold,
    Reopen,
    TakeAlert,
    Triage,
)
from ...rules.people.rights import Right
from ...rules.standing.next_step import question_of
from .. import answering, correcting, deciding, reopening
from ..office import Office, Signed, Tally
from ..signing import Act, signed_by
from ..taking import take_alert
from .standing import Stood, begun, case_of, go_on, refuse_unproved, signed_with_a_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What proved the giver of an order that came by email: the role whose one-time code it bears, and the email."""

    role: str
    mail: str

    def signed(self, by: str) -> Signed:
        """The signature for the log."""
        return Signed(by=by, how="mail", mail=self.mail)


def triage(office: Office, order: Triage) -> Stood:
    """Set adult, pupils and conduct, and clear the case to proceed; ending an alert is signed with a name.

    Raises:
        WrongUsage: an alert would be ended without a name.
        Refused: as `answering.triage_case`; or stale.
    """
    case, order = begun(office, order, Right.TRIAGE, "say what a case is about")
    if order.clear and case.alerted:
        signed_with_a_name(order, "Ending an alert")
        refuse_unproved(office, order.way, order.ref, "end an alert")
    elif order.alternate and not case.alternate:
        refuse_unproved(office, order.way, order.ref, "pass a case to the alternate approver")
    said = answering.TriageOrder(
        adult=order.adult,
        pupils=order.pupils,
        conduct=order.conduct,
        clear=order.clear,
        alternate=order.alternate,
        note=order.note,
        ladder=order.ladder,
    )
    answering.triage_case(office, case, said, by=order.by, how=order.way)
    return go_on(office, order.ref)


def take(office: Office, order: TakeAlert) -> Stood:
    """Note that somebody has the alert of the case; it is not repeated.

    Raises:
        WrongUsage: no name was typed.
        Refused: no alert waits for somebody; or stale.
    """
    signed_with_a_name(order, "Taking an alert")
    case = case_of(office, order)
    who = signed_by(
        office,
        order.by,
        takers_of_alerts(office.school),
        Act(where=case.ref, what="take an alert", case=case),
    )
    take_alert(office, case.ref, who, by=who)
    return go_on(office, order.ref)


def answer(office: Office, order: RecordAnswer) -> Stood:
    """Record what the adult answered.

    Raises:
        WrongUsage: nobody calls an answer so.
        Refused: as `answering.record_answer`; or stale.
    """
    case = case_of(office, order)
    outcome, own = answering.answer_meant(office, case, order.outcome)
    event = AnswerRecorded(
        outcome=outcome,
        own=own,
        channel=order.channel,
        on=order.on,
        summary=order.summary,
        letter=order.letter,
    )
    case, order = begun(office, order, Right.POST, "record an answer")
    answering.record_answer(office, case, event, by=order.by)
    return go_on(office, order.ref)


def decide(office: Office, order: Decide, *, proof: Proof | None = None, tally: Tally | None = None) -> Stood:
    """Record the decision after an answer or a lapse.

    Args:
        office: the school.
        order: the decision.
        proof: of its giver, where it came by email.
        tally: of the round in which it came.

    Raises:
        Refused: as `deciding.decide`; something else is to be decided now; or stale.
    """
    case = case_of(office, order)
    if not proof:
        refuse_unproved(office, order.way, order.ref, "decide in a case")
    if order.trigger and order.trigger != question_of(case):
        what = "What was to be decided has changed since this was asked."
        raise Refused(Problem(where=case.ref, what=what, what_to_do="Reply to the newest email."))
    signed, role = (
        (proof.signed(order.by), proof.role) if proof else (Signed(by=order.name, how=order.way), "")
    )
    deciding.decide(office, case, order.step, order.reason, signed=signed, role=role)
    return go_on(office, order.ref, tally)


def hold(office: Office, order: PlaceHold) -> Stood:
    """Freeze the case.

    Raises:
        Refused: it is on hold or closed already; or stale.
    """
    case, order = begun(office, order, None, "put a case on hold")
    answering.place_hold(office, case, order.hold_for, order.note, by=order.by)
    return go_on(office, order.ref)


def release(office: Office, order: ReleaseHold) -> Stood:
    """Thaw the case; dates are counted again.

    Raises:
        Refused: it is not on hold, or the signer's role may not release it; or stale.
    """
    case = case_of(office, order)
    refuse_unproved(office, order.way, order.ref, "release a hold")
    answering.release_hold(office, case, order.note, by=order.name, how=order.way)
    return go_on(office, order.ref)


def reopen(office: Office, order: Reopen) -> Stood:
    """Take a closed case up again.

    Raises:
        WrongUsage: no name was typed.
        Refused: as `reopening.reopen`; or stale.
    """
    by, case = signed_with_a_name(order, "Taking a case up again"), case_of(office, order)
    refuse_unproved(office, order.way, order.ref, "take a case up again")
    reopening.reopen(office, case, order.reason, by=by, how=order.way)
    return go_on(office, order.ref)


def correct(office: Office, order: Correct) -> Stood:
    """Say what is wrong in a line of the case.

    Raises:
        WrongUsage: no name was typed.
        Refused: as `correcting.correct`; or stale.
    """
    signed_with_a_name(order, "A correction")
    case, order = begun(office, order, Right.POST, "correct a line")
    said = correcting.Correction(
        line=order.line, what=order.what, posted_on=order.posted_on, no_answer=order.no_answer
    )
    correcting.correct(office, case, said, by=order.by)
    return go_on(office, order.ref)
