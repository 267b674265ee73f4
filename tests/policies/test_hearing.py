"""Nobody is decided against before they could comment: on the shipped policies, by command, by draft and by email."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from office import THREAT, Rehearsal
from playing import REF, cleared, decides, done, on_policy
from prepared import prepared
from sweeps import each

from letterladder.desk.demo_mails import BAR_DECISION, BAR_FIELDS
from letterladder.ground.errors import Refused
from letterladder.rules.cases.events import AnswerRecorded, ClockRecomputed
from letterladder.rules.standing.options import options_now
from letterladder.rules.words import Channel, Outcome
from letterladder.workflows.answering import TriageOrder, record_answer, triage_case
from letterladder.workflows.approving import approve
from letterladder.workflows.office import Signed
from letterladder.workflows.redrafting import redraft

NOTICE = {**BAR_FIELDS, "proposed_length": "one school term"}
SILENCE = "You did not send us any comments by the date in our letter."


def threatened(folder: Path, policy: str) -> Rehearsal:
    """A threat was reported; the police know, the case is cleared, it is Tuesday 3 November."""
    school = on_policy(folder, policy)
    school.report(what=THREAT)
    done(school, "X3", reference="CR 41/26")
    cleared(school)
    school.day("2026-11-03")
    return school


THREATENED = {name: partial(threatened, policy=name) for name in ("alsop-high-school", "model")}


@pytest.fixture(params=each(2, list(THREATENED)))
def school(request: pytest.FixtureRequest, tmp_path: Path) -> Rehearsal:
    """That school, on each of the two policies."""
    return prepared(THREATENED[request.param], tmp_path)


def may_choose(school: Rehearsal) -> tuple[str, ...]:
    """The steps that may be decided on today."""
    return options_now(school.case(), school.office.school.policy, school.clock.today())


@pytest.mark.parametrize(("notice", "until"), [("B1", date(2026, 11, 20)), ("B2", date(2026, 11, 10))])
def test_a_bar_is_not_confirmed_before_the_day_for_comments(
    notice: str, until: date, school: Rehearsal
) -> None:
    """Refused on the day of the notice and on the last day for comments, each time with the first day that is free."""
    decides(school, notice, "He named the gate.", **NOTICE)
    posted = school.case().last_posted
    assert posted is not None
    assert posted.answer_by == until
    for day in (school.clock.today(), until):
        school.day(day.isoformat())
        with pytest.raises(Refused, match=f"may be taken from .*{until.day + 1} November 2026"):
            school.decided("B3", "why wait")
    assert "B3" not in may_choose(school)
    assert school.letters()[-1] == f"{notice}.1 posted"


def test_once_the_day_has_passed_silence_may_be_said(school: Rehearsal) -> None:
    """The letter's sentence about silence is true on the day it is drafted."""
    decides(school, "B2", "He named the gate.", **NOTICE)
    school.day("2026-11-11")
    school.decided("B3", "The risk remains.")
    school.supplied("B3", **BAR_DECISION)
    assert SILENCE in school.letter_text()


def test_an_answer_to_an_earlier_letter_is_no_comment(school: Rehearsal) -> None:
    """The adult refused after L2; the notice that came later got no answer, and the decision says so."""
    decides(school, "L2", "We would like to talk.", slot_1="Monday at 9 am", slot_2="Tuesday at 9 am")
    school.answered(Outcome.CONTINUES, summary="will not come, and posted again")
    decides(school, "B1", "He goes on.", **NOTICE)
    school.day("2026-11-30")
    school.decided("B3", "The risk remains.")
    school.supplied("B3", **BAR_DECISION)
    text = school.letter_text()
    assert SILENCE in text
    assert "We received your" not in text


def test_no_warning_on_the_day_of_the_request(tmp_path: Path) -> None:
    """Neither by decision nor by draft; an invitation to talk may come at once."""
    school = on_policy(tmp_path, "model")
    school.report()
    school.goes_out()
    with pytest.raises(Refused, match=r"L3 \(Written warning\) may be taken from"):
        school.decided("L3", "at once")
    with pytest.raises(Refused, match=r"L3 \(Written warning\) may be taken from"):
        redraft(school.office, REF, "L3", {}, by="Mrs Binns")
    assert "L2" in may_choose(school)


def test_a_decision_by_mail_is_held_to_the_same_day(school: Rehearsal) -> None:
    """The email that asks offers no early decision, and an answer that names one all the same changes nothing."""
    decides(school, "B2", "He named the gate.", **NOTICE)
    school.answered(Outcome.REPRESENTATIONS, summary="asks for more time")
    asked = school.newest("decision")
    decides(school, "B2a", "He needs a few days.", more_time_until="2026-11-13")
    school.press(next(one for one in asked.links if "%20B3%0D" in one), "a.hollis@larkfield.example", "now")
    school.round()
    assert school.case().due is None
    assert "B3" not in may_choose(school)


