"""Fields typed on the command line: a slip is refused before anything is written; what would not change stays."""

from pathlib import Path

import pytest
from desk.terminal import Said, Terminal
from office import Rehearsal, edited
from prepared import reported_school

DAY = ("--today", "2026-11-02")
REF = "2026-0001"


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """A school whose head has the first letter for approval."""
    return reported_school(tmp_path)


@pytest.fixture
def terminal(school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """The office's terminal."""
    return Terminal(school.folder, capsys)


def draft(terminal: Terminal, *fields: str) -> Said:
    """Type a redraft with these fields."""
    return terminal.type("draft", REF, *(word for one in fields for word in ("--set", one)), *DAY)


SLIPS = [
    ("platform", ("plattform=Facebook",)),
    ("Its fields:", ("nosuch=words",)),
    ("has no field 'slot_1'", ("slot_1=Tuesday 24 November",)),
    ("it comes from people.csv", ("addressee_lines=12 Other Road",)),
    ("it comes from the days that the policy gives", ("answer_by=2026-12-24",)),
    ("given twice", ("platform=Facebook", "platform=X")),
    ("name=words", ("=Facebook",)),
    ("name=words", ("platform",)),
    ("There is no 31 November 2026", ("posted_on=31 November 2026",)),
    ("has not come yet", ("seen_on=2026-11-03",)),
    ("nosuch", ("platform=Facebook", "nosuch=words")),
]


@pytest.mark.parametrize(("named", "fields"), SLIPS)
def test_a_slip_in_a_field_changes_nothing(
    named: str, fields: tuple[str, ...], school: Rehearsal, terminal: Terminal
) -> None:
    """Code 2, words, no line in the log, no email; the head's draft stands."""
    before, mails = school.kinds(), len(school.sent_mails())
    said = draft(terminal, *fields)
    assert (said.code, named in said.err, "Traceback" in said.err) == (2, True, False), said
    assert (school.kinds(), len(school.sent_mails()), school.letters()) == (before, mails, ["L1.1 drafted"])


def test_words_that_the_letter_may_not_hold_leave_the_draft_alone(
    school: Rehearsal, terminal: Terminal
) -> None:
    """Refused with the reason, not kept, and the next field is taken as if nothing had been typed."""
    before = school.kinds()
    said = draft(terminal, "policy_version=as Beth Aldous told us")
    assert (said.code, "would show who reported" in said.err) == (1, True), said
    assert (school.kinds(), school.letters()) == (before, ["L1.1 drafted"])
    assert draft(terminal, "platform=a page for swaps").code == 0


def test_a_redraft_that_changes_nothing_leaves_the_head_alone(school: Rehearsal, terminal: Terminal) -> None:
    """The same bytes: no new version, no new code; the link that the head has still approves."""
    before, platform = school.kinds(), school.case().facts[0].fact.platform
    for fields in ((), (f"platform={platform}",)):
        assert "Nothing changed" in draft(terminal, *fields).out
    assert (school.letters(), set(school.kinds()) - set(before)) == (["L1.1 drafted"], {"FieldsGiven"})
    school.head_approves()
    assert school.letters() == ["L1.1 posting"]


def test_a_field_that_was_given_already_is_not_logged_again(school: Rehearsal, terminal: Terminal) -> None:
    """One line for one thing said."""
    draft(terminal, "platform=X")
    lines = school.kinds().count("FieldsGiven")
    assert "Nothing changed" in draft(terminal, "platform=X").out
    assert (lines, school.kinds().count("FieldsGiven")) == (1, 1)


def test_a_field_that_changes_the_letter_makes_a_new_version(school: Rehearsal, terminal: Terminal) -> None:
    """As before."""
    draft(terminal, "platform=X")
    assert school.letters() == ["L1.1 void", "L1.2 drafted"]


def test_a_changed_file_is_still_drafted_anew(school: Rehearsal, terminal: Terminal) -> None:
    """What would be drafted is what was drafted, but the file on disk is another."""
    letter = school.office.cases.path(REF, school.in_hand().file)
    letter.write_bytes(letter.read_bytes() + b"x")
    draft(terminal)
    assert school.letters()[-1] == "L1.2 drafted"


def test_a_letter_in_the_tray_that_would_not_change_stays_there(
    school: Rehearsal, terminal: Terminal
) -> None:
    """It needs no second approval."""
    school.head_approves()
    assert "Nothing changed" in draft(terminal).out
    assert school.letters() == ["L1.1 posting"]


def test_a_word_file_and_fields_together_are_refused(
    school: Rehearsal, terminal: Terminal, tmp_path: Path
) -> None:
    """The file is taken as it is, so the fields would be lost in silence."""
    file = tmp_path / "edited.docx"
    file.write_bytes(school.office.cases.file(REF, school.in_hand().file))
    said = terminal.type("draft", REF, "--file", str(file), "--set", "platform=X", *DAY)
    assert (said.code, "not both" in said.err, school.letters()) == (2, True, ["L1.1 drafted"])


def test_a_sheet_refuses_a_slip_too(school: Rehearsal, terminal: Terminal) -> None:
    """The same check; nothing is logged."""
    before = school.kinds()
    said = terminal.type("sheet", REF, "P1", "--set", "report_idd=7", *DAY)
    assert (said.code, "Did you mean report_id?" in said.err, school.kinds()) == (2, True, before)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('meting_place = "the hall"', "Did you mean meeting_place?"),
        ('answer_by = "tomorrow"', "It comes from the days that the policy gives"),
        ('"X9.recipient_lines" = "Police"', "No letter has such a field"),
    ],
)
def test_check_names_words_that_no_letter_prints(line: str, said: str, terminal: Terminal) -> None:
    """[letters] in school.toml is another way to supply fields."""
    edited(terminal.folder, ("[letters]\n", f"[letters]\n{line}\n"))
    checked = terminal.type("check", "--no-login", *DAY)
    assert (checked.code, said in checked.out) == (2, True), checked.out
