"""What is wrong with a policy once every path was walked: each with its key, the shortest path, and what to write."""

from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ...ground.english import listed
from ...ground.errors import Problem
from ..policies.policy import Policy, Step
from ..policies.policy_words import ended_words
from .contradictions import contradictions
from .endings import endings
from .moments import Moment, Walk
from .path_words import first_key, then_key, way
from .walk import walk

Listed = tuple[str, str, str]
"""A step, how it ended, and a step that is named for that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What must be put right, and what is worth knowing."""

    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


_walked: deque[tuple[Policy, str, tuple[Listed, ...], Findings]] = deque(maxlen=16)
"""Policies that were walked, and what was found: a policy that says the same shows the same."""


def findings_of(policy: Policy, *, where: str, spread: Collection[Listed] = ()) -> Findings:
    """Walk this policy and say what does not work in it.

    Args:
        policy: it may have faults; names that are nowhere are passed over, they are faults already.
        where: the name of its file.
        spread: what is in a list of steps because of a menu alone; not all of a menu fits everywhere.
    """
    asked = (where, tuple(sorted(spread)))
    for known, *of, found in _walked:
        if tuple(of) == asked and known == policy:
            return found
    found = _found(policy, where=where, spread=spread)
    _walked.append((policy, *asked, found))
    return found


def _found(policy: Policy, *, where: str, spread: Collection[Listed]) -> Findings:
    if not policy.steps or not any(one.first for one in policy.conduct.values()):
        return Findings()
    walked = walk(policy)
    found = [
        *contradictions(policy, where),
        *_undatable(walked, where),
        *_unfilled(walked, where),
        *_wrong_first(walked, where),
        *_never_taken(walked, where),
        *_held_back(walked, where),
        *_never_offered(walked, where, spread),
    ]
    problems, notes = endings(walked, where)
    if not walked.whole:
        notes = [*notes, _not_whole(walked, where)]
    return Findings(problems=(*found, *problems), notes=tuple(notes))


def _not_whole(walked: Walk, where: str) -> Problem:
    what = f"Only {len(walked.moments)} moments of its paths were looked at; there are more."
    do = "Nothing needs doing; a step that is reached by a very long path alone may be called unreached here."
    return Problem(where=where, what=what, what_to_do=do)


def _undatable(walked: Walk, where: str) -> Iterator[Problem]:
    for name, (refused, moment) in walked.undatable.items():
        fault = refused.problems[0]
        yield Problem(
            where=f"{where}, steps.{name}.{'also' if walked.policy.steps[name].also else 'clock'}",
            what=f"{name} can have no such dates: {fault.what} {_way(walked, moment, name)}",
            what_to_do="Correct `clock` and `also` of this step so that the dates follow one another.",
        )


def _unfilled(walked: Walk, where: str) -> Iterator[Problem]:
    letters = walked.policy.letters
    for name, (fields, moment) in walked.unfilled.items():
        for one in fields:
            source = letters.field(one).comes_from or "what happened before"
            do = f"Take {one} out of `needs`, or give it what it comes from."
            if one == "answer_by":
                do = "Give the step a clock, or send a letter that asks for no answer."
            yield Problem(
                where=f"{where}, steps.{name}",
                what=f"Nobody fills {one} of {name}: it comes from {source}. {_way(walked, moment, name)}",
                what_to_do=do,
            )


def _wrong_first(walked: Walk, where: str) -> Iterator[Problem]:
    """Steps that are named as the first and can never be."""
    for conduct, refused in walked.begun_with.items():
        for name, rule in refused.items():
            if name in walked.policy.steps:
                key = first_key(walked.policy, conduct)
                what = f"A case of '{conduct}' cannot begin with {name}: {rule}"
                yield _problem(
                    where, key, what, f"Take {name} out of this list, or name a step that may come first."
                )


def _never_taken(walked: Walk, where: str) -> Iterator[Problem]:
    """Steps that no path comes to, though something names them."""
    for name, step in walked.policy.steps.items():
        if name in walked.taken or name in walked.undatable or not walked.whole:
            continue
        moment = next((one for one in walked.moments if name in one.refused), None)
        required = [rule.id for rule in walked.policy.mandatory if rule.step == name]
        if moment is None:
            named = _named_by(walked.policy, name)
            if not named and not required:
                continue  # said already: nothing leads to it
            only = (
                f"only {listed(named)} may lead to it, and no path goes that way"
                if named
                else "nothing leads to it"
            )
            what = f"{name} is never reached: {only}."
            do = "Name it where a path goes: under `first`, or under `then` of a step that is reached."
        else:
            why = moment.refused[name]
            way = _way(walked, moment)
            what = f"{name} is never reached. It is named, but refused each time: {why} {way}"
            do = _allow(step_after=step.after, requires=tuple(map(str, step.requires)))
        if required:
            what = f"{what} The policy requires it ({listed(required)})."
        yield _problem(where, f"steps.{name}", what, do)


