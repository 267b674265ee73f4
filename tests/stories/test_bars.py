"""Permission to enter the site: an interim bar must end in a confirm or a not-confirm letter."""

from datetime import date
from pathlib import Path

import pytest
from office import DSL, HEAD, OFFICE, THREAT, Rehearsal, an_office
from prepared import prepared

from letterladder.desk.demo_mails import BAR_DECISION, BAR_FIELDS
from letterladder.ground.errors import Refused
from letterladder.rules.words import Channel, Outcome
from letterladder.workflows.answering import TriageOrder, triage_case


def cleared(tmp_path: Path) -> Rehearsal:
    """A threat was reported; the DSL cleared the case to proceed."""
    return prepared(_cleared, tmp_path)


def barred(tmp_path: Path) -> Rehearsal:
    """The interim withdrawal is handed over on Tuesday 3 November."""
    return prepared(_barred, tmp_path)


def _cleared(folder: Path) -> Rehearsal:
    school = an_office(folder)
    school.report(what=THREAT)
    triage_case(
        school.office, school.case(), TriageOrder(clear=True, note="police informed"), by="Miss Treadwell"
    )
    return school


def _barred(folder: Path) -> Rehearsal:
    school = cleared(folder)
    school.day("2026-11-03")
    school.decided("B2", "He named the gate and the time.")
    school.supplied("B2", **BAR_FIELDS)
    school.goes_out()
    return school


def test_without_its_written_reasons_no_bar_is_drafted(tmp_path: Path) -> None:
    """Risk, alternatives, the meeting offered, the urgency: each is asked for by name."""
    school = cleared(tmp_path)
    school.decided("B2", "He named the gate and the time.")
    blocked = school.case().blocked
    assert blocked is not None
    assert {"premises_risk_reason", "alternatives_considered", "meeting_offered", "urgency_reason"} <= set(
        blocked.missing
    )


def test_a_bar_says_until_when_it_runs_and_by_when_it_is_decided(tmp_path: Path) -> None:
    """Ten school days from Tuesday 3 November; comments by 10, decision by 12 November."""
    school = barred(tmp_path)
    posted = school.case().last_posted
    assert posted is not None
    assert posted.answer_by == date(2026, 11, 10)
    assert {
        "decision_by": date(2026, 11, 12),
        "interim_end": date(2026, 11, 17),
    }.items() <= posted.also.items()


def test_no_further_action_is_no_end_of_a_bar(tmp_path: Path) -> None:
    """The interim bar ends in B3 or B4, never in nothing."""
    school = barred(tmp_path)
    school.day("2026-11-05")
    school.answered(Outcome.REPRESENTATIONS, channel=Channel.LETTER)
    with pytest.raises(Refused):
        school.decided("none", "He said sorry.")
    assert school.case().state == "open"


@pytest.mark.parametrize(
    ("expected", "step", "fields"),
    [
        ("permission is withdrawn", "B3", BAR_DECISION),
        ("permission is kept", "B4", {**BAR_DECISION, "expectations": "Ring the office first."}),
    ],
)
def test_after_his_comments_the_bar_is_confirmed_or_not(
    expected: str, step: str, fields: dict[str, str], tmp_path: Path
) -> None:
    """Both ends are reached by the head's decision, the head's approval, and a posted letter."""
    school = barred(tmp_path)
    school.day("2026-11-05")
    school.answered(Outcome.REPRESENTATIONS, channel=Channel.LETTER, summary="regrets it; asks for the play")
    school.head_decides(step, expected)
    school.supplied(step, **fields)
    school.goes_out()
    last = school.case().last_posted
    assert (last and last.letter, school.case().trigger, school.case().due) == (step, None, None)


def test_silence_after_a_bar_is_said_every_school_day_to_two_people(tmp_path: Path) -> None:
    """From the day after the decision was due until somebody decides; not at the weekend."""
    school = barred(tmp_path)
    for day in ("2026-11-11", "2026-11-12"):
        school.day(day)
    told = {}
    for day in ("2026-11-13", "2026-11-14", "2026-11-15", "2026-11-16", "2026-11-17", "2026-11-18"):
        before = len(school.sent_mails())
        school.day(day)
        new = [mail for mail in school.sent_mails()[before:] if mail.kind == "reminder"]
        told[day] = {to for mail in new for to in mail.to}
    assert told.pop("2026-11-14") == told.pop("2026-11-15") == set()
    assert all(people >= {HEAD, OFFICE, DSL} for people in told.values()), told


def test_the_reviewer_of_a_bar_is_asked_for(tmp_path: Path) -> None:
    """A confirm letter without reasons and reviewer is blocked, and says so to the office."""
    school = barred(tmp_path)
    school.day("2026-11-05")
    school.answered(Outcome.REPRESENTATIONS, channel=Channel.LETTER)
    school.head_decides("B3", "The risk remains.")
    blocked = school.case().blocked
    assert blocked is not None
    assert {"considered_points", "decision_reason", "reviewer"} <= set(blocked.missing)
