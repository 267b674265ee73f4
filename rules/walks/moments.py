"""What a walk of a policy sees: moments, the paths to them, and what may come of them."""

from dataclasses import dataclass, field

from ...ground.errors import Refused
from ..policies.policy import Policy

Places = tuple[int, ...]
"""Numbers of moments: what comes next is like one of these."""

END = (-1,)
"""A case that a letter or a step closes."""
ENDED_BY_DECISION = (-2,)
"""A case that is closed by the decision that nothing more is done."""
BEYOND = (-3,)
"""A moment that was not looked at, because there are too many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """How a case began: the conduct, whether the adult had a case before, and which of several ladders was chosen."""

    conduct: tuple[str, ...]
    earlier: bool = False
    ladder: str = ""


@dataclass(slots=True, kw_only=True)
class Moment:
    """Where a case stands and somebody, or a day, decides how it goes on.

    Attributes:
        begun: how the case began.
        path: what happened since, each a step or how it ended; the shortest that leads here.
        ladder: the ladder that the case is on, "" where the policy has one for all.
        step: the step that was taken last, "" at the beginning.
        outcome: how it ended; None where nothing has ended, or a day has come.
        options: what may be chosen, once nobody has to be waited for.
        refused: what the policy names here, and why it may not be chosen.
        goes_on: the policy names this outcome and nothing to decide, because the next answer comes.
        at_rest: nothing follows and nobody is asked, as the policy says: silence that is fine, an appeal decided.
        awaiting: the adult may answer, and nothing is to be decided yet.
        next: what may come of it, and where that leads; to one of several where it was not looked at for itself.
    """

    begun: Begun
    path: tuple[str, ...]
    ladder: str = ""
    step: str
    outcome: str | None
    options: tuple[str, ...] = ()
    refused: dict[str, str] = field(default_factory=dict)
    goes_on: bool = False
    at_rest: bool = False
    awaiting: bool = False
    next: list[tuple[str, Places]] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Walk:
    """What was seen.

    Attributes:
        moments: in the order in which they were come to, the nearest first.
        taken: each step that was taken, with the shortest path to it.
        undatable: letters that can have no such dates, with what is wrong, and the path to them.
        unfilled: letters, the fields of them that nobody fills, and the path.
        begun_with: each kind of conduct, with the first steps it may not begin with, and why.
        taken_from: the steps after which each step was offered.
        alike: answers to a step on a ladder, and the one that was played in place of each.
        whole: whether every moment was looked at.
    """

    policy: Policy
    moments: list[Moment] = field(default_factory=list)
    taken: dict[str, tuple[Begun, tuple[str, ...]]] = field(default_factory=dict)
    undatable: dict[str, tuple[Refused, Moment]] = field(default_factory=dict)
    unfilled: dict[str, tuple[tuple[str, ...], Moment]] = field(default_factory=dict)
    begun_with: dict[str, dict[str, str]] = field(default_factory=dict)
    taken_from: dict[str, set[str]] = field(default_factory=dict)
    alike: dict[tuple[str, str, str], str] = field(default_factory=dict)
    whole: bool = True
