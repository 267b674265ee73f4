"""A path of a policy in a line: "L1, no answer, L2, did not attend"; and how a step ended, in plain words."""

from collections.abc import Mapping

from ..policies.policy import NO_FURTHER_ACTION, Policy
from ..words import Outcome
from .moments import Begun

ENDED: Mapping[Outcome, str] = {
    Outcome.LAPSED: "no answer",
    Outcome.REMOVED: "content removed",
    Outcome.REFUSED: "refused",
    Outcome.CONTINUES: "refused and went on",
    Outcome.AGREED: "agreed",
    Outcome.DECLINED: "declined",
    Outcome.ATTENDED: "attended",
    Outcome.ABSENT: "did not attend",
    Outcome.REPRESENTATIONS: "sent comments",
    Outcome.COMPLAINT: "complained",
    Outcome.APOLOGY: "apologised",
    Outcome.UNDELIVERED: "letter came back",
    Outcome.OTHER: "another answer",
}

REVIEW = "review"
"""In a path: the day of a review or of another look came."""


def ended_words(outcome: str) -> str:
    """How a step ended, in plain words."""
    known = ENDED.get(Outcome(outcome)) if outcome in set(Outcome) else None
    return known or outcome.replace("-", " ")


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
