"""Heartwood: talk and ask first; then a menu with a block on the school's own site, which is reviewed and lifted."""

from datetime import date
from pathlib import Path

import pytest
from office import OFFICE, Rehearsal
from playing import (
    BLOCK,
    acts,
    closes,
    decides,
    goes_on,
    golden,
    lifts,
    on_policy,
    options,
    register_of,
    talks,
)
from prepared import prepared_once

from letterladder.ground.errors import Refused
from letterladder.rules.words import Outcome


@prepared_once
def school(tmp_path: Path) -> Rehearsal:
    """The head has talked with a parent who insulted a teacher; they refused and went on."""
    school = on_policy(tmp_path, "heartwood-academy-trust")
    school.report()
    talks(school)
    goes_on(school)
    return school


def test_the_menu_holds_the_block_and_no_letter_about_access(school: Rehearsal) -> None:
    """In the order of the policy, the written warning first because it is drafted."""
    assert options(school) == ("L3", "legal-advice", "X3", "P2", "P1", "none")


def test_a_petition_is_criticism_and_leads_to_the_signpost_alone(tmp_path: Path) -> None:
    """The policy lists petitions; the program answers them with the complaints procedure and nothing above it."""
    school = on_policy(tmp_path, "heartwood-academy-trust")
    school.report(what="A petition against the new lunch menu.")
    school.sorted_out(conduct="petition")
    school.supplied("C1", complaint_about="the lunch menu")
    assert school.in_hand().letter == "C1"
    school.goes_out()
    assert school.case().closed == "How to make a complaint sent"


def test_a_block_is_reviewed_and_nothing_ends_before(school: Rehearsal) -> None:
    """While the block stands the case cannot end; on the review date a person is asked."""
    decides(school, "P2", **BLOCK)
    with pytest.raises(Refused, match="P2 is in force"):
        school.decided("none", "enough")
    assert school.case().measures[0].dates["review_by"] == date(2026, 12, 18)
    school.day("2026-12-18")
    assert "lift-block" in options(school)


def test_the_office_is_reminded_of_the_review(school: Rehearsal) -> None:
    """Two working days before, by email, without a word of what was posted."""
    decides(school, "P2", **BLOCK)
    school.day("2026-12-16")
    mail = school.newest("reminder")
    assert "P2 review by" in mail.text
    assert OFFICE in mail.to


def test_the_whole_procedure_is_played(school: Rehearsal) -> None:
    """Warning, block, platform, police, advice, legal action, the block lifted, closed; the register tells it."""
    decides(school, "L3", "He went on.")
    goes_on(school)
    decides(school, "P2", "The posts were on our own forum.", **BLOCK)
    school.answered(Outcome.OTHER, summary="asked when the block ends")
    acts(school, "P1", reference="4711")
    acts(school, "X3", reference="CR 41/26")
    acts(school, "legal-advice", outcome="no claim is likely")
    acts(school, "legal-action", reference="PL 7", outcome="a letter from the solicitor")
    lifts(school, "lift-block", "He kept to it.")
    closes(school)
    told = register_of(school)
    assert golden("heartwood-academy-trust", told) == told
