"""A school may link a second policy of its own that provides for access to the site; its steps join the first."""

from dataclasses import replace

from ...ground.errors import Problem
from ..words import Outcome, Stage, Switch
from .policy import Policy, Step


def link_site_access(policy: Policy, other: Policy, *, where: str) -> tuple[Policy, list[Problem]]:
    """The policy with the other one's steps about access to the site; a fault where the other has none."""
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
    return replace(policy, steps=steps, linked_policy=other.title), []


def _with_access(step: Step, offered: list[str]) -> Step:
    went_on = step.then.get(Outcome.CONTINUES, ())
    if not went_on:
        return step
    return replace(step, then={**step.then, Outcome.CONTINUES: tuple(dict.fromkeys((*went_on, *offered)))})


def _only_known(step: Step, known: set[str]) -> Step:
    then = {outcome: tuple(name for name in names if name in known) for outcome, names in step.then.items()}
    return replace(step, then={outcome: names for outcome, names in then.items() if names})
