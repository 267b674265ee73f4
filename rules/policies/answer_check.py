"""Which answers a policy names: ours, those it has a name of its own for; and what is wrong with them."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from ...ground.errors import Problem
from ..words import RESULTS, Outcome
from .outcome_words import OUTCOME_WORDS
from .policy import Policy

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
NEVER_COUNTS = frozenset({Outcome.LAPSED, Outcome.UNDELIVERED}) | RESULTS
"""What the adult does not say."""


def answer_faults(policy: Policy, where: str) -> Iterator[Problem]:
    """Every answer that is named somewhere and is none, and every name of its own that cannot be one."""
    yield from _own_faults(policy, where)
    known = [*policy.outcomes, *Outcome]
    for key, names in _named(policy):
        for name in names:
            if name not in known:
                near = get_close_matches(name, known, n=1)
                do = f"Did you mean '{near[0]}'? " if near else ""
                do += f"Known: {', '.join(known)}; or name one of your own under [outcomes]."
                yield _fault(where, f"{key}.{name}", f"There is no answer '{name}'.", do)


def _named(policy: Policy) -> Iterator[tuple[str, tuple[str, ...]]]:
    for step in policy.steps.values():
        yield f"steps.{step.id}.then", tuple(step.then)
        yield f"steps.{step.id}.requires", step.requires
    for ladder in policy.ladders.values():
        for name, then in ladder.then.items():
            yield f"ladders.{ladder.id}.then.{name}", tuple(then)
    for rule in policy.mandatory:
        yield f"mandatory.{rule.id}.when", rule.when


def _own_faults(policy: Policy, where: str) -> Iterator[Problem]:
    used = {name for _, names in _named(policy) for name in names}
    for own in policy.outcomes.values():
        key = f"outcomes.{own.id}"
        if own.id in list(Outcome):
            yield _fault(
                where, key, f"'{own.id}' is one of our answers.", "Use it as it is, or choose another name."
            )
        elif not ID.fullmatch(own.id):
            do = "Small letters and figures, with hyphens between them: keeps-away."
            yield _fault(where, key, "This cannot be typed as an answer.", do)
        if own.counts_as in NEVER_COUNTS:
            words = ", ".join(name for name in OUTCOME_WORDS if name not in NEVER_COUNTS)
            yield _fault(
                where, f"{key}.counts_as", f"No adult answers '{own.counts_as}'.", f"Use one of: {words}."
            )
        if own.id not in used:
            what = "No step and no rule asks for this answer."
            yield _fault(where, key, what, "Name it under `then` of a step, or remove it.")


def _fault(where: str, key: str, what: str, what_to_do: str) -> Problem:
    return Problem(where=f"{where}, {key}", what=what, what_to_do=what_to_do)
