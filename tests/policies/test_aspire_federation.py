"""Aspire Federation: talk and ask first; only a parent who refuses and goes on meets the menu of firmer steps."""

from pathlib import Path

import pytest
from office import Rehearsal
from playing import (
    REF,
    SLOTS,
    acts,
    closes,
    decides,
    done,
    goes_on,
    golden,
    on_policy,
    options,
    register_of,
    talks,
)
from prepared import prepared_once

from letterladder.ground.errors import Refused
from letterladder.rules.words import Outcome

MENU = ("L3", "legal-advice", "X3", "P1", "none")


@prepared_once
def school(tmp_path: Path) -> Rehearsal:
    """A parent insulted a teacher; the head has talked with them and the note has gone out."""
    school = on_policy(tmp_path, "aspire-federation")
    school.report()
    talks(school)
    return school


def test_the_first_step_is_a_talk_and_the_head_is_told_to_have_it(tmp_path: Path) -> None:
    """On the day of the report; nobody else may say that they had it."""
    school = on_policy(tmp_path, "aspire-federation")
    school.report()
    mail = school.newest("reminder", REF)
    assert mail.to == ("a.hollis@larkfield.example",)
    assert "Private talk with the parent: do it, then record it" in mail.text
    with pytest.raises(Refused, match="may not record talk"):
        done(school, "talk")


def test_what_was_said_is_put_into_writing(tmp_path: Path) -> None:
    """The note asks when, how and with whom somebody talked."""
    school = on_policy(tmp_path, "aspire-federation")
    school.report()
    done(school, "talk", by="Mrs Hollis")
    assert options(school) == ("N1", "none")
    school.decided("N1", "It was agreed to put it in writing.")
    blocked = school.case().blocked
    assert blocked is not None
    assert blocked.letter == "N1"
    assert {"talked_on", "talked_how", "talked_with"} <= set(blocked.missing)


def test_a_refusal_alone_opens_no_firmer_step(school: Rehearsal) -> None:
    """The policy goes on only when the parent refuses and continues."""
    school.answered(Outcome.REFUSED)
    assert options(school) == ("L2", "N1", "none")


def test_who_refuses_and_goes_on_meets_the_menu(school: Rehearsal) -> None:
    """Five firmer steps in any order; other legal action only after advice."""
    goes_on(school)
    assert options(school) == MENU


@pytest.mark.parametrize("step", ["L3", "P1", "legal-advice"])
def test_the_firmer_steps_name_what_must_have_happened(school: Rehearsal, step: str) -> None:
    """The refusal says which answer would satisfy it."""
    school.answered(Outcome.REFUSED)
    with pytest.raises(Refused, match="is possible only when the adult's answer was: refused-and-continues"):
        school.decided(step, "now")


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("does not provide for withdrawing permission to enter the site", "B1"),
        ("does not provide for withdrawing permission to enter the site", "B2"),
        ("does not provide for blocking somebody", "P2"),
        ("does not provide for a restriction on cameras", "P3"),
        ("does not provide for a signed agreement", "G1"),
        ("does not provide for a letter that warns of legal action", "X1"),
    ],
)
def test_measures_that_the_policy_does_not_name_are_refused(school: Rehearsal, words: str, step: str) -> None:
    """Each refusal names the measure and the policy."""
    goes_on(school)
    with pytest.raises(Refused, match=words) as refused:
        school.decided(step, "firmly")
    assert "Parental Use of Social Media Policy" in str(refused.value)


def test_the_whole_procedure_is_played(school: Rehearsal) -> None:
    """Talk, lapse, meeting, refusal, warning, police, platform, advice, legal action; the register tells it."""
    school.day("2026-11-10")
    decides(school, "L2", "No answer: talk again.", **SLOTS)
    goes_on(school)
    decides(school, "L3", "He went on.")
    goes_on(school)
    acts(school, "X3", reference="CR 41/26")
    acts(school, "P1", reference="4711")
    acts(school, "legal-advice", outcome="the teacher may claim")
    acts(school, "legal-action", reference="PL 7")
    closes(school)
    told = register_of(school)
    assert golden("aspire-federation", told) == told


def test_one_refusal_is_enough_for_the_police(school: Rehearsal) -> None:
    """What happened beside the ladder is recorded beside it: the clock of the letter runs on."""
    before = school.case().last_posted
    done(school, "X3", reference="CR 41/26")
    assert (school.case().step, school.case().last_posted) == ("N1", before)
    assert school.case(REF).actions[-1].aside
