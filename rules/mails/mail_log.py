"""What can happen to an email: facts of the email log, and what each changes of the emails and mailboxes known so far.

Each kind is one class: its fields and its fold. `AnyMailEvent` names them all.
"""

from datetime import date, datetime
from typing import final, get_args

from msgspec import Struct
from msgspec.structs import replace

from ...ground.moments import local_day
from ..cases.event_values import Fact, FlagSeen, Line
from ..words import Level, Verdict
from .alarm_events import AlarmRaised, CardSent
from .assist_events import AssistAnswered, AssistAsked, LevelRaised, MachineRead
from .mail_event import NO_BOX, Box, MailEvent, Mails, Proposal, Suggestion

__all__ = [
    "MAIL_KINDS",
    "NO_BOX",
    "AlarmRaised",
    "AnyMailEvent",
    "AssistAnswered",
    "AssistAsked",
    "Box",
    "CardSent",
    "CardTaken",
    "CardTold",
    "LevelRaised",
    "MailEntry",
    "MailEvent",
    "MailFailed",
    "MailJudged",
    "MailPutAside",
    "MailRenumbered",
    "MailRow",
    "MailSeen",
    "MailboxCaughtUp",
    "MailboxReset",
    "MailboxStarted",
    "Mails",
    "Proposal",
    "ReceiptSent",
    "Suggestion",
    "Told",
]


@final
class MailSeen(MailEvent, frozen=True, kw_only=True):
    """A mailbox showed an email under `key`; its raw bytes are kept. `size` in bytes; `cut`: only headers were taken.

    `old`: it was there before the day from which the school wants its email looked at; nothing is drafted for it.
    """

    mailbox: str
    key: str
    sha256: str
    message_id: str
    subject: str
    sender: str
    received: datetime
    size: int
    cut: bool = False
    old: bool = False

    def fold(self, mails: Mails, line: Line) -> None:
        mails.put(self.mailbox, self.key, MailRow(seen=self))
        box = mails.box(self.mailbox)
        if not box.known:
            mails.put_box(self.mailbox, replace(box, known=True))


@final
class MailJudged(MailEvent, frozen=True, kw_only=True):
    """What became of the email under `key`, and why, in words for the office.

    `level` is None where nobody needs to look; `proposed` are kinds of conduct, the likeliest first; `pupils` those
    through whom the adult who may be meant belongs to the school; `named` are our own people, by their whole names,
    whom an allegation about staff names. `reporter` is the kind of whoever sent it, "" where nobody reports anything.
    """

    mailbox: str
    key: str
    sha256: str
    verdict: Verdict
    ref: str = ""
    reason: str = ""
    missing: list[str] = []
    suggestions: list[Suggestion] = []
    flags: list[FlagSeen] = []
    level: Level | None = None
    why_level: str = ""
    proposed: list[Proposal] = []
    fact: Fact = Fact()
    pupils: list[str] = []
    named: list[str] = []
    reporter: str = ""

    def fold(self, mails: Mails, line: Line) -> None:
        if row := mails.row(self.mailbox, self.key):
            mails.put(self.mailbox, self.key, replace(row, judged=self, judged_at=line.at, judged_by=line.by))


@final
class MailPutAside(MailEvent, frozen=True, kw_only=True):
    """The server (or the folder) moved the email to the taken ones."""

    mailbox: str
    key: str

    def fold(self, mails: Mails, line: Line) -> None:
        if row := mails.row(self.mailbox, self.key):
            mails.put(self.mailbox, self.key, replace(row, put_aside=True))


@final
class MailFailed(MailEvent, frozen=True, kw_only=True):
    """Reading or filing this email broke; after three tries it is an in-tray item."""

    mailbox: str
    key: str
    sha256: str
    what: str

    def fold(self, mails: Mails, line: Line) -> None:
        if row := mails.row(self.mailbox, self.key):
            mails.put(self.mailbox, self.key, replace(row, failures=row.failures + 1))


@final
class MailboxReset(MailEvent, frozen=True, kw_only=True):
    """The server renumbered a folder; its emails are known again by their SHA-256."""

    mailbox: str
    what: str

    def fold(self, mails: Mails, line: Line) -> None:
        box = mails.box(self.mailbox)
        mails.put_box(self.mailbox, replace(box, resets=box.resets | {self.what}))


@final
class MailRenumbered(MailEvent, frozen=True, kw_only=True):
    """An email known as `was` is shown under another key since the folder was renumbered; it is the same email."""

    mailbox: str
    key: str
    was: str

    def fold(self, mails: Mails, line: Line) -> None:
        if row := mails.row(self.mailbox, self.was):
            mails.drop(self.mailbox, self.was)
            mails.put(self.mailbox, self.key, replace(row, seen=replace(row.seen, key=self.key)))


