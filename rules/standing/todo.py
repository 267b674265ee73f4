"""What waits for the holder of a role in one case: one thing to do, with one verb."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from ..cases.case import Case
from ..cases.who_may import approvers_of, deciders_now
from ..people.school import DEPUTY, DSL, OFFICE, School
from .next_step import next_step
from .steps import About, Alert, Ask, AskApproval, AskDecision, Next, Question, asked_of

VERBS = {
    About.TRIAGE: "Say what it is",
    About.MISSING: "Fill in what is missing",
    About.RETURNED: "Change the letter",
    About.APPROVAL: "Read and decide",
    About.POSTING: "Post it",
    About.UNSURE: "Say whether it went out",
    About.DECISION: "Decide what comes next",
    About.ACTION: "Do it and record it",
    About.CONSULT: "Say what you think of it",
    About.REVIEW: "Review it",
    About.ENDED: "Record that it has ended",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """One thing that waits for somebody.

    Attributes:
        ref: the case.
        about: what kind of thing; None for an alert.
        verb: what to do, as a button says it.
        why: a sentence about it.
        since: the day from which it waits; None where nobody knows.
        danger: an alert that nobody has ended.
        untaken: nobody has said that they have the alert.
    """

    ref: str
    about: About | None
    verb: str
    why: str
    since: date | None
    danger: bool = False
    untaken: bool = False


def todo_of(case: Case, school: School, today: date, roles: Collection[str]) -> Todo | None:
    """What waits for the holder of these roles in this case; None where nothing does."""
    step = next_step(case, school.policy, today)
    if isinstance(step, Alert):
        return _alert(case, step) if not {DSL, DEPUTY}.isdisjoint(roles) else None
    ask = _asked(step)
    if ask is None or _who(case, ask, school).isdisjoint(roles):
        return None
    return Todo(ref=case.ref, about=ask.about, verb=VERBS[ask.about], why=ask.why, since=case.waiting_since)


def _alert(case: Case, step: Alert) -> Todo:
    untaken = case.alarm is not None
    verb = "Read it now and say that you have it" if untaken else "End the alert, or hold the case"
    return Todo(
        ref=case.ref,
        about=None,
        verb=verb,
        why=step.why,
        since=case.waiting_since,
        danger=True,
        untaken=untaken,
    )


def _asked(step: Next) -> Ask | None:
    """What is asked now, or will be as soon as a round comes by."""
    match step:
        case Question():
            return Ask(about=About.UNSURE, who=OFFICE, why=step.why)
        case AskApproval():
            why = f"{step.letter.letter} version {step.letter.version}"
            return Ask(about=About.APPROVAL, who=step.letter.approver, why=why)
        case AskDecision():
            return step.ask
        case _:
            return asked_of(step)


def _who(case: Case, ask: Ask, school: School) -> frozenset[str]:
    """The roles that it waits for."""
    match ask.about:
        case About.APPROVAL if case.in_hand:
            return frozenset(approvers_of(case, case.in_hand, school))
        case About.DECISION | About.REVIEW | About.ENDED:
            return frozenset(deciders_now(case, "", school))
        case _:
            return frozenset({ask.who, *((DEPUTY,) if ask.who == DSL else ())})
