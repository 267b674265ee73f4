"""Levens: as Heartwood, with an agreement that families sign, and the head's own review of each case."""

from pathlib import Path

import pytest
from office import DUNN, Rehearsal
from playing import (
    AGREEMENT,
    BLOCK,
    SLOTS,
    acts,
    closes,
    decides,
    done,
    goes_on,
    golden,
    lifts,
    on_policy,
    options,
    register_of,
    talks,
    waives,
)
from prepared import prepared_once

from letterladder.ground.errors import Refused
from letterladder.rules.words import Outcome
from letterladder.workflows.agreements import agreement_rows


@prepared_once
def reported(tmp_path: Path) -> Rehearsal:
    """A parent insulted a teacher; nobody has done anything yet."""
    school = on_policy(tmp_path, "levens-ce-school")
    school.report()
    return school


@prepared_once
def school(tmp_path: Path) -> Rehearsal:
    """The head has talked with a parent who insulted a teacher."""
    school = on_policy(tmp_path, "levens-ce-school")
    school.report()
    done(school, "head-review", outcome="read the report", by="Mrs Hollis")
    talks(school)
    return school


def state_of(school: Rehearsal, adult: str) -> str:
    """Where the agreement of one adult stands."""
    return next(row["state"] for row in agreement_rows(school.office) if row["adult"] == adult)


def test_passing_content_on_counts_like_writing_it(tmp_path: Path) -> None:
    """A forwarded video is named as such, in the policy's own category."""
    school = on_policy(tmp_path, "levens-ce-school")
    school.report(what="He forwarded the video of the lesson to the class group.")
    judged = school.mails()[-1].judged
    assert judged is not None
    assert "forwarding" in [one.conduct for one in judged.proposed]


def test_the_head_reviews_each_case_before_anything_is_done(reported: Rehearsal) -> None:
    """The refusal names the rule, where it stands, and both ways through; nobody reviews in the head's place."""
    with pytest.raises(Refused, match="The headteacher reviews each case") as refused:
        done(reported, "talk", by="Mrs Hollis")
    assert "done 2026-0001 head-review" in str(refused.value)
    assert "waive 2026-0001 head-reviews" in str(refused.value)
    with pytest.raises(Refused, match="may not record head-review"):
        done(reported, "head-review", by="Mrs Binns")
    with pytest.raises(Refused, match="The headteacher reviews each case"):
        reported.decided("none", "it is gone")
    done(reported, "head-review", by="Mrs Hollis")
    talks(reported)
    assert reported.case().was_posted("N1")


def test_the_head_may_set_the_review_aside_by_name(reported: Rehearsal) -> None:
    """The reason is in the log, and the case can go on."""
    waives(reported, "head-reviews", "The head saw the post herself.")
    talks(reported)
    assert "DutyWaived" in reported.kinds()


def test_an_agreement_is_sent_returned_or_overdue(school: Rehearsal) -> None:
    """The register of agreements is derived from the cases, never kept apart."""
    assert state_of(school, DUNN) == "not sent"
    school.answered(Outcome.REFUSED)
    decides(school, "G1", **AGREEMENT)
    assert state_of(school, DUNN) == "sent"
    school.day("2026-11-24")
    assert state_of(school, DUNN) == "overdue"
    school.answered(Outcome.AGREED, summary="brought it back, signed")
    assert state_of(school, DUNN) == "signed"


def test_the_whole_procedure_is_played(school: Rehearsal) -> None:
    """Talk, meeting, warning, block, platform, police, advice, legal action, agreement, review; the register."""
    school.answered(Outcome.REFUSED)
    decides(school, "L2", "Talk once more.", **SLOTS)
    goes_on(school)
    decides(school, "L3", "He went on.")
    goes_on(school)
    decides(school, "P2", "On our own forum.", **BLOCK)
    acts(school, "P1", reference="4711")
    acts(school, "X3", reference="CR 41/26")
    acts(school, "legal-advice", outcome="no claim is likely")
    acts(school, "legal-action", reference="PL 7")
    lifts(school, "lift-block")
    closes(school)
    told = register_of(school)
    assert golden("levens-ce-school", told) == told


def test_the_agreement_is_offered_after_a_meeting(school: Rehearsal) -> None:
    """What was agreed there is put in writing and signed."""
    school.answered(Outcome.REFUSED)
    assert "G1" in options(school)
