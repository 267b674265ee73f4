"""A hold stops everything; its release counts the days again."""

from datetime import date
from pathlib import Path

import pytest
from office import Rehearsal
from prepared import posted_school, reported_school

from letterladder.ground.errors import Refused
from letterladder.rules.words import HoldFor
from letterladder.workflows.advance import advance
from letterladder.workflows.answering import place_hold, release_hold
from letterladder.workflows.office import Tally


def hold(school: Rehearsal) -> None:
    """The police ask that nothing goes out."""
    place_hold(school.office, school.case(), HoldFor.POLICE, "999 and police told", by="Miss Treadwell")


def release(school: Rehearsal) -> None:
    """The police agree; the case goes on as far as it can, as the command does it."""
    release_hold(school.office, school.case(), "police content", by="Miss Treadwell")
    advance(school.office, "2026-0001", Tally())


def test_a_held_draft_cannot_be_approved(tmp_path: Path) -> None:
    """The head's yes is refused and nothing goes out, however late the hold came."""
    school = reported_school(tmp_path)
    hold(school)
    school.head_approves()
    assert school.letters() == ["L1.1 drafted"]
    assert school.newest("notice", "2026-0001").about == "Your reply could not be accepted"


def test_a_hold_takes_the_letter_out_of_the_tray(tmp_path: Path) -> None:
    """Nobody puts it into an envelope by mistake, and nobody can record it as posted."""
    school = reported_school(tmp_path)
    school.head_approves()
    hold(school)
    school.round()
    assert not list((school.folder / "data" / "outbox" / "to-post").glob("*.docx"))
    with pytest.raises(Refused, match="hold"):
        school.office_posts()


def test_no_clock_runs_and_nobody_is_reminded_during_a_hold(tmp_path: Path) -> None:
    """Weeks after the answer-by date nothing has lapsed and no email went out."""
    school = posted_school(tmp_path)
    hold(school)
    sent = len(school.sent_mails())
    for day in ("2026-11-12", "2026-11-13", "2026-11-20", "2026-12-04"):
        school.day(day)
    assert "DeadlineLapsed" not in school.kinds()
    assert len(school.sent_mails()) == sent


def test_a_release_moves_the_clock_by_the_days_of_the_hold(tmp_path: Path) -> None:
    """Held from 9 to 16 November: an answer by Thursday 12 November becomes one by Thursday 19 November."""
    school = posted_school(tmp_path)
    school.day("2026-11-09")
    hold(school)
    school.day("2026-11-16")
    release(school)
    posted = school.case().last_posted
    assert posted is not None
    assert posted.answer_by == date(2026, 11, 19)
    assert school.day("2026-11-19").lapsed == 0
    assert school.day("2026-11-20").lapsed == 1


def test_a_draft_from_before_the_hold_is_made_anew(tmp_path: Path) -> None:
    """Its dates were counted before; the new version asks for its own approval."""
    school = reported_school(tmp_path)
    hold(school)
    school.day("2026-11-10")
    release(school)
    assert school.letters() == ["L1.1 void", "L1.2 drafted"]
    school.round()
    asked = " ".join(school.newest("approval").text.split())
    assert "Approved today, Tuesday 10 November 2026, it would say: Dated Wednesday 11 November 2026" in asked


def test_a_second_hold_is_refused(tmp_path: Path) -> None:
    """Two people who hold the same case learn of each other."""
    school = reported_school(tmp_path)
    hold(school)
    with pytest.raises(Refused, match="held already"):
        hold(school)
