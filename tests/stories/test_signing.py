"""Nobody approves, returns or decides in another's name, and whoever did is told so at their own address."""

from pathlib import Path

import pytest
from office import ALTERNATE, DEPUTY, DSL, HEAD, THREAT, Rehearsal, an_office
from prepared import reported_school

from letterladder.ground.errors import Refused
from letterladder.rules.cases.events import LetterApproved
from letterladder.rules.words import HoldFor, Outcome
from letterladder.workflows.advance import advance
from letterladder.workflows.answering import TriageOrder, place_hold, release_hold, triage_case
from letterladder.workflows.approving import approve, return_draft
from letterladder.workflows.deciding import decide
from letterladder.workflows.office import Signed, Tally
from letterladder.workflows.redrafting import redraft
from letterladder.workflows.reopening import reopen

STRANGERS = ["Mr Ross Dunn", "Mrs Carol Binns", "root", ""]


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """L1 about Mr Dunn waits for the head's approval."""
    return reported_school(tmp_path)


def signers_told(school: Rehearsal) -> list[tuple[tuple[str, ...], str]]:
    """To whom receipts went, and the line that says what was recorded."""
    mails = [mail for mail in school.sent_mails() if mail.kind == "signed"]
    return [(mail.to, next(line for line in mail.text.splitlines() if "What" in line)) for mail in mails]


@pytest.mark.parametrize("by", STRANGERS)
def test_nobody_else_approves_returns_or_decides(by: str, school: Rehearsal) -> None:
    """The addressee, the office, an account of the machine: refused, and nothing is logged."""
    before = school.case().last_seq
    with pytest.raises(Refused, match="Mrs Anita Hollis"):
        approve(school.office, school.case(), Signed(by=by))
    with pytest.raises(Refused, match="Mrs Anita Hollis"):
        return_draft(school.office, school.case(), "change it", Signed(by=by))
    with pytest.raises(Refused, match="Mrs Anita Hollis"):
        decide(school.office, school.case(), "none", "enough", signed=Signed(by=by))
    assert school.case().last_seq == before


def test_an_approval_by_command_is_told_to_the_head(school: Rehearsal) -> None:
    """By the full name in the log, to the address in school.toml, whoever typed it."""
    approve(school.office, school.case(), Signed(by="mrs hollis"))
    school.round()
    lines = school.office.cases.read("2026-0001")
    assert [one.by for one in lines if isinstance(one.event, LetterApproved)] == ["Mrs Anita Hollis"]
    assert signers_told(school) == [
        ((HEAD,), "  What   approved: L1 version 1 (Request to remove online content)")
    ]
    assert "by a command at the school's computer" in school.newest("signed").text


def test_each_act_is_told_once(school: Rehearsal) -> None:
    """Returned by email, approved by email, decided by email: three receipts, and no more in later rounds."""
    school.head_returns("shorter, please")
    redraft(school.office, "2026-0001", "L1", {"quoted_words": "a lazy clown"}, by="Mrs Binns")
    school.round()
    school.goes_out()
    school.answered(Outcome.REMOVED)
    school.head_decides("none", "It is gone.")
    for _ in range(3):
        school.round()
    assert [what for _, what in signers_told(school)] == [
        "  What   sent back: L1 version 1 (Request to remove online content)",
        "  What   approved: L1 version 2 (Request to remove online content)",
        "  What   decided: no further action",
    ]
    assert school.case().state == "closed"


def test_the_alternate_who_answers_is_told_at_their_own_address(tmp_path: Path) -> None:
    """Where the head is the target, neither may the head approve, nor does the head hear of it."""
    school = reported_school(tmp_path)
    triage_case(school.office, school.case(), TriageOrder(alternate=True, clear=True), by="Miss Treadwell")
    school.round()
    with pytest.raises(Refused, match=r"Mrs Anita Hollis \(Headteacher\) is too near to this case"):
        approve(school.office, school.case(), Signed(by="Mrs Hollis"))
    approve(school.office, school.case(), Signed(by="Mr Quayle"))
    advance(school.office, "2026-0001", Tally())
    school.round()
    assert [to for to, _ in signers_told(school)] == [(DSL,), (ALTERNATE,)]


def test_an_alert_is_cleared_by_the_dsl_or_deputy(tmp_path: Path) -> None:
    """Not by whoever knows the command."""
    school = an_office(tmp_path)
    school.report(what=THREAT)
    order = TriageOrder(clear=True, note="seen")
    with pytest.raises(Refused, match="may not clear an alert"):
        triage_case(school.office, school.case(), order, by="Mrs Binns")
    triage_case(school.office, school.case(), order, by="Mr Sadiq")
    assert not school.case().alerted
    school.round()
    assert signers_told(school) == [((DEPUTY,), "  What   ended: the alert")]


def test_a_hold_is_placed_by_anybody_and_released_by_few(school: Rehearsal) -> None:
    """To stop is free; to go on is signed."""
    place_hold(school.office, school.case(), HoldFor.POLICE, "", by="reception")
    with pytest.raises(Refused, match="is nobody of the school"):
        release_hold(school.office, school.case(), "", by="reception")
    release_hold(school.office, school.case(), "", by="Miss Treadwell")
    assert school.case().state == "open"
    school.round()
    assert signers_told(school) == [((DSL,), "  What   released: the hold of the case")]


def test_a_closed_case_is_taken_up_again_by_few(school: Rehearsal) -> None:
    """Not by the adult, in whose interest or not."""
    school.goes_out()
    school.answered(Outcome.REMOVED)
    school.head_decides("none", "It is gone.")
    with pytest.raises(Refused, match="'Mr Ross Dunn' is the adult whom this case is about"):
        reopen(school.office, school.case(), "it is back", by="Mr Ross Dunn")
    reopen(school.office, school.case(), "it is back", by="Miss Treadwell")
    assert school.case().reopened
    school.round()
    assert signers_told(school)[-1] == ((DSL,), "  What   taken up again: the closed case")
