"""Reads a policy pack, config/policies/NAME.toml or a school's own, into a `Policy`; all faults at once."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import Field

from ..rules.deadlines import ClockRule
from ..rules.errors import Problem
from ..rules.policy import Conduct, Police, Policy, Step, StepKind
from ..rules.policy_check import faults_of
from ..rules.words import Outcome, Unit
from .toml_file import Table, read_toml


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
    """A [conduct.ID] table."""

    title: str
    clause: str = ""
    cues: tuple[str, ...] = ()
    first: tuple[str, ...]
    ordinary: bool = True
    police: Police = Police.NO


class StepTable(Table):
    """A [steps.ID] table; see rules.policy.Step for what each key means."""

    name: str
    kind: StepKind = StepKind.LETTER
    signer: str = "head"
    approver: str = "head"
    clock: ClockTable | None = None
    also: dict[str, ClockTable] = Field(default={})
    lead_days: int = 1
    then: dict[Outcome, tuple[str, ...]] = Field(default={})
    after: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    may_end: bool = True
    site_access: bool = False
    closes: bool = False


class PolicyTable(Table):
    """A whole policy file."""

    id: str
    title: str
    version: str = ""
    dated: date | None = None
    review: date | None = None
    parent_includes: tuple[str, ...] = ()
    site_access: bool = False
    look_back_months: int = 24
    linked_policy: str = ""
    conduct: dict[str, ConductTable]
    steps: dict[str, StepTable]


def read_policy(path: Path, letters: Mapping[str, str]) -> tuple[Policy | None, list[Problem]]:
    """The policy in this file, or None and every fault.

    Args:
        path: the TOML file.
        letters: the letters there are templates for, by id; a step of kind letter must be one of them.
    """
    table, faults = read_toml(path, PolicyTable)
    if table is None:
        return None, faults
    policy = _policy(table)
    faults = faults_of(policy, frozenset(letters), where=path.name)
    return (None if faults else policy), faults


def _policy(table: PolicyTable) -> Policy:
    return Policy(
        id=table.id,
        title=table.title,
        version=table.version,
        dated=table.dated,
        review=table.review,
        parent_includes=table.parent_includes,
        site_access=table.site_access,
        look_back_months=table.look_back_months,
        linked_policy=table.linked_policy,
        conduct={name: Conduct(id=name, **one.model_dump()) for name, one in table.conduct.items()},
        steps={name: _step(name, one) for name, one in table.steps.items()},
    )


def _step(name: str, table: StepTable) -> Step:
    plain = table.model_dump(exclude={"clock", "also"})
    return Step(
        id=name,
        clock=table.clock.rule() if table.clock else None,
        also={key: clock.rule() for key, clock in table.also.items()},
        **plain,
    )
