"""The list of the in-tray is the same from the file beside the data as from the emails, and never of other ones."""

from email.message import EmailMessage
from pathlib import Path

import msgspec
import pytest
from office import BOX, Rehearsal, an_office

from letterladder.config.settings import load_settings
from letterladder.desk.cards import Gist, gist_of
from letterladder.desk.cli import run
from letterladder.desk.tray_glance import keep_at_a_glance
from letterladder.desk.verifying import verify_school
from letterladder.records.logs.derived import TRAY, is_derived
from letterladder.records.logs.mail_log_file import FolderMailLog
from letterladder.rules.people.people import PeopleRegister
from letterladder.rules.texts.report import Report


def with_file(subject: str, text: str, name: str, content: bytes) -> bytes:
    """An email with a file."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "y@elsewhere.example", BOX, subject
    message["Date"], message["Message-ID"] = "Mon, 02 Nov 2026 09:00:00 +0000", f"<{name}@elsewhere.example>"
    message.set_content(text)
    kind, ending = ("image", "png") if name.endswith("png") else ("application", "pdf")
    message.add_attachment(content, maintype=kind, subtype=ending, filename=name)
    return message.as_bytes()


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """Three emails wait: one names a child and an adult, one is a picture alone, one a file that cannot be read."""
    made = an_office(tmp_path)
    made.round()
    made.write("x@elsewhere.example", "Ella", "Ella Dunn says that Mr Ross Dunn hit her last night.")
    made.deliver(with_file("a picture", "see this", "shot.png", b"\x89PNG\r\n\x1a\n" + bytes(40)))
    made.deliver(with_file("a file", "Somebody was rude.", "list.pdf", b"%PDF-1.4 torn"))
    made.round()
    return made


def typed(school: Rehearsal, capfd: pytest.CaptureFixture[str], *more: str) -> str:
    """What `intray` prints."""
    assert run(["--config", str(school.folder), "intray", *more]) == 0
    return capfd.readouterr().out


def place_of(school: Rehearsal) -> Path:
    """The derived file."""
    return school.folder / "data" / TRAY


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The subjects of the emails that were read for a card, as they are."""
    found: list[str] = []

    def counted(report: Report, people: PeopleRegister) -> Gist:
        found.append(report.subject)
        return gist_of(report, people)

    monkeypatch.setattr("letterladder.desk.tray_glance.gist_of", counted)
    return found


def test_the_list_is_the_same_and_reads_nothing_twice(
    school: Rehearsal, reads: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    """First from the emails, then from the file; a new email alone is read."""
    first = typed(school, capfd)
    assert len(reads) == 3
    assert "of the same family as the child it is about" in " ".join(first.split())
    assert "shot.png (image/png" in first
    assert "list.pdf (application/pdf" in first
    assert typed(school, capfd) == first
    assert len(reads) == 3
    school.write("w@elsewhere.example", "the gate", "It was locked.")
    school.round()
    assert "the gate" in typed(school, capfd)
    assert reads[3:] == ["the gate"]


def test_a_round_brings_it_up_to_date(
    school: Rehearsal, reads: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    """So the first list after it is quick as well."""
    assert run(["--config", str(school.folder), "round"]) == 0
    assert len(reads) == 3
    capfd.readouterr()
    typed(school, capfd)
    assert len(reads) == 3


def test_another_register_is_another_list(
    school: Rehearsal, reads: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    """A child who left is no longer a reason to look at their family."""
    typed(school, capfd)
    people = school.folder / "people.csv"
    people.write_text(people.read_text(encoding="utf-8").replace(",Ella,", ",Elsa,"), encoding="utf-8")
    again = typed(school, capfd)
    assert len(reads) == 6
    assert "of the same family as the child it is about" not in " ".join(again.split())


@pytest.mark.parametrize("content", [b"", b"{", bytes(200), b'{"stamp":"old","gists":{}}', b"\xff"])
def test_a_damaged_file_is_written_anew(
    school: Rehearsal, content: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nothing is said of it, and the list is whole."""
    first = typed(school, capfd)
    sound = place_of(school).read_bytes()
    place_of(school).write_bytes(content)
    assert typed(school, capfd) == first
    assert place_of(school).read_bytes() == sound


def test_an_original_that_is_gone_is_still_said(school: Rehearsal, capfd: pytest.CaptureFixture[str]) -> None:
    """What the file knew of it is not shown in its place."""
    typed(school, capfd)
    for raw in (school.folder / "data" / "intake").iterdir():
        raw.unlink()
    assert typed(school, capfd).count("The original of this email cannot be read: run verify.") == 3


def test_a_round_looks_once_for_an_original_that_is_gone(
    school: Rehearsal, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """To look for one goes through the folder of every case; a list that a person asks for does."""
    for raw in (school.folder / "data" / "intake").iterdir():
        raw.rename(school.folder / raw.name)
    asked: list[str] = []
    real = FolderMailLog.raw

    def counted(log: FolderMailLog, sha256: str) -> bytes:
        asked.append(sha256)
        return real(log, sha256)

    monkeypatch.setattr(FolderMailLog, "raw", counted)
    for _ in range(3):
        keep_at_a_glance(school.office, school.folder, school.folder / "data")
    assert len(asked) == 3
    for raw in school.folder.glob("*.eml"):
        raw.rename(school.folder / "data" / "intake" / raw.name)
    assert "list.pdf" in typed(school, capfd)
    settings = load_settings(school.folder)
    assert verify_school(settings, "", iter).problems == []


def test_where_nothing_can_be_written_the_list_is_there(
    school: Rehearsal, capfd: pytest.CaptureFixture[str]
) -> None:
    """A folder stands where the file would."""
    first = typed(school, capfd)
    place_of(school).unlink()
    place_of(school).mkdir()
    assert typed(school, capfd) == first


def test_a_forged_one_is_said(school: Rehearsal, capfd: pytest.CaptureFixture[str]) -> None:
    """It is believed without the email being read again, so `verify` holds it beside the email."""
    typed(school, capfd)
    settings = load_settings(school.folder)
    assert verify_school(settings, "", iter).problems == []
    place_of(school).write_bytes(place_of(school).read_bytes().replace(b"shot.png", b"spot.png"))
    (found,) = verify_school(settings, "", iter).problems
    assert found.where == str(place_of(school))
    assert "Remove it" in found.what_to_do


def test_it_is_derived(school: Rehearsal, capfd: pytest.CaptureFixture[str]) -> None:
    """No backup holds it, and it holds no word of what was reported."""
    typed(school, capfd)
    assert is_derived(TRAY)
    kept = msgspec.json.decode(place_of(school).read_bytes())
    assert b"hit her" not in place_of(school).read_bytes()
    assert len(kept["gists"]) == 3
