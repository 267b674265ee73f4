"""What can happen to a case as a whole: opened, held, waived a duty, closed, taken up again. See events.py."""

from typing import final

from msgspec.structs import replace

from ...ground.moments import local_day
from ..policies.conduct import POLICE_ASKED
from ..words import HoldFor, Why
from .case import Case
from .case_changes import with_signature
from .case_parts import Earlier
from .event_base import InRegister
from .event_values import Line
from .phrases import because, more, plain
from .register_row import RegisterRow, Seen, Sensitivity, Sheet, Shown


@final
class CaseOpened(InRegister, frozen=True, kw_only=True):
    """A case began for one adult. `adult_name` is the name at that time, for readers of the log alone."""

    adult: str
    adult_name: str
    school: str
    policy: str
    policy_version: str
    reason: str

    def fold(self, case: Case, line: Line) -> Case:
        return replace(
            case,
            adult=self.adult,
            adult_name=self.adult_name,
            school=self.school,
            opened_at=line.at,
        )

    def sentence(self) -> str:
        whom = self.adult_name or "an adult not yet identified"
        return f"The case was opened at {self.school} for {whom}{because(self.reason)}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="A case was opened.", adult=None, quotes=True)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(bare, reason=self.reason)

    def remember(self, seen: Seen, line: Line) -> None:
        seen.adult = self.adult_name


@final
class EarlierCasesFound(InRegister, frozen=True, kw_only=True):
    """The same adult had cases within the policy's look-back: their references, what each was, the steps taken."""

    refs: list[str]
    told: list[str]
    steps: list[str]

    def fold(self, case: Case, line: Line) -> Case:
        found = Earlier(refs=tuple(self.refs), told=tuple(self.told), steps=tuple(self.steps))
        return replace(case, earlier=found)

    def sentence(self) -> str:
        return f"Earlier cases of the same adult: {'; '.join(self.told)}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="Earlier cases of the same adult were found.", adult=None)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return bare


@final
class DutyWaived(InRegister, frozen=True, kw_only=True):
    """A named person says why something that the policy requires was not done; `rule` is its id in the policy.

    `tell`: the role in whose name it was said, which is told of it at its own address, and `how` it was said.
    """

    rule: str
    reason: str
    tell: str = ""
    how: str = ""

    def fold(self, case: Case, line: Line) -> Case:
        signed = {**case.waivers, self.rule: (line.by, local_day(line.at))}
        case = replace(case, waived={**case.waived, self.rule: self.reason}, waivers=signed)
        what = f"set aside what the policy requires: {self.rule}"
        return with_signature(case, line, role=self.tell, how=self.how, what=what)

    def sentence(self) -> str:
        if self.rule == POLICE_ASKED:
            return f"It was decided not to tell the police{because(self.reason)}."
        return f"What the policy requires under “{self.rule}” was set aside{because(self.reason)}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="Something the policy requires was set aside, with a reason.", adult=None)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        decision = f"set aside: {self.rule}"
        return replace(bare, decision=decision, reason=self.reason, decided_by=bare.from_role)


@final
class HoldPlaced(InRegister, frozen=True, kw_only=True):
    """Nothing goes out and no clock runs until a named person releases it; `mail` is the email that asked for it."""

    hold_for: HoldFor
    note: str = ""
    mail: str = ""

    def fold(self, case: Case, line: Line) -> Case:
        return replace(case, hold=self.hold_for, held_on=line.at, alarm=None)

    def sentence(self) -> str:
        whom = plain(self.hold_for)
        return f"The case was put on hold for {whom}{more(self.note)}. Nothing goes out and no clock runs."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(
            governors="The case was put on hold.", adult=Why.ENQUIRY, sheets=frozenset({Sheet.DECISIONS})
        )

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        decision = f"hold for {self.hold_for}"
        return replace(bare, decision=decision, reason=self.note, sensitivity=Sensitivity.LEGAL)


@final
class HoldReleased(InRegister, frozen=True, kw_only=True):
    """The hold ended; `tell` and `how` as for a duty that was set aside."""

    note: str = ""
    tell: str = ""
    how: str = ""

    def fold(self, case: Case, line: Line) -> Case:
        case = replace(case, hold=None, held_on=None)
        return with_signature(case, line, role=self.tell, how=self.how, what="released: the hold of the case")

    def sentence(self) -> str:
        return f"The hold was released{more(self.note)}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="The hold ended.", adult=Why.ENQUIRY)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return bare


@final
class CaseClosed(InRegister, frozen=True, kw_only=True):
    """The case ended; `reason` says what resolved it."""

    reason: str

    def fold(self, case: Case, line: Line) -> Case:
        return replace(case, closed=self.reason, trigger=None, due=None, blocked=None, reopened=0, alarm=None)

    def sentence(self) -> str:
        return f"The case was closed{because(self.reason)}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="The case was closed.", adult=None)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(bare, reason=self.reason)


@final
class CaseReopened(InRegister, frozen=True, kw_only=True):
    """A closed case was taken up again; `tell` and `how` as for a duty that was set aside."""

    reason: str
    tell: str = ""
    how: str = ""

    def fold(self, case: Case, line: Line) -> Case:
        case = replace(case, closed="", reopened=line.seq, asked=None)
        return with_signature(
            case, line, role=self.tell, how=self.how, what="taken up again: the closed case"
        )

    def sentence(self) -> str:
        return f"The case was reopened{because(self.reason)}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="The case was reopened.", adult=None)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(bare, reason=self.reason)
