"""Two published procedures of schools outside the five, as configuration: `check` finds nothing, each is played."""

from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest
from desk.terminal import Terminal
from office import HEAD, Rehearsal, an_office, edited, school_folder
from own_letters import put_own_letter
from playing import STAFF, cleared, decides, done, options, waives
from policies.test_bar_lifecycle import DECISION, GOVERNOR, NOTICE

from letterladder.ground.errors import Refused
from letterladder.rules.cases.events import ActionDone
from letterladder.rules.policies.conduct import Police
from letterladder.rules.words import Outcome
from letterladder.workflows.actions import record_action
from letterladder.workflows.advance import advance
from letterladder.workflows.office import Tally

HERE = Path(__file__).parent / "outside"
CHAIR = '[people.chair]\nname = "Mr Peter Quayle"\nrole = "Chair of Governors"\nemail = "p.quayle@larkfield.example"\n'
APPEAL = """\
[letters.R1]
name = "How to appeal"
file = "R1-appeal.docx"
adverse = false
follows = ["B3"]
must_print = ["answer_by"]
we_did = "we told you how to appeal"
tell_adult = "afterwards"
"""
WORDS = (
    "How to appeal",
    "We wrote to you on {{ earlier_letter_on }}. If you do not agree, you may write to the chair by {{ answer_by }}.",
)
ON_SITE = {**NOTICE, "place": "the main gate", "happened_on": "Monday 2 November 2026 at 3.30 pm"}
SHOUTED = "He shouted and swore at the staff at the gate at half past three."


def at(folder: Path, policy: str) -> Rehearsal:
    """A school with this policy in its own folder, to which shouting at the gate was reported and cleared."""
    school_folder(folder)
    school = folder / "school"
    copyfile(HERE / f"{policy}.toml", school / "ours.toml")
    edited(school, ('file = "model"', 'file = "ours.toml"'))
    toml = (school / "school.toml").read_text(encoding="utf-8")
    if "[people.chair]" not in toml:
        edited(school, ("[people.dsl]", f"{CHAIR}\n[people.dsl]"))
    if "[people.reviewer]" not in toml:
        edited(school, ("[people.dsl]", f"{GOVERNOR}\n[people.dsl]"))
    if policy == "parental-conduct":
        put_own_letter(school, record=APPEAL, words=WORDS, file="R1-appeal.docx")
    return an_office(folder)


def reported(school: Rehearsal, conduct: str) -> Rehearsal:
    """Filed by the office, cleared by the DSL; the police question is answered."""
    school.report(what=SHOUTED)
    school.sorted_out(conduct=conduct)
    cleared(school, conduct)
    if school.office.school.policy.conduct[conduct].police is Police.CONSIDER:
        waives(school, "police-asked", "nobody was threatened")
    return school


@pytest.mark.parametrize("policy", ["parental-conduct", "unacceptable-behaviour"])
def test_check_finds_nothing(policy: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Read and played: no fault."""
    school = at(tmp_path, policy)
    said = Terminal(school.folder, capsys).type("check")
    assert "ours.toml" not in said.out + said.err


def test_an_appeal_within_ten_days_is_heard_by_the_chair(tmp_path: Path) -> None:
    """The bar stands meanwhile, or is lifted at once; the chair upholds the appeal, and permission is given back."""
    school = reported(at(tmp_path, "parental-conduct"), "abuse")
    waives(school, "chair-is-told", "The chair was at the gate.")
    decides(school, "B1", "It happens each week.", **ON_SITE)
    school.day("2026-11-16")
    decides(school, "B3", "No comments came.", **DECISION)
    decides(school, "appeal-rights", "With the decision.")
    school.answered(Outcome.APPEALS, summary="wants the chair to look at it")
    assert options(school) == ("appeal", "B6")
    school.decided("appeal", "They asked in time.")
    with pytest.raises(Refused, match="may not record appeal"):
        heard(school, Outcome.UPHELD, by=STAFF)
    heard(school, Outcome.UPHELD, by="Mr Peter Quayle")
    assert "B6" in options(school)
    assert [one.letter for one in school.case().measures] == ["B3"]


def test_nobody_appeals_and_the_decision_stands(tmp_path: Path) -> None:
    """No decision is asked for, and nobody is reminded that the ten days are over."""
    school = reported(at(tmp_path, "parental-conduct"), "abuse")
    waives(school, "chair-is-told", "The chair was at the gate.")
    decides(school, "B1", "It happens each week.", **ON_SITE)
    school.day("2026-11-16")
    decides(school, "B3", "No comments came.", **DECISION)
    decides(school, "appeal-rights", "With the decision.")
    school.day("2026-12-14")
    assert school.case().trigger is None
    assert not [mail for mail in school.sent_mails() if "R1" in mail.text and mail.kind == "reminder"]


def test_rudeness_is_on_a_ladder_of_its_own_and_the_chair_is_told(tmp_path: Path) -> None:
    """A talk first; the case does not end before the chair knows."""
    school = at(tmp_path, "parental-conduct")
    school.report(what=SHOUTED)
    school.sorted_out(conduct="rudeness")
    cleared(school, "rudeness")
    assert school.case().ladder == "rudeness"
    with pytest.raises(Refused, match="logged with the chair of governors"):
        school.decided("none", "It is settled.")
    done(school, "tell-chair", by="Mrs Hollis")
    school.decided("none", "It is settled.")
    assert school.case().closed


def test_most_cases_end_with_mediation(tmp_path: Path) -> None:
    """The head mediates; nothing further follows."""
    school = reported(at(tmp_path, "unacceptable-behaviour"), "unacceptable")
    assert school.newest("reminder").to == (HEAD,)
    done(school, "mediation", outcome="both shook hands", by="Mrs Hollis")
    assert options(school) == ("L2", "B1", "none")
    school.decided("none", "It is settled.")
    assert school.case().closed


def test_a_bar_ends_with_the_school_year(tmp_path: Path) -> None:
    """And is reviewed before."""
    school = reported(at(tmp_path, "unacceptable-behaviour"), "unacceptable")
    done(school, "mediation", outcome="he walked out", by="Mrs Hollis")
    decides(school, "B1", "He walked out.", **ON_SITE)
    school.day("2026-11-16")
    decides(school, "B3", "No comments came.", **DECISION)
    (measure,) = school.case().measures
    assert measure.dates["review_by"] < measure.dates["ends_on"]
    assert measure.dates["ends_on"] >= date(2027, 7, 1)


def heard(school: Rehearsal, result: Outcome, *, by: str) -> None:
    """The appeal was heard today."""
    event = ActionDone(step="appeal", done_by=by, on=school.clock.today(), outcome="heard", result=result)
    record_action(school.office, school.case(), event, by=by)
    advance(school.office, "2026-0001", Tally())
    school.round()
