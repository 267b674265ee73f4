"""Drafts that change hands: returned, edited, touched, out of date, posted late."""

import io
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from office import HEAD, OFFICE, Rehearsal
from prepared import reported_school

from letterladder.ground.errors import Refused
from letterladder.workflows.advance import advance
from letterladder.workflows.approving import approve
from letterladder.workflows.office import Signed, Tally
from letterladder.workflows.redrafting import redraft


def drafted(tmp_path: Path) -> Rehearsal:
    """A school whose first letter waits for the head."""
    return reported_school(tmp_path)


def test_a_returned_draft_is_redrafted_with_what_the_head_asked_for(tmp_path: Path) -> None:
    """The note is kept with the version; the new one has the field and needs its own yes."""
    school = drafted(tmp_path)
    school.head_returns("quote less of it")
    assert school.letters() == ["L1.1 returned"]
    redraft(school.office, "2026-0001", "", {"quoted_words": "a useless clown"}, by="Mrs Binns")
    school.round()
    assert school.letters() == ["L1.1 returned", "L1.2 drafted"]
    assert "a useless clown" in school.letter_text()
    assert "sacked" not in school.letter_text()


def test_nothing_happens_to_a_returned_draft_by_itself(tmp_path: Path) -> None:
    """The office has it; no round drafts the same letter again."""
    school = drafted(tmp_path)
    school.head_returns("quote less of it")
    for day in ("2026-11-03", "2026-11-04", "2026-11-10"):
        school.day(day)
    assert school.letters() == ["L1.1 returned"]


def edited_word_file(school: Rehearsal) -> bytes:
    """The draft in hand with one more paragraph, saved by Word."""
    document = Document(io.BytesIO(school.office.cases.file("2026-0001", school.in_hand().file)))
    document.add_paragraph("PS: The caretaker can show you the way.")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_an_edited_word_file_is_a_new_version_with_its_own_approval(tmp_path: Path) -> None:
    """The yes to the first version does not count for the edited one."""
    school = drafted(tmp_path)
    old = school.newest("approval", "2026-0001").links[0]
    redraft(school.office, "2026-0001", "", {}, file=edited_word_file(school), by="Mrs Binns")
    school.round()
    school.press(old, HEAD)
    school.round()
    assert school.letters() == ["L1.1 void", "L1.2 drafted"]
    assert "The caretaker" in school.letter_text()
    assert school.in_hand().answer_by == date(2026, 11, 12)


def test_a_file_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    """The draft in hand stays what it was."""
    school = drafted(tmp_path)
    with pytest.raises(Refused):
        redraft(school.office, "2026-0001", "", {}, file=b"Dear Mr Dunn", by="Mrs Binns")
    assert school.letters() == ["L1.1 drafted"]


def touch(school: Rehearsal) -> None:
    """Somebody opens the letter in Word and saves it over itself."""
    school.office.cases.path("2026-0001", school.in_hand().file).write_bytes(edited_word_file(school))


def test_a_file_touched_after_drafting_cannot_be_approved(tmp_path: Path) -> None:
    """The head saw other bytes: that yes is refused, a fresh draft takes its place."""
    school = drafted(tmp_path)
    touch(school)
    school.head_approves()
    assert school.letters() == ["L1.1 void", "L1.2 drafted"]
    assert "LetterApproved" not in school.kinds()
    assert "The caretaker" not in school.letter_text()


def test_a_file_touched_after_approval_is_not_posted(tmp_path: Path) -> None:
    """Between yes and tray the bytes changed: the approval is void."""
    school = drafted(tmp_path)
    approve(school.office, school.case(), Signed(by="Mrs Hollis"))
    touch(school)
    school.round()
    assert school.letters() == ["L1.1 void", "L1.2 drafted"]


def test_approved_after_its_date_an_edited_letter_is_redrafted(tmp_path: Path) -> None:
    """Dated 3 November, approved on the 5th: its answer-by would be too short, so the yes is refused."""
    school = drafted(tmp_path)
    redraft(school.office, "2026-0001", "", {}, file=edited_word_file(school), by="Mrs Binns")
    school.round()
    link = school.newest("approval", "2026-0001").links[0]
    school.day("2026-11-05")
    school.press(link, HEAD)
    school.round()
    assert school.letters() == ["L1.1 void", "L1.2 void", "L1.3 drafted"]
    assert school.in_hand().undated


def test_posted_late_without_saying_so_is_refused(tmp_path: Path) -> None:
    """The letter says 3 November; on the 5th its answer-by would be too little time to answer."""
    school = drafted(tmp_path)
    school.head_approves()
    school.day("2026-11-05")
    with pytest.raises(Refused, match="too little time to answer"):
        school.office_posts()
    assert school.letters() == ["L1.1 posting"]


def test_posted_late_and_admitted_gives_the_adult_his_full_time(tmp_path: Path) -> None:
    """Posted on the 5th, received on Monday the 9th: answer by the 16th, not the 12th that is printed."""
    school = drafted(tmp_path)
    school.head_approves()
    school.day("2026-11-05")
    event = school.office_posts(late=True)
    assert (date(2026, 11, 9), date(2026, 11, 16)) == (event.received_on, event.answer_by)


def test_a_letter_left_in_the_tray_is_said(tmp_path: Path) -> None:
    """Nobody recorded the posting: the office is reminded that it waits."""
    school = drafted(tmp_path)
    school.head_approves()
    for day in ("2026-11-04", "2026-11-05", "2026-11-06"):
        school.day(day)
    reminders = [mail for mail in school.sent_mails() if mail.kind == "reminder"]
    assert reminders
    assert all(OFFICE in mail.to for mail in reminders)


def test_typed_fields_void_the_draft_they_would_change(tmp_path: Path) -> None:
    """The version in the head's email no longer counts."""
    school = drafted(tmp_path)
    school.supplied("L1", quoted_words="a clown")
    assert school.letters() == ["L1.1 void", "L1.2 drafted"]


def test_a_letter_the_policy_does_not_allow_now_is_refused(tmp_path: Path) -> None:
    """After L1 has gone out, L2 needs a decision first; the refusal says so."""
    school = drafted(tmp_path)
    school.goes_out()
    with pytest.raises(Refused, match="decision"):
        redraft(school.office, "2026-0001", "L2", {}, by="Mrs Binns")
    assert school.letters() == ["L1.1 posted"]


def test_a_letter_before_its_day_is_refused_with_the_day(tmp_path: Path) -> None:
    """L1, posted on 3 November, may be answered until 12 November: no warning before the 13th."""
    school = drafted(tmp_path)
    school.goes_out()
    with pytest.raises(Refused, match=r"L3 \(Written warning\) may be taken from Friday 13 November 2026"):
        redraft(school.office, "2026-0001", "L3", {}, by="Mrs Binns")
    assert school.letters() == ["L1.1 posted"]


def test_a_case_at_rest_is_left_alone(tmp_path: Path) -> None:
    """A second look at a case that waits writes no line."""
    school = drafted(tmp_path)
    before = school.case().last_seq
    advance(school.office, "2026-0001", Tally())
    assert school.case().last_seq == before
