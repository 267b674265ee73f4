"""One school at work in a test: built as in earnest on a fresh school folder, driven as its people would drive it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from functools import lru_cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from demo_school import make_demo_school

from letterladder.config.settings import load_settings
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.wiring import build
from letterladder.ground.errors import Problem, WorldFailed
from letterladder.ground.values import replace
from letterladder.rules.cases.case import Case, LetterState
from letterladder.rules.cases.events import AnswerRecorded, LetterPosted
from letterladder.rules.letters.given_check import fields_to_give
from letterladder.rules.mails.mail_log import MailRow
from letterladder.rules.words import Channel, Method, Outcome, Verdict
from letterladder.workflows.advance import advance
from letterladder.workflows.answering import TriageOrder, give_fields, record_answer
from letterladder.workflows.deciding import decide
from letterladder.workflows.filing_by_hand import NEW, file_by_hand
from letterladder.workflows.known_emails import rows_of
from letterladder.workflows.office import Office, Signed, Tally
from letterladder.workflows.posting import Sent, record_posted
from letterladder.workflows.rounds import run_round

HEAD, ALTERNATE = "a.hollis@larkfield.example", "chair@larkfield.example"
DSL, DEPUTY, OFFICE = "j.treadwell@larkfield.example", "i.sadiq@larkfield.example", "office@larkfield.example"
BOX = "safeguarding@larkfield.example"
MONDAY = date(2026, 11, 2)

DUNN, DUNN_MAIL = "A1", "ross.dunn@letterbox.example"
"""Mr Ross Dunn, father of Ella in 4B. Ella's mother is MIRA, elsewhere, her address confidential; OKORO is separate."""
MIRA, OKORO, VANCE = "A2", "A3", "A4"

PEOPLE = """\
person_id,title,given_name,family_name,relationship,pupil_id,pupil_given_name,pupil_family_name,class,address_line1,\
address_line2,town,postcode,email,phone,flags
A1,Mr,Ross,Dunn,Father,P1,Ella,Dunn,4B,3 Kiln Lane,,Wexmoor,ZZ99 4AA,ross.dunn@letterbox.example,01632 960401,
A2,Ms,Mira,Falk,Mother,P1,Ella,Dunn,4B,9 Weir Street,,Wexmoor,ZZ99 4AB,mira.falk@letterbox.example,01632 960402,\
confidential_address
A3,Mr,Emeka,Okoro,Father,P2,Ada,Okoro,2A,14 Canal Row,,Wexmoor,ZZ99 4AC,emeka.okoro@letterbox.example,01632 960403,
A3,Mr,Emeka,Okoro,Father,P3,Uche,Okoro,5A,14 Canal Row,,Wexmoor,ZZ99 4AC,emeka.okoro@letterbox.example,01632 960403,
A5,Mrs,Nkem,Okoro,Mother,P2,Ada,Okoro,2A,14 Canal Row,,Wexmoor,ZZ99 4AC,nkem.okoro@letterbox.example,01632 960405,
A4,Mrs,Poppy,Vance,Mother,P4,Jude,Vance,1C,27 Mill Bank,,Wexmoor,ZZ99 4AD,,01632 960404,
"""

INSULT = '"Mr Lowell is a useless lazy clown and should be sacked."'
THREAT = '"Lowell, I will be at the gate at half three and I am going to kill you."'
SLOTS = {"slot_1": "Tuesday 24 November at 3.45 pm", "slot_2": "Thursday 26 November at 8.30 am"}


class NoPdf:
    """A machine without LibreOffice."""

    def available(self) -> bool:
        """No converter here."""
        return False

    def get_ready(self) -> None:
        """Nothing is started."""

    def convert(self, docx: bytes) -> bytes:
        """Fails, as the real one does without LibreOffice."""
        del docx
        problem = Problem(where="PDF converter", what="There is none.", what_to_do="Print the Word file.")
        raise WorldFailed(problem)

    def convert_all(self, letters: Sequence[bytes]) -> bytes:
        """Fails likewise."""
        return self.convert(b"".join(letters))


