"""A prepared school: its folder, the day its next command is typed on, and a copy of it for each try."""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from demo_school import make_demo_school

from letterladder.config.settings import load_settings
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.wiring import build
from letterladder.ground.values import replace
from letterladder.workflows.office import Office, Tally
from letterladder.workflows.rounds import run_round

MONDAY = date(2026, 11, 2)
ROOT = Path(__file__).resolve().parents[2]
HERE = "{here}"
"""In the words of a command: the folder beside the school's, where it may write."""
_NO_DAY = {"backup", "restore", "verify"}


@dataclass(slots=True, kw_only=True)
class School:
    """A prepared school. `root` holds its folder `school` and what is beside it; `program` is what is started."""

    root: Path
    day: date = MONDAY
    mails: int = 0
    sink_port: int = 0
    program: Path = ROOT / "run.py"

    @property
    def folder(self) -> Path:
        """The configuration folder."""
        return self.root / "school"

    @property
    def by_smtp(self) -> bool:
        """Whether its emails go to the mail server, and not into a folder."""
        text = (self.folder / "school.toml").read_text(encoding="utf-8")
        return f'\nport = {self.sink_port}\ntls = "none"' in text

    def office(self) -> Office:
        """The school's office on its day, wired as in earnest."""
        return build(load_settings(self.folder), RehearsalClock(self.day))

    def round(self) -> Tally:
        """One round on the school's day."""
        return run_round(self.office())

    def words(self, *words: str) -> list[str]:
        """The words of a command on this school and day."""
        filled = [word.replace(HERE, str(self.root)) for word in words]
        day = [] if words[0] in _NO_DAY else ["--today", self.day.isoformat()]
        return ["--config", str(self.folder), *filled, *day]

    def command(self, *words: str) -> list[str]:
        """A command line of the real program on this school and day."""
        return [sys.executable, str(self.program), *self.words(*words)]

    def deliver(self, subject: str, sender: str, text: str) -> None:
        """Drop an email with a picture into the inbox."""
        mail = EmailMessage()
        mail["From"], mail["To"] = sender, "safeguarding@larkfield.example"
        mail["Subject"], mail["Message-ID"] = subject, f"<scene.{self.mails + 1}@larkfield.example>"
        mail["Date"] = f"Mon, 02 Nov 2026 08:{self.mails + 1:02d}:00 +0000"
        mail.set_content(text)
        picture = b"\x89PNG picture " + subject.encode()
        mail.add_attachment(picture, maintype="image", subtype="png", filename="shot.png")
        self.deliver_raw(mail.as_bytes())

    def deliver_raw(self, mail: bytes) -> None:
        """Drop a raw email into the inbox."""
        self.mails += 1
        (self.folder / "inbox" / f"{self.mails:03d}.eml").write_bytes(mail)

    def set_up(self, old: str, new: str) -> None:
        """Change school.toml."""
        file = self.folder / "school.toml"
        text = file.read_text(encoding="utf-8")
        assert old in text, f"school.toml does not hold {old!r}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def newest_mail(self, words: str) -> EmailMessage:
        """The newest email that we sent whose subject holds these words."""
        for file in sorted((self.folder / "sent").glob("*.eml"), reverse=True):
            mail = message_from_bytes(file.read_bytes(), policy=policy.default)
            if words in str(mail["Subject"]):
                return mail
        raise AssertionError(f"no mail with {words!r} was sent")


def no_more(school: School) -> Iterator[str]:
    """A scene without promises of its own."""
    del school
    yield from ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One workflow: how the school is prepared, the words of the command that is stopped, its own promises."""

    name: str
    prepare: Callable[[School], tuple[str, ...]]
    with_pdf: bool = False
    imap: bool = False
    promises: Callable[[School], Iterator[str]] = no_more
    at_rest: Callable[[School], Iterator[str]] = no_more
    """Asked at once after the stop, before anything is started again."""


def fresh(root: Path, sink_port: int = 0) -> School:
    """A new school folder with the example's configuration."""
    make_demo_school(root / "school")
    return School(root=root, sink_port=sink_port)


def copy_of(school: School, root: Path, sink_port: int = 0) -> School:
    """The same school in another place, file times kept, its letters going to another mail server."""
    shutil.copytree(school.root, root)
    copy = replace(school, root=root, sink_port=sink_port)
    if school.by_smtp:
        copy.set_up(f"port = {school.sink_port}", f"port = {sink_port}")
    return copy
