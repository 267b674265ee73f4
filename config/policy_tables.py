"""The tables of a policy file: what each may hold, and what it holds when nothing is said. See docs/policies.md."""

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import BeforeValidator, Field

from ..rules.days.counting import ClockRule
from ..rules.policies.conduct import Conduct
from ..rules.policies.gate_law import GateLaw
from ..rules.policies.ladder import Ladder, OwnAnswer
from ..rules.policies.letters import Letters
from ..rules.policies.policy import Mandatory, Policy, Step
from ..rules.words import About, Deed, Outcome, Unit, Until
from .values import Among, Said, Told


def _uncounted(told: object) -> object:
    """A clock that runs until a holiday, or to the middle of a measure, has no number of days."""
    if isinstance(told, dict) and "half_way" in told:
        if told.keys() - {"half_way", "weeks_before_end"} or told["half_way"] is not True:
            raise ValueError(
                "write half_way = true, with weeks_before_end = 4 or without, and nothing beside it"
            )
        return {"days": 1, "unit": Unit.CALENDAR_DAYS, **told}
    if isinstance(told, dict) and "weeks_before_end" in told:
        raise ValueError("`weeks_before_end` belongs with half_way = true")
    if not isinstance(told, dict) or "until" not in told:
        return told
    if told.keys() - {"until"}:
        raise ValueError(f"write `until` alone, or days and unit without it; until: {', '.join(Until)}")
    return {"days": 1, "unit": Unit.SCHOOL_DAYS, **told}


Clock = Annotated[ClockRule, Told(), BeforeValidator(_uncounted)]
"""A clock: days, their unit, whether it rolls forward, and its cap in calendar days; or until a holiday."""


Words = Annotated[str, Field(min_length=1)]


def _deed_about(told: object) -> object:
    """A deed and whom it is about, as a policy writes it: "words about staff"."""
    deed, about = str(told).split(" about ") if str(told).count(" about ") == 1 else (str(told), "?")
    if deed not in set(Deed) or about not in set(About):
        raise ValueError(f"write DEED about WHOM; deeds: {', '.join(Deed)}; about whom: {', '.join(About)}")
    return Deed(deed), About(about)


DeedAbout = Annotated[tuple[Deed, About], BeforeValidator(_deed_about)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConductTable(Said):
    """A [conduct.ID] table. `like` names kinds of conduct of the policy `cues_from`; their cues and deeds count too."""

    conduct: Annotated[
        Conduct,
        Among(but={"id": ""}, deeds=tuple[DeedAbout, ...], occasions=Annotated[int, Field(ge=1, le=5)]),
    ]
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


LadderTable = Annotated[Ladder, Told(but={"id": ""}, title=Words)]
"""A [ladders.ID] table."""

OutcomeTable = Annotated[OwnAnswer, Told(but={"id": ""}, title=Words, counts_as=Outcome)]
"""An [outcomes.ID] table: an answer that the procedure has a name of its own for."""


UNSAID_LAW = GateLaw(
    heard_first="", access_advice="", harassment_act="", harassment_occasions=1, parent_meaning=""
)
"""What a policy holds until the legal facts are known: no file of a policy says what the law is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyTable(Said):
    """A whole policy file. A name with an @ in a list of steps stands for a list of [menus]."""

    policy: Annotated[
        Policy,
        Among(
            but={
                "conduct": {},
                "steps": {},
                "letters": Letters(records={}, fields={}),
                "law": UNSAID_LAW,
                "linked_policy": "",
                "on_ladder": "",
                "shown_on": {},
            },
            ladders=dict[str, LadderTable],
            outcomes=dict[str, OutcomeTable],
            look_back_months=Annotated[int, Field(ge=0, le=120)],
            mandatory=tuple[Annotated[Mandatory, Told()], ...],
        ),
    ]
    cues_from: str = ""
    menus: dict[str, tuple[str, ...]] = field(default_factory=dict)
    conduct: dict[str, ConductTable]
    steps: dict[str, StepTable]
