"""What several people say before a step is taken: a member of a panel agreed, somebody was consulted. See events.py."""

from datetime import date
from typing import final

from msgspec.structs import replace

from .case import Case
from .case_parts import Signature
from .event_base import InRegister
from .event_values import Agreement, Consultation, Line
from .phrases import because, day_words, more, version_words, way_words
from .register_row import RegisterRow, Seen, Sheet, Shown


@final
class MemberAgreed(InRegister, frozen=True, kw_only=True):
    """One of several who hold a role agreed; the letter is approved, or the step decided, once enough of them did.

    Of a letter it is to exactly these bytes; of a decision `step` is set, and `on` is the line that it was asked about.
    `needed` is how many must agree, as the settings said then. `tell`: the role, of which this member is told of it.
    """

    role: str
    person: str
    needed: int
    how: str = "command"
    mail: str = ""
    letter: str = ""
    version: int = 0
    sha256: str = ""
    step: str = ""
    reason: str = ""
    on: int = 0
    tell: str = ""

    def fold(self, case: Case, line: Line) -> Case:
        agreed = Agreement(
            role=self.role,
            person=self.person,
            letter=self.letter,
            version=self.version,
            step=self.step,
            on=self.on,
            seq=line.seq,
        )
        what = f"{self.letter} version {self.version}" if self.letter else self.step
        told = Signature(
            seq=line.seq,
            at=line.at,
            role=self.tell,
            how=self.how,
            what=f"agreed to: {what}",
            step=self.letter or self.step,
            person=self.person,
        )
        to_tell = (*case.to_tell, told) if self.tell else case.to_tell
        return replace(case, agreements=(*case.agreements, agreed), to_tell=to_tell)

    @property
    def _what(self) -> str:
        return (
            version_words(self.letter, self.version, start=False) if self.letter else f"the step {self.step}"
        )

    def sentence(self) -> str:
        who = f"{self.person}, {self.role}, agreed to {self._what} (by {way_words(self.how)})"
        return f"{who}; {self.needed} must agree{because(self.reason)}."

    @classmethod
    def shown(cls) -> Shown:
        governors = "A member of a panel agreed."
        return Shown(governors=governors, adult=None, sheets=frozenset({Sheet.DECISIONS}))

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(
            bare,
            letter=self.letter,
            version=self.version,
            decision=f"agreed to {self._what}",
            reason=self.reason,
            decided_by=f"{self.person}, {self.role}",
            decided_at=bare.recorded_at,
        )


@final
class Consulted(InRegister, frozen=True, kw_only=True):
    """Somebody whom the policy names was consulted about a step, on this day, and this is what they said."""

    step: str
    role: str
    person: str
    on: date
    result: str

    def fold(self, case: Case, line: Line) -> Case:
        heard = Consultation(step=self.step, role=self.role, person=self.person, seq=line.seq)
        return replace(case, consulted=(*case.consulted, heard), blocked=None)

    def sentence(self) -> str:
        who = f"{self.person}, {self.role}, was consulted about {self.step} on {day_words(self.on)}"
        return f"{who}{more(self.result)}."

    @classmethod
    def shown(cls) -> Shown:
        governors = "Somebody was consulted, as the policy asks."
        return Shown(governors=governors, adult=None, quotes=True, sheets=frozenset({Sheet.DECISIONS}))

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(
            bare,
            happened_on=self.on.isoformat(),
            decision=f"consulted about {self.step}",
            reason=self.result,
            decided_by=f"{self.person}, {self.role}",
        )
