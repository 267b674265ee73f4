"""A large invented school on disk: hundreds of people with names that occur nowhere else, and cases about some."""

import hashlib
import io
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from docx import Document

from letterladder.config.settings import load_settings
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.fresh_folder import make_school_folder, mark_as_demo
from letterladder.desk.wiring import build
from letterladder.rules.cases.events import (
    AnswerRecorded,
    CaseClosed,
    DeadlineLapsed,
    DecisionMade,
    Fact,
    HoldPlaced,
    HoldReleased,
    LetterApproved,
    LetterDrafted,
    LetterPosted,
    PostingStarted,
    Triaged,
)
from letterladder.rules.mails.mail_log import MailJudged, MailSeen
from letterladder.rules.texts.report import Arrival, Report
from letterladder.rules.words import Channel, HoldFor, Method, Outcome, Unit, Verdict
from letterladder.workflows.filing import Told, file_mail, file_report, open_case
from letterladder.workflows.office import Office

COLUMNS = (
    "person_id,title,given_name,family_name,relationship,pupil_id,pupil_given_name,pupil_family_name,class,"
    "address_line1,address_line2,town,postcode,email,phone,flags"
)
FIRST_DAY = date(2026, 11, 2)


def names(start: int) -> Iterator[str]:
    """Names such as "Bazdulor" that are no English words, none within another."""
    for letters in itertools.islice(
        itertools.product("bdfgklmprtvz", "aeou", "zvxq", "aou", "ldrm"), start, None
    ):
        yield "".join(letters).capitalize() + "ik"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One adult with one pupil, and what must not be read of them."""

    number: int
    given: str
    surname: str
    pupil: str

    @property
    def person_id(self) -> str:
        """The id in the people register."""
        return f"A{self.number + 1000}"

    @property
    def pupil_id(self) -> str:
        """The pupil's id."""
        return f"P{self.number + 1000}"

    @property
    def email(self) -> str:
        """The email address."""
        return f"{self.given}.{self.surname}@letterbox.example".lower()

    @property
    def phone(self) -> str:
        """The telephone number."""
        return f"01632 960{self.number:03d}"

    @property
    def street(self) -> str:
        """The first line of the address."""
        return f"{self.number + 1} {self.surname} Gardens"

    @property
    def row(self) -> str:
        """The line of people.csv."""
        return (
            f"{self.person_id},Mr,{self.given},{self.surname},Father,{self.pupil_id},{self.pupil},{self.surname},"
            f"4K,{self.street},,Wexmoor,ZZ99 4AB,{self.email},{self.phone},"
        )

    @property
    def adult_strings(self) -> tuple[str, ...]:
        """By what the adult could be known."""
        return (self.given, self.surname, self.email, self.phone)


@dataclass(slots=True, kw_only=True)
class BigSchool:
    """The school, its people, and which reporter told of which adult."""

    office: Office
    folder: Path
    families: list[Family]
    cases: dict[str, Family] = field(default_factory=dict)
    reporters: dict[str, tuple[str, str]] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)


def make_big_school(folder: Path, *, families: int = 300, cases: int = 12) -> BigSchool:
    """Write the school to `folder` and play its cases."""
    make_school_folder(folder)
    mark_as_demo(folder)
    given, surnames, pupils, told = names(0), names(600), names(1200), names(1800)
    people = [
        Family(number=number, given=next(given), surname=next(surnames), pupil=next(pupils))
        for number in range(families)
    ]
    (folder / "people.csv").write_text(
        "\n".join([COLUMNS, *(one.row for one in people)]) + "\n", encoding="utf-8"
    )
    office = build(load_settings(folder), RehearsalClock(FIRST_DAY))
    school = BigSchool(office=office, folder=folder, families=people)
    for number in range(cases):
        reporter = f"{next(told)} {next(told)}"
        _play(school, people[number], people[families - number - 1], reporter)
    return school


def _play(school: BigSchool, family: Family, other: Family, reporter: str) -> None:
    office = school.office
    ref = open_case(
        office, family.person_id, office.people.read().adults[family.person_id], f"told by {reporter}"
    )
    address = reporter.lower().replace(" ", "_") + "@staffroom.example"
    secret = f"hearsay{ref.replace('-', '')}nobodyelse"
    school.cases[ref], school.reporters[ref], school.secrets[ref] = family, (reporter, address), secret
    _report(school, ref, reporter, address, other=other)
    office.note(
        ref, Triaged(pupils=[family.pupil_id], conduct=["threats"], clear=True, note=f"asked {other.pupil}")
    )
    _letter(school, ref, other)
    _answer(school, ref, other)
    office.note(
        ref, HoldPlaced(hold_for=HoldFor.POLICE, note=f"officer rang about {secret}"), by="Miss Treadwell"
    )
    office.note(ref, HoldReleased(note=secret), by="Miss Treadwell")
    office.note(ref, DeadlineLapsed(letter="L1", version=1, answer_by=date(2026, 11, 13)))
    said = f"He went on; {other.given} {other.surname} ({other.phone}) says so, as does {reporter}."
    office.note(ref, DecisionMade(step="L2", reason=said), by="Mrs Hollis")
    office.note(ref, CaseClosed(reason=f"settled with {other.email}"), by="Mrs Hollis")