class QuickPdf:
    """A converter that takes no time: its PDF says nothing but is one."""

    def available(self) -> bool:
        """Always there."""
        return True

    def get_ready(self) -> None:
        """Nothing is started."""

    def convert(self, docx: bytes) -> bytes:
        """A PDF that differs where the letter differs."""
        return b"%PDF-1.4\n%" + sha256(docx).hexdigest().encode() + b"\n%%EOF\n"

    def convert_all(self, letters: Sequence[bytes]) -> bytes:
        """One PDF that differs where any letter differs."""
        return self.convert(b"".join(letters))


@dataclass(frozen=True, slots=True, kw_only=True)
class SentMail:
    """One of our emails as its reader sees it; `links` are its mailto: links, in order."""

    to: tuple[str, ...]
    subject: str
    kind: str
    message_id: str
    text: str
    files: tuple[str, ...]
    links: tuple[str, ...]

    @property
    def about(self) -> str:
        """The subject without the case's mark in front."""
        return self.subject.partition("] ")[2]


@lru_cache(maxsize=512)
def read_sent(raw: bytes) -> SentMail:
    """Parse an email that left us."""
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain",))
    text = str(body.get_content()) if body else ""
    return SentMail(
        to=tuple(one.strip() for one in str(message["To"]).split(",")),
        # The mark that proves the reference differs from school to school: tests read the reference alone.
        subject=re.sub(r"^\[(\d{4}-\d{4,})\.[a-z2-7]{6}\]", r"[\1]", str(message["Subject"])),
        kind=str(message["X-Letterladder"]),
        message_id=str(message["Message-ID"]),
        text=text,
        files=tuple(part.get_filename() or "" for part in message.iter_attachments()),
        links=tuple(re.findall(r"mailto:\S+", text)),
    )


def pressed(link: str) -> tuple[str, str, str]:
    """What an email program opens for a mailto: link: to whom, under which subject, with which text."""
    parts = urlsplit(link)
    asked = parse_qs(parts.query)
    return unquote(parts.path), asked["subject"][0], asked["body"][0].replace("\r\n", "\n")


def form(parent: str = "Mr Ross Dunn", pupil: str = "Ella Dunn, 4B", what: str = INSULT, **more: str) -> str:
    """A filled report form; `more` replaces a line by its label in lower case, such as link="..."."""
    lines = {
        "Parent": parent,
        "Pupil": pupil,
        "Where": more.get("where", "Facebook, own page, public"),
        "Link": more.get("link", "https://www.social.example/posts/4711"),
        "Posted on": more.get("posted_on", "31/10/2026"),
        "What was posted": what,
        "Seen by": more.get("seen_by", "Beth Aldous, Sunday evening"),
    }
    return "".join(f"{label}: {text}\n" for label, text in lines.items())


