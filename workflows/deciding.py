"""What follows an answer or a lapse: the decision is asked for with the steps the policy allows, and recorded."""

from dataclasses import replace
from datetime import timedelta

from ..ground.english import uk_date
from ..ground.errors import Problem, Refused
from ..rules.cases.approvers import approver_of, reviewer_of
from ..rules.cases.case import Case
from ..rules.cases.events import DecisionAsked, DecisionMade
from ..rules.cases.who_may import decided_before, deciders_now, person_for
from ..rules.mails.codes import code_hash
from ..rules.mails.desk_links import to_case
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.people.school import ALTERNATE
from ..rules.policies.policy import NO_FURTHER_ACTION
from ..rules.standing.options import goes_aside, step_name
from ..rules.standing.standing import Offer, why_not
from ..rules.standing.steps import About, Ask, AskDecision
from ..rules.standing.stops import Act, stop_of
from .drafting import void_drafts
from .notices import letter_files, subject_of, write_page
from .office import Office, Signed


def ask_decision(office: Office, case: Case, step: AskDecision) -> None:
    """Ask the approver what follows."""
    role = _asked_role(office, case, step.ask)
    code = office.new_code() if office.school.approving.by_mail else ""
    message_id = office.new_id(case.ref)
    mail = decision_mail(office, case, step.ask, role=role, code=code, message_id=message_id)
    office.queue_mail(mail)
    office.note(
        case.ref,
        DecisionAsked(
            options=list(step.ask.options),
            trigger=step.on,
            message_id=message_id,
            code_hash=code_hash(code, ref=case.ref, subject=str(step.on), approver=role) if code else "",
            approver=role,
            expires=office.clock.today() + timedelta(days=office.school.approving.code_days),
        ),
    )


def _asked_role(office: Office, case: Case, step: Ask) -> str:
    """Who decides: at a review whoever approves its letter, so that one person reviews, decides and signs."""
    usual = ALTERNATE if case.alternate else step.who
    if step.about is not About.REVIEW:
        return usual
    steps = (office.school.policy.steps.get(name) for name in step.options)
    review = next((one for one in steps if one and one.is_review), None)
    return (
        approver_of(case, review, office.school)
        if review
        else reviewer_of(case, usual, office.school) or usual
    )


def decision_mail(
    office: Office, case: Case, step: Ask, *, role: str, code: str, message_id: str
) -> OutgoingMail:
    """The email that asks what happens next; `code` is "" where nothing is decided by email."""
    box = office.school.safeguarding_mailbox
    subject = subject_of(office, case.ref, "Please decide what happens next")
    draft = case.in_hand
    options = [
        {
            "step": name,
            "name": step_name(office.school.policy, name),
            "link": office.mailto(box, subject, f"DECIDE {code} {name}\n\nReason: ") if code else "",
        }
        for name in step.options
    ]
    fields = {
        "ref": case.ref,
        "approver": office.school.people[role].name,
        "adult": case.adult_name,
        "why": step.why,
        "options": options,
        "code": code,
        "draft": draft.letter if draft else "",
        "blocked": case.blocked.what if case.blocked else "",
        "answers": [f"{uk_date(one.on)} ({one.channel}): {one.summary}" for one in case.answers],
        "history": [f"{uk_date(day)}: {name}" for day, name in case.history],
        "code_days": office.school.approving.code_days,
    }
    written = write_page(office, "decision.j2", fields, to_case(office.school, case.ref))
    return OutgoingMail(
        message_id=message_id,
        kind=MailKind.DECISION,
        to=office.school.mails_of(role),
        subject=subject,
        text=written.text,
        html=written.html,
        files=letter_files(office, case.ref, draft.file, draft.pdf) if draft else (),
        ref=case.ref,
    )


def decide(office: Office, case: Case, step: str, reason: str, *, signed: Signed, role: str = "") -> None:
    """Record what a person chose.

    `role` is the one that was proved by its one-time code; "" where a name was typed, which must be of one who may.

    Raises:
        Refused: the case is stopped, the policy does not allow the step now, no reason is given, or the signer may
            not decide, or decided on what would be reviewed.
    """
    policy, today = office.school.policy, office.clock.today()
    stopped = stop_of(case, Act.DECIDE)
    if stopped:
        raise Refused(stopped.problem(case.ref))
    if not reason.strip():
        what = "A decision needs a reason, even the decision to do nothing more."
        raise Refused(Problem(where=case.ref, what=what, what_to_do="Add --reason '...'."))
    stop = why_not(case, policy, today, Offer(act=Act.DECIDE, on=step))
    if stop:
        raise Refused(stop.problem(case.ref))
    role, signed = _signer(office, case, step, signed, role=role)
    keep = case.in_hand and case.in_hand.letter == step
    if not keep:
        void_drafts(office, case, f"it was decided otherwise: {step}")
    event = DecisionMade(
        step=step,
        reason=reason.strip(),
        how=signed.how,
        mail=signed.mail,
        aside=goes_aside(case, policy, step),
        tell=role,
    )
    office.note(case.ref, event, by=signed.by)


def _signer(office: Office, case: Case, step_id: str, signed: Signed, *, role: str) -> tuple[str, Signed]:
    """The role that decides, and the signature in its holder's name."""
    what = f"decide on {step_id}" if step_id != NO_FURTHER_ACTION else "decide that nothing more is done"
    if not role:
        may = deciders_now(case, step_id, office.school)
        role, person = person_for(signed.by, may, office.school, where=case.ref, what=what)
        signed = replace(signed, by=person.name)
    step = office.school.policy.steps.get(step_id)
    if step and step.is_review and step.is_adverse and decided_before(case, role, office.school):
        fault = f"{office.school.people[role].name} decided on an earlier stage, so may not {what}."
        do = "The reviewer must be somebody who decided on no stage of it: [people.reviewer] in school.toml."
        raise Refused(Problem(where=case.ref, what=fault, what_to_do=do))
    return role, signed
