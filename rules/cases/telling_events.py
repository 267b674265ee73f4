"""What our own people were told of a case, and whether it left. See events.py."""

from datetime import date
from typing import ClassVar, final

from msgspec.structs import replace

from ...ground.english import listed
from ..words import Why
from .case import Case
from .case_changes import with_letter
from .case_parts import Alarm, Receipt
from .event_base import InRegister, NotInRegister
from .event_values import FlagSeen, Line
from .phrases import day_words, flag_words
from .register_row import RegisterRow, Seen, Sensitivity, Shown


@final
class AlertRaised(InRegister, frozen=True, kw_only=True):
    """Danger, child protection or an allegation about staff: nothing is drafted, an alert waits to go out `to` people.

    `told` is written no more: older logs name there the people to whom the alert was addressed.
    """

    flags: list[FlagSeen]
    told: list[str]
    message_id: str
    to: list[str] = []

    def fold(self, case: Case, line: Line) -> Case:
        own = {self.message_id}
        return replace(
            case,
            alert=(*case.alert, *self.flags),
            clear=False,
            sent_ids=case.sent_ids | own,
            # An older line has no `to`: nobody noted then whether its alert left.
            untold=case.untold | own if self.to else case.untold,
            alarm=self._alarm(case, line),
        )

    def _alarm(self, case: Case, line: Line) -> Alarm | None:
        """One that goes on already goes on with those whom it reached."""
        if not self.to:
            return case.alarm
        to = dict.fromkeys((*(case.alarm.to if case.alarm else ()), *self.to))
        return Alarm(at=line.at, to=tuple(to), stage=case.alarm.stage if case.alarm else 1)

    def sentence(self) -> str:
        if self.to:
            return f"An alert to {listed(self.to)} was raised; nothing is drafted{flag_words(self.flags)}."
        return f"An alert went to {listed(self.told)}; nothing is drafted{flag_words(self.flags)}."

    @classmethod
    def shown(cls) -> Shown:
        governors = "An alert to the safeguarding lead was raised; nothing is drafted."
        return Shown(governors=governors, adult=Why.SAFEGUARDING)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return _alert_row(bare, self.to or self.told, self.message_id)


@final
class AlertSent(InRegister, frozen=True, kw_only=True):
    """The alert of this Message-ID left: the mail server took it for these people."""

    only_told: ClassVar[bool] = True

    to: list[str]
    message_id: str

    def fold(self, case: Case, line: Line) -> Case:
        sent = {self.message_id}
        return replace(case, told=case.told | sent, untold=case.untold - sent)

    def sentence(self) -> str:
        return f"The alert was sent to {listed(self.to)}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="The alert to the safeguarding lead was sent.", adult=Why.SAFEGUARDING)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return _alert_row(bare, self.to, self.message_id)


@final
class AlertRepeated(NotInRegister, frozen=True, kw_only=True):
    """Nobody had said that they have the alert, so these people were told again, under this Message-ID."""

    only_told: ClassVar[bool] = True

    to: list[str]
    message_id: str

    def fold(self, case: Case, line: Line) -> Case:
        stage = case.alarm.stage + 1 if case.alarm else 1
        alarm = Alarm(at=line.at, to=tuple(self.to), stage=stage)
        return replace(case, alarm=alarm, sent_ids=case.sent_ids | {self.message_id})

    def sentence(self) -> str:
        return f"Nobody had said that they have the alert, so {listed(self.to)} were told again."


@final
class AlertSeen(InRegister, frozen=True, kw_only=True):
    """Somebody said that they have the alert: it is not repeated. Drafting stays stopped until the case is cleared.

    `mail` is the SHA-256 of the email that says so; "" where it was said by a command.
    """

    by: str
    mail: str = ""

    def fold(self, case: Case, line: Line) -> Case:
        return replace(case, alarm=None)

    def sentence(self) -> str:
        return f"{self.by} has the alert and is dealing with it."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="Somebody took the alert on.", adult=Why.SAFEGUARDING)

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(bare, sensitivity=Sensitivity.SAFEGUARDING)


def _alert_row(bare: RegisterRow, to: list[str], message_id: str) -> RegisterRow:
    return replace(bare, to=", ".join(to), proof=message_id, sensitivity=Sensitivity.SAFEGUARDING)


@final
class ReminderSent(NotInRegister, frozen=True, kw_only=True):
    """A reminder about a date was put in the queue; `about` names the clock, `stage` how near `day` is.

    One about a letter that waits for its approval names it, and the codes of that version are good until `code_until`.
    """

    only_told: ClassVar[bool] = True

    about: str
    day: date
    stage: str
    to: list[str]
    message_id: str
    letter: str = ""
    version: int = 0
    code_until: date | None = None

    def fold(self, case: Case, line: Line) -> Case:
        mark = (self.about, self.day, self.stage)
        letter = case.letter(self.letter, self.version)
        if letter and self.code_until:
            codes = tuple(replace(one, expires=self.code_until) for one in letter.codes)
            case = with_letter(case, replace(letter, codes=codes, code_expires=self.code_until))
        return replace(case, reminded=case.reminded | {mark}, sent_ids=case.sent_ids | {self.message_id})

    def sentence(self) -> str:
        until = f"; its code counts until {day_words(self.code_until)}" if self.code_until else ""
        return f"A reminder of {self.about} ({day_words(self.day)}) went to {listed(self.to)}{until}."


@final
class SignerTold(NotInRegister, frozen=True, kw_only=True):
    """Whoever approved, returned or decided in line `seq` was told so, at the address the school has for them."""

    only_told: ClassVar[bool] = True

    seq: int
    to: list[str]
    message_id: str

    def fold(self, case: Case, line: Line) -> Case:
        left = tuple(one for one in case.to_tell if one.seq != self.seq)
        receipt = Receipt(message_id=self.message_id, to=tuple(self.to), seq=self.seq)
        sent = case.sent_ids | {self.message_id}
        return replace(case, to_tell=left, sent_ids=sent, receipts=(*case.receipts, receipt))

    def sentence(self) -> str:
        return f"Whoever signed entry {self.seq} was told about it ({listed(self.to)})."
