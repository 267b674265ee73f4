"""An agreement goes to families outside any case: written for each, approved together, posted, signed or declined."""

from datetime import date
from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import DUNN, QuickPdf, Rehearsal
from playing import on_policy
from prepared import prepared_once

from letterladder.ground.errors import Refused
from letterladder.ground.values import replace
from letterladder.records.verify.verify import verify
from letterladder.workflows.acts.agreement_letters import Wanted, draw_up
from letterladder.workflows.acts.on_agreements import (
    Back,
    approve_round,
    came_back,
    keep_round,
    letters_of_round,
    round_posted,
    withdraw_round,
)
from letterladder.workflows.agreements import agreement_rows, round_rows

ROUND = "G-2026-1"
WANTED = Wanted(
    title="Agreement on the Use of the Internet",
    version="2026",
    points=("We ask before we share pictures", "We bring worries to school"),
    reason="The agreement has a new version.",
)


@prepared_once
def school(tmp_path: Path) -> Rehearsal:
    """Levens, with letters to all families that wait for the head."""
    school = on_policy(tmp_path, "levens-ce-school")
    keep_round(school.office, draw_up(school.office, WANTED), by="Mrs Binns")
    school.round()
    return school


@prepared_once
def sent(tmp_path: Path) -> Rehearsal:
    """The letters have gone."""
    school = on_policy(tmp_path, "levens-ce-school")
    keep_round(school.office, draw_up(school.office, WANTED), by="Mrs Binns")
    approve_round(school.office, ROUND, by="Mrs Hollis")
    round_posted(school.office, ROUND, school.clock.today(), by="Mrs Binns")
    school.round()
    return school


def state_of(school: Rehearsal, adult: str) -> str:
    """Where the agreement of one adult stands."""
    return next(row["state"] for row in agreement_rows(school.office) if row["adult"] == adult)


def test_each_adult_gets_a_letter_of_their_own_and_no_case_is_opened(school: Rehearsal) -> None:
    """The head is asked once for all; nobody is reported for anything."""
    rows = round_rows(school.office)
    assert [(row["round"], row["state"]) for row in rows] == [(ROUND, "waiting for approval")]
    files = sorted(file.name for file in (school.folder / "data" / "agreements" / ROUND).glob("*.docx"))
    assert f"{DUNN}.docx" in files
    assert len(files) == int(rows[0]["letters"])
    assert school.office.cases.refs() == []
    mail = school.newest("notice")
    assert mail.about == "Please approve an agreement for families"
    assert "a.hollis@larkfield.example" in mail.to
    words = school.office.word.text_of(school.office.agreement_files.read(ROUND, f"{DUNN}.docx"))
    assert "Mr Ross Dunn" in words
    assert "We ask before we share pictures" in words
    assert f"{ROUND}/{DUNN}" in words


def test_nothing_leaves_before_the_head_says_yes(school: Rehearsal) -> None:
    """The office may not approve, and what nobody approved is not recorded as gone."""
    with pytest.raises(Refused, match="may not approve the agreement"):
        approve_round(school.office, ROUND, by="Mrs Binns")
    with pytest.raises(Refused, match="Nobody has approved it"):
        round_posted(school.office, ROUND, school.clock.today(), by="Mrs Binns")
    approve_round(school.office, ROUND, by="Mrs Hollis")
    with pytest.raises(Refused, match="approved already"):
        approve_round(school.office, ROUND, by="Mrs Hollis")
    school.round()
    assert school.newest("notice").about == "Please post the agreement to families"


def test_all_letters_are_one_pdf_to_read_and_to_print(tmp_path: Path) -> None:
    """Where no PDF can be made, the Word files are there, and that is said."""
    school = on_policy(tmp_path, "levens-ce-school")
    office = replace(school.office, pdf=QuickPdf())
    keep_round(office, draw_up(office, WANTED), by="Mrs Binns")
    assert letters_of_round(office, ROUND).startswith(b"%PDF")
    without = Wanted(title="Another", version="1", points=("One",), reason="It is new.")
    keep_round(school.office, draw_up(school.office, without), by="Mrs Binns")
    with pytest.raises(Refused, match="LibreOffice was not there"):
        letters_of_round(office, "G-2026-2")


def test_a_letter_that_was_changed_is_not_approved(school: Rehearsal) -> None:
    """What the head approves are the bytes that were drawn up; `verify` finds the change too."""
    file = school.folder / "data" / "agreements" / ROUND / f"{DUNN}.docx"
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(Refused, match=f"were changed \\({DUNN}.docx\\), so nothing was approved"):
        approve_round(school.office, ROUND, by="Mrs Hollis")
    assert [one.what for one in verify(school.folder / "data")] == [
        "This letter is not the one that was drawn up: its SHA-256 differs."
    ]


