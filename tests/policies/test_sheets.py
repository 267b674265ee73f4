"""Sheets for the people who carry an action out: the police referral, the report to the authority, the platform's."""

from pathlib import Path

import pytest
from office import THREAT, Rehearsal
from playing import done, on_policy
from prepared import prepared_once

from letterladder.ground.errors import Refused
from letterladder.records.verify.verify_case import look_at_case
from letterladder.workflows.actions import order_sheet

REF = "2026-0001"
POLICE = {
    "recipient_lines": "Wexmoor Police, Safer Schools Team",
    "account": "The adult wrote that he would hurt a teacher at the gate.",
    "affected": "a teacher",
    "immediate_risk": "999 was rung at 8.40; the teacher is at home.",
    "sharing_reason": "The words may be an offence.",
    "target_wishes": "The teacher wants the police to know.",
}


@prepared_once
def school(tmp_path: Path) -> Rehearsal:
    """A threat was reported; the case is stopped."""
    school = on_policy(tmp_path, "alsop-high-school")
    school.report(what=THREAT)
    return school


def test_the_police_sheet_is_written_while_the_case_is_stopped(school: Rehearsal) -> None:
    """An alert stops letters, not the referral."""
    path = order_sheet(school.office, school.case(), "X3", POLICE, by="Miss Treadwell")
    text = school.office.word.text_of(school.office.cases.file(REF, path))
    assert "Mr Ross Dunn" in text
    assert "Safer Schools Team" in text


def test_the_sheet_names_no_reporter(school: Rehearsal) -> None:
    """Whoever told us is asked for separately."""
    path = order_sheet(school.office, school.case(), "X3", POLICE, by="Miss Treadwell")
    assert "Aldous" not in school.office.word.text_of(school.office.cases.file(REF, path))


def test_what_a_sheet_lacks_is_said(school: Rehearsal) -> None:
    """By the names of the fields."""
    with pytest.raises(Refused, match="target_wishes"):
        order_sheet(school.office, school.case(), "X3", {}, by="Miss Treadwell")


def test_an_action_without_a_sheet_has_none(school: Rehearsal) -> None:
    """Legal advice is recorded, not written by us."""
    with pytest.raises(Refused, match="no sheet for legal-advice"):
        order_sheet(school.office, school.case(), "legal-advice", {}, by="Miss Treadwell")


def test_the_platforms_sheet_takes_its_dates_from_the_record(school: Rehearsal) -> None:
    """48 and 72 hours from the day of the report; a closed day moves on to the next school day."""
    follow_up = done(school, "P1", reference="4711")
    assert str(follow_up) == "2026-11-04"
    path = order_sheet(school.office, school.case(), "P1", {"report_grounds": "threats"}, by="Mrs Binns")
    text = school.office.word.text_of(school.office.cases.file(REF, path))
    assert "Wednesday 4 November 2026" in text
    assert "Thursday 5 November 2026" in text


def test_a_sheet_is_kept_and_verified(school: Rehearsal) -> None:
    """A changed sheet is found by its SHA-256."""
    path = order_sheet(school.office, school.case(), "X3", POLICE, by="Miss Treadwell")
    case = school.office.cases.path(REF)
    assert look_at_case(case).problems == ()
    (case / path).write_bytes(b"changed")
    assert "was changed after it was kept" in look_at_case(case).problems[0].what
