"""What comes in by email, and what people make of it: reports, evidence, triage, fields for letters. See events.py."""

from datetime import datetime
from typing import final

from msgspec.structs import replace

from ...ground.english import listed
from ...ground.moments import local_day
from ..texts.footers import without_footer
from ..words import Channel, Why
from .case import Case, Reported
from .case_changes import with_fields_given, with_signature
from .case_parts import Kept
from .event_base import InRegister, NotInRegister
from .event_values import Fact, FlagSeen, Line
from .phrases import because, day_words, fact_words, flag_words, more
from .register_row import Direction, RegisterRow, RowFile, Seen, Shown, amend, sensitivity_of


@final
class ReportReceived(InRegister, frozen=True, kw_only=True):
    """A report was put on the case. The email is at `file`; who sent it is kept apart in reporter.json.

    `named` are our own people, by their whole names, of whom it alleges something.
    """

    mail: str
    file: str
    received: datetime
    fact: Fact
    flags: list[FlagSeen] = []
    named: list[str] = []

    def fold(self, case: Case, line: Line) -> Case:
        reported = Reported(seq=line.seq, day=local_day(self.received), fact=self.fact, mail=self.mail)
        return replace(
            case,
            mails=case.mails | {self.mail},
            facts=(*case.facts, reported),
            flags=(*case.flags, *self.flags),
            alleged=(*case.alleged, *((self.mail, name) for name in self.named)),
        )

    def sentence(self) -> str:
        arrived = f"A report arrived on {day_words(self.received)}"
        return f"{arrived}{fact_words(self.fact)}{flag_words(self.flags)}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="A report arrived.", adult=None, quotes=True)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(_mail_row(bare, self), from_role="reporter")


@final
class EvidenceKept(NotInRegister, frozen=True, kw_only=True):
    """An attachment was stored byte for byte; `size` in bytes."""

    mail: str
    file: str
    original_name: str
    sha256: str
    size: int

    def fold(self, case: Case, line: Line) -> Case:
        kept = Kept(name=self.original_name, file=self.file, sha256=self.sha256, mail=self.mail)
        return replace(case, kept=(*case.kept, kept))

    def sentence(self) -> str:
        return f"Evidence “{self.original_name}” was kept as {self.file} ({self.size} bytes)."

    def tell_earlier(self, rows: list[RegisterRow], line: Line) -> None:
        kept = RowFile(name=self.file, sha256=self.sha256)
        amend(
            rows,
            lambda row: any(one.sha256 == self.mail for one in row.attachments),
            lambda row: {"attachments": (*row.attachments, kept)},
        )


APPROVERS_REPLY, REPLY_NOT_ACCEPTED = "approver's reply", "reply not accepted"
STOP_REPLY = "a reply that stops the case"
OUR_REPLIES = frozenset({APPROVERS_REPLY, REPLY_NOT_ACCEPTED, STOP_REPLY})
"""What an email of our own people is that answers a question of ours. It holds a one-time code, so nothing quotes it:
what it brought about is in entries of its own.
"""


@final
class MailAttached(InRegister, frozen=True, kw_only=True):
    """An email that is not a new report was put on the case: a reply, a robot's, a bounce, something unclear.

    `named` are our own people, by their whole names, of whom it alleges something.
    """

    mail: str
    file: str
    received: datetime
    what: str
    summary: str
    flags: list[FlagSeen] = []
    named: list[str] = []

    def fold(self, case: Case, line: Line) -> Case:
        return replace(
            case,
            mails=case.mails | {self.mail},
            flags=(*case.flags, *self.flags),
            alleged=(*case.alleged, *((self.mail, name) for name in self.named)),
            replies=case.replies | ({self.mail} if self.what in OUR_REPLIES else frozenset()),
        )

    def sentence(self) -> str:
        arrived = f"An email arrived on {day_words(self.received)}"
        quoted = "" if self.what in OUR_REPLIES else without_footer(self.summary)
        return f"{arrived} ({self.what}){more(quoted)}{flag_words(self.flags)}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="An email was added to the case.", adult=None, quotes=True)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(_mail_row(bare, self), from_role="sender")