def _held_back(walked: Walk, where: str) -> Iterator[Problem]:
    """Steps that wait for something required that no path comes to."""
    for rule in walked.policy.mandatory if walked.whole else ():
        step = walked.policy.steps.get(rule.step)
        if step is None or not rule.before or step.id in walked.taken:
            continue
        why = f": it may only follow {listed(step.after, 'or')}" if step.after else ""
        wait = f"{listed(rule.before)} {'waits' if len(rule.before) == 1 else 'wait'} for {step.id}"
        yield _problem(
            where,
            f"mandatory.{rule.id}.before",
            f"{wait}, and no path comes to {step.id}{why}.",
            f"Take what {step.id} comes after out of this list, or let {step.id} come without it.",
        )


def _allow(*, step_after: tuple[str, ...], requires: tuple[str, ...]) -> str:
    if step_after:
        return f"Let a path lead to {listed(step_after, 'or')} before it, or correct `after`."
    if requires:
        return f"Let a step before it name {listed(requires, 'or')} under `then`, or correct `requires`."
    return "Let what it needs come before it on some path, or remove it."


def _named_by(policy: Policy, name: str) -> list[str]:
    """The steps that name this one, on whatever ladder."""
    return [
        one.id
        for one in policy.steps.values()
        if one.id != name
        and name in {*one.review, *(other for then in _thens(policy, one) for other in then)}
    ]


def _thens(policy: Policy, step: Step) -> Iterator[tuple[str, ...]]:
    """Each list of what may follow this step: its own, and those of ladders."""
    yield from step.then.values()
    for ladder in policy.ladders.values():
        yield from ladder.then.get(step.id, {}).values()


def _never_offered(walked: Walk, where: str, spread: Collection[Listed]) -> Iterator[Problem]:
    """Steps that are named after an outcome and can never be taken there, because another way leads past them."""
    found: dict[tuple[str, str], list[tuple[str, str, Moment]]] = {}
    for step, key, ladders in _said(walked.policy) if walked.whole else ():
        for outcome, names in step.then.items():
            seen = [
                one
                for one in _moments_at(walked, step.id)
                if one.ladder in ladders
                and one.outcome in {walked.alike.get((one.ladder, step.id, outcome), outcome), None}
            ]
            offered = {name for one in seen for name in one.options}
            for name in names:
                refused = [one for one in seen if name in one.refused]
                if (
                    (step.id, outcome, name) in spread
                    or name not in walked.taken
                    or name in offered
                    or not refused
                ):
                    continue
                after = f"{step.id} and '{ended_words(outcome)}'"
                place = (f"{key}.{outcome}", after, refused[0])
                found.setdefault((name, refused[0].refused[name]), []).append(place)
    for (name, why), places in found.items():
        key, after, moment = places[0]
        also = f" Nor at {listed([one for one, _, _ in places[1:]])}." if len(places) > 1 else ""
        what = f"After {after}, {name} can never be chosen: {why}{also} {_way(walked, moment)}"
        yield _problem(where, key, what, f"Take {name} out of this list, or let what it needs come before.")


def _said(policy: Policy) -> Iterator[tuple[Step, str, frozenset[str]]]:
    """Each step as it goes on by itself and on ladders, with the key that says so, and on which ladders that holds."""
    for name in policy.steps:
        by_key: dict[str, set[str]] = {}
        for ladder in ("", *policy.ladders):
            by_key.setdefault(then_key(policy, ladder, name), set()).add(ladder)
        for key, ladders in by_key.items():
            yield policy.on(min(ladders)).steps[name], key, frozenset(ladders)


def _moments_at(walked: Walk, step: str) -> list[Moment]:
    """The moments at which this step is over."""
    return [one for one in walked.moments if one.step == step and not one.awaiting]


def _way(walked: Walk, moment: Moment, last: str = "") -> str:
    return way(walked.policy, moment.begun, (*moment.path, last) if last else moment.path)


def _problem(where: str, key: str, what: str, what_to_do: str) -> Problem:
    return Problem(where=f"{where}, {key}", what=what, what_to_do=what_to_do)
