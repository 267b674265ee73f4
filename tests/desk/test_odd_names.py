"""File names whose bytes are not UTF-8, as old archives and other systems make them: taken in, kept and shown."""

import os
from pathlib import Path
from zipfile import ZipFile

import pytest
from desk.terminal import Terminal
from office import THREAT, an_office, form, school_folder

from letterladder.desk.fresh_folder import make_school_folder, mark_as_demo

ODD = os.fsdecode(b"Bericht f\xfcr.eml")
"""Latin-1: 0xFC is not UTF-8 by itself."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="file names are no bytes there")


def odd(name: bytes) -> str:
    return os.fsdecode(name)


def mail(what: str, number: int) -> bytes:
    """A filled form as a raw email."""
    head = f"From: B Aldous <b.aldous@larkfield.example>\nSubject: Form\nMessage-ID: <{number}@x.example>\n\n"
    return f"{head}{form(what=what)}".encode()


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A school with a report in a file of such a name, and a threat beside it."""
    folder = school_folder(tmp_path)
    (folder / "inbox" / ODD).write_bytes(mail('"Mr Lowell is a clown."', 1))
    (folder / "inbox" / "z.eml").write_bytes(mail(THREAT, 2))
    return Terminal(folder, capsys)


def test_such_a_mail_is_taken_in_as_every_other(terminal: Terminal) -> None:
    """And moved to the taken ones, under its own name; the threat beside it is alerted."""
    said = terminal.type("round", "--json", "--today", "2026-11-02")
    assert (said.code, said.json["mails"], said.json["problems"]) == (0, 2, [])
    assert (terminal.folder / "inbox" / "taken" / ODD).exists()
    assert b"URGENT" in b"".join(one.read_bytes() for one in (terminal.folder / "sent").iterdir())


def test_it_is_known_again_and_two_that_look_alike_are_two(tmp_path: Path) -> None:
    """The key holds what sets the names apart."""
    school = an_office(tmp_path)
    for name in (b"f\xfc.eml", b"f\xfd.eml"):
        (school.folder / "inbox" / odd(name)).write_bytes(mail(name.hex(), 1))
    assert [school.round().mails for _ in range(2)] == [2, 0]


@pytest.mark.parametrize(
    "command",
    [
        ["check", "--json"],
        ["mails", "--json"],
        ["cases"],
        ["case", "2026-0001", "--json"],
        ["intray"],
        ["export"],
    ],
    ids=lambda words: words[0],
)
def test_every_listing_works_beside_such_names(terminal: Terminal, command: list[str]) -> None:
    """In the inbox, the taken ones, and the school's own templates."""
    terminal.type("round", "--today", "2026-11-02")
    for place in ("inbox/note", "inbox/x.eml", "letter_templates/L1"):
        (terminal.folder / odd(place.encode() + b"\xfc.docx")).write_bytes(b"x")
    said = terminal.type(*command)
    assert "Traceback" not in said.out + said.err
    assert said.code in {0, 2}


def test_a_round_works_with_such_a_file_among_the_templates(terminal: Terminal) -> None:
    """Their names tell whether a template was changed."""
    (terminal.folder / "letter_templates" / odd(b"L1 f\xfcr.docx")).write_bytes(b"x")
    said = terminal.type("round", "--json", "--today", "2026-11-02")
    assert said.json["problems"] == []


def test_verify_names_them_and_a_backup_keeps_them(terminal: Terminal, tmp_path: Path) -> None:
    """In the archive the name is readable, with a mark of its bytes, and an email stays an email."""
    terminal.type("round", "--today", "2026-11-02")
    (terminal.folder / "data" / "cases" / "2026-0001" / "evidence" / odd(b"x\xfc.png")).parent.mkdir(
        exist_ok=True
    )
    (terminal.folder / "data" / "cases" / "2026-0001" / "evidence" / odd(b"x\xfc.png")).write_bytes(b"x")
    said = terminal.type("verify")
    assert (said.code, "x<U+DCFC>.png" in said.out) == (1, True)
    assert terminal.type("backup", str(tmp_path / odd(b"b\xfc.zip"))).code == 0
    names = ZipFile(tmp_path / odd(b"b\xfc.zip")).namelist()
    assert any(
        one.startswith("data/cases/2026-0001/evidence/x\ufffd #") and one.endswith(".png") for one in names
    )


def test_a_whole_school_may_lie_in_a_folder_of_such_a_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Index, marks and messages are made of its path."""
    folder = tmp_path / odd(b"Grundsch\xfcle")
    make_school_folder(folder)
    mark_as_demo(folder)
    terminal = Terminal(folder, capsys)
    for command in (["round", "--json"], ["round", "--json"], ["cases", "--json"], ["verify", "--json"]):
        day = [] if command[0] == "verify" else ["--today", "2026-11-02"]
        said = terminal.type(*command, *day)
        assert said.code == 0, said


def test_a_draft_may_come_from_such_a_file(terminal: Terminal, tmp_path: Path) -> None:
    """The head's returned letter is saved under whatever name."""
    terminal.type("round", "--today", "2026-11-02")
    missing = terminal.type("draft", "2026-0001", "--file", str(tmp_path / odd(b"br\xfcf.docx")))
    assert missing.code == 2
    assert "does not exist" in missing.err
