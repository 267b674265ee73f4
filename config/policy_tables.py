"""The tables of a policy file: what each may hold, and what it holds when nothing is said. See docs/policies.md."""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from ..rules.days.counting import ClockRule
from ..rules.policies.policy import Mandatory, Police, Step
from ..rules.words import About, Deed
from .toml_file import Table
from .values import Told

Clock = Annotated[ClockRule, Told()]
"""A clock: days, their unit, whether it rolls forward, and its cap in calendar days."""


def _deed_about(told: object) -> object:
    """A deed and whom it is about, as a policy writes it: "words about staff"."""
    deed, about = str(told).split(" about ") if str(told).count(" about ") == 1 else (str(told), "?")
    if deed not in set(Deed) or about not in set(About):
        raise ValueError(f"write DEED about WHOM; deeds: {', '.join(Deed)}; about whom: {', '.join(About)}")
    return Deed(deed), About(about)


DeedAbout = Annotated[tuple[Deed, About], BeforeValidator(_deed_about)]


class ConductTable(Table):
    """A [conduct.ID] table. `like` names kinds of conduct of the policy `cues_from`; their cues and deeds count too."""

    title: str
    clause: str = ""
    cues: tuple[str, ...] = ()
    deeds: tuple[DeedAbout, ...] = ()
    like: tuple[str, ...] = ()
    first: tuple[str, ...]
    ordinary: bool = True
    police: Police = Police.NO
    criticism: bool = False
    occasions: int = Field(default=1, ge=1, le=5)


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


class PolicyTable(Table):
    """A whole policy file. A name with an @ in a list of steps stands for a list of [menus]."""

    id: str
    title: str
    version: str = ""
    dated: date | None = None
    review: date | None = None
    parent_includes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    cues_from: str = ""
    look_back_months: int = Field(default=24, ge=0, le=120)
    repeat_first: tuple[str, ...] = ()
    site_access: bool = False
    website_block: bool = False
    camera_restriction: bool = False
    signed_agreement: bool = False
    legal_warning: bool = False
    menus: dict[str, tuple[str, ...]] = Field(default={})
    mandatory: tuple[Annotated[Mandatory, Told()], ...] = ()
    conduct: dict[str, ConductTable]
    steps: dict[str, StepTable]
