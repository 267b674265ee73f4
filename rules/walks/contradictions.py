"""What in a policy can never come true, whatever path is taken: said of its keys, without walking it."""

from collections.abc import Iterable, Iterator

from ...ground.english import listed
from ...ground.errors import Problem
from ..cases.case import STANDING
from ..days.counting import amount
from ..policies.policy import Policy, Step, StepKind
from ..policies.policy_check import as_said
from ..policies.policy_words import ended_words
from ..words import RESULTS, Outcome, Until

_LONGEST = {Until.HALF_TERM: 40, Until.END_OF_TERM: 80, Until.END_OF_YEAR: 195}
"""School days that may be left until a holiday of this kind, at most."""


def contradictions(policy: Policy, where: str) -> Iterator[Problem]:
    """Keys that no case ever makes use of, each with why."""
    for step, key in as_said(policy):
        yield from _lapse_without_clock(step, key, where)
        yield from _after_the_end(step, key, where)
        yield from _appeal_nobody_hears(policy, step, key, where)
        yield from _result_missing(step, key, where)
    for step in policy.steps.values():
        yield from _review_without_day(step, where)
        yield from _review_at_the_end(step, where)
        yield from _answer_nobody_names(policy, step, where)
    yield from _empty_ladders(policy, where)
    for rule in policy.mandatory:
        unnamed = _unnamed(policy, rule.when)
        if rule.when and len(unnamed) == len(rule.when):
            what = f"It comes due after {_or(unnamed)}, and no step names that under `then`."
            do = "Name the answer under `then` of a step, or correct `when`."
            yield _fault(where, f"mandatory.{rule.id}.when", what, do)


def _lapse_without_clock(step: Step, key: str, where: str) -> Iterator[Problem]:
    if Outcome.LAPSED in step.then and step.clock is None and step.then[Outcome.LAPSED]:
        what = (
            f"{step.id} has no clock, so its time to answer never ends, and what is named here never follows."
        )
        do = "Give the step a clock, or take `lapsed` out."
        if step.kind is StepKind.ACTION:
            do = "Write it under `other`; an action is followed up, and has no answer to wait for."
        yield _fault(where, f"{key}.lapsed", what, do)


def _after_the_end(step: Step, key: str, where: str) -> Iterator[Problem]:
    if step.closes and any(step.then.values()) and not step.silence_is_fine:
        what = f"{step.id} closes the case, so nothing that is named here ever follows it."
        do = "Take `then` out, or write closes = false."
        yield _fault(where, key, what, do)


def _appeal_nobody_hears(policy: Policy, step: Step, key: str, where: str) -> Iterator[Problem]:
    """An appeal is expected, and no action of the policy is there by which it would be decided."""
    hears = any(one.hears_appeals for one, _ in as_said(policy))
    if Outcome.APPEALS in step.then and not hears:
        what = "They may appeal, and no action of the policy hears an appeal: the case could never end."
        do = (
            'Add an action, such as [steps.appeal] with kind = "action", whose `then` names appeal-upheld and the'
            ' other results; and name it here: appeals = ["appeal"].'
        )
        yield _fault(where, f"{key}.{Outcome.APPEALS}", what, do)


def _result_missing(step: Step, key: str, where: str) -> Iterator[Problem]:
    """An appeal may be won, lost or withdrawn, and each is recorded; whether it can be won in part, the policy says."""
    missing = [one for one in (Outcome.UPHELD, Outcome.DISMISSED, Outcome.WITHDRAWN) if one not in step.then]
    if step.hears_appeals and missing:
        what = f"{step.id} hears an appeal, and cannot record that it ended so: {_or(missing)}."
        do = f"Name it with what may follow: {missing[0]} = [] where nothing does."
        yield _fault(where, key, what, do)


def _review_at_the_end(step: Step, where: str) -> Iterator[Problem]:
    """A review until a holiday that never comes before the end of the measure."""
    review, end = step.also.get("review_by"), step.also.get("ends_on")
    if not review or not end or not review.until:
        return
    what = ""
    if not end.until and end.days < _LONGEST[review.until]:
        lasts = amount(end.days, end.unit)
        what = f"It is reviewed by the next {review.until} and ends after {lasts}: the review may come after its end."
    elif end.until is review.until or (end.until and review.until is Until.END_OF_YEAR):
        what = f"It is reviewed by the {review.until} and ends by the {end.until}: nothing is left to review."
    if what:
        do = 'Give a review date before the end: review_by = { days = 20, unit = "school days" }.'
        yield _fault(where, f"steps.{step.id}.also.review_by", what, do)


def _empty_ladders(policy: Policy, where: str) -> Iterator[Problem]:
    """A ladder that no kind of conduct gets on."""
    for ladder in policy.ladders.values():
        known = not ladder.conduct or any(name in policy.conduct for name in ladder.conduct)
        if known and not any(ladder.id in policy.ladders_of((name,)) for name in policy.conduct):
            what = f"No case gets on the ladder '{ladder.id}': no kind of conduct is left for it."
            do = "Name the conduct that it is for under `conduct`, or remove the ladder."
            yield _fault(where, f"ladders.{ladder.id}", what, do)


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
    """Those of these answers that no step names, and those that nobody can record as one.

    What the policy has a name of its own for is heard as what it counts as, too.
    """
    named = {outcome for step, _ in as_said(policy) if step.id != but for outcome in step.then}
    named |= {str(policy.outcomes[one].counts_as) for one in named if one in policy.outcomes}
    return [one for one in outcomes if one not in named or one in RESULTS | {Outcome.UNDELIVERED}]


def _or(outcomes: Iterable[str]) -> str:
    return listed([f"'{ended_words(one)}'" for one in outcomes], "or")


def _fault(where: str, key: str, what: str, what_to_do: str) -> Problem:
    return Problem(where=f"{where}, {key}", what=what, what_to_do=what_to_do)
