"""The `Office`: one school, and the hands and eyes its workflows are given. Built in desk/wiring.py, or by a test."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..ground.errors import Problem
from ..rules.cases.case import Case
from ..rules.cases.events import AnyEvent, Entry
from ..rules.cases.fold import fold
from ..rules.mails.outgoing import OutgoingMail
from ..rules.office.retention import RetentionRules
from ..rules.people.school import School
from ..rules.words import Verdict
from .anchor_book import AnchorBook, MemoryAnchors
from .begun_words import BegunWords, NothingBegun
from .bell_port import Bell
from .looks import Looks, NoLooks
from .lookup import Index
from .order_shelf import NoOrders, OrderShelf
from .own_log import MemoryLog, OwnLog
from .papers import AgreementFiles, NoAgreements, Papers, Shredder
from .ports import (
    BoundCode,
    CaseFiles,
    Clock,
    CodeMaker,
    EventMaker,
    Inbox,
    Languages,
    MailLog,
    MailReader,
    Outbox,
    OutgoingQueue,
    PdfPrinter,
    People,
    PulseNote,
    Reader,
    TextWriter,
    WordPrinter,
)
from .poster import OfficePosts, Poster
from .print_ports import PrintShop, PrintTray
from .turns import NoTurns, Turns

MOST_FOLDED = 1000
"""Cases remembered at once: a school with very many is not all kept in memory."""

RULES = "rules"
"""Who wrote a log line, where no person did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One school at work.

    Attributes:
        template: where the Word template of a letter lies: the school's own before ours.
        new_id: makes a fresh Message-ID for an email about a case ("" for none).
        bound_code: makes the one-time code of a version of a letter for one approver, always the same.
        tag: a case's reference with the mark that proves it, "2026-0042.k7qm2r"; "" for "".
        index: the derived index of cases and emails.
        setup: what tells that settings, people register or templates were changed.
        mailto: makes a mailto: link from an address, a subject and a body.
        papers: writes copies of the register.
        shredder: deletes the files of a case.
        retention: how long cases are kept.
        rehearsed: makes the clock of a day that is rehearsed.
        rehearsal: it is a demo or a copy to rehearse in, from which nothing reaches anybody: a typed name is enough.
        order: the id of the order that is being carried out, where it waited on disk.
        shelf: the orders that wait.
        begun: the forms that were begun at the desk and not sent.
        turns: the writer's lock, which a round gives up between its steps.
        copied: the same office on copies of its logs, which are thrown away.
        agreements: the rounds of agreements that are sent to families outside a case.
        agreement_files: their letters.
        printing: which letters were emailed to the office to be printed, or went to a provider.
        poster: who posts letters in envelopes, where that is not the office.
        bell: what rings beside the email when something urgent waits; None for nothing.
        telling: which digest told whom of what.
        reader: a language model that may be asked about emails; None unless the school switched that on.
        looks: reads emails beforehand, and remembers what triage found in them.
    """

    school: School
    clock: Clock
    cases: CaseFiles
    mail_log: MailLog
    inbox: Inbox
    outbox: Outbox
    queue: OutgoingQueue
    tray: PrintTray
    shop: PrintShop
    pulse: PulseNote
    word: WordPrinter
    pdf: PdfPrinter
    people: People
    read_mail: MailReader
    texts: TextWriter
    template: Callable[[str], Path]
    languages: Languages
    new_code: CodeMaker
    bound_code: BoundCode
    new_id: Callable[[str], str]
    tag: Callable[[str], str]
    calendar_entry: EventMaker
    mailto: Callable[[str, str, str], str]
    index: Index
    setup: Callable[[], str]
    papers: Papers
    shredder: Shredder
    retention: RetentionRules
    rehearsed: Callable[[date], Clock]
    copied: Callable[["Office"], AbstractContextManager["Office"]]
    rehearsal: bool = False
    order: str = ""
    shelf: OrderShelf = field(default_factory=NoOrders)
    begun: BegunWords = field(default_factory=NothingBegun)
    turns: Turns = field(default_factory=NoTurns)
    exports: OwnLog = field(default_factory=MemoryLog)
    deletions: OwnLog = field(default_factory=MemoryLog)
    requests: OwnLog = field(default_factory=MemoryLog)
    agreements: OwnLog = field(default_factory=MemoryLog)
    poster: Poster = field(default_factory=OfficePosts)
    bell: Bell | None = None
    printing: OwnLog = field(default_factory=MemoryLog)
    telling: OwnLog = field(default_factory=MemoryLog)
    agreement_files: AgreementFiles = field(default_factory=NoAgreements)
    anchors: AnchorBook = field(default_factory=MemoryAnchors)
    reader: Reader | None = None
    looks: Looks = field(default_factory=NoLooks)
    folded: dict[str, Case] = field(default_factory=dict, repr=False, compare=False)
    """Cases folded before, by reference; each is good for as long as its log ends with the same line."""
    unchanged: dict[str, object] = field(default_factory=dict, repr=False, compare=False)
    """What letters that wait for their yes were made of when they were last printed; see `unchanged.py`."""

    def case(self, ref: str) -> Case:
        """The case as its log tells it."""
        entries = self.cases.read(ref)
        known = self.folded.get(ref)
        if known is None or not entries or known.last_hash != entries[-1].hash:
            known = fold(ref, entries)
            self.folded.pop(ref, None)
            self.folded[ref] = known
            if len(self.folded) > MOST_FOLDED:
                del self.folded[next(iter(self.folded))]
        return known

    def note(self, ref: str, *events: AnyEvent, by: str = RULES) -> list[Entry]:
        """Append to the case's log, at the time of the office's clock."""
        order = "" if by == RULES else self.order
        return self.cases.append(ref, self.clock.now(), by, *events, order=order)

    def queue_mail(self, mail: OutgoingMail) -> None:
        """Keep an email to be sent; one with nobody to send it to is not kept."""
        if mail.to:
            self.queue.put(mail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Who acted, by which way (as `Order.way`, or "mail"), and the SHA-256 of the email where it was one."""

    by: str
    how: str = "command"
    mail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broke:
    """A part of the round that raised what nobody foresaw: which part, the kind of error, and its traceback."""

    part: str
    kind: str
    traceback: str


