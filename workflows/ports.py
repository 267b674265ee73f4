"""What the workflows ask of the outside world: small contracts, each with a real one and a fake."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from ..ground.errors import Problem
from ..rules.cases.events import AnyEvent, Entry
from ..rules.mails.email_page import Written
from ..rules.mails.mail_log import AnyMailEvent, MailEntry
from ..rules.mails.outgoing import OutgoingMail
from ..rules.office.pulse import Pulse
from ..rules.people.people import PeopleRegister
from ..rules.reports.assist import Answered, Asked, WhyNot
from ..rules.texts.languages import Language
from ..rules.texts.report import Arrival, Report


class Inbox(Protocol):
    """Where reports arrive. Nothing in it is ever deleted, and read or unread marks mean nothing.

    `has_a_past`: it is a mailbox that was in use before; a plain folder holds only what was put there on purpose.
    """

    name: str
    has_a_past: bool

    def arrivals(self, known: Callable[[str], bool]) -> Iterator[Sequence[Arrival]]:
        """Batches of emails, oldest first, whose key is not `known`; holds no link after it ends.

        Raises:
            WorldFailed: the server cannot be reached, refuses the login, or went away.
        """

    def put_aside(self, keys: Sequence[str]) -> None:
        """Move these emails to the folder of taken email; a key that is already gone is not an error."""

    def count(self) -> int:
        """How many emails are in the mailbox and among the taken ones, together.

        Raises:
            WorldFailed: the server cannot be asked.
        """

    def check(self) -> list[Problem]:
        """What stands in the way of reading this mailbox now."""


class Outbox(Protocol):
    """Hands one email to the world, or raises; keeping it until then is the outgoing queue's work."""

    def send(self, mail: OutgoingMail) -> None:
        """Send `mail` under its own Message-ID.

        Raises:
            WorldFailed: it was not, or not surely, handed over.
        """

    def check(self) -> list[Problem]:
        """What stands in the way of sending now."""


class CaseFiles(Protocol):
    """The logs of all cases of one school: append-only, one folder a case."""

    def refs(self) -> list[str]:
        """All references, sorted."""

    def new_ref(self, year: int) -> str:
        """Reserve the next free reference such as "2026-0042" by making its folder."""

    def explain_unused(self) -> None:
        """Note of references reserved by this object that got no case why that is; nothing for others."""

    def read(self, ref: str) -> list[Entry]:
        """All entries of one case, in order.

        Raises:
            Refused: there is no such case.
            LogBroken: the log does not fit its hash chain.
        """

    def append(self, ref: str, at: datetime, by: str, *events: AnyEvent, order: str = "") -> list[Entry]:
        """Append events with fsync; they are on disk when this returns. `order`: of the order carried out, its id."""

    def keep_file(self, ref: str, folder: str, name: str, content: bytes) -> str:
        """Write a file into the case durably and return its path within the case, "letters/1-x.docx".

        An equal file of that name is left; a different one gets a counter: nothing is overwritten.
        """

    def file(self, ref: str, path: str) -> bytes:
        """The bytes of a file kept in the case."""

    def path(self, ref: str, path: str = "") -> Path:
        """Where a file of the case is on disk."""

    def keep_reporter(self, ref: str, mail: str, reporter: Mapping[str, str]) -> None:
        """Note who reported, apart from the log; `mail` is the SHA-256 of the report."""


class MailLog(Protocol):
    """Every email ever seen and what became of it: append-only, with the raw emails not yet filed."""

    def entries(self) -> list[MailEntry]:
        """All entries, in order."""

    def append(self, at: datetime, by: str, *events: AnyMailEvent) -> None:
        """Append with fsync."""

    def keep_raw(self, sha256: str, raw: bytes) -> None:
        """Keep the raw email, with fsync, before anything else is done with it."""

    def keep_raws(self, raws: Mapping[str, bytes]) -> None:
        """`keep_raw` for many, by SHA-256, in one go."""

    def raw(self, sha256: str) -> bytes:
        """The raw email as kept, wherever it was filed since. Raises Refused where no such email is kept."""

    def filed(self, sha256: str, case_path: Path | None) -> None:
        """The email is now on a case (its path), or is a robot's: it leaves the in-tray's folder."""


class OutgoingQueue(Protocol):
    """Emails on disk until they are sent; each is sent under the same Message-ID however often it is tried."""

    def put(self, mail: OutgoingMail) -> None:
        """Keep `mail` durably until it is sent; the same Message-ID twice is kept once."""

    def waiting(self) -> list[OutgoingMail]:
        """The emails not yet sent, oldest first."""

    def sent(self, message_id: str) -> None:
        """Note that this email went out; it is kept among the sent ones."""

    def has_left(self, message_id: str) -> bool:
        """Whether an email of this Message-ID went out."""

    def kept(self, message_id: str) -> OutgoingMail | None:
        """The email of this Message-ID that went out, without its codes; None where none did, or it cannot be read."""

    def withdraw(self, message_id: str) -> None:
        """Take an email out of the queue unsent, because no log line mentions it; kept apart, not deleted."""

    def gather(self, message_ids: Collection[str]) -> None:
        """Take these out of the queue: one email told of all of them. Kept apart; none is put into the queue again."""

    def problems(self) -> list[Problem]:
        """The emails that wait and cannot be read, so that they do not go out."""


