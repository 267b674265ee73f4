"""Alsop: a written request or a meeting at once, the platform whenever removal is refused, and bars with a hearing."""

from pathlib import Path

import pytest
from office import THREAT, Rehearsal
from playing import (
    ADVICE,
    REF,
    SLOTS,
    acts,
    cleared,
    closes,
    decides,
    done,
    golden,
    on_policy,
    options,
    register_of,
    sends,
    waives,
)
from prepared import prepared_once

from letterladder.ground.errors import Refused
from letterladder.rules.cases.duties import duty_words
from letterladder.rules.words import Outcome


@prepared_once
def school(tmp_path: Path) -> Rehearsal:
    """A parent insulted a teacher; the written request is out."""
    school = on_policy(tmp_path, "alsop-high-school")
    school.report()
    sends(school, "L1")
    return school


def test_the_first_request_goes_at_once(tmp_path: Path) -> None:
    """The written request is drafted with the report; a formal meeting is the other first step."""
    school = on_policy(tmp_path, "alsop-high-school")
    school.report()
    assert school.in_hand().letter == "L1"
    assert school.office.school.policy.first_steps(("naming",)) == ("L1", "L2")


def test_a_refusal_always_goes_to_the_platform(school: Rehearsal) -> None:
    """The report is the default next step, and no case ends without it."""
    school.answered(Outcome.REFUSED)
    assert options(school)[0] == "P1"
    with pytest.raises(Refused, match="the material is reported to the platform"):
        school.decided("none", "enough")
    acts(school, "P1", reference="4711")
    school.decided("none", "the platform took it down")
    assert school.case().closed


def test_silence_is_no_agreement(school: Rehearsal) -> None:
    """After a lapse the platform is told, or somebody who looked says by name that the post is gone."""
    school.day("2026-11-13")
    assert "P1" in options(school)
    with pytest.raises(Refused, match="does not agree to remove it, the material is reported"):
        school.decided("none", "enough")
    waives(school, "platform-always", "The post is gone; Mrs Hollis looked on 13 November.")
    school.decided("none", "the post is gone")
    assert school.case().closed


def test_an_answer_breaks_the_silence(school: Rehearsal) -> None:
    """Whoever takes the post down late is not reported to the platform."""
    school.day("2026-11-13")
    school.answered(Outcome.REMOVED)
    school.decided("none", "the post is gone")
    assert school.case().closed


@pytest.mark.parametrize("outcome", [Outcome.DECLINED, Outcome.ABSENT])
def test_whoever_will_not_meet_has_not_agreed(tmp_path: Path, outcome: Outcome) -> None:
    """The request is made at the meeting, so a meeting that is refused leaves it unmade."""
    school = on_policy(tmp_path, "alsop-high-school")
    school.report()
    school.decided("L2", "better said face to face")
    sends(school, "L2", **SLOTS)
    school.answered(outcome)
    with pytest.raises(Refused, match="does not agree to remove it"):
        school.decided("none", "enough")


def test_no_bar_comes_before_the_police_were_asked(tmp_path: Path) -> None:
    """Early advice comes before anything heavy; a meeting may be asked for meanwhile."""
    school = on_policy(tmp_path, "alsop-high-school")
    school.report(what=THREAT)
    cleared(school)
    for step in ("B1", "B2"):
        with pytest.raises(Refused, match="waits: Where a criminal offence may have been committed"):
            school.decided(step, "he frightens people")
    done(school, "X3", reference="CR 41/26")
    school.decided("B1", "he frightens people")


def test_a_threat_shows_the_999_line_and_early_police_advice(tmp_path: Path) -> None:
    """Both stand with the case from the first report; only the second is a step."""
    school = on_policy(tmp_path, "alsop-high-school")
    school.report(what=THREAT)
    told = " ".join(duty_words(school.case(), school.office.school.policy))
    assert "ring 999 now" in told
    assert "police advice is sought early" in told
    assert "NOT DONE YET: done 2026-0001 X3" in told


def test_a_legal_warning_needs_advice_that_was_taken(school: Rehearsal) -> None:
    """First the advice is recorded; then the letter asks from whom and on which day."""
    school.answered(Outcome.REFUSED)
    with pytest.raises(Refused, match="may only follow legal-advice"):
        school.decided("X1", "now")
    acts(school, "legal-advice")
    school.decided("X1", "on advice")
    blocked = school.case().blocked
    assert blocked is not None
    assert {"adviser", "advice_on"} <= set(blocked.missing)
    assert "follows advice that was really taken" in blocked.what


def test_the_policys_review_date_has_passed_and_each_draft_says_so(school: Rehearsal) -> None:
    """The document was due for review in December 2020."""
    posted = school.case().last_posted
    assert posted is not None
    assert any("due for review on Thursday 31 December 2020" in words for words in posted.warnings)


def test_the_whole_procedure_is_played(school: Rehearsal) -> None:
    """Request, refusal, platform with two looks, police advice, legal advice, warning, legal action; the register."""
    school.answered(Outcome.REFUSED)
    acts(school, "P1", reference="4711")
    school.day("2026-11-05")
    done(school, "P1", outcome="no answer yet")
    school.day("2026-11-06")
    done(school, "P1", outcome="the platform will not remove it")
    acts(school, "X3", reference="CR 41/26", outcome="no offence")
    acts(school, "legal-advice", outcome="a claim is possible")
    decides(school, "X1", "On advice.", **ADVICE)
    school.answered(Outcome.REFUSED)
    acts(school, "legal-action", reference="PL 7")
    closes(school)
    told = register_of(school)
    assert golden("alsop-high-school", told) == told


def test_a_bar_is_open_to_this_policy(school: Rehearsal) -> None:
    """The only seed policy that names permission to enter the site."""
    school.answered(Outcome.CONTINUES)
    assert {"B1", "B2"} <= set(options(school))
    cleared(school, ref=REF)
