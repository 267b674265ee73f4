"""`people find`: who fits, and every email, case and log that names them, for a parent with a case and one without."""

from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from desk.terminal import Terminal
from office import DUNN, Rehearsal
from prepared import posted_school


@pytest.fixture(name="school")
def _school(tmp_path: Path) -> Rehearsal:
    """Mr Dunn has a case; Mrs Okoro has none, and is named in two emails of the in-tray and in a file of a third."""
    school = posted_school(tmp_path)
    school.write("p@freemail.example", "About Nkem Okoro", "I saw her at the gate again.\n")
    school.write("q@freemail.example", "hm", "Mrs Okoro posted something. So did somebody else.\n")
    school.write("nkem.okoro@letterbox.example", "Dinner money", "Thank you for your letter.\n")
    school.write("r@freemail.example", "The Okoros", "They were all there, the Okoros.\n")
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Message-ID"] = (
        "s@freemail.example",
        "see file",
        "<file@freemail.example>",
    )
    mail.set_content("As discussed.")
    mail.add_attachment("Ada Okoro was in the picture.", filename="notes.txt")
    school.deliver(mail.as_bytes())
    school.round()
    return school


@pytest.fixture(name="terminal")
def _terminal(school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(school.folder, capsys)


def found(terminal: Terminal, *words: str) -> Any:
    """What the command says."""
    return terminal.type("people", "find", *words, "--json").json


def test_a_parent_without_a_case_is_found_in_every_email(terminal: Terminal) -> None:
    """By name, by title, as its sender, by their child in a file; the surname alone is a perhaps."""
    said = found(terminal, "nkem", "okoro")
    assert [one["person_id"] for one in said["people"]] == ["A5"]
    told = {one["subject"]: (one["where"], one["by"], one["sure"]) for one in said["places"]}
    assert told == {
        "About Nkem Okoro": (["subject"], ["full name"], True),
        "hm": (["text"], ["title and surname"], True),
        "Dinner money": (["sender"], ["email address", "full name"], True),
        "The Okoros": (["subject", "text"], ["surname alone"], False),
        "see file": (["file notes.txt"], ["child's full name"], True),
    }
    assert {one["what"] for one in said["places"]} == {"email"}


@pytest.mark.parametrize(
    "words",
    [
        ("ross", "dunn"),
        ("dunn", "3", "kiln"),
        ("ross.dunn@letterbox.example",),
        ("+44", "1632", "960401"),
        ("A1",),
    ],
)
def test_an_adult_of_a_case_is_found_with_it(terminal: Terminal, words: tuple[str, ...]) -> None:
    """By name, address, email, telephone or number."""
    said = found(terminal, *words)
    assert [one["person_id"] for one in said["people"]] == [DUNN]
    (case,) = (one for one in said["places"] if one["what"] == "case")
    assert (case["id"], case["where"][0]) == ("2026-0001", "the adult of the case")


def test_a_childs_name_finds_both_parents(terminal: Terminal) -> None:
    """Whoever asks, what names the child may be of either."""
    assert {one["person_id"] for one in found(terminal, "ella", "dunn")["people"]} == {"A1", "A2"}


def test_somebody_in_no_register_is_searched_for_by_the_words(terminal: Terminal) -> None:
    """Such as whoever wrote."""
    said = terminal.type("people", "find", "q@freemail.example")
    assert "Nobody in the register fits; searching for the words themselves" in said.out
    assert "│ hm" in said.out
    assert "Named nowhere." in terminal.type("people", "find", "Hieronymus", "Vogel").out


def test_an_email_that_cannot_be_read_is_named(school: Rehearsal, terminal: Terminal) -> None:
    """It may be the one that matters, so the command ends with 1."""
    (mail,) = (one for one in found(terminal, "nkem", "okoro")["places"] if one["subject"] == "hm")
    (raw,) = (school.folder / "data").rglob(f"{mail['id']}*.eml*")
    raw.unlink()
    said = terminal.type("people", "find", "nkem", "okoro")
    assert said.code == 1
    assert "NOT READ, so look into these by hand" in said.out
    assert mail["id"][:8] in said.out