def _mail_row(bare: RegisterRow, event: ReportReceived | MailAttached) -> RegisterRow:
    return replace(
        bare,
        happened_on=local_day(event.received).isoformat(),
        direction=Direction.IN,
        channel=Channel.MAIL,
        to="school",
        sensitivity=sensitivity_of(event.flags),
        attachments=(RowFile(name=event.file, sha256=event.mail),),
    )


@final
class MailMoved(InRegister, frozen=True, kw_only=True):
    """An email was on the wrong case. Logged on both: what it reported counts on `to_ref` alone; no file is removed."""

    mail: str
    from_ref: str
    to_ref: str
    why: str = ""

    def fold(self, case: Case, line: Line) -> Case:
        if self.from_ref != case.ref:
            return case
        return replace(
            case,
            mails=case.mails - {self.mail},
            facts=tuple(one for one in case.facts if one.mail != self.mail),
            alleged=tuple(one for one in case.alleged if one[0] != self.mail),
        )

    def sentence(self) -> str:
        moved = f"moved from {self.from_ref} to {self.to_ref}"
        return f"An email ({self.mail[:12]}) was {moved}{because(self.why)}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="An email was moved to or from another case.", adult=Why.OTHER_WORDS)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return bare


@final
class Triaged(InRegister, frozen=True, kw_only=True):
    """Somebody (or the rules, for a clear report) said what the case is about. `clear`: the case may proceed.

    `alternate`: the usual approver is the target or a witness, so the alternate signs and approves. It replaces
    what an earlier triage said; clearing it by name also ends an alert. `ladders` are the policy's chains of steps
    that this conduct is on, `ladder` the one that the case is on; "" where somebody has to choose among several.
    `tell`: the role in whose name an alert was ended or the case was passed on, which is told of it, and `how`.
    """

    pupils: list[str]
    conduct: list[str]
    clear: bool
    note: str = ""
    adult: str = ""
    adult_name: str = ""
    alternate: bool = False
    ladder: str = ""
    ladders: list[str] = []
    tell: str = ""
    how: str = ""

    def fold(self, case: Case, line: Line) -> Case:
        what = "ended: the alert" if self.clear and case.alerted else "passed on: to the alternate approver"
        case = with_signature(case, line, role=self.tell, how=self.how, what=what)
        return replace(
            case,
            pupils=tuple(self.pupils),
            conduct=tuple(self.conduct),
            ladder=self.ladder,
            ladders=tuple(self.ladders),
            clear=self.clear,
            alternate=self.alternate,
            blocked=None,
            alert=() if self.clear else case.alert,
            alarm=None if self.clear else case.alarm,
            adult=self.adult or case.adult,
            adult_name=self.adult_name or case.adult_name,
        )

    def sentence(self) -> str:
        about = f" for {self.adult_name}" if self.adult_name else ""
        what = listed(self.conduct) or "no conduct named"
        on = "the case may proceed" if self.clear else "not yet cleared to proceed"
        return f"The case was triaged{about} ({what}){self._ladder_words()}; {on}{more(self.note)}."

    def _ladder_words(self) -> str:
        if self.ladder:
            return f", on the ladder “{self.ladder}”"
        return f", on one of the ladders {listed(self.ladders, 'or')}" if self.ladders else ""

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="The case was triaged.", adult=None, quotes=True)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return bare

    def remember(self, seen: Seen, line: Line) -> None:
        seen.adult = self.adult_name or seen.adult
        clauses = (clause for name in self.conduct if (clause := seen.clause_of(name)))
        seen.clause = "; ".join(dict.fromkeys(clauses))


@final
class FieldsGiven(NotInRegister, frozen=True, kw_only=True):
    """A person supplied fields that a letter needs; `letter` "" means every letter of the case."""

    letter: str
    fields: dict[str, str]

    def fold(self, case: Case, line: Line) -> Case:
        given = with_fields_given(case, self.letter, self.fields, line.seq)
        return replace(given, blocked=None)

    def sentence(self) -> str:
        return f"Details were given for {self.letter or 'every letter'}: {listed(sorted(self.fields))}."
