"""The one answer to "may this case go on, what stops it, what comes next, and who may do what now?".

The round, replies by email, commands, lists and reminders ask here, or the modules of this room that this one joins.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from ...ground.english import uk_date
from ..cases.case import Case, LetterState
from ..cases.consulting import not_consulted
from ..cases.gates import barred
from ..people.school import ALTERNATE, School
from ..policies.policy import Policy
from ..policies.refusal import Refusal
from ..words import LetterStatus
from .dates import awaited_letter
from .drafts import drafts_now, is_letter
from .next_step import next_step
from .options import choices, options_now, refusal_of, step_name
from .steps import About, Next, Wait, asked_of
from .stops import Act, Cause, Stop, day_of, leaving_letter, stale_letter, stop_of, stops


class Offer(Struct, frozen=True, kw_only=True):
    """One act that may be done now. `on` is the letter or the step it is about, "" where there is nothing to name."""

    act: Act
    on: str = ""


class Standing(Struct, frozen=True, kw_only=True):
    """Where a case stands today.

    Attributes:
        next: what the round does next, or what the case waits for.
        stops: everything that stands in the way or is waited for, the strongest first.
        options: the steps that may be decided on now, the default first.
        not_now: the steps that the policy names here and that may not be taken now, with why and from when.
        offers: the acts that a person may do now.
    """

    next: Next
    stops: tuple[Stop, ...]
    options: tuple[str, ...]
    not_now: Mapping[str, Refusal]
    offers: tuple[Offer, ...]


def standing(case: Case, school: School, today: date) -> Standing:
    """Where this case stands today, whole; who needs one thing only asks for that."""
    policy = school.policy
    step = next_step(case, policy, today)
    options, not_now = choices(case, policy, today)
    return Standing(
        next=step,
        stops=(*stops(case), *_waits(case, step), *_conflict(case, school)),
        options=options,
        not_now=not_now,
        offers=tuple(_offers(case, policy, today, options)),
    )


def _offers(case: Case, policy: Policy, today: date, options: tuple[str, ...]) -> Iterator[Offer]:
    letter = case.in_hand.letter if case.in_hand else ""
    for act in (Act.APPROVE, Act.RETURN, Act.POSTED, Act.ANSWER):
        offer = Offer(act=act, on="" if act is Act.ANSWER else letter)
        if why_not(case, policy, today, offer) is None:
            yield offer
    if stop_of(case, Act.DRAFT) is None:
        for name in drafts_now(case, policy, today):
            if is_letter(policy, name):
                yield Offer(act=Act.DRAFT, on=name)
    for name in options:
        yield Offer(act=Act.DECIDE, on=name)


def why_not(case: Case, policy: Policy, today: date, offer: Offer) -> Stop | None:
    """Why this act may not be done now, with the way through; None where it may."""
    stop = stop_of(case, offer.act)
    if stop:
        return stop
    match offer.act:
        case Act.APPROVE:
            return (
                _stop_in(draft_waiting(case))
                or _stale(case, today)
                or _not_now(case, policy, today)
                or _unconsulted(case, policy, case.in_hand.letter if case.in_hand else "")
            )
        case Act.RETURN:
            return _stop_in(draft_waiting(case))
        case Act.DRAFT:
            return _no_such_draft(case, policy, today, offer.on)
        case Act.DECIDE:
            return _no_option(case, policy, today, offer.on)
        case Act.POSTED:
            return _stop_in(posting_open(case))
        case Act.ANSWER:
            return _nothing_sent(case)
        case Act.SEND | Act.ACTION | Act.CORRECT:
            return None


def draft_waiting(case: Case) -> LetterState | Stop:
    """The draft that waits for a yes or a no; or why no draft of this case can be answered now."""
    letter = case.in_hand
    waits = letter if letter and letter.status is LetterStatus.DRAFTED else None
    return stop_of(case, Act.RETURN) or waits or _no_draft(case)


def posting_open(case: Case) -> LetterState | Stop:
    """The letter of which somebody may say now that it went out, or that it did not; or why nobody can."""
    leaving = leaving_letter(case)
    return stop_of(case, Act.POSTED) or leaving if leaving else _nothing_leaves(case)


def _not_now(case: Case, policy: Policy, today: date) -> Stop | None:
    """Why the letter in hand may not be approved: what barred it then or does since, such as a hearing not over."""
    refusal = barred(case, policy, case.in_hand.letter, today) if case.in_hand else None
    return _as_stop(Cause.HEARING, refusal, f"See `case {case.ref}`.") if refusal else None


def _unconsulted(case: Case, policy: Policy, name: str) -> Stop | None:
    """Why this step may not be drafted or approved yet: somebody whom the policy names was not consulted."""
    step = policy.steps.get(name)
    refusal = not_consulted(case, policy, step) if step else None
    return _as_stop(Cause.CONSULT, refusal, f"See `case {case.ref}`.") if refusal else None


def _stop_in(found: LetterState | Stop) -> Stop | None:
    return found if isinstance(found, Stop) else None


def _no_draft(case: Case) -> Stop:
    letter = case.in_hand
    state = f"{letter.letter} is {letter.status}" if letter else "no letter is drafted"
    return Stop(
        cause=Cause.NO_DRAFT,
        what=f"No draft is waiting for approval; {state}.",
        rule="approval is of one draft",
        do=f"See `case {case.ref}`.",
    )


def _stale(case: Case, today: date) -> Stop | None:
    letter = stale_letter(case, today)
    if letter is None:
        return None
    return Stop(
        cause=Cause.STALE,
        what=f"The letter is dated {day_of(letter)}, which has passed, so its dates are no longer right.",
        rule="the adult has the whole of the time that the letter gives",
        do="A new version with new dates is sent for approval.",
    )


def _no_such_draft(case: Case, policy: Policy, today: date, name: str) -> Stop | None:
    if name in drafts_now(case, policy, today):
        return _unconsulted(case, policy, name)
    options = [one for one in options_now(case, policy, today) if is_letter(policy, one)]
    if name in options:
        return Stop(
            cause=Cause.DECISION,
            what=f"Once a letter has gone out, {name} needs a decision with a reason.",
            rule="the program proposes, a person decides",
            do=f"decide {case.ref} {name} --reason '...'",
        )
    refusal = barred(case, policy, name, today)
    do = f"Allowed: {', '.join(options) or 'nothing; see `case`'}."
    return _as_stop(Cause.NOT_ALLOWED, refusal, do) if refusal else _not_allowed(policy, name, do)


def _no_option(case: Case, policy: Policy, today: date, name: str) -> Stop | None:
    options = options_now(case, policy, today)
    if name in options:
        return None
    refusal = refusal_of(case, policy, name, today)
    named = "; ".join(f"{one} = {step_name(policy, one)}" for one in options)
    do = f"Choose one of: {named or 'nothing yet'}."
    return _as_stop(Cause.NOT_ALLOWED, refusal, do) if refusal else _not_allowed(policy, name, do)


def _nothing_leaves(case: Case) -> Stop:
    return Stop(
        cause=Cause.NOT_LEAVING,
        what="No approved letter in this case is waiting to be posted.",
        rule="a posting is of one approved letter",
        do=f"See `case {case.ref}`.",
    )


def _nothing_sent(case: Case) -> Stop | None:
    if case.step:
        return None
    return Stop(
        cause=Cause.NOTHING_SENT,
        what="No letter or action has gone out yet, so there is nothing to answer.",
        rule="an answer is to something that the adult was sent",
        do="See `case`.",
    )


_WAITS: Mapping[About, tuple[Cause, str, str]] = {
    About.MISSING: (
        Cause.MISSING,
        "a letter with a hole never leaves",
        "Supply it: draft {ref} --set name=value; or put right what is named.",
    ),
    About.RETURNED: (Cause.RETURNED, "what came back is written again", "Draft it again: draft {ref}."),
    About.APPROVAL: (Cause.APPROVER, "no letter leaves without approval", "Approve it: approve {ref}."),
    About.ACTION: (
        Cause.ACTION,
        "a step that people carry out is recorded",
        "Record it: done {ref} STEP, or answer {ref} OUTCOME.",
    ),
    About.CONSULT: (
        Cause.CONSULT,
        "whom the policy names is consulted before the step is taken",
        "Record what they said: consulted {ref} STEP --with ROLE --result '...'.",
    ),
}


def _waits(case: Case, step: Next) -> Iterator[Stop]:
    """What an open case waits for that nothing stops: a person, or the adult's answer."""
    asked = asked_of(step)
    if asked and asked.about in _WAITS:
        cause, rule, do = _WAITS[asked.about]
        yield Stop(cause=cause, what=f"{asked.who}: {asked.why}.", rule=rule, do=do.format(ref=case.ref))
    awaited = awaited_letter(case)
    if awaited and awaited.answer_by and isinstance(step, Wait):
        yield Stop(
            cause=Cause.ANSWER,
            what=f"The adult may answer {awaited.letter} until {uk_date(awaited.answer_by)}.",
            rule="our letter named the day",
            do=f"That day; or the answer before it: answer {case.ref} OUTCOME --summary '...'.",
        )


def _conflict(case: Case, school: School) -> Iterator[Stop]:
    """The head is the target or a witness, so somebody else says yes and decides."""
    if not case.alternate or case.closed:
        return
    other = school.people.get(ALTERNATE)
    yield Stop(
        cause=Cause.CONFLICT,
        what="The usual approver is the target or a witness, or the case was put to the alternate.",
        rule="nobody approves or decides in their own cause",
        do=f"{other.name} ({other.role}) approves and decides." if other else "Name [people.alternate].",
    )


def _as_stop(cause: Cause, refusal: Refusal, do: str) -> Stop:
    return Stop(cause=cause, what=str(refusal), rule=refusal.source, do=do)


def _not_allowed(policy: Policy, name: str, do: str) -> Stop:
    what = f"The policy '{policy.title}' does not allow {name} now."
    return Stop(cause=Cause.NOT_ALLOWED, what=what, rule=f"the policy '{policy.title}'", do=do)