def test_verify_knows_the_rounds(sent: Rehearsal) -> None:
    """Log, letters and PDF fit; a letter that is gone and one too many are said."""
    assert verify(sent.folder / "data") == []
    folder = sent.folder / "data" / "agreements" / ROUND
    (folder / f"{DUNN}.docx").unlink()
    (folder / "A99.docx").write_bytes(b"x")
    assert [one.what for one in verify(sent.folder / "data")] == [
        "This letter is gone.",
        "No line of agreements.log mentions this file.",
    ]


def test_what_comes_back_is_kept(sent: Rehearsal) -> None:
    """Sent, overdue, signed or declined; the newest note counts."""
    assert state_of(sent, DUNN) == "sent"
    sent.day("2026-12-21")
    assert state_of(sent, DUNN) == "overdue"
    back = Back(adult=DUNN, signed=False, on=date(2026, 12, 18), note="would like to talk first")
    came_back(sent.office, ROUND, back, by="Mrs Binns")
    assert state_of(sent, DUNN) == "declined"
    came_back(sent.office, ROUND, Back(adult=DUNN, signed=True, on=date(2026, 12, 21)), by="Mrs Binns")
    assert state_of(sent, DUNN) == "signed"
    with pytest.raises(Refused, match="had no letter of this round"):
        came_back(sent.office, ROUND, Back(adult="A99", signed=True, on=date(2026, 12, 21)), by="Mrs Binns")
    with pytest.raises(Refused, match="has not come yet"):
        came_back(sent.office, ROUND, Back(adult=DUNN, signed=True, on=date(2027, 1, 1)), by="Mrs Binns")


def test_nobody_gets_the_same_wording_twice(sent: Rehearsal) -> None:
    """A new version goes to everybody again; a class alone can be asked."""
    with pytest.raises(Refused, match="has a letter of this version that has not come back"):
        draw_up(sent.office, WANTED)
    newer = Wanted(title=WANTED.title, version="2027", points=WANTED.points, reason="A new version.")
    assert len(draw_up(sent.office, newer).letters) == int(round_rows(sent.office)[0]["letters"])
    pupil = sent.office.people.read().pupils_of(DUNN)[0]
    few = Wanted(
        title=WANTED.title,
        version="2027",
        points=WANTED.points,
        reason="A new version.",
        classes=(pupil.school_class.lower(),),
    )
    assert DUNN in {adult.person_id for adult, _ in draw_up(sent.office, few).letters}


def test_a_round_is_withdrawn_before_it_leaves_and_never_after(school: Rehearsal) -> None:
    """With a reason; then its letters count for nobody."""
    with pytest.raises(Refused, match="A reason is needed"):
        withdraw_round(school.office, ROUND, " ", by="Mrs Hollis")
    withdraw_round(school.office, ROUND, "The second point is wrong.", by="Mrs Hollis")
    with pytest.raises(Refused, match="It was withdrawn"):
        approve_round(school.office, ROUND, by="Mrs Hollis")
    assert draw_up(school.office, WANTED).round == "G-2026-2"


def test_what_left_is_not_withdrawn(sent: Rehearsal) -> None:
    """It is in people's hands."""
    with pytest.raises(Refused, match="It has left the school already"):
        withdraw_round(sent.office, ROUND, "a mistake", by="Mrs Hollis")


def test_a_policy_without_an_agreement_sends_none(tmp_path: Path) -> None:
    """And says what a policy would need."""
    with pytest.raises(Refused, match="asks nobody to sign an agreement"):
        draw_up(on_policy(tmp_path, "alsop-high-school").office, WANTED)


def test_it_is_done_at_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Written, approved, posted, signed; and listed."""
    terminal = Terminal(on_policy(tmp_path, "levens-ce-school").folder, capsys)
    words = ("--title", WANTED.title, "--version", "2026", "--points", "One; Two", "--reason", "It is new.")
    said = terminal.type("agreements", "send", *words, "--yes", "--by", "Mrs Binns")
    assert (said.code, f"Round {ROUND} waits for approval" in said.out) == (0, True)
    assert terminal.type("agreements", "approve", ROUND, "--by", "Mrs Hollis").code == 0
    assert terminal.type("agreements", "posted", ROUND).code == 0
    assert terminal.type("agreements", "signed", ROUND, DUNN).code == 0
    assert terminal.type("agreements", "declined", ROUND, "A3", "--note", "no").code == 0
    listed = terminal.type("agreements")
    assert "Rounds to families" in listed.out
    assert {row["state"] for row in terminal.type("agreements", "--json").json} >= {"signed", "declined"}
    empty = terminal.type("agreements", "send", "--title", " ", *words[2:], "--yes")
    assert (empty.code, "It is empty" in empty.err) == (2, True)
