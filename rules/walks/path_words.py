"""A path of a policy in a line: "L1, no answer, L2, did not attend"."""

from ..policies.policy import NO_FURTHER_ACTION, Policy
from ..policies.policy_words import ended_words
from .moments import Begun

REVIEW = "review"
"""In a path: the day of a review or of another look came."""


def path_words(begun: Begun, path: tuple[str, ...], policy: Policy) -> str:
    """The path from the conduct on, each letter with how it ended."""
    earlier = " after an earlier case" if begun.earlier else ""
    start = f"{' and '.join(begun.conduct)}{earlier}"
    return ", ".join((start, *(_part(one, policy) for one in path)))


def _part(one: str, policy: Policy) -> str:
    if one == NO_FURTHER_ACTION:
        return "no further action"
    if one in policy.steps:
        return one
    return "its review day" if one == REVIEW else ended_words(one)


def way(policy: Policy, begun: Begun, path: tuple[str, ...]) -> str:
    """The shortest path, as a sentence in brackets."""
    return f"(Shortest path: {path_words(begun, path, policy)}.)"
