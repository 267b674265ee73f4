"""Whether what a case is about was done online or on site, and which letters that leaves out."""

from ..policies.policy import Policy, Step
from ..words import Where
from .case import Case


def places_of(case: Case, policy: Policy) -> frozenset[Where]:
    """Where what the case is about was done; online where nothing tells.

    The kinds of conduct that people named decide. Where these are all such as are done online or anywhere ("other"),
    and every report tells of the site alone, it was on site.
    """
    named = [policy.conduct[name] for name in case.conduct if name in policy.conduct]
    told = frozenset(place for item in case.facts_to_write_about() for place in item.fact.where)
    places = frozenset(Where.ON_SITE if one.on_site else Where.ONLINE for one in named)
    if places <= {Where.ONLINE} and told == {Where.ON_SITE}:
        return told
    return places or frozenset({Where.ONLINE})


def is_out_of_place(case: Case, policy: Policy, step: Step) -> bool:
    """Whether the step is about something online, and all of it was done on site; or the other way round."""
    happened = step.record.happened if step.record else None
    return happened is not None and happened not in places_of(case, policy)


def first_steps(case: Case, policy: Policy) -> tuple[str, ...]:
    """The steps that the policy allows first in this case, less those that are out of place."""
    policy = policy.on(case.ladder)
    named = policy.first_steps(case.conduct, repeated=bool(case.earlier.refs))
    return tuple(
        name
        for name in named
        if name not in policy.steps or not is_out_of_place(case, policy, policy.steps[name])
    )
