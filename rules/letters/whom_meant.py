"""Whether the policy is about this adult: why not, or what the approver has to judge because nobody can tell."""

from ...ground.english import listed
from ..cases.case import Case
from ..people.included import is_included
from ..people.people import Adult
from ..policies.policy import Policy


def not_meant(adult: Adult, policy: Policy) -> str:
    """Why no letter goes to this adult under the policy, and the way on; "" where one may."""
    if is_included(adult.relationships.values(), policy.parent_includes) is not False:
        return ""
    return (
        f"people.csv says that {adult.full_name} is {_called(adult)}, and the policy '{policy.title}' is about"
        f" {listed(_meant(policy))} (parent_includes). Whoever has care of a child is a parent in law"
        f" ({policy.law.parent_meaning}): if that is so, correct the relationship in people.csv, for example to"
        " 'Grandmother (carer)'."
        " Otherwise this policy is not the way to deal with it."
    )


def doubt_whom(adult: Adult, policy: Policy) -> tuple[str, ...]:
    """What the approver should judge where the register does not tell whether the policy is about this adult."""
    if is_included(adult.relationships.values(), policy.parent_includes) is not None:
        return ()
    called = _called(adult) if adult.relationships else "related to no pupil"
    return (
        f"The policy is about {listed(_meant(policy))}; people.csv calls this adult {called}. Judge whether it is"
        " about them.",
    )


def _called(adult: Adult) -> str:
    return listed(list(dict.fromkeys(f"'{one}'" for one in adult.relationships.values())))


def _meant(policy: Policy) -> list[str]:
    return list(dict.fromkeys(("parents", "carers", *policy.parent_includes)))


def unknown_adult(case: Case) -> Adult:
    """An adult of whom only a name is known: enough for a sheet, never for a letter."""
    return Adult(
        person_id=case.adult,
        title="",
        given_name="",
        family_name=case.adult_name or "not yet known",
        relationships={},
        address=(),
    )
