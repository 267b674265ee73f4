"""What a letter took over from a report is shown to whoever approves it: by email, at the desk, on the command line."""

from html import unescape
from pathlib import Path

import pytest
from desk.terminal import Terminal
from desk_browser import Browser
from office import Rehearsal, an_office
from stories.test_edited_letters import rewritten
from stories.test_reporter_unnamed import INSULT, NKEM, REF

from letterladder.ground.errors import Refused
from letterladder.workflows.approving import approve
from letterladder.workflows.office import Signed
from letterladder.workflows.redrafting import redraft

TOLD = f"He calls Mr Lowell names on Facebook and half the village has read it by now. {INSULT}"
COPIED = "half the village has read it by now"
STAFF = "name,role,email\nMr Colin Lowell,Teacher,c.lowell@larkfield.example\n"


def reported(tmp_path: Path, what: str = TOLD, sender: str = NKEM) -> Rehearsal:
    """Mr Dunn is reported; the first letter is drafted."""
    school = an_office(tmp_path)
    lines = ["Parent: Mr Ross Dunn", "Pupil: Ella Dunn, 4B", "Where: Facebook", f"What was posted: {what}"]
    school.write(sender, "Form: online", "\n".join(lines))
    school.round()
    school.sorted_out()
    return school


def notes(school: Rehearsal) -> list[str]:
    """What the approver of the letter in hand is told first."""
    letter = school.case().in_hand
    return [one for one in letter.warnings if one.startswith("It ")] if letter else []


def test_a_clean_letter_says_nothing(tmp_path: Path) -> None:
    """The account stays inside, and nobody is told of a hit that there is not."""
    assert notes(reported(tmp_path)) == []


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (f"a clown, and {COPIED}", f'{COPIED}".'),
        ("a clown. My daughter cried", 'related: "My daughter"'),
        ("a clown, as another parent told us", 'who told the school: "another parent told"'),
    ],
)
def test_what_was_taken_over_stands_in_the_email_at_the_desk_and_on_the_command_line(
    words: str, shown: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person judges it; nothing is blocked."""
    school = reported(tmp_path)
    school.supplied("L1", quoted_words=words)
    school.round()
    assert [shown in one for one in notes(school)] == [True]
    asked = school.newest("approval", REF).text
    assert "Please note first: It holds" in " ".join(asked.split())
    said = Terminal(school.folder, capsys).type("case", REF, "--today", "2026-11-02").out
    assert shown in " ".join(said.split())
    page = Browser(school, "head").open(f"/larkfield-primary-school/cases/{REF}/letters/L1/2")
    assert shown in " ".join(unescape(page.text).split())


def test_an_edited_word_file_is_compared_again(tmp_path: Path) -> None:
    """By what the editor added, and by what stays in it."""
    school = reported(tmp_path)
    docx = rewritten(school, ("The words that concern us are:", f"The words are below; {COPIED}."))
    redraft(school.office, REF, "", {}, file=docx, by="Mrs Binns")
    assert [COPIED in one for one in notes(school) if one.startswith("It holds")] == [True]


def test_a_reporters_name_in_an_edited_file_blocks_it_and_the_draft_stays(tmp_path: Path) -> None:
    """Nothing is lost: the file is the editor's, the draft is where it was."""
    school = reported(tmp_path)
    docx = rewritten(school, ("The words that concern us are:", "Mrs Okoro told us of these words:"))
    with pytest.raises(Refused, match="name of a person"):
        redraft(school.office, REF, "", {}, file=docx, by="Mrs Binns")
    assert school.letters() == ["L1.1 drafted"]


def test_an_edited_letter_that_names_a_reporters_child_by_what_is_known_now_gets_no_yes(
    tmp_path: Path,
) -> None:
    """The file was taken when the register had another name for the child; the office put that right since."""
    school = reported(tmp_path)
    docx = rewritten(school, ("The words that concern us are:", "The words that Zofia read are:"))
    redraft(school.office, REF, "", {}, file=docx, by="Mrs Binns")
    register = school.folder / "people.csv"
    register.write_text(register.read_text(encoding="utf-8").replace("Ada", "Zofia"), encoding="utf-8")
    with pytest.raises(Refused, match="would show who reported"):
        approve(school.office, school.case(), Signed(by="Mrs Hollis"))
    assert school.letters() == ["L1.1 void", "L1.2 void"]


@pytest.mark.parametrize(
    ("what", "letters", "told"),
    [
        ('"Mr Lowell is a useless lazy clown"', ["L1.1 drafted"], True),
        ('"As Mr Lowell told us he is a clown"', [], False),
    ],
)
def test_a_teacher_who_reports_the_insult_against_them_does_not_block_it(
    what: str, letters: list[str], told: bool, tmp_path: Path
) -> None:
    """The adult wrote the name themselves; the approver makes sure that nothing shows who told the school."""
    school = an_office(tmp_path)
    (school.folder / "staff.csv").write_text(STAFF, encoding="utf-8")
    lines = ["Parent: Mr Ross Dunn", "Pupil: Ella Dunn, 4B", "Where: Facebook", f"What was posted: {what}"]
    school.write("Colin Lowell <c.lowell@larkfield.example>", "Form: online", "\n".join(lines))
    school.round()
    school.sorted_out()
    assert (school.letters(), any("member of staff" in one for one in notes(school))) == (letters, told)
