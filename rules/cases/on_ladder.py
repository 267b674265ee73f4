"""Which ladder of the policy a case is on: the one of its conduct; of two a person chooses, and it is logged."""

from msgspec import Struct

from ...ground.english import listed
from ...ground.errors import Problem, Refused
from ..policies.policy import Policy
from .case import Case


class Rungs(Struct, frozen=True, kw_only=True):
    """What a triage logs: the ladder that the case is on, "" where one is to be chosen; and all of its conduct."""

    ladder: str = ""
    ladders: tuple[str, ...] = ()


def rungs_for(case: Case, policy: Policy, conduct: tuple[str, ...], *, chosen: str = "") -> Rungs:
    """The ladder of a case with this conduct.

    One that was chosen stays while the conduct is on no further ladder; then it is chosen again.

    Args:
        case: as it was before.
        policy: the school's.
        conduct: what the case is about from now on.
        chosen: the ladder that a person names; "" where nobody does.

    Raises:
        Refused: the policy has no such ladder, or none of the conduct is on it.
    """
    on = policy.ladders_of(conduct)
    if chosen and chosen not in on:
        raise Refused(_not_there(case, policy, on, chosen))
    stays = case.ladder in on and set(on) <= set(case.ladders)
    alone = on[0] if len(on) == 1 else ""
    return Rungs(ladder=chosen or (case.ladder if stays else alone), ladders=on)


def _not_there(case: Case, policy: Policy, on: tuple[str, ...], chosen: str) -> Problem:
    if not policy.ladders:
        what, do = "The policy has one ladder for all conduct, without a name.", "Leave --ladder out."
    elif chosen not in policy.ladders:
        what, do = f"The policy has no ladder '{chosen}'.", f"Known: {', '.join(policy.ladders)}."
    else:
        what = f"None of the conduct named is on the ladder '{chosen}'."
        do = f"Choose one of: {', '.join(on) or 'none; name the conduct first'}."
    return Problem(where=case.ref, what=what, what_to_do=do)


def choice_words(case: Case, policy: Policy) -> str:
    """What a person has to choose, and what the program proposes by which rule."""
    named = listed(
        [f"{name} ({policy.ladders[name].title})" for name in case.between if name in policy.ladders], "or"
    )
    return (
        f"its conduct is on {len(case.between)} ladders: {named}; say which one it goes up"
        f" (proposed: {case.between[0]}, which the policy names first)"
    )
