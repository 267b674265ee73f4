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
from letterladder.rules.standing.options import options_now
from letterladder.rules.words import Outcome
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
