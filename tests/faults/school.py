"""A school folder in which faults are made: its day, its emails, and its office wired as in earnest."""

from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from pathlib import Path

from demo_school import make_demo_school

from letterladder.config.settings import load_settings
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.wiring import build
from letterladder.workflows.office import Office

ROOT = Path(__file__).resolve().parents[2]
MONDAY = date(2026, 11, 2)
STAFF = "B Aldous <b.aldous@larkfield.example>"


@dataclass(slots=True, kw_only=True)
class School:
    """A school folder, the day its next command is typed on, and how many emails were delivered to it."""

    folder: Path
    day: date = MONDAY
    mails: int = 0

    def office(self) -> Office:
        """The school's office on its day."""
        return build(load_settings(self.folder), RehearsalClock(self.day))

    def deliver(self, subject: str, sender: str, text: str) -> None:
        """Put an email with a picture into the inbox."""
        self.mails += 1
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = sender, "safeguarding@larkfield.example", subject
        mail["Message-ID"] = f"<fault.{self.mails}@larkfield.example>"
        mail["Date"] = f"Mon, 02 Nov 2026 08:{self.mails:02d}:00 +0000"
        mail.set_content(text)
        picture = b"\x89PNG picture " + subject.encode()
        mail.add_attachment(picture, maintype="image", subtype="png", filename="shot.png")
        (self.folder / "inbox" / f"{self.mails:03d}.eml").write_bytes(mail.as_bytes())

    def report(self, number: int) -> None:
        """A clear report about one of the example's adults is in the inbox."""
        people = self.office().people.read()
        adult = [one for one in people.adults.values() if not one.flags][number]
        pupil = people.pupils_of(adult.person_id)[0]
        self.deliver(
            f"form {number}",
            STAFF,
            f"Parent: {adult.full_name}\nPupil: {pupil.full_name}, {pupil.school_class}\nWhere: Facebook\n"
            f"Link: https://www.facebook.example/p/{number}\nPosted on: 31/10/2026\n"
            'What was posted: "Mr Lowell the teacher is a useless lazy clown."\nSeen by: me\n',
        )

    def vague(self) -> None:
        """An email that nobody can place is in the inbox."""
        self.deliver("hm", "someone@elsewhere.example", "I saw something online, please act.\n")


def fresh(folder: Path) -> School:
    """The example's school in a new folder."""
    make_demo_school(folder)
    return School(folder=folder)
