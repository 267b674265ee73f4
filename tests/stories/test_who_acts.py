"""Persons act, in roles that the school named: by command, by email and in the desk the same people may."""

from pathlib import Path

import pytest
from desk.terminal import Said, Terminal
from desk_browser import Browser
from office import MONDAY, Rehearsal
from wren_hill import wren_hill

from letterladder.rules.cases.events import LetterApproved, MemberAgreed
from letterladder.rules.words import Outcome

REF = "2026-0001"
WARNED = "The posts went on."


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """Unkind words were reported; the case waits for the class teacher."""
    school = wren_hill(tmp_path)
    school.report()
    return school


@pytest.fixture
def terminal(school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Its terminal."""
    return Terminal(school.folder, capsys)


def typed(school: Rehearsal, terminal: Terminal, *words: str) -> Said:
    """A command typed on the day of the rehearsal."""
    return terminal.type(*words, "--today", school.clock.today().isoformat())


def talked(school: Rehearsal, terminal: Terminal) -> None:
    """The class teacher has talked."""
    said = typed(school, terminal, "done", REF, "talk", "--by", "Miss Tovey", "--outcome", "nothing agreed")
    assert said.code == 0, said
    school.round()


def refused(school: Rehearsal, terminal: Terminal) -> None:
    """The class teacher has talked, L1 went out, and the adult refuses and goes on."""
    talked(school, terminal)
    school.decided("L1", "Nothing was agreed.")
    school.goes_out()
    school.answered(Outcome.CONTINUES)


def decided_by_two(school: Rehearsal, terminal: Terminal) -> None:
    """Two of the panel decide on the warning."""
    refused(school, terminal)
    for name in ("Mrs Lin", "p.roe@larkfield.example"):
        said = typed(school, terminal, "decide", REF, "L3", "--reason", WARNED, "--by", name)
        assert said.code == 0, said
    school.round()


def consulted(school: Rehearsal, terminal: Terminal) -> Said:
    """The trust says what it thinks."""
    said = typed(
        school, terminal, "consulted", REF, "L3", "--with", "trust", "--result", "agrees", "--by", "Mrs Binns"
    )
    school.round()
    return said


def test_a_first_action_is_the_class_teachers_and_is_done_once(school: Rehearsal, terminal: Terminal) -> None:
    """The office may not say that she did it; once she has, the case goes on from there and asks what follows."""
    said = typed(school, terminal, "done", REF, "talk", "--by", "Mrs Binns")
    assert said.code == 1
    assert "'Miss Elin Tovey' (Class teacher 5A)" in said.out + said.err
    talked(school, terminal)
    assert school.case().step == "talk"
    assert school.newest("decision", REF).links
    assert "Z1" in school.newest("decision", REF).text


def test_what_was_done_first_while_the_case_was_held_is_not_asked_again(
    school: Rehearsal, terminal: Terminal
) -> None:
    """It was done; whatever was in the way, the case goes on from it."""
    assert typed(school, terminal, "hold", REF, "--for", "police", "--by", "dsl").code == 0
    talked(school, terminal)
    assert typed(school, terminal, "release", REF, "--by", "Designated Safeguarding Lead").code == 0
    assert school.case().step == "talk"


def test_what_the_policy_requires_first_is_obeyed_without_a_decision_too(
    school: Rehearsal, terminal: Terminal
) -> None:
    """P1 on day 0 is refused with what is missing; done all the same, it is on record and fulfils nothing."""
    said = typed(school, terminal, "done", REF, "P1", "--by", "Mrs Binns")
    assert said.code == 1
    assert "possible only when the adult's answer was: refused-and-continues" in said.out + said.err
    late = ("done", REF, "P1", "--out-of-order", "the page named a child")
    assert "may not record what was done out of order" in str(
        typed(school, terminal, *late, "--by", "Mrs Binns")
    )
    assert "so it does not count" in typed(school, terminal, *late, "--by", "Miss Treadwell").out
    case = school.case()
    assert [(one.step, one.out_of_order) for one in case.actions] == [("P1", "the page named a child")]
    assert not case.was_done("P1")
    assert case.step == ""
    assert "out of order, so that it does not count" in typed(school, terminal, "case", REF).out


def test_what_is_in_order_is_not_called_out_of_order(school: Rehearsal, terminal: Terminal) -> None:
    """The reason would hide that the policy's step was done."""
    said = typed(school, terminal, "done", REF, "talk", "--out-of-order", "early", "--by", "Miss Tovey")
    assert "is in order now" in said.out + said.err


def test_the_head_reviews_and_nobody_for_her(school: Rehearsal, terminal: Terminal) -> None:
    """Neither the office, nor the machine's account, nor a member of staff."""
    for name in ("Mrs Binns", "Petra Finch", ""):
        assert typed(school, terminal, "done", REF, "head-looks", "--by", name).code == 1
    assert typed(school, terminal, "done", REF, "head-looks", "--by", "anita hollis").code == 0


@pytest.mark.parametrize(
    ("named", "by"),
    [
        ("is the adult whom this case is about", "Mr Ross Dunn"),
        ("is in the register of adults", "Mira Falk"),
        ("is in the register of adults", "emeka.okoro@letterbox.example"),
        ("is nobody of the school", "root"),
        ("Mrs Anita Hollis (Headteacher)", "Jane Smith"),
    ],
)
def test_nobody_else_records_a_fact(school: Rehearsal, terminal: Terminal, named: str, by: str) -> None:
    """Not the adult, nor their family, nor anybody who is not of the school; who there is, is said."""
    talked(school, terminal)
    school.decided("L1", "Nothing was agreed.")
    school.goes_out()
    said = typed(school, terminal, "answer", REF, "removed", "--summary", "gone", "--by", by)
    assert said.code == 1
    assert named in said.out + said.err
    assert not school.case().answers


def test_a_member_of_staff_writes_down_what_happened_and_no_more(
    school: Rehearsal, terminal: Terminal
) -> None:
    """The list of staff is enough for a fact, and never for a decision."""
    talked(school, terminal)
    assert typed(school, terminal, "decide", REF, "L1", "--reason", "x", "--by", "Petra Finch").code == 1
    school.decided("L1", "Nothing was agreed.")
    school.goes_out()
    answer = ("answer", REF, "removed", "--summary", "gone", "--by", "Petra Finch")
    assert typed(school, terminal, *answer).code == 0
    assert "Mrs Petra Finch" in [entry.by for entry in school.office.cases.read(REF)]


def test_one_of_a_panel_decides_on_nothing_alone(school: Rehearsal, terminal: Terminal) -> None:
    """Two of three must choose the same; who said it twice is one; the head decides for no panel."""
    refused(school, terminal)
    choice = ("decide", REF, "L3", "--reason", WARNED, "--by")
    assert "may not decide on L3" in str(typed(school, terminal, *choice, "Mrs Hollis"))
    assert typed(school, terminal, *choice, "Owen Marsh").code == 0
    assert "has agreed already; 1 of 2 have" in str(typed(school, terminal, *choice, "Owen Marsh"))
    assert school.case().due is None
    assert typed(school, terminal, *choice, "Mrs Lin").code == 0
    assert school.case().due is not None
    assert school.case().decisions[-1].agreed == ("Mr Owen Marsh", "Mrs Grace Lin")


def test_the_step_waits_for_whom_the_policy_wants_consulted(school: Rehearsal, terminal: Terminal) -> None:
    """Nothing is drafted before; then it is, and the register says who was asked."""
    decided_by_two(school, terminal)
    assert school.case().in_hand is None
    said = typed(school, terminal, "draft", REF, "--letter", "L3", "--by", "Mrs Binns")
    assert "comes only after trust was consulted" in said.out + said.err
    assert consulted(school, terminal).code == 0
    assert school.in_hand().letter == "L3"
    assert "Ms Ada Brook, trust, was consulted about L3" in typed(school, terminal, "case", REF).out


def test_the_desk_asks_who_was_consulted_and_what_they_said(school: Rehearsal, terminal: Terminal) -> None:
    """What is left out is asked for; then the letter is drafted."""
    decided_by_two(school, terminal)
    office = Browser(school, "office")
    form = office.open(f"/cases/{REF}/consulted").form(holding="asked")
    assert office.press(f"/cases/{REF}/consulted", form, on="today", result="").status == 422
    form |= {"asked": "L3 trust", "on": "today", "result": "agrees"}
    assert office.press(f"/cases/{REF}/consulted", form).status == 200
    assert school.in_hand().letter == "L3"


def test_nobody_is_consulted_whom_the_policy_does_not_name(school: Rehearsal, terminal: Terminal) -> None:
    """It says who is."""
    said = typed(
        school, terminal, "consulted", REF, "L3", "--with", "chair", "--result", "x", "--by", "Mrs Binns"
    )
    assert "About L3: trust" in said.out + said.err


def test_a_panel_approves_by_email_each_with_a_code_of_their_own(
    school: Rehearsal, terminal: Terminal
) -> None:
    """One member's code is no use from another's address; the second yes approves it, with both names."""
    decided_by_two(school, terminal)
    consulted(school, terminal)
    asked = [mail for mail in school.sent_mails() if mail.kind == "approval"][-3:]
    assert {mail.to[0] for mail in asked} == {
        "g.lin@larkfield.example",
        "o.marsh@larkfield.example",
        "p.roe@larkfield.example",
    }
    lin, marsh = (
        next(mail for mail in asked if mail.to[0].startswith(name)) for name in ("g.lin", "o.marsh")
    )
    school.press(lin.links[0], "o.marsh@larkfield.example")
    school.round()
    assert not any(
        isinstance(one.event, MemberAgreed) and one.event.letter for one in school.office.cases.read(REF)
    )
    school.press(lin.links[0], "g.lin@larkfield.example")
    school.round()
    assert school.in_hand().status == "drafted"
    school.press(marsh.links[0], "o.marsh@larkfield.example")
    school.round()
    events = [one.event for one in school.office.cases.read(REF) if isinstance(one.event, LetterApproved)]
    assert events[-1].agreed == ["Mrs Grace Lin", "Mr Owen Marsh"]


def test_who_is_too_near_is_not_of_the_panel_in_this_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A governor who is related to the adult is refused by command, and not written to."""
    school = wren_hill(tmp_path)
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    terminal = Terminal(school.folder, capsys)
    refused(school, terminal)
    said = typed(school, terminal, "decide", REF, "L3", "--reason", WARNED, "--by", "Owen Marsh")
    assert (
        "is too near to this case to act in it: it is about somebody related to them" in said.out + said.err
    )
    put = [mail.to[0] for mail in school.sent_mails() if mail.kind == "decision" and "L3" in mail.text]
    assert "o.marsh@larkfield.example" not in put
    assert "p.roe@larkfield.example" in put


def test_the_log_names_the_person_and_the_role(school: Rehearsal, terminal: Terminal) -> None:
    """In the sentence and in fields of their own, by whichever way it came."""
    talked(school, terminal)
    typed(school, terminal, "decide", REF, "L1", "--reason", "Nothing was agreed.", "--by", "head")
    school.round()
    assert typed(school, terminal, "approve", REF, "--by", "hollis").code == 0
    event = next(one.event for one in school.office.cases.read(REF) if isinstance(one.event, LetterApproved))
    assert (event.approver, event.person) == ("head", "Mrs Anita Hollis")
    shown = typed(school, terminal, "case", REF).out
    assert "approved by Mrs Anita Hollis, head (by command)" in " ".join(shown.split())


def test_the_desk_offers_an_action_to_its_doer(school: Rehearsal) -> None:
    """The class teacher sees the case that waits for her, with its button; the office has other actions only."""
    teacher, office = Browser(school, "class-teacher"), Browser(school, "office")
    assert "Record an action" in teacher.open(f"/cases/{REF}").text
    choices = office.open(f"/cases/{REF}/done").source
    assert 'value="P1"' in choices
    assert 'value="talk"' not in choices
    form = teacher.open(f"/cases/{REF}/done").form(holding="step")
    assert teacher.press(f"/cases/{REF}/done", form, step="talk", on="today").status == 200
    assert school.case().step == "talk"
    assert Browser(school, "trust").open(f"/cases/{REF}").status == 404


def test_check_says_which_role_nobody_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the step that names it, and what to write."""
    school = wren_hill(tmp_path)
    file = school.folder / "school.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("[people.trust]", "[people.academy]"), encoding="utf-8"
    )
    said = Terminal(school.folder, capsys).type("check", "--today", MONDAY.isoformat())
    assert "The policy names the role 'trust' (steps.L3.consults), and nobody holds it" in " ".join(
        (said.out + said.err).split()
    )