@dataclass(slots=True, kw_only=True)
class Rehearsal:
    """A school under rehearsal: days are handed in, its people act by their names."""

    folder: Path
    office: Office
    clock: RehearsalClock
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    # -- email in -------------------------------------------------------------------------------------------------

    def deliver(self, raw: bytes) -> str:
        """A raw email arrives; the name of its file."""
        name = f"{next(self.numbers):04d}.eml"
        (self.folder / "inbox" / name).write_bytes(raw)
        return name

    def write(self, sender: str, subject: str, text: str, **headers: str) -> bytes:
        """Somebody writes to the safeguarding mailbox; it arrives. `in_reply_to=...` becomes In-Reply-To."""
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = sender, BOX, subject
        message["Date"] = format_datetime(self.clock.now())
        message["Message-ID"] = f"<{next(self.numbers)}.{self.clock.today()}@elsewhere.example>"
        for name, value in headers.items():
            message[name.replace("_", "-")] = value
        message.set_content(text)
        raw = message.as_bytes()
        self.deliver(raw)
        return raw

    def report(self, *people: str, **lines: str) -> Tally:
        """Staff report by the form, and a round takes it in."""
        named = dict(zip(("parent", "pupil"), people, strict=False))
        self.write("Beth Aldous <b.aldous@larkfield.example>", "Form: online", form(**named, **lines))
        return self.round()

    # -- days ----------------------------------------------------------------------------------------------------

    def round(self) -> Tally:
        """One round of the daemon."""
        return run_round(self.office)

    def sorted_out(self, parent: str = "Ross Dunn", conduct: str = "derogatory-staff") -> None:
        """What waits in the in-tray is read by the office, which says whom and what it is about; then a round."""
        people = self.office.people.read().adults.values()
        adult = next(one for one in people if one.full_name.endswith(parent))
        for row in self.mails():
            if row.verdict is Verdict.INTRAY:
                running = self.office.index.cases.running().get(adult.person_id, NEW)
                order = TriageOrder(adult=adult.person_id, conduct=(conduct,), clear=True)
                file_by_hand(self.office, row.seen.sha256[:12], running, order, by="office")
        self.round()

    def day(self, text: str) -> Tally:
        """Another day begins ("2026-11-13"), with a round at ten."""
        self.clock.turn_to(date.fromisoformat(text))
        return self.round()

    def at(self, text: str) -> Tally:
        """Another moment begins ("2026-11-13 08:05"), with a round."""
        day, _, clock = text.partition(" ")
        hour, minute = clock.split(":")
        self.clock.turn_to(date.fromisoformat(day), int(hour), int(minute))
        return self.round()

    # -- people --------------------------------------------------------------------------------------------------

    def head_approves(self, ref: str = "2026-0001", *, sender: str = HEAD) -> Tally:
        """The approver presses the first link of the newest approval email and sends what it opens."""
        self.press(self.newest("approval", ref).links[0], sender)
        return self.round()

    def head_returns(self, words: str, ref: str = "2026-0001", *, sender: str = HEAD) -> Tally:
        """The approver presses the second link and adds words."""
        self.press(self.newest("approval", ref).links[1], sender, words)
        return self.round()

    def head_decides(self, step: str, reason: str, ref: str = "2026-0001", *, sender: str = HEAD) -> Tally:
        """The approver presses the link of one step in the newest decision email and adds the reason."""
        links = self.newest("decision", ref).links
        self.press(next(one for one in links if f"%20{step}%0D" in one), sender, reason)
        return self.round()

    def press(self, link: str, sender: str, words: str = "") -> bytes:
        """Open a mailto: link, add words at its end, and send it from `sender`."""
        to, subject, text = pressed(link)
        assert to == BOX
        return self.write(sender, subject, f"{text}{words}\n")

    def office_posts(
        self, ref: str = "2026-0001", *, late: bool = False, method: Method | None = None
    ) -> LetterPosted:
        """The office posts the letter in the tray on the day printed in it, or today where that has passed."""
        letter = self.in_hand(ref)
        dated = letter.date_on_letter
        if dated and dated > self.clock.today():
            self.day(dated.isoformat())
        sent = Sent(on=self.clock.today(), method=method or letter.planned_method, late=late)
        event = record_posted(self.office, self.case(ref), sent, by="Mrs Binns")
        advance(self.office, ref, Tally())
        return event

    def goes_out(self, ref: str = "2026-0001") -> LetterPosted:
        """The letter in hand is approved by email and posted."""
        self.head_approves(ref)
        return self.office_posts(ref)

    def answered(
        self,
        outcome: Outcome,
        ref: str = "2026-0001",
        *,
        channel: Channel = Channel.PHONE,
        summary: str = "said so",
    ) -> Tally:
        """The office records an answer; a round follows."""
        event = AnswerRecorded(outcome=outcome, channel=channel, on=self.clock.today(), summary=summary)
        record_answer(self.office, self.case(ref), event, by="Mrs Binns")
        return self.round()

    def decided(self, step: str, reason: str, ref: str = "2026-0001", *, by: str = "Mrs Hollis") -> Tally:
        """The head decides by the command line, or whoever else may; a round follows."""
        decide(self.office, self.case(ref), step, reason, signed=Signed(by=by))
        return self.round()

    def supplied(self, letter: str, ref: str = "2026-0001", **fields: str) -> Tally:
        """The office supplies those of these fields that the letter has; a round follows."""
        step, printed = self.office.school.policy.steps[letter], self.office.word.fields_of
        names = fields_to_give(self.office.school.policy.letters, step, printed(self.office.template(letter)))
        own = {name: text for name, text in fields.items() if name in names}
        give_fields(self.office, self.case(ref), letter, own, by="Mrs Binns")
        return self.round()

    # -- looking -------------------------------------------------------------------------------------------------

    def case(self, ref: str = "2026-0001") -> Case:
        """The case as its log tells it."""
        return self.office.case(ref)

    def in_hand(self, ref: str = "2026-0001") -> LetterState:
        """The letter being worked on."""
        letter = self.case(ref).in_hand
        assert letter is not None, f"nothing is in hand in {ref}: {self.case(ref).blocked}"
        return letter

    def letters(self, ref: str = "2026-0001") -> list[str]:
        """Every letter of the case with its version and status: "L1.1 posted"."""
        return [f"{one.letter}.{one.version} {one.status}" for one in self.case(ref).letters]

    def letter_text(self, ref: str = "2026-0001") -> str:
        """The words of the letter in hand."""
        return self.office.word.text_of(self.office.cases.file(ref, self.in_hand(ref).file))

    def kinds(self, ref: str = "2026-0001") -> list[str]:
        """The kinds of all log lines of the case, in order."""
        return [type(entry.event).__name__ for entry in self.office.cases.read(ref)]

    def sent_mails(self) -> list[SentMail]:
        """Each of our emails in the order sent."""
        return [read_sent(file.read_bytes()) for file in sorted((self.folder / "sent").glob("*.eml"))]

    def newest(self, kind: str, ref: str = "") -> SentMail:
        """The newest email of a kind (about a case)."""
        start = f"[{ref}" if ref else "["
        found = [mail for mail in self.sent_mails() if mail.kind == kind and mail.subject.startswith(start)]
        assert found, f"no mail of kind {kind} about {ref or 'anything'} was sent"
        return found[-1]

    def mails(self) -> list[MailRow]:
        """Every email ever seen."""
        return list(rows_of(self.office).values())

    def verdicts(self) -> list[str]:
        """What became of every email, in the order seen."""
        return [str(row.verdict) for row in self.mails()]