@final
class MailboxStarted(MailEvent, frozen=True, kw_only=True):
    """The first run on a mailbox began; what came before `since` (None: no limit) is old."""

    mailbox: str
    since: date | None = None

    def fold(self, mails: Mails, line: Line) -> None:
        box = mails.box(self.mailbox)
        mails.put_box(self.mailbox, replace(box, known=True, started=True, since=self.since))


@final
class MailboxCaughtUp(MailEvent, frozen=True, kw_only=True):
    """All that was in the mailbox at the first run is kept; whatever comes from now on is new, whatever its date."""

    mailbox: str

    def fold(self, mails: Mails, line: Line) -> None:
        box = mails.box(self.mailbox)
        mails.put_box(self.mailbox, replace(box, known=True, started=False, since=None))


@final
class ReceiptSent(MailEvent, frozen=True, kw_only=True):
    """The reporter was told, under `message_id`, that the email has arrived; done once for one email."""

    mailbox: str
    key: str
    to: str
    message_id: str

    def fold(self, mails: Mails, line: Line) -> None:
        mails.put_receipt(self.to, local_day(line.at))
        if row := mails.row(self.mailbox, self.key):
            mails.put(self.mailbox, self.key, replace(row, receipt=True))


@final
class CardTold(MailEvent, frozen=True, kw_only=True):
    """An email to our own people about this one was queued `to` them, under `message_id`.

    `read_by`: by then (UTC) somebody should have it, or others are told; None where it is read in its turn.
    `stage` is 1 for the first that they hear of it, and one more with each further email.
    """

    mailbox: str
    key: str
    sha256: str
    level: Level
    to: list[str]
    message_id: str
    read_by: datetime | None = None
    stage: int = 1

    def fold(self, mails: Mails, line: Line) -> None:
        if row := mails.row(self.mailbox, self.key):
            told = (*row.told, Told(at=line.at, event=self))
            mails.put(self.mailbox, self.key, replace(row, told=told))


@final
class CardTaken(MailEvent, frozen=True, kw_only=True):
    """Somebody said that they have this email: the others need not be told again. The last to say so has it.

    `mail` is the SHA-256 of the email that says so; "" where it was said by a command.
    """

    mailbox: str
    key: str
    sha256: str
    by: str
    mail: str = ""

    def fold(self, mails: Mails, line: Line) -> None:
        if row := mails.row(self.mailbox, self.key):
            mails.put(self.mailbox, self.key, replace(row, taken_by=self.by, taken_at=line.at))


AnyMailEvent = (
    MailSeen
    | MailJudged
    | MailPutAside
    | MailFailed
    | MailboxReset
    | MailRenumbered
    | MailboxStarted
    | MailboxCaughtUp
    | ReceiptSent
    | CardTold
    | CardSent
    | CardTaken
    | AssistAsked
    | AssistAnswered
    | LevelRaised
    | AlarmRaised
)


MAIL_KINDS: tuple[type[MailEvent], ...] = get_args(AnyMailEvent)
"""Every kind of event of the email log."""


class MailEntry(Line, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of the email log, chained like a case log."""

    event: AnyMailEvent
    v: int = 1
    prev: str = ""
    hash: str = ""


class Told(Struct, frozen=True, kw_only=True):
    """One of our emails about an email in the in-tray: when it was queued (UTC), and when it left.

    `sent_at` is None while it waits.
    """

    at: datetime
    event: CardTold
    sent_at: datetime | None = None


class MailRow(Struct, frozen=True, kw_only=True):
    """One email ever seen, as it stands now. `judged` is None until intake has decided.

    `machine` is what a language model was asked and proposed: kept apart from `judged`, so that nothing acts on it.
    `alarm` is why a person raised an alarm about it; "" where nobody did.
    """

    seen: MailSeen
    judged: MailJudged | None = None
    put_aside: bool = False
    failures: int = 0
    receipt: bool = False
    judged_at: datetime | None = None
    judged_by: str = ""
    told: tuple[Told, ...] = ()
    taken_by: str = ""
    taken_at: datetime | None = None
    machine: MachineRead | None = None
    alarm: str = ""

    @property
    def verdict(self) -> Verdict:
        """What became of it; an email not yet judged is in the in-tray: it is visible, never lost."""
        return self.judged.verdict if self.judged else Verdict.INTRAY
