"""What follows an answer or a lapse: the decision is asked for with the steps the policy allows, and recorded."""

from dataclasses import replace
from datetime import timedelta

from ..ground.errors import Problem, Refused
from ..rules.cases.approvers import approver_of, reviewer_of
from ..rules.cases.case import Case
from ..rules.cases.events import DecisionAsked, DecisionMade
from ..rules.cases.gates import barred
from ..rules.cases.next_step import About, Ask, options_now
from ..rules.cases.options import goes_aside
from ..rules.cases.who_may import decided_before, deciders_now, person_for
from ..rules.mails.codes import code_hash
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.people.school import ALTERNATE
from ..rules.policies.policy import NO_FURTHER_ACTION, Policy
from .drafting import void_drafts
from .notices import letter_files, subject_of
from .office import Office, Signed


def decision_key(case: Case) -> int:
    """The log line a decision is about: the answer or the lapse, the reopening, else the last posting or action."""
    if case.trigger:
        return case.trigger.seq
    if case.reopened:
        return case.reopened
    return case.last_posted.seq if case.last_posted else 0


def ask_decision(office: Office, case: Case, step: Ask) -> bool:
    """Ask the approver what follows, once for each answer or lapse; False where it was asked before."""
    key = decision_key(case)
    if case.asked and case.asked.trigger == key:
        return False
    role = _asked_role(office, case, step)
    code = office.new_code()
    message_id = office.new_id(case.ref)
    mail = _decision_mail(office, case, step, role=role, code=code, message_id=message_id)
    office.queue_mail(mail)
    office.note(
        case.ref,
        DecisionAsked(
            options=list(step.options),
            trigger=key,
            message_id=message_id,
            code_hash=code_hash(code, ref=case.ref, subject=str(key), approver=role),
            approver=role,
            expires=office.clock.today() + timedelta(days=office.school.code_days),
        ),
    )
    return True


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


def _decision_mail(
    office: Office, case: Case, step: Ask, *, role: str, code: str, message_id: str
) -> OutgoingMail:
    box = office.school.safeguarding_mailbox
    subject = subject_of(office, case.ref, "a decision is needed")
    draft = case.in_hand
    options = [
        {
            "step": name,
            "name": step_name(office.school.policy, name),
            "link": office.mailto(box, subject, f"DECIDE {code} {name}\n\nReason: "),
        }
        for name in step.options
    ]
    fields = {
        "ref": case.ref,
        "school": office.school.name,
        "approver": office.school.people[role].name,
        "adult": case.adult_name,
        "why": step.why,
        "options": options,
        "code": code,
        "draft": draft.letter if draft else "",
        "blocked": case.blocked.what if case.blocked else "",
        "answers": [f"{one.on.isoformat()} ({one.channel}): {one.summary}" for one in case.answers],
        "history": [f"{day.isoformat()}: {name}" for day, name in case.history],
        "code_days": office.school.code_days,
    }
    return OutgoingMail(
        message_id=message_id,
        kind=MailKind.DECISION,
        to=office.school.mails_of(role),
        subject=subject,
        text=office.texts.write("decision.j2", fields),
        files=letter_files(office, case.ref, draft.file, draft.pdf) if draft else (),
        ref=case.ref,
    )


def step_name(policy: Policy, step: str) -> str:
    """The plain name of a step: "Written warning", "No further action"."""
    if step == NO_FURTHER_ACTION:
        return "No further action; the case is closed"
    return policy.steps[step].name if step in policy.steps else step


def decide(office: Office, case: Case, step: str, reason: str, *, signed: Signed, role: str = "") -> None:
    """Record what a person chose.

    `role` is the one that was proved by its one-time code; "" where a name was typed, which must be of one who may.

    Raises:
        Refused: the case is stopped, the policy does not allow the step now, no reason is given, or the signer may
            not decide, or decided on what would be reviewed.
    """
    _may_decide(case)
    if not reason.strip():
        what = "A decision needs a reason, also the decision to do nothing more."
        raise Refused(Problem(where=case.ref, what=what, what_to_do="Add --reason '...'."))
    today = office.clock.today()
    refusal = barred(case, office.school.policy, step, today)
    options = options_now(case, office.school.policy, today)
    if refusal or step not in options:
        named = "; ".join(f"{name} = {step_name(office.school.policy, name)}" for name in options)
        what = str(refusal or f"The policy '{office.school.policy.title}' does not allow {step} now.")
        raise Refused(
            Problem(where=case.ref, what=what, what_to_do=f"Choose one of: {named or 'nothing yet'}.")
        )
    role, signed = _signer(office, case, step, signed, role=role)
    keep = case.in_hand and case.in_hand.letter == step
    if not keep:
        void_drafts(office, case, f"it was decided otherwise: {step}")
    event = DecisionMade(
        step=step,
        reason=reason.strip(),
        how=signed.how,
        mail=signed.mail,
        aside=goes_aside(case, office.school.policy, step),
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
        do = "Somebody who decided on no stage of it reviews: [people.reviewer] in school.toml."
        raise Refused(Problem(where=case.ref, what=fault, what_to_do=do))
    return role, signed


def _may_decide(case: Case) -> None:
    stop = ""
    if case.closed:
        stop = "The case is closed."
        do = f"A new report opens a new case; to take this one up again: reopen {case.ref}."
    elif case.hold:
        stop, do = f"The case is on hold for {case.hold}.", f"Release it first: release {case.ref}."
    elif case.alerted:
        stop, do = "The case was stopped by an alert.", f"Clear it by name first: triage {case.ref} --clear."
    elif not case.clear:
        stop, do = "The case is not triaged yet.", f"Say what it is: triage {case.ref} --conduct ID --clear."
    if stop:
        raise Refused(Problem(where=case.ref, what=stop, what_to_do=do))