class PulseNote(Protocol):
    """What is noted of fetching and sending, and the sign that is put up where no email can go out."""

    def read(self) -> Pulse:
        """The pulse as noted last."""

    def write(self, pulse: Pulse) -> None:
        """Note the pulse durably."""

    def cry(self, text: str) -> None:
        """Put `text` up where it is seen without email."""

    def hush(self) -> None:
        """Take it down; no error where none is up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The translation of a letter's Word template: its file, whether or not it is there, and why it cannot be used."""

    path: Path
    faults: tuple[Problem, ...] = ()


class WordPrinter(Protocol):
    """Fills a Word template. The only one that knows docxtpl."""

    def fields_of(self, template: Path) -> frozenset[str]:
        """The names of the fields the template uses.

        Raises:
            Refused: the file is missing, no Word file, or its tags are broken; says where.
        """

    def print_letter(self, template: Path, fields: Mapping[str, object], *, large: bool = False) -> bytes:
        """The finished .docx; equal fields give equal bytes. `large` sets the text in 16 points or more.

        Raises:
            Refused: a field is missing or a tag is broken.
        """

    def joined(self, english: bytes, other: bytes, language: Language) -> bytes:
        """The letter with its translation behind it, from a new page; equal letters give equal bytes.

        Raises:
            Refused: the translation holds what cannot be put behind another letter.
        """

    def english_of(self, docx: bytes) -> bytes | None:
        """The letter without its translation; None where it has none.

        Raises:
            Refused: it is not a Word file.
        """

    def with_dates(self, docx: bytes, words: Mapping[str, str], *, by_hand: bool = False) -> bytes:
        """The file with the words in its places for dates replaced by these dates, and nothing else changed.

        Args:
            docx: the file.
            words: the words in each place, and the date that takes it.
            by_hand: it may have been edited and saved by Word.

        Raises:
            Refused: it is not a Word file.
        """

    def other_parts(self, docx: bytes, other: bytes, words: Mapping[str, str]) -> list[str]:
        """The parts in which two files differ besides these words; none where they are the same letter."""

    def text_of(self, docx: bytes) -> str:
        """The plain text of a Word file, in reading order, for people and golden tests.

        Raises:
            Refused: it is not a Word file, or holds what no letter may: tracked changes, comments, hidden words ...
        """

    def with_properties_of(self, docx: bytes, draft: bytes) -> bytes:
        """A sound Word file with the properties of the draft in the place of its own; empty where it has none."""

    def unseen_text_of(self, docx: bytes) -> str:
        """What a Word file holds beside its printed text: author, properties, descriptions of pictures, field codes.

        Raises:
            Refused: it is not a Word file.
        """


class Languages(Protocol):
    """The languages beside English in which letters can be."""

    def language(self, code: str) -> Language | None:
        """What is known of a language by its code; None where no file tells of it, or it is wrong."""

    def translation(self, letter: str, code: str) -> Translation:
        """The translation of a letter's template; its file need not be there."""


class PdfPrinter(Protocol):
    """Turns Word files into PDF where a converter is installed."""

    def available(self) -> bool:
        """Whether a converter was found."""

    def get_ready(self) -> None:
        """A letter may come soon."""

    def convert(self, docx: bytes) -> bytes:
        """The letter as PDF.

        Raises:
            WorldFailed: the converter failed or took too long; carries what it said.
        """

    def convert_all(self, letters: Sequence[bytes]) -> bytes:
        """Many letters as one PDF, in order, each on a fresh sheet.

        Raises:
            WorldFailed: as `convert`; of the first that fails.
        """


class Clock(Protocol):
    """The only watch; read in desk/, handed down."""

    def now(self) -> datetime:
        """The time, UTC, with its zone."""

    def today(self) -> date:
        """The date in Europe/London."""


class People(Protocol):
    """Reads the people register; asked once a round, so that a new export is seen. Puts another in its place."""

    def read(self) -> PeopleRegister:
        """The register as it stands now."""

    def digest(self, *, staff: bool) -> str:
        """The SHA-256 of people.csv, or of staff.csv, as it stands; "" where there is none."""

    def replace(self, content: bytes, today: date, *, staff: bool) -> str:
        """Put another file in its place; returns the name under which the old one is kept beside it, "" for none.

        Raises:
            WorldFailed: the disk is full or broken; the old file is untouched.
        """


class MailReader(Protocol):
    """Bytes to a `Report`; never raises, whatever the bytes."""

    def __call__(self, arrival: Arrival, taken_at: datetime) -> Report:
        """Read one email; what cannot be read is said in its `faults`."""


class Reader(Protocol):
    """May be asked what an email says: a language model at an address of the school's choice. It proposes, no more."""

    def read(self, asked: Asked) -> Answered | WhyNot:
        """The model's answer as it wrote it, or why there is none; never raises, and ends in good time."""


class TextWriter(Protocol):
    """Fills the email texts of letter_templates/*.j2."""

    def write(self, name: str, fields: Mapping[str, object]) -> str:
        """The finished text.

        Raises:
            Refused: no such text, or a field is missing.
        """

    def page(self, name: str, fields: Mapping[str, object]) -> Written:
        """The finished email to our own people, as plain text and as HTML; raises `Refused` as `write`."""


CodeMaker = Callable[[], str]
BoundCode = Callable[..., str]
"""Makes the code of what it is given: always the same one for the same, and nobody else can make it."""
"""Makes an unguessable one-time code, such as "K7QM-2RTX"."""

EventMaker = Callable[[str, date, str], bytes]
"""Makes a calendar entry (UTF-8 iCalendar) from a title, a day and a unique id."""