def _report(school: BigSchool, ref: str, reporter: str, address: str, *, other: Family) -> None:
    family = school.cases[ref]
    mail = EmailMessage()
    mail["From"], mail["To"] = f"{reporter} <{address}>", "safeguarding@larkfield.example"
    mail["Subject"] = f"About {family.given} and {other.pupil}"
    mail.set_content(
        f"{school.secrets[ref]}: he wrote about {other.pupil} {other.surname} of {other.street}.\n"
    )
    picture = b"\x89PNG " + school.secrets[ref].encode()
    mail.add_attachment(picture, maintype="image", subtype="png", filename=f"{other.pupil}-{reporter}.png")
    fact = Fact(platform="Facebook", words=f"{other.pupil} is a liar", seen_by=reporter)
    raw = _stamped(mail, ref, "report")
    file_report(school.office, ref, _seen(school, raw), Told(fact=fact))
    _filed(school, ref, raw, Verdict.OPENED)


def _answer(school: BigSchool, ref: str, other: Family) -> None:
    family = school.cases[ref]
    mail = EmailMessage()
    mail["From"], mail["Cc"] = f"{family.given} <{family.email}>", other.email
    mail["Subject"] = f"Your letter, and {other.given}"
    mail.set_content(
        f"I never named {other.pupil}. Ask {other.given.upper()} {other.surname}, {other.phone}.\n"
    )
    mail.add_attachment(
        other.street.encode(), maintype="text", subtype="plain", filename=f"{other.surname}.txt"
    )
    raw = _stamped(mail, ref, "answer")
    file_mail(school.office, ref, _seen(school, raw), what="answer")
    _filed(school, ref, raw, Verdict.ATTACHED)
    told = AnswerRecorded(
        outcome=Outcome.REFUSED,
        channel=Channel.MAIL,
        on=date(2026, 11, 9),
        summary=f"will not remove it; blames {other.given}",
        letter="L1",
    )
    school.office.note(ref, told, by="Mrs Binns")


def _stamped(mail: EmailMessage, ref: str, what: str) -> bytes:
    at = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{what}.{ref}@letterbox.example>"
    return mail.as_bytes()


def _seen(school: BigSchool, raw: bytes) -> Report:
    office, sha256 = school.office, hashlib.sha256(raw).hexdigest()
    office.mail_log.keep_raw(sha256, raw)
    report = office.read_mail(Arrival(key=sha256, raw=raw, size=len(raw)), office.clock.now())
    seen = MailSeen(
        mailbox="folder",
        key=sha256,
        sha256=sha256,
        message_id=report.message_id,
        subject=report.subject,
        sender=report.from_address,
        received=report.received,
        size=len(raw),
    )
    office.mail_log.append(office.clock.now(), "rules", seen)
    return report


def _filed(school: BigSchool, ref: str, raw: bytes, verdict: Verdict) -> None:
    office, sha256 = school.office, hashlib.sha256(raw).hexdigest()
    judged = MailJudged(mailbox="folder", key=sha256, sha256=sha256, verdict=verdict, ref=ref)
    office.mail_log.append(office.clock.now(), "rules", judged)
    office.mail_log.filed(sha256, office.cases.path(ref, f"mail/{sha256[:16]}.eml"))


def _letter(school: BigSchool, ref: str, other: Family) -> None:
    family = school.cases[ref]
    quoted = "" if int(ref[5:]) % 2 else f" {other.pupil} is a liar"
    docx = letter_docx(
        f"Dear Mr {family.surname}\nYou wrote:{quoted}\nYour child {family.pupil} keeps the place."
    )
    file = school.office.cases.keep_file(ref, "letters", "1-L1-removal-request.docx", docx)
    sha256 = hashlib.sha256(docx).hexdigest()
    drafted = LetterDrafted(
        letter="L1",
        version=1,
        file=file,
        sha256=sha256,
        date_on_letter=FIRST_DAY + timedelta(days=1),
        answer_by=date(2026, 11, 13),
        reason="the policy's first step",
    )
    approved = LetterApproved(letter="L1", version=1, sha256=sha256, approver="head", how="mail")
    started = PostingStarted(
        letter="L1", version=1, sha256=sha256, message_id="", method=Method.FIRST_CLASS, to=family.street
    )
    posted = LetterPosted(
        letter="L1",
        version=1,
        sha256=sha256,
        method=Method.FIRST_CLASS,
        on=FIRST_DAY + timedelta(days=1),
        received_on=date(2026, 11, 5),
        answer_by=date(2026, 11, 13),
        rule="6 working days from deemed receipt",
        unit=Unit.WORKING_DAYS,
        days=6,
    )
    school.office.note(ref, drafted, approved, started, posted, by="Mrs Binns")


def letter_docx(text: str, author: str = "") -> bytes:
    """A Word file with this text."""
    document = Document()
    document.core_properties.author = author
    for line in text.splitlines():
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()
