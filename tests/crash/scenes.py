"""What is killed: one command of the real program on a prepared school, for each workflow."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path

from letterladder.config.settings import load_settings
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.fresh_folder import make_school_folder
from letterladder.desk.wiring import build
from letterladder.rules.people import Adult
from letterladder.rules.words import Method
from letterladder.workflows.advance import advance
from letterladder.workflows.approving import approve
from letterladder.workflows.office import Office, Signed, Tally
from letterladder.workflows.posting import Sent, record_posted
from letterladder.workflows.redrafting import redraft
from letterladder.workflows.rounds import run_round

MONDAY = date(2026, 11, 2)
ROOT = Path(__file__).resolve().parents[2]


@dataclass(slots=True, kw_only=True)
class School:
    """A prepared school folder and the day its next command is typed on."""

    folder: Path
    day: date = MONDAY
    mails: int = 0
    sink_port: int = 0

    def office(self) -> Office:
        """The school's office on its day, wired as in earnest."""
        return build(load_settings(self.folder), RehearsalClock(self.day))

    def command(self, *words: str) -> list[str]:
        """A command line of the real program on this school and day."""
        start = [sys.executable, str(ROOT / "run.py"), "--config", str(self.folder)]
        return [*start, *words, "--today", self.day.isoformat()]

    def deliver(self, subject: str, sender: str, text: str) -> None:
        """Drop a mail into the inbox."""
        self.mails += 1
        mail = EmailMessage()
        mail["From"], mail["To"] = sender, "safeguarding@larkfield.example"
        mail["Subject"], mail["Message-ID"] = subject, f"<scene.{self.mails}@larkfield.example>"
        mail["Date"] = f"Mon, 02 Nov 2026 08:{self.mails:02d}:00 +0000"
        mail.set_content(text)
        picture = b"\x89PNG picture " + subject.encode()
        mail.add_attachment(picture, maintype="image", subtype="png", filename="shot.png")
        (self.folder / "inbox" / f"{self.mails:03d}.eml").write_bytes(mail.as_bytes())


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One workflow: how the school is prepared, and the words of the command that is killed."""

    name: str
    prepare: Callable[[School], tuple[str, ...]]
    with_pdf: bool = False


def form_of(adult: Adult, office: Office, words: str) -> str:
    """A filled report form about this adult."""
    pupil = office.people.read().pupils_of(adult.person_id)[0]
    return (
        f"Parent: {adult.full_name}\nPupil: {pupil.full_name}, {pupil.school_class}\nWhere: Facebook\n"
        f"Link: https://www.facebook.example/p/1\nPosted on: 31/10/2026\nWhat was posted: {words}\n"
        "Seen by: me\n"
    )


INSULT = '"Mr Lowell the teacher is a useless lazy clown."'


def plain_adults(office: Office) -> list[Adult]:
    """Adults of the example register without a flag."""
    return [adult for adult in office.people.read().adults.values() if not adult.flags]


def reports(school: School) -> tuple[str, ...]:
    """A clear report, a threat, a mail nobody can place, an empty mail."""
    office = school.office()
    one, two = plain_adults(office)[0], plain_adults(office)[-1]
    school.deliver("form", "B Aldous <b.aldous@larkfield.example>", form_of(one, office, INSULT))
    school.deliver(
        "urgent", "T Low <t.low@larkfield.example>", form_of(two, office, '"I am going to kill you"')
    )
    school.deliver("hm", "someone@elsewhere.example", "I saw something bad online about a mum, please act.\n")
    school.deliver("", "someone@elsewhere.example", "")
    return ("round",)


def drafted(school: School) -> tuple[str, ...]:
    """One case whose first letter waits for approval; the head approves by command."""
    office = school.office()
    adult = plain_adults(office)[0]
    school.deliver("form", "B Aldous <b.aldous@larkfield.example>", form_of(adult, office, INSULT))
    run_round(office)
    return ("approve", ref_of(office))


def ref_of(office: Office) -> str:
    """The reference of the first case."""
    return office.cases.refs()[0]


def approved(school: School) -> tuple[str, ...]:
    """A letter in the print tray; the office says that it was posted."""
    ref = drafted(school)[1]
    office = school.office()
    approve(office, office.case(ref), Signed(by="head"))
    advance(office, ref, Tally())
    letter = office.case(ref).in_hand
    school.day = letter.date_on_letter if letter and letter.date_on_letter else school.day
    return ("posted", ref, "--on", school.day.isoformat())


def posted(school: School) -> tuple[str, ...]:
    """A letter that was posted and not answered; the round notices the lapse."""
    ref = approved(school)[1]
    office = school.office()
    record_posted(office, office.case(ref), Sent(on=school.day, method=Method.FIRST_CLASS), by="office")
    letter = office.case(ref).last_posted
    school.day = (letter.answer_by if letter and letter.answer_by else school.day) + timedelta(days=1)
    return ("round",)


def lapsed(school: School) -> tuple[str, ...]:
    """A lapse that wants a decision; the head decides."""
    posted(school)
    office = school.office()
    run_round(office)
    return ("decide", ref_of(office), "L3", "--reason", "no answer came")


def answered(school: School) -> tuple[str, ...]:
    """A posted letter that is answered by telephone."""
    posted(school)
    school.day -= timedelta(days=2)
    return ("answer", ref_of(school.office()), "refused", "--summary", "will not", "--channel", "phone")


def held(school: School) -> tuple[str, ...]:
    """A drafted case that the police ask to hold."""
    return ("hold", drafted(school)[1], "--for", "police")


def in_tray(school: School) -> tuple[str, ...]:
    """A mail in the in-tray that a person files as a new case."""
    office = school.office()
    school.deliver("hm", "someone@elsewhere.example", "I saw something online, please act.\n")
    run_round(office)
    row = office.mail_log.entries()[0].event
    adult = plain_adults(office)[0].person_id
    sha = getattr(row, "sha256", "")[:12]
    return (
        "file",
        sha,
        "--to",
        "new",
        "--adult",
        adult,
        "--conduct",
        "derogatory-staff",
        "--clear",
        "--note",
        "seen",
    )


def by_letter_mail(school: School) -> tuple[str, ...]:
    """A school that posts by mail: the approved letter goes out by SMTP in the round."""
    text = (school.folder / "school.toml").read_text(encoding="utf-8")
    text = text.replace('method = "first-class"', 'method = "mail"', 1)
    start, _, _ = text.partition("[mail.out]")
    text = f'{start}[mail.out]\nkind = "smtp"\nhost = "127.0.0.1"\nport = {school.sink_port}\ntls = "none"\n'
    ref = drafted(school)[1]
    (school.folder / "school.toml").write_text(text, encoding="utf-8")
    office = school.office()
    # The draft was planned for the post; a draft made now is planned for the mail.
    redraft(office, ref, "L1", {"platform": "Facebook"}, by="office")
    advance(office, ref, Tally())
    approve(office, office.case(ref), Signed(by="head"))
    letter = office.case(ref).in_hand
    school.day = letter.date_on_letter if letter and letter.date_on_letter else school.day
    return ("round",)


SCENES = (
    Scene(name="reports come in", prepare=reports),
    Scene(name="approve", prepare=drafted),
    Scene(name="posted", prepare=approved),
    Scene(name="deadline lapses", prepare=posted),
    Scene(name="decide", prepare=lapsed),
    Scene(name="answer", prepare=answered),
    Scene(name="hold", prepare=held),
    Scene(name="file by hand", prepare=in_tray),
    Scene(name="letter by mail", prepare=by_letter_mail, with_pdf=True),
)


def fresh(folder: Path, sink_port: int = 0) -> School:
    """A new school folder with the example's configuration."""
    make_school_folder(folder)
    return School(folder=folder, sink_port=sink_port)


def copy_of(school: School, folder: Path) -> School:
    """The same school in another folder, file times kept."""
    if folder.exists():
        shutil.rmtree(folder)
    shutil.copytree(school.folder, folder)
    return School(folder=folder, day=school.day, mails=school.mails, sink_port=school.sink_port)
