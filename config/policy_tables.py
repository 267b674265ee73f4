"""The tables of a policy file: what each may hold, and what it holds when nothing is said. See docs/policies.md."""

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from ..rules.days.counting import ClockRule
from ..rules.policies.letters import Letters
from ..rules.policies.policy import Conduct, Mandatory, Policy, Step
from .values import Among, Said, Told

Clock = Annotated[ClockRule, Told()]
"""A clock: days, their unit, whether it rolls forward, and its cap in calendar days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConductTable(Said):
    """A [conduct.ID] table. `like` names kinds of conduct of the policy `cues_from`, whose cues count here too."""

    conduct: Annotated[Conduct, Among(but={"id": ""}, occasions=Annotated[int, Field(ge=1, le=5)])]
    like: tuple[str, ...] = ()


StepTable = Annotated[
    Step,
    Told(
        but={"id": "", "record": None},
        clock=Clock | None,
        also=dict[str, Clock],
        follow_up=tuple[Clock, ...],
        lead_days=Annotated[int, Field(ge=0, le=20)],
    ),
]
"""A [steps.ID] table. A list of steps may name a menu."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyTable(Said):
    """A whole policy file. A name with an @ in a list of steps stands for a list of [menus]."""

    policy: Annotated[
        Policy,
        Among(
            but={"conduct": {}, "steps": {}, "letters": Letters(records={}, fields={}), "linked_policy": ""},
            look_back_months=Annotated[int, Field(ge=0, le=120)],
            mandatory=tuple[Annotated[Mandatory, Told()], ...],
        ),
    ]
    cues_from: str = ""
    menus: dict[str, tuple[str, ...]] = field(default_factory=dict)
    conduct: dict[str, ConductTable]
    steps: dict[str, StepTable]
