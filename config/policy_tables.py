"""The tables of a policy file: what each may hold, and what it holds when nothing is said. See docs/policies.md."""

from datetime import date

from pydantic import Field

from ..rules.days.deadlines import ClockRule
from ..rules.policies.policy import Police, StepKind
from ..rules.words import Outcome, Unit
from .toml_file import Table


class ClockTable(Table):
    """A clock: days, their unit, whether it rolls forward, and its cap in calendar days."""

    days: int
    unit: Unit
    roll_forward: bool = True
    cap_days: int | None = None
    from_receipt: bool = True

    def rule(self) -> ClockRule:
        """The clock as a value of the rules."""
        return ClockRule(**self.model_dump())


class ConductTable(Table):
    """A [conduct.ID] table. `like` names kinds of conduct of the policy `cues_from`, whose cues count here too."""

    title: str
    clause: str = ""
    cues: tuple[str, ...] = ()
    like: tuple[str, ...] = ()
    first: tuple[str, ...]
    ordinary: bool = True
    police: Police = Police.NO
    criticism: bool = False
    occasions: int = Field(default=1, ge=1, le=5)


class StepTable(Table):
    """A [steps.ID] table; see rules.policy.Step for what each key means."""

    name: str
    kind: StepKind = StepKind.LETTER
    signer: str = "head"
    approver: str = "head"
    clock: ClockTable | None = None
    also: dict[str, ClockTable] = Field(default={})
    lead_days: int = Field(default=1, ge=0, le=20)
    then: dict[Outcome, tuple[str, ...]] = Field(default={})
    after: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    may_end: bool = True
    site_access: bool = False
    closes: bool = False
    not_decider: bool = False
    requires: tuple[Outcome, ...] = ()
    follow_up: tuple[ClockTable, ...] = ()
    review: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    aside: bool = False
    adverse: bool = False


class MandatoryTable(Table):
    """A [[mandatory]] table; see rules.policy.Mandatory."""

    id: str
    says: str
    source: str
    step: str = ""
    conduct: tuple[str, ...] = ()
    when: tuple[Outcome, ...] = ()


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
    mandatory: tuple[MandatoryTable, ...] = ()
    conduct: dict[str, ConductTable]
    steps: dict[str, StepTable]