def school_folder(tmp_path: Path) -> Path:
    """A fresh school folder with the people of these tests."""
    folder = tmp_path / "school"
    make_demo_school(folder)
    people = folder / "people.csv"
    people.unlink()
    people.write_text(PEOPLE, encoding="utf-8")
    # The morning's counts would be one email more on every day of a story; their own tests switch them on. So do
    # those of the letters that the office gets to print.
    edited(
        folder,
        ("heartbeat = true", "heartbeat = false"),
        ("[anchor]\non = true", "[anchor]\non = false"),
        ("[posting]\n", "[posting]\nemail = false\nemail_megabytes = 7\n"),
    )
    return folder


def at_any_hour(folder: Path) -> Path:
    """The same folder, with emails that leave at night too: for a daemon that goes by the clock on the wall."""
    edited(folder, ("\nbefore_days = ", "\nquiet = false\nbefore_days = "))
    return folder


def edited(folder: Path, *changes: tuple[str, str], file: str = "school.toml") -> None:
    """Edit a file of the school folder as a person would: each text is there once and is replaced."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, f"{file} has no {old!r}"
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def an_office(tmp_path: Path, today: date = MONDAY, **fakes: Any) -> Rehearsal:
    """A school at work on `today`; `fakes` take the place of parts of its `Office`, such as outbox=..."""
    folder = tmp_path / "school"
    if not folder.exists():
        school_folder(tmp_path)
    clock = RehearsalClock(today)
    office = build(load_settings(folder), clock)
    return Rehearsal(folder=folder, office=replace(office, **{"pdf": NoPdf(), **fakes}), clock=clock)
