"""Avenue and Recreation Road: a meeting for malice, a request for pictures, and some words always to the police."""

from pathlib import Path

import pytest
from office import THREAT, Rehearsal
from playing import (
    EVENTS,
    SLOTS,
    acts,
    cleared,
    closes,
    decides,
    done,
    goes_on,
    golden,
    lifts,
    on_policy,
    options,
    register_of,
    sends,
    waives,
)
from prepared import prepared_once

from letterladder.ground.errors import Refused
from letterladder.rules.cases.duties import open_duties
from letterladder.rules.words import HoldFor, Outcome
from letterladder.workflows.answering import place_hold

PHOTOS = "Photographs of other people's children at the disco."
NAME = "avenue-junior-and-recreation-road"


@prepared_once
def malice(tmp_path: Path) -> Rehearsal:
    """A parent insulted a teacher; the meeting letter is out."""
    school = on_policy(tmp_path, NAME)
    school.report()
    school.sorted_out(conduct="malicious")
    sends(school, "L2", **SLOTS)
    return school


@prepared_once
def pictures(tmp_path: Path) -> Rehearsal:
    """A parent shared pictures of other children; the request to remove them is out."""
    school = on_policy(tmp_path, NAME)
    school.report(what=PHOTOS)
    sends(school, "L1", quoted_words=PHOTOS)
    return school


@prepared_once
def threat(tmp_path: Path) -> Rehearsal:
    """A parent threatened a teacher; the case is stopped."""
    school = on_policy(tmp_path, NAME)
    school.report(what=THREAT)
    return school


def test_whether_unkind_words_are_abusive_a_person_judges(tmp_path: Path) -> None:
    """Abusive comments always go to the police here, so nothing is drafted about an insult unasked."""
    school = on_policy(tmp_path, NAME)
    school.report()
    judged = school.mails()[-1].judged
    assert judged is not None
    assert "whether it is abusive comments, a person must judge" in judged.reason
    assert {one.conduct for one in judged.proposed} >= {"malicious", "abusive"}
    school.sorted_out(conduct="abusive")
    assert school.case().letters == ()
    assert [rule.id for rule in open_duties(school.case(), school.office.school.policy)] == ["police-always"]


def test_a_refusal_opens_platform_authority_advice_and_block(malice: Rehearsal) -> None:
    """Malice: the schools escalate when the parent refuses."""
    malice.answered(Outcome.REFUSED)
    assert options(malice) == ("P1", "X2", "legal-advice", "P2", "none")


def test_without_a_refusal_nobody_is_reported(malice: Rehearsal) -> None:
    """A parent who came to the meeting has refused nothing."""
    malice.answered(Outcome.ATTENDED)
    with pytest.raises(Refused, match="is possible only when the adult's answer was: refused or"):
        malice.decided("X2", "now")


def test_a_complaint_gets_the_signpost_and_the_request_still_follows(malice: Rehearsal) -> None:
    """The signpost goes out beside the ladder; the question of the offensive words stays open."""
    malice.answered(Outcome.COMPLAINT, summary="complains about the lunch queue")
    decides(malice, "C1", complaint_about="the lunch queue")
    assert not malice.case().closed
    assert options(malice) == ("L1", "P2", "none")


def test_only_pictures_that_go_on_lead_to_a_ban_of_cameras(pictures: Rehearsal) -> None:
    """A refusal alone does not; the refusal says what would."""
    pictures.answered(Outcome.REFUSED)
    with pytest.raises(Refused, match="refused-and-continues"):
        pictures.decided("P3", "now")


def test_a_ban_of_cameras_is_lifted_at_its_review(pictures: Rehearsal) -> None:
    """It begins with its letter, is reviewed each term, and the case can end when it is lifted."""
    goes_on(pictures)
    decides(pictures, "P3", "Pictures at three events.", **EVENTS)
    pictures.day("2027-02-25")
    assert pictures.case().measures[0].letter == "P3"
    lifts(pictures, "lift-restriction", "A term without pictures.")
    assert pictures.case().measures == ()


def test_a_threat_always_goes_to_the_police(threat: Rehearsal) -> None:
    """The duty stands from the first report, and on a hold it is recorded all the same."""
    policy = threat.office.school.policy
    assert [rule.id for rule in open_duties(threat.case(), policy)] == ["police-always"]
    place_hold(threat.office, threat.case(), HoldFor.POLICE, "999", by="Miss Treadwell")
    done(threat, "X3", reference="CR 41/26")
    assert open_duties(threat.case(), policy) == ()


def test_people_are_reminded_of_the_police_while_the_case_is_stopped(threat: Rehearsal) -> None:
    """An alert silences other reminders, not this one."""
    threat.day("2026-11-03")
    assert "X3 required by the policy" in threat.newest("reminder").text


def test_only_a_named_reason_lets_a_case_end_without_the_police(threat: Rehearsal) -> None:
    """The rule is part of the policy; a person may set it aside, and the register shows it."""
    cleared(threat)
    with pytest.raises(Refused, match="always reported to the police"):
        threat.decided("none", "he apologised")
    waives(threat, "police-always", "The police had it already from the teacher.")
    threat.decided("none", "he apologised")
    assert threat.case().closed


def test_the_office_and_dsl_are_told_that_a_letter_waits_for_the_police(threat: Rehearsal) -> None:
    """The email says what the policy requires first, and how it is recorded."""
    cleared(threat)
    text = threat.newest("notice").text
    assert "always reported to the police" in text


def test_no_letter_about_a_threat_leaves_before_the_police_know(threat: Rehearsal) -> None:
    """It waits, and says for what and for whom; the head may set the rule aside by name."""
    cleared(threat)
    blocked = threat.case().blocked
    assert blocked is not None
    assert "Invitation to a meeting waits: Threatening, abusive" in blocked.what
    assert "waive 2026-0001 police-always" in blocked.what
    waives(threat, "police-always", "The teacher has told the police; crime reference CR 41/26.")
    threat.round()
    sends(threat, "L2", **SLOTS)


def test_the_whole_procedure_is_played(malice: Rehearsal) -> None:
    """Meeting, refusal, platform, authority, advice, block and its end; then pictures; the register tells it."""
    goes_on(malice)
    acts(malice, "P1", reference="4711")
    acts(malice, "X2", reference="WCC 8")
    acts(malice, "legal-advice", outcome="no claim is likely")
    done(malice, "P1", outcome="removed by the platform")
    closes(malice)
    malice.report("Mr Emeka Okoro", "Ada Okoro, 2A", what=PHOTOS)
    told = register_of(malice)
    assert golden(NAME, told) == told
