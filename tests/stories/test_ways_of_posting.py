"""How a letter goes, what it says of that, and what the log says: three times the same."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from desk.terminal import Said, Terminal
from office import PEOPLE, QuickPdf, Rehearsal, an_office, edited, school_folder
from prepared import reported_school

from letterladder.ground.errors import Problem, WorldFailed
from letterladder.rules.cases.events import LetterPosted, PostingStarted
from letterladder.rules.words import Method

NO_ADDRESS = ("Mrs Poppy Vance", "Jude Vance, 1C")
"""Nobody has an email address of hers."""


class BrokenPdf(QuickPdf):
    """LibreOffice is there and converts nothing."""

    def convert(self, docx: bytes) -> bytes:
        """Fails."""
        del docx
        raise WorldFailed(Problem(where="PDF", what="It broke.", what_to_do="Look at it."))


def by_email(tmp_path: Path, **fakes: Any) -> Rehearsal:
    """A school that sends its letters by email."""
    edited(school_folder(tmp_path), ('method = "first-class"', 'method = "mail"'))
    return an_office(tmp_path, **{"pdf": QuickPdf(), **fakes})


def posted(school: Rehearsal, capsys: pytest.CaptureFixture[str], *words: str) -> Said:
    """The office types `posted` on 3 November, in a school without a converter on its path."""
    day = "2026-11-03"
    return Terminal(school.folder, capsys).type("posted", "2026-0001", "--on", day, "--today", day, *words)


def last(school: Rehearsal) -> LetterPosted:
    """The posting in the log."""
    return next(
        one.event for one in school.office.cases.read("2026-0001") if isinstance(one.event, LetterPosted)
    )


def test_without_an_email_address_a_letter_is_written_for_the_post(tmp_path: Path) -> None:
    """First class, its answer-by is calculated from it, and the head is told why."""
    school = by_email(tmp_path)
    school.report(*NO_ADDRESS)
    assert "no email address for this adult" in school.newest("approval").text
    school.head_approves()
    assert (school.in_hand().planned_method, school.in_hand().answer_by) == (
        Method.FIRST_CLASS,
        date(2026, 11, 12),
    )


def test_with_an_email_address_it_is_written_for_email(tmp_path: Path) -> None:
    """And calculated from the same day."""
    school = by_email(tmp_path)
    school.report()
    school.head_approves()
    assert (school.in_hand().planned_method, school.in_hand().answer_by) == (Method.MAIL, date(2026, 11, 10))


def test_a_letter_of_which_no_pdf_can_be_made_is_written_for_the_post(tmp_path: Path) -> None:
    """The converter is there and fails."""
    school = by_email(tmp_path, pdf=BrokenPdf())
    school.report()
    assert school.in_hand().planned_method is Method.FIRST_CLASS


@pytest.mark.parametrize("people", [NO_ADDRESS, ("Mr Ross Dunn", "Ella Dunn, 4B")])
def test_posted_logs_how_the_letter_was_laid_out(
    people: tuple[str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not what the school's settings say at that moment."""
    monkeypatch.setenv("PATH", str(tmp_path))
    school = by_email(tmp_path, pdf=BrokenPdf())
    school.report(*people)
    school.head_approves()
    edited(school.folder, ('method = "mail"', 'method = "second-class"'))
    said = posted(school, capsys)
    assert (last(school).method, last(school).received_on) == (Method.FIRST_CLASS, date(2026, 11, 5))
    assert ("by first-class post" in said.out, said.err) == (True, "")


def test_an_address_that_went_away_after_approval_makes_a_new_draft(tmp_path: Path) -> None:
    """What the approved letter says would be untrue; nothing is laid out, the head is asked again."""
    school = by_email(tmp_path)
    school.report()
    school.head_approves()
    gone = PEOPLE.replace("ross.dunn@letterbox.example", "")
    (school.folder / "people.csv").write_text(gone, encoding="utf-8")
    school.day("2026-11-03")
    assert school.letters() == ["L1.1 void", "L1.2 drafted"]
    assert school.in_hand().planned_method is Method.FIRST_CLASS
    assert not list((school.folder / "data" / "outbox" / "to-post").glob("*.docx"))


def test_another_way_than_written_moves_the_clock_and_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Second class counts two working days later: the adult gets them, the log and the office read both."""
    monkeypatch.setenv("PATH", str(tmp_path))
    school = reported_school(tmp_path)
    school.head_approves()
    said = posted(school, capsys, "--method", "second-class")
    assert (last(school).answer_by, last(school).received_on) == (date(2026, 11, 16), date(2026, 11, 9))
    assert "the letter says it was sent by first-class post" in last(school).rule
    assert "It gives Thursday 12 November 2026; the adult has until Monday 16 November 2026." in said.err


def test_a_quicker_way_keeps_the_printed_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The adult keeps what the letter promised."""
    monkeypatch.setenv("PATH", str(tmp_path))
    school = reported_school(tmp_path)
    school.head_approves()
    said = posted(school, capsys, "--method", "by-hand")
    assert last(school).answer_by == date(2026, 11, 12)
    assert ("it was sent by first-class post" in said.err, "the adult has until" in said.err) == (
        True,
        False,
    )


def test_the_office_reads_how_to_send_it(tmp_path: Path) -> None:
    """The email to the office names the way, and a command that needs no other words."""
    edited(school_folder(tmp_path), ('method = "first-class"', 'method = "second-class"'))
    school = an_office(tmp_path)
    school.report()
    school.head_approves()
    text = next(one.text for one in school.sent_mails() if one.about.startswith("Please post a letter"))
    assert "by second-class post" in text
    assert "--method first-class" not in text


def test_a_letter_laid_out_by_an_earlier_version_is_logged_as_laid_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was planned for email and laid out first class; its log goes on as it was meant."""
    monkeypatch.setenv("PATH", str(tmp_path))
    school = by_email(tmp_path)
    school.report()
    school.head_approves()
    letter = school.in_hand()
    old = PostingStarted(
        letter="L1", version=1, sha256=letter.sha256, message_id="", method=Method.FIRST_CLASS, to="by post"
    )
    school.office.note("2026-0001", old)
    said = posted(school, capsys)
    assert (last(school).method, last(school).answer_by) == (Method.FIRST_CLASS, date(2026, 11, 12))
    assert "it was sent by email" in said.err
