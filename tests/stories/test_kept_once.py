"""The same file from several people is kept once in a case; each line still says who sent it, under what name."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from office import Rehearsal, an_office, form

from letterladder.rules.cases.events import EvidenceKept

PICTURE, OTHER = b"\x89PNG\r\n\x1a\n the same picture" * 40, b"\x89PNG\r\n\x1a\n another picture" * 40


def reported_with(school: Rehearsal, name: str, content: bytes) -> None:
    """Staff report the same adult again, with a picture."""
    raw = school.write(f"Beth Aldous <{name}.aldous@larkfield.example>", "Form: online", form())
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    message.add_attachment(content, maintype="image", subtype="png", filename=f"{name}.png")
    newest = sorted((school.folder / "inbox").glob("*.eml"))[-1]
    newest.write_bytes(message.as_bytes())
    school.round()


def kept(school: Rehearsal) -> list[tuple[str, str]]:
    """The original name and the file of each piece of evidence."""
    events = [entry.event for entry in school.office.cases.read("2026-0001")]
    return [(one.original_name, one.file) for one in events if isinstance(one, EvidenceKept)]


def test_one_picture_sent_by_three_is_one_file(tmp_path: Path) -> None:
    """Under the name that came first; another picture is another file."""
    school = an_office(tmp_path)
    for name, content in (("a", PICTURE), ("b", PICTURE), ("c", OTHER), ("d", PICTURE)):
        reported_with(school, name, content)
    assert kept(school) == [
        ("a.png", "evidence/a.png"),
        ("b.png", "evidence/a.png"),
        ("c.png", "evidence/c.png"),
        ("d.png", "evidence/a.png"),
    ]
    assert len(list((school.folder / "data/cases/2026-0001/evidence").iterdir())) == 2


def test_a_file_that_was_changed_since_stands_for_nothing(tmp_path: Path) -> None:
    """What came now is kept as it came."""
    school = an_office(tmp_path)
    reported_with(school, "a", PICTURE)
    (school.folder / "data/cases/2026-0001/evidence/a.png").write_bytes(b"changed")
    reported_with(school, "b", PICTURE)
    assert kept(school)[1] == ("b.png", "evidence/b.png")
    assert (school.folder / "data/cases/2026-0001/evidence/b.png").read_bytes() == PICTURE
