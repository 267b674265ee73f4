"""The steps a person may choose now: what the policy names, less what its gates bar in this case."""

from datetime import date

from ..policies.policy import NO_FURTHER_ACTION, Policy, Step
from ..policies.refusal import Refusal
from ..words import Outcome
from .case import Case
from .gates import barred


def options_now(case: Case, policy: Policy, today: date) -> tuple[str, ...]:
    """The steps a person may choose today, the policy's default first; "none" last where it is permitted."""
    named = _named(case, policy)
    return tuple(
        name
        for name in named
        if name == NO_FURTHER_ACTION
        or (not _told_already(case, policy, name) and not barred(case, policy, name, today))
    )


def refused_now(case: Case, policy: Policy, today: date) -> dict[str, Refusal]:
    """The steps that the policy names here and that may not be taken today, each with why and from when."""
    refusals = {name: barred(case, policy, name, today) for name in _named(case, policy)}
    return {name: refusal for name, refusal in refusals.items() if refusal}


def goes_aside(case: Case, policy: Policy, step_id: str) -> bool:
    """Whether this letter goes out beside the ladder: it leaves the clock and the open question as they are.

    The complaints signpost ends a case of criticism; where more was reported, it is only said beside the rest.
    """
    if policy.is_signpost(step_id):
        return bool(case.conduct) and not policy.is_criticism(case.conduct)
    return step_id in policy.steps and policy.steps[step_id].aside


def _named(case: Case, policy: Policy) -> tuple[str, ...]:
    reviews = review_steps(case, policy)
    if case.trigger and case.trigger.after in policy.steps:
        step = policy.steps[case.trigger.after]
        options = step.may_follow(case.trigger.outcome)
        if case.trigger.outcome is Outcome.UNDELIVERED:
            options = (step.id, *options)
        return _with_end((*options, *reviews), step)
    if case.reopened:
        return (*reviews, *_after_reopening(case, policy), NO_FURTHER_ACTION)
    if case.step in policy.steps:
        step = policy.steps[case.step]
        return _with_end((*reviews, *(name for names in step.then.values() for name in names)), step)
    return (*policy.first_steps(case.conduct, repeated=bool(case.earlier.refs)), NO_FURTHER_ACTION)


def _after_reopening(case: Case, policy: Policy) -> tuple[str, ...]:
    """Once a case was taken up again: what may follow its last step that ended nothing, or the beginning anew."""
    taken = [policy.steps[name] for _, name in reversed(case.history) if name in policy.steps]
    last = next((step for step in taken if not step.closes), None)
    follow = [name for names in last.then.values() for name in names] if last else []
    first = policy.first_steps(case.conduct, repeated=bool(case.earlier.refs))
    return tuple(name for name in dict.fromkeys((*follow, *first)) if name != NO_FURTHER_ACTION)


def review_steps(case: Case, policy: Policy) -> tuple[str, ...]:
    """The steps that may follow at the review of the measures in force."""
    named = [policy.steps[one.letter].review for one in case.measures if one.letter in policy.steps]
    return tuple(dict.fromkeys(step for steps in named for step in steps))


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
