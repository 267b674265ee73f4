"""What follows an answer or a lapse: the decision is asked for with the steps the policy allows, and recorded."""

from dataclasses import dataclass
from datetime import timedelta

from ..ground.english import uk_date
from ..ground.errors import Problem, Refused
from ..rules.cases.approvers import (
    measure_reviewer,
    prolongs,
    promised_role,
    reviewer_of,
    standing_in,
    usual_approver,
)
from ..rules.cases.case import Case
from ..rules.cases.events import DecisionAsked, DecisionMade
from ..rules.cases.who_may import deciders_now
from ..rules.mails.codes import code_hash, code_holder
from ..rules.mails.desk_links import to_case
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.policies.policy import NO_FURTHER_ACTION, Step
from ..rules.standing.options import goes_aside, step_name
from ..rules.standing.standing import Offer, why_not
from ..rules.standing.steps import About, Ask, AskDecision
from ..rules.standing.stops import Act as Kind
from ..rules.standing.stops import stop_of
from ..rules.words import Stage
from .approving import whom_to_ask
from .drafting import void_drafts
from .notices import letter_files, subject_of, write_page
from .office import Office, Signed
from .panels import Signs, Voice, agree, refuse_decider, signs
from .signing import Act


def ask_decision(office: Office, case: Case, step: AskDecision) -> None:
    """Ask what follows: whoever usually decides, and beside them who decides on a step that the policy gives them.

    Each of several who hold a role has an email and a code of their own.
    """
    told: list[DecisionAsked] = []
    for role, options in _asked_roles(office, case, step.ask).items():
        for person in whom_to_ask(office, case, role):
            code = office.new_code() if office.school.approving.by_mail else ""
            whose = code_holder(role, person)
            bound = code_hash(code, ref=case.ref, subject=str(step.on), approver=whose) if code else ""
            message_id = office.new_id(case.ref)
            put = Put(role=role, person=person, options=options, code=code, message_id=message_id)
            office.queue_mail(decision_mail(office, case, step.ask, put))
            event = DecisionAsked(
                options=list(options),
                trigger=step.on,
                message_id=message_id,
                code_hash=bound,
                approver=role,
                person=person,
                expires=office.clock.today() + timedelta(days=office.school.approving.code_days),
            )
            told.append(event)
    # One write: nobody is left out by a stop in between.
    office.note(case.ref, *told)


def _asked_roles(office: Office, case: Case, step: Ask) -> dict[str, tuple[str, ...]]:
    """Who is asked, the usual one first, each with the steps on which they decide."""
    usual = _asked_role(office, case, step)
    found: dict[str, list[str]] = {usual: []}
    for name in step.options:
        known = office.school.policy.steps.get(name)
        found.setdefault(_decider_of(office, case, known) or usual, []).append(name)
    if not found[usual] and len(found) > 1:
        del found[usual]
    return {role: tuple(options) for role, options in found.items()}


def _decider_of(office: Office, case: Case, step: Step | None) -> str:
    """Whom a letter named for this decision, or the policy; "" for whoever usually decides."""
    if step is None or step.is_review:
        return ""
    if step.is_stage(Stage.DECISION) and (role := promised_role(case, step, office.school)):
        return role
    return standing_in(case, step.decider, office.school) if step.decider else ""


def _asked_role(office: Office, case: Case, step: Ask) -> str:
    """Who decides: at a review whoever approves its letter, so that one person reviews, decides and signs."""
    usual = standing_in(case, step.who, office.school)
    if step.about not in {About.REVIEW, About.ENDED}:
        return usual
    named = (measure_reviewer(case, name, office.school) for name in step.options)
    if role := next(filter(None, named), ""):
        return role
    steps = (office.school.policy.steps.get(name) for name in step.options)
    review = next((one for one in steps if one and one.is_review), None)
    return (
        usual_approver(case, review, office.school)
        if review
        else reviewer_of(case, usual, office.school) or usual
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """To whom a decision is put, with the steps on which they decide; `code` is "" where none is taken by email."""

    role: str
    person: str
    options: tuple[str, ...]
    code: str
    message_id: str


def decision_mail(office: Office, case: Case, step: Ask, put: Put) -> OutgoingMail:
    """The email that asks what happens next."""
    code, who = put.code, office.school.holder_at(put.person) or office.school.people[put.role]
    box = office.school.safeguarding_mailbox
    subject = subject_of(office, case.ref, "Please decide what happens next")
    draft = case.in_hand
    options = [
        {
            "step": name,
            "name": step_name(office.school.policy, name),
            "link": office.mailto(box, subject, f"DECIDE {code} {name}\n\nReason: ") if code else "",
        }
        for name in put.options
    ]
    fields = {
        "ref": case.ref,
        "approver": who.name,
        "needed": office.school.people[put.role].needs,
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
        message_id=put.message_id,
        kind=MailKind.DECISION,
        to=(who.email,),
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
    stopped = stop_of(case, Kind.DECIDE)
    if stopped:
        raise Refused(stopped.problem(case.ref))
    if not reason.strip():
        what = "A decision needs a reason, even the decision to do nothing more."
        raise Refused(Problem(where=case.ref, what=what, what_to_do="Add --reason '...'."))
    stop = why_not(case, policy, today, Offer(act=Kind.DECIDE, on=step))
    if stop:
        raise Refused(stop.problem(case.ref))
    by = _signer(office, case, step, signed, role=role)
    on = case.asked.trigger if case.asked else 0
    agreed = agree(office, case, by, Voice(step=step, reason=reason.strip(), on=on))
    if not agreed.is_enough:
        office.note(case.ref, *agreed.events, by=by.by)
        return
    keep = case.in_hand and case.in_hand.letter == step
    if not keep:
        void_drafts(office, case, f"it was decided otherwise: {step}")
    event = DecisionMade(
        step=step,
        reason=reason.strip(),
        how=signed.how,
        mail=signed.mail,
        aside=goes_aside(case, policy, step),
        tell=by.role,
        person=by.actor.name,
        agreed=agreed.names,
    )
    office.note(case.ref, *agreed.events, event, by=by.by)


def _signer(office: Office, case: Case, step_id: str, signed: Signed, *, role: str) -> Signs:
    """Who decides, in which role; nobody on what would review their own decision."""
    what = f"decide on {step_id}" if step_id != NO_FURTHER_ACTION else "decide that nothing more is done"
    may = deciders_now(case, step_id, office.school)
    if role:
        may = (role,) if role in may else ()
    by = signs(office, signed, may, Act(where=case.ref, what=what, case=case), proved=bool(role))
    step = office.school.policy.steps.get(step_id)
    if step and step.is_adverse and (step.is_review or prolongs(case, step)):
        refuse_decider(office, case, by, what)
    return by
