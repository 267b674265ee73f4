"""A policy finished: each step with the letter it sends, the policy as it is on each ladder; and faults of ladders."""

from collections.abc import Iterator

from ...ground.errors import Problem
from ...ground.values import replace
from ..days.counting import half_way_clock
from .ladder import Ladder
from .letters import Letter
from .policy import Policy, Step


def finished(policy: Policy) -> Policy:
    """The policy with a letter for each step that sends one under an id of its own, and as it is on each ladder."""
    sent = {one.id: (one.letter, one.name) for one in policy.steps.values() if one.letter}
    letters = policy.letters.with_copies(sent)
    steps = {name: with_record(step, letters.get(name)) for name, step in policy.steps.items()}
    policy = replace(policy, letters=letters, steps=steps, shown_on={}, on_ladder="")
    return replace(policy, shown_on={name: _on(policy, one) for name, one in policy.ladders.items()})


def with_record(step: Step, record: Letter | None) -> Step:
    """The step with what its letter is, and reviewed half-way where the letter says so and the step names no day."""
    clocks = dict(step.also)
    if record and record.review_weeks_before_end and "ends_on" in clocks and "review_by" not in clocks:
        clocks["review_by"] = half_way_clock(record.review_weeks_before_end)
    return replace(step, record=record, also=clocks)


def _on(policy: Policy, ladder: Ladder) -> Policy:
    steps = {name: _step_on(step, ladder) for name, step in policy.steps.items()}
    return replace(policy, steps=steps, on_ladder=ladder.id)


def _step_on(step: Step, ladder: Ladder) -> Step:
    return replace(step, then=ladder.then[step.id]) if step.id in ladder.then else step


def ladder_faults(policy: Policy, where: str) -> Iterator[Problem]:
    """Conduct that is on no ladder or on two, and names that are nowhere; steps are checked with all others."""
    rest = [one.id for one in policy.ladders.values() if not one.conduct]
    for name in rest[1:]:
        what = f"Two ladders are for all other conduct: {rest[0]} and {name}."
        yield _fault(where, f"ladders.{name}.conduct", what, "Name the kinds of conduct of one of them.")
    for ladder in policy.ladders.values():
        yield from _names(policy, ladder, where)
    if not policy.ladders:
        return
    for conduct in policy.conduct.values():
        named = [one.id for one in policy.ladders.values() if conduct.id in one.conduct]
        if len(named) > 1:
            what = f"{conduct.id} is on two ladders: {' and '.join(named)}."
            yield _fault(where, f"ladders.{named[1]}.conduct", what, "Leave it on one of them.")
        if not named and not rest and not conduct.criticism:
            what = f"The policy has ladders, and {conduct.id} is on none of them."
            do = "Name it under `conduct` of one, or write a ladder without `conduct` for all the rest."
            yield _fault(where, f"conduct.{conduct.id}", what, do)


def _names(policy: Policy, ladder: Ladder, where: str) -> Iterator[Problem]:
    for name in ladder.conduct:
        if name not in policy.conduct:
            what, do = f"There is no conduct '{name}'.", f"Known: {', '.join(policy.conduct)}."
            yield _fault(where, f"ladders.{ladder.id}.conduct", what, do)
    for name in ladder.then:
        if name not in policy.steps:
            what, do = f"There is no step '{name}'.", f"Known steps: {', '.join(policy.steps)}."
            yield _fault(where, f"ladders.{ladder.id}.then.{name}", what, do)


def _fault(where: str, key: str, what: str, what_to_do: str) -> Problem:
    return Problem(where=f"{where}, {key}", what=what, what_to_do=what_to_do)
