"""All letters of a school on the command line: the facts of law, one PDF for the adviser, the sign-off, and `check`."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import edited, school_folder

from letterladder.config.paths import LETTER_TEMPLATES
from letterladder.config.settings import load_settings
from letterladder.desk.checking_letters import notes_of_letters
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.letters_review import papers_now, sample_letter, sent_letters
from letterladder.desk.wiring import build
from letterladder.records.word.word import DocxPrinter
from letterladder.rules.office.exports import LettersSignedOff

FINE = '[section_547_fine]\nvalue = "£750"\nsource = "an order of 2027"\nchecked = 2026-11-23\n'
DAY = ("--today", "2026-12-01")


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A school as `init` makes it."""
    return Terminal(school_folder(tmp_path / "school"), capsys)


def of_letters(terminal: Terminal) -> list[str]:
    """What `check` notes of the sign-off."""
    settings = load_settings(terminal.folder)
    return [
        one.what for one in notes_of_letters(settings, build(settings, RehearsalClock(date(2026, 12, 1))))
    ]


def fingerprint(terminal: Terminal) -> str:
    return papers_now(load_settings(terminal.folder)).fingerprint


def sign(terminal: Terminal, number: str, *, on: str = "2026-11-30") -> tuple[int, str]:
    said = terminal.type(
        "letters",
        "signed",
        "--adviser",
        "Ms Rose Fell, Fell and Marsh",
        "--on",
        on,
        "--fingerprint",
        number,
        *DAY,
    )
    return said.code, said.out + said.err


def test_every_fact_is_listed_with_its_source(terminal: Terminal) -> None:
    """The school's own is told from ours."""
    (terminal.folder / "legal.toml").write_text(FINE, encoding="utf-8")
    facts = {one["fact"]: one for one in terminal.type("letters", "facts", "--json").json}
    assert (facts["section_547_fine"]["value"], facts["section_547_fine"]["own"]) == ("£750", True)
    assert facts["data_complaint_from"]["value"] == "19 June 2026"
    assert all(one["source"] and one["checked"] for one in facts.values())
    assert [name for name, one in facts.items() if one["own"]] == ["section_547_fine"]


def test_a_fact_of_the_school_is_in_its_letters(terminal: Terminal) -> None:
    """Through the file beside school.toml to the words that a parent reads."""
    (terminal.folder / "legal.toml").write_text(FINE, encoding="utf-8")
    settings, word = load_settings(terminal.folder), DocxPrinter()
    (notice,) = [one for one in sent_letters(settings) if one.step.id == "B1"]
    text = word.text_of(sample_letter(settings, word, notice, date(2026, 12, 1)))
    assert "level 2 on the standard scale, which is £750." in text
    assert "£500" not in text


def test_a_wrong_name_of_a_fact_stops_every_command(terminal: Terminal) -> None:
    """With the names that there are."""
    (terminal.folder / "legal.toml").write_text("[the_fine]\nchecked = 2026-11-23\n", encoding="utf-8")
    said = terminal.type("letters", "facts")
    assert said.code == 2
    assert "legal.toml, the_fine: There is no such fact." in said.err
    assert "section_547_fine" in said.err


def test_check_says_that_nobody_signed_yet(terminal: Terminal) -> None:
    """A note, and no fault."""
    said = terminal.type("check", "--no-login", "--json", *DAY).json
    notes = [one["what"] for one in said["notes"] if one["where"] == "letters"]
    assert notes == ["No adviser of the school has signed its letters off yet."]
    assert not [one for one in said["problems"] if one["where"] == "letters"]


def test_a_sign_off_is_kept_and_ends_the_note(terminal: Terminal) -> None:
    """Who, which day, and which state of templates, facts and policy."""
    number = fingerprint(terminal)
    code, _ = sign(terminal, number.upper())
    assert code == 0
    assert of_letters(terminal) == []
    office = build(load_settings(terminal.folder), RehearsalClock(date(2026, 12, 1)))
    (event,) = [one.event for one in office.exports.entries() if isinstance(one.event, LettersSignedOff)]
    assert (event.adviser, event.on, event.fingerprint) == (
        "Ms Rose Fell, Fell and Marsh",
        "2026-11-30",
        number,
    )
    assert "L1-removal-request.docx" in event.papers.templates


def test_check_names_what_changed_since(terminal: Terminal) -> None:
    """A fact, a Word file of the school's own, and the policy."""
    sign(terminal, fingerprint(terminal))
    (terminal.folder / "legal.toml").write_text(FINE, encoding="utf-8")
    own = terminal.folder / "letter_templates"
    own.mkdir(exist_ok=True)
    shutil.copyfile(LETTER_TEMPLATES / "L2-meeting-invitation.docx", own / "L1-removal-request.docx")
    assert of_letters(terminal) == [
        "Since Ms Rose Fell, Fell and Marsh signed the letters off on 30 November 2026: Word file"
        " L1-removal-request.docx changed; legal fact section_547_fine changed."
    ]


@pytest.mark.parametrize(
    ("says", "number", "on"),
    [
        ("the fingerprint is another", "0123456789abcdef", "2026-11-30"),
        ("1 January 2027 is still to come", "", "2027-01-01"),
    ],
)
def test_what_cannot_be_signed_is_not_recorded(terminal: Terminal, says: str, number: str, on: str) -> None:
    """The adviser read something else, or has not read it yet."""
    code, said = sign(terminal, number or fingerprint(terminal), on=on)
    assert code != 0
    assert says in said
    assert of_letters(terminal) == ["No adviser of the school has signed its letters off yet."]


def test_a_letter_that_the_policy_does_not_send_is_not_reviewed(terminal: Terminal) -> None:
    """An adviser reads what this school sends."""
    edited(terminal.folder, ('file = "model"', 'file = "aspire-federation"'))
    ids = {one.step.id for one in sent_letters(load_settings(terminal.folder))}
    assert "L3" in ids
    assert not any(one.startswith("B") for one in ids)


def test_without_libreoffice_there_is_no_pdf(terminal: Terminal, tmp_path: Path) -> None:
    """It is said so, and nothing is left half made."""
    out = tmp_path / "review.pdf"
    said = terminal.type("letters", "review", "--out", str(out), *DAY)
    assert said.code == 3
    assert "LibreOffice is not installed here" in said.err
    assert not out.exists()


def test_a_file_that_is_there_is_not_written_over(terminal: Terminal, tmp_path: Path) -> None:
    """It may be the one that the adviser signed."""
    out = tmp_path / "review.pdf"
    out.write_bytes(b"signed")
    assert terminal.type("letters", "review", "--out", str(out), *DAY).code == 2
    assert out.read_bytes() == b"signed"
