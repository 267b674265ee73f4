"""A school may link a second policy of its own that provides for access to the site; what it says of the site joins."""

from ...ground.errors import Problem
from ...ground.values import replace
from ..words import Outcome, Stage, Switch
from .conduct import Conduct
from .policy import Mandatory, Policy, Step


def link_site_access(policy: Policy, other: Policy, *, where: str) -> tuple[Policy, list[Problem]]:
    """The policy with what the other one says of the site: its steps about access to it, and conduct on it.

    A fault where the other does not provide for access.
    """
    if not other.site_access:
        problem = Problem(
            where=f"{where}, site_access",
            what=f"The linked policy '{other.title}' does not provide for withdrawing permission to enter the site.",
            what_to_do="Link one that does, or take `linked` out of school.toml.",
        )
        return policy, [problem]
    about_access = policy.letters.switched(Switch.SITE_ACCESS)
    added = {name: step for name, step in other.steps.items() if name in about_access}
    # The notices may follow when the adult refuses and continues; the others follow from these.
    offered = [one.id for one in policy.letters if one.id in about_access and one.stage is Stage.NOTICE]
    offered = [name for name in offered if name in added]
    known = {*policy.steps, *added}
    steps = {name: _with_access(step, offered) for name, step in policy.steps.items()}
    steps |= {name: _only_known(step, known) for name, step in added.items() if name not in steps}
    conduct = _on_site(policy, other, frozenset(name for name, step in steps.items() if _may_begin(step)))
    return replace(
        policy,
        steps=steps,
        conduct={**policy.conduct, **conduct},
        mandatory=(*policy.mandatory, *_required(policy, other, frozenset(conduct), frozenset(steps))),
        linked_policy=other.title,
    ), []


def _may_begin(step: Step) -> bool:
    """Whether nothing must have happened before this step."""
    return not step.requires and not step.after


def _on_site(policy: Policy, other: Policy, steps: frozenset[str]) -> dict[str, Conduct]:
    """The other policy's kinds of conduct on site that may begin with a step there is, and that ours does not name."""
    found = (one for one in other.conduct.values() if one.on_site and one.id not in policy.conduct)
    return {
        one.id: replace(one, first=first, named_by=other.title)
        for one in found
        if (first := tuple(name for name in one.first if name in steps))
    }


def _required(
    policy: Policy, other: Policy, conduct: frozenset[str], steps: frozenset[str]
) -> tuple[Mandatory, ...]:
    """What the other policy requires for these kinds of conduct, where its step is there."""
    taken = {rule.id for rule in policy.mandatory}
    return tuple(
        replace(
            rule,
            id=f"site-{rule.id}" if rule.id in taken else rule.id,
            conduct=tuple(name for name in rule.conduct if name in conduct),
            source=f"{other.title}, {rule.source}",
        )
        for rule in other.mandatory
        if conduct & set(rule.conduct) and (not rule.step or rule.step in steps)
    )


def _with_access(step: Step, offered: list[str]) -> Step:
    went_on = step.then.get(Outcome.CONTINUES, ())
    if not went_on:
        return step
    return replace(step, then={**step.then, Outcome.CONTINUES: tuple(dict.fromkeys((*went_on, *offered)))})


def _only_known(step: Step, known: set[str]) -> Step:
    then = {outcome: tuple(name for name in names if name in known) for outcome, names in step.then.items()}
    return replace(step, then={outcome: names for outcome, names in then.items() if names})