def says(school: Rehearsal, outcome: Outcome, letter: str) -> None:
    """The adult answers this letter, whichever went out last."""
    event = AnswerRecorded(
        outcome=outcome, channel=Channel.LETTER, on=school.clock.today(), summary="said so", letter=letter
    )
    record_answer(school.office, school.case(), event, by="Mrs Binns")
    school.round()


def test_a_late_answer_to_an_invitation_is_no_comment_on_the_notice(school: Rehearsal) -> None:
    """It is on record and asked about; the notice is still to be heard on, and the decision says that nothing came."""
    decides(school, "L2", "We would like to talk.", slot_1="Monday at 9 am", slot_2="Tuesday at 9 am")
    school.answered(Outcome.CONTINUES, summary="posted again")
    decides(school, "B1", "He goes on.", **NOTICE)
    says(school, Outcome.DECLINED, "L2")
    assert school.case().trigger is not None
    with pytest.raises(Refused, match=r"B3 .* may be taken from"):
        school.decided("B3", "why wait")
    school.day("2026-11-30")
    school.decided("B3", "The risk remains.")
    school.supplied("B3", **BAR_DECISION)
    assert SILENCE in school.letter_text()


@pytest.mark.parametrize("letter", ["L2", "B3"])
def test_an_answer_is_to_a_letter_that_went_out(letter: str, school: Rehearsal) -> None:
    """The refusal names those that did; nothing is recorded."""
    decides(school, "B1", "He goes on.", **NOTICE)
    before = school.kinds()
    with pytest.raises(Refused, match=rf"No letter {letter} has gone out.*\n?.*B1"):
        says(school, Outcome.OTHER, letter)
    assert school.kinds() == before


@pytest.mark.parametrize("outcome", [Outcome.UNDELIVERED, Outcome.REPRESENTATIONS, Outcome.OTHER])
def test_what_cannot_wait_may_still_be_done_once_the_notice_was_answered(
    outcome: Outcome, school: Rehearsal
) -> None:
    """B2 is offered whatever became of B1, and only once."""
    decides(school, "B1", "He goes on.", **NOTICE)
    school.answered(outcome, summary="he will come and get her")
    assert "B2" in may_choose(school)
    decides(school, "B2", "He said that he will come today.", **NOTICE)
    school.answered(Outcome.REPRESENTATIONS, summary="he is sorry")
    assert "B2" not in may_choose(school)


def test_comments_that_cross_with_the_decision_are_still_to_be_decided_on(school: Rehearsal) -> None:
    """The letter was in the tray when they came, and it had gone: what they call for is asked all the same."""
    decides(school, "B1", "He goes on.", **NOTICE)
    school.day("2026-11-23")
    school.decided("B3", "No comments came.")
    school.supplied("B3", **BAR_DECISION)
    school.head_approves()
    school.answered(Outcome.REPRESENTATIONS, summary="he is sorry, please hear him")
    school.office_posts()
    trigger = school.case().trigger
    assert trigger is not None
    assert trigger.outcome is Outcome.REPRESENTATIONS
    assert {"B4", "B5", "B6"} <= set(may_choose(school))
    assert "none" not in may_choose(school)


def test_a_letter_is_not_approved_once_the_day_was_moved(tmp_path: Path) -> None:
    """Drafted on the day after the last, it waits for the new one like any other."""
    school = on_policy(tmp_path, "model")
    school.report()
    school.goes_out()
    school.day("2026-11-13")
    school.decided("L3", "He did not answer.")
    letter = school.in_hand()
    assert letter.letter == "L3"
    until = school.case().last_posted
    assert until is not None
    assert until.answer_by is not None
    moved = ClockRecomputed(
        letter="L1", version=1, old=until.answer_by, new=date(2026, 11, 20), why="a bank holiday was added"
    )
    school.office.note(REF, moved)
    with pytest.raises(Refused, match="may be taken from Saturday 21 November 2026"):
        approve(school.office, school.case(), Signed(by="Mrs Hollis"))


def test_what_a_closed_case_is_about_is_not_changed(tmp_path: Path) -> None:
    """It is taken up again by name first."""
    school = on_policy(tmp_path, "model")
    school.report()
    school.goes_out()
    school.answered(Outcome.REMOVED)
    school.decided("none", "It is gone.")
    before = school.kinds()
    with pytest.raises(Refused, match="The case is closed"):
        triage_case(
            school.office, school.case(), TriageOrder(conduct=("threat",), clear=True), by="Miss Treadwell"
        )
    assert school.kinds() == before
