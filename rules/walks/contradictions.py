"""What in a policy can never come true, whatever path is taken: said of its keys, without walking it."""

from collections.abc import Iterator

from ...ground.english import listed
from ...ground.errors import Problem
from ..cases.case import STANDING
from ..policies.policy import Policy, Step, StepKind
from ..policies.policy_words import ended_words
from ..words import Outcome


def contradictions(policy: Policy, where: str) -> Iterator[Problem]:
    """Keys that no case ever makes use of, each with why."""
    for step in policy.steps.values():
        yield from _lapse_without_clock(step, where)
        yield from _after_the_end(step, where)
        yield from _review_without_day(step, where)
        yield from _answer_nobody_names(policy, step, where)
    for rule in policy.mandatory:
        unnamed = _unnamed(policy, rule.when)
        if rule.when and len(unnamed) == len(rule.when):
            what = f"It comes due after {_or(unnamed)}, and no step names that under `then`."
            do = "Name the answer under `then` of a step, or correct `when`."
            yield _fault(where, f"mandatory.{rule.id}.when", what, do)


def _lapse_without_clock(step: Step, where: str) -> Iterator[Problem]:
    if Outcome.LAPSED in step.then and step.clock is None and step.then[Outcome.LAPSED]:
        what = (
            f"{step.id} has no clock, so its time to answer never ends, and what is named here never follows."
        )
        do = "Give the step a clock, or take `lapsed` out."
        if step.kind is StepKind.ACTION:
            do = "Write it under `other`; an action is followed up, and has no answer to wait for."
        yield _fault(where, f"steps.{step.id}.then.lapsed", what, do)


def _after_the_end(step: Step, where: str) -> Iterator[Problem]:
    if step.closes and any(step.then.values()):
        what = f"{step.id} closes the case, so nothing that is named here ever follows it."
        do = "Take `then` out, or write closes = false."
        yield _fault(where, f"steps.{step.id}.then", what, do)


def _review_without_day(step: Step, where: str) -> Iterator[Problem]:
    if step.review and not STANDING & step.also.keys():
        what = f"{step.id} has no review date and no end, so its review never comes."
        do = 'Give it a date under `also`: review_by = { days = 30, unit = "working days" }; or remove `review`.'
        yield _fault(where, f"steps.{step.id}.review", what, do)


def _answer_nobody_names(policy: Policy, step: Step, where: str) -> Iterator[Problem]:
    """A step that waits for an answer of which no other step says that it may come."""
    unnamed = _unnamed(policy, step.requires, but=step.id)
    if step.requires and len(unnamed) == len(step.requires):
        what = f"{step.id} requires {_or(unnamed)} on record, and no other step names that under `then`."
        do = f'Name the answer where it may come, such as [steps.ID.then] {unnamed[0]} = ["{step.id}"]; or correct it.'
        yield _fault(where, f"steps.{step.id}.requires", what, do)


def _unnamed(policy: Policy, outcomes: tuple[str, ...], but: str = "") -> list[str]:
    """Those of these answers that no step names, and those that nobody can record."""
    named = {outcome for step in policy.steps.values() if step.id != but for outcome in step.then}
    return [one for one in outcomes if one not in named or one == Outcome.UNDELIVERED]


def _or(outcomes: list[str]) -> str:
    return listed([f"'{ended_words(one)}'" for one in outcomes], "or")


def _fault(where: str, key: str, what: str, what_to_do: str) -> Problem:
    return Problem(where=f"{where}, {key}", what=what, what_to_do=what_to_do)
