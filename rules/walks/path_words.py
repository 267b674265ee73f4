"""A path of a policy in a line: "L1, no answer, L2, did not attend"."""

from ..policies.policy import NO_FURTHER_ACTION, Policy
from ..policies.policy_words import ended_words
from .moments import Begun

REVIEW = "review"
"""In a path: the day of a review or of another look came."""


def path_words(begun: Begun, path: tuple[str, ...], policy: Policy) -> str:
    """The path from the conduct on, each letter with how it ended."""
    earlier = " after an earlier case" if begun.earlier else ""
    ladder = f" on the ladder {begun.ladder}" if begun.ladder else ""
    start = f"{' and '.join(begun.conduct)}{earlier}{ladder}"
    return ", ".join((start, *(_part(one, policy) for one in path)))


def _part(one: str, policy: Policy) -> str:
    if one == NO_FURTHER_ACTION:
        return "no further action"
    if one in policy.steps:
        return one
    return "its review day" if one == REVIEW else ended_words(one)


def then_key(policy: Policy, ladder: str, step: str) -> str:
    """The key that says what follows this step on this ladder."""
    own = ladder in policy.ladders and step in policy.ladders[ladder].then
    return f"ladders.{ladder}.then.{step}" if own else f"steps.{step}.then"


def first_key(policy: Policy, conduct: str) -> str:
    """The key that says what this conduct begins with: that of its ladder, where it says nothing itself."""
    named = policy.ladders_of((conduct,))
    first = policy.conduct[conduct].first
    of_ladder = bool(named) and policy.ladders[named[0]].first == first
    return f"ladders.{named[0]}.first" if of_ladder else f"conduct.{conduct}.first"


def way(policy: Policy, begun: Begun, path: tuple[str, ...]) -> str:
    """The shortest path, as a sentence in brackets."""
    return f"(Shortest path: {path_words(begun, path, policy)}.)"