@dataclass(slots=True, kw_only=True)
class Tally:
    """What a round did, counted.

    `problems` holds all that a person should hear of; `broke` what nobody foresaw, which is among the problems too;
    `not_done` the parts that had no turn in this round, so that nobody can say whether they would break again.
    `alerts_held` counts the alerts that a cap holds back.
    `alerts_unsent` counts those that could not leave, `alerts_refused` those of them that the mail server refused
    though it is there. `took_none`: emails cannot be kept, and none was taken.
    `alarms` are the cases with an alert that nobody has taken.
    `orders_tried`: the orders on disk that had their turn.
    """

    mails: int = 0
    verdicts: dict[Verdict, int] = field(default_factory=lambda: dict.fromkeys(Verdict, 0))
    drafted: int = 0
    blocked: int = 0
    asked: int = 0
    approved: int = 0
    posted: int = 0
    reminded: int = 0
    lapsed: int = 0
    sent: int = 0
    problems: list[Problem] = field(default_factory=list)
    broke: list[Broke] = field(default_factory=list)
    not_done: set[str] = field(default_factory=set)
    alerts_held: int = 0
    alerts_unsent: int = 0
    alerts_refused: int = 0
    took_none: bool = False
    alarms: list[Case] = field(default_factory=list)
    orders_tried: set[str] = field(default_factory=set)
    world_failed: bool = False

    def counts(self) -> dict[str, int]:
        """The counts under the names that `round --json` promises."""
        return {
            "mails": self.mails,
            "opened": self.verdicts[Verdict.OPENED],
            "attached": self.verdicts[Verdict.ATTACHED],
            "intray": self.verdicts[Verdict.INTRAY],
            "duplicates": self.verdicts[Verdict.DUPLICATE],
            "robots": self.verdicts[Verdict.ROBOT],
            "bounces": self.verdicts[Verdict.BOUNCE],
            "drafted": self.drafted,
            "blocked": self.blocked,
            "asked": self.asked,
            "approved": self.approved,
            "posted": self.posted,
            "reminded": self.reminded,
            "lapsed": self.lapsed,
            "sent": self.sent,
        }
