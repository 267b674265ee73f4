"""The steps a person may choose now: what the policy names, less what its gates bar in this case."""

from datetime import date

from ..cases.case import Case
from ..cases.gates import barred
from ..cases.hearing import urgent_steps
from ..policies.policy import NO_FURTHER_ACTION, Policy, Step, StepKind
from ..policies.refusal import Refusal
from ..words import Outcome, Stage
from .stops import Act, stop_of


def options_now(case: Case, policy: Policy, today: date) -> tuple[str, ...]:
    """The steps a person may decide on today, the policy's default first; "none" last where it is permitted."""
    return choices(case, policy, today)[0]


def choices(case: Case, policy: Policy, today: date) -> tuple[tuple[str, ...], dict[str, Refusal]]:
    """The steps that may be decided on today; and those that the policy names here and that may not, with why."""
    policy = policy.on(case.ladder)
    named = _named(case, policy)
    stop = stop_of(case, Act.DECIDE)
    if stop:
        return (), dict.fromkeys(named, Refusal(rule=stop.what, source=stop.rule, satisfied_by=stop.do))
    refusals = {name: refusal_of(case, policy, name, today) for name in named}
    refused = {name: refusal for name, refusal in refusals.items() if refusal}
    return tuple(name for name in named if name not in refused), refused


def refusal_of(case: Case, policy: Policy, name: str, today: date) -> Refusal | None:
    """Why this step may not be taken today in a case that nothing stops; None where it may."""
    refusal = barred(case, policy, name, today)
    if refusal or not _told_already(case, policy, name):
        return refusal
    again = "once in a case" if policy.is_signpost(name) else "once for each answer or lapse"
    return Refusal(
        rule=f"{name} has gone out already; it is sent {again}.",
        source=policy.as_source,
        satisfied_by="another step.",
    )


def step_name(policy: Policy, step: str) -> str:
    """The plain name of a step: "Written warning", "No further action"."""
    if step == NO_FURTHER_ACTION:
        return "No further action; the case is closed"
    return policy.steps[step].name if step in policy.steps else step


def step_meant(policy: Policy, typed: str) -> str:
    """The policy's own name of a step, however it was typed: telephones make "Legal-advice" of "legal-advice"."""
    if typed in policy.steps:
        return typed
    return next((one for one in policy.steps if one.casefold() == typed.casefold()), typed)


def goes_aside(case: Case, policy: Policy, step_id: str) -> bool:
    """Whether this letter goes out beside the ladder: it leaves the clock and the open question as they are.

    The complaints signpost ends a case of criticism; where more was reported, it is only said beside the rest.
    """
    if policy.is_signpost(step_id):
        return bool(case.conduct) and not policy.is_criticism(case.conduct)
    return step_id in policy.steps and policy.steps[step_id].aside


def _named(case: Case, policy: Policy) -> tuple[str, ...]:
    """The steps that the policy names here, the default first.

    After an answer to a measure in force that is its review; a letter beside the ladder, such as a visit, is no default
    while the measure waits for a review or a decision.
    """
    reviews = review_steps(case, policy)
    if case.trigger and case.trigger.after in policy.steps:
        step = policy.steps[case.trigger.after]
        options = step.may_follow(case.trigger.outcome, case.trigger.own)
        again = (step.id,) if case.trigger.outcome is Outcome.UNDELIVERED else ()
        own = tuple(name for name in step.review if name in reviews)
        beside = tuple(name for name in options if reviews and goes_aside(case, policy, name))
        ladder = tuple(name for name in options if name not in beside)
        return _with_end((*again, *own, *ladder, *reviews, *beside, *urgent_steps(case, policy)), step)
    if case.reopened:
        return (*reviews, *_after_reopening(case, policy), NO_FURTHER_ACTION)
    if case.step in policy.steps:
        step = policy.steps[case.step]
        follow = (name for names in step.then.values() for name in names)
        return _with_end((*reviews, *follow, *urgent_steps(case, policy)), step)
    if done := first_done(case, policy):
        step = policy.steps[done]
        return _with_end(tuple(name for names in step.then.values() for name in names), step)
    return (*policy.first_steps(case.conduct, repeated=bool(case.earlier.refs)), NO_FURTHER_ACTION)


def first_done(case: Case, policy: Policy) -> str:
    """The first action of the policy, where it was done while the case was not on the ladder yet; else ""."""
    named = () if case.step else policy.first_steps(case.conduct, repeated=bool(case.earlier.refs))
    first = policy.steps.get(named[0]) if named else None
    return first.id if first and first.kind is StepKind.ACTION and case.was_done(first.id) else ""


def _after_reopening(case: Case, policy: Policy) -> tuple[str, ...]:
    """Once a case was taken up again: what may follow its last step that ended nothing, or the beginning again."""
    taken = [policy.steps[name] for _, name in reversed(case.history) if name in policy.steps]
    last = next((step for step in taken if not step.closes), None)
    follow = [name for names in last.then.values() for name in names] if last else []
    first = policy.first_steps(case.conduct, repeated=bool(case.earlier.refs))
    return tuple(name for name in dict.fromkeys((*follow, *first)) if name != NO_FURTHER_ACTION)


def review_steps(case: Case, policy: Policy) -> tuple[str, ...]:
    """The steps that may follow at the review of the measures in force, and those that decide on an open notice.

    A notice is decided on wherever the ladder stands meanwhile: else a step taken for another measure, such as the end
    of a block, would leave a bar that nothing can end.
    """
    steps = [step for one in case.measures for step in _reviews(policy, one.letter)]
    return tuple(dict.fromkeys(steps))


def _reviews(policy: Policy, measure: str) -> tuple[str, ...]:
    """The steps that the policy names for the review of this measure; of a notice, its own steps that decide on it."""
    step = policy.steps.get(measure)
    if step is None:
        return ()
    if not policy.letters.is_notice(measure):
        return step.review
    settling = policy.letters.ending(measure)
    named = (name for names in step.then.values() for name in names)
    decide = (
        name
        for name in named
        if name in settling and name in policy.steps and policy.steps[name].is_stage(Stage.DECISION)
    )
    return (*step.review, *decide)


def _told_already(case: Case, policy: Policy, name: str) -> bool:
    """A letter beside the ladder is offered once for each question; the signpost once in a case."""
    if not goes_aside(case, policy, name):
        return False
    if policy.is_signpost(name):
        return case.was_posted(name)
    since = case.trigger.seq if case.trigger else case.last_seq
    return any(one.letter == name and one.aside and one.seq > since for one in case.letters)


def _with_end(options: tuple[str, ...], step: Step) -> tuple[str, ...]:
    """Each option once, with "none" at the end where the step may end, and nowhere else."""
    named = tuple(name for name in dict.fromkeys(options) if name != NO_FURTHER_ACTION)
    return named + ((NO_FURTHER_ACTION,) if step.may_end else ())
