"""school.toml while a school is set up: what is put into it, what is offered, and what stays as a person wrote it."""

import difflib
import tomllib
from datetime import date
from pathlib import Path

import pytest

from letterladder.config.paths import EXAMPLE
from letterladder.config.settings import load_settings
from letterladder.config.setup_file import NAME, Answer, SetupFile
from letterladder.config.setup_questions import SECTIONS
from letterladder.desk.fresh_folder import make_school_folder
from letterladder.ground.errors import WrongUsage

DAY = date(2026, 11, 23)
OWN: dict[str, Answer | None] = {
    "school.name": "Brook Lane School",
    "school.address": ["1 Brook Lane", "Ashby", "ZZ1 1ZZ"],
    "school.phone": "01632 960200",
    "school.email": "office@brooklane.example",
    "people.office.name": "Ms Tola Okoro",
    "people.office.email": "t.okoro@brooklane.example",
}


def fresh(folder: Path) -> SetupFile:
    """A folder as `init` makes it."""
    make_school_folder(folder / "school")
    return SetupFile.of(folder / "school")


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that differ, with - and + before them."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [one for one in lines if one[:1] in "+-" and one[:3] not in {"---", "+++"}]


@pytest.mark.parametrize(
    ("key", "answer", "expected"),
    [
        ("school.name", "St Bede's", ['-name = "Larkfield Primary School"', '+name = "St Bede\'s"']),
        (
            "school.logo",
            "logo.png",
            [
                '-# logo = "logo.png"                       # a .png or .jpg beside this file',
                '+logo = "logo.png"                       # a .png or .jpg beside this file',
            ],
        ),
        (
            "mail.since",
            DAY,
            [
                "-# since = 2026-11-01                      # first run on an old mailbox: nothing is drafted for email"
                " from before",
                "+since = 2026-11-23                      # first run on an old mailbox: nothing is drafted for email"
                " from before",
            ],
        ),
        ("mail.out.kind", "smtp", ["-# [mail.out]", '-# kind = "smtp"', "+[mail.out]", '+kind = "smtp"']),
        ("posting.note", "x", ['+note = "x"']),
    ],
)
def test_one_answer_changes_one_line(tmp_path: Path, key: str, answer: Answer, expected: list[str]) -> None:
    """Comments and order stay, and a line that was switched off is switched on in its place."""
    file = fresh(tmp_path)
    after = file.with_answers({key: answer})
    assert changed_lines(file.text, after.text) == expected
    assert after.value(key) == answer


def test_what_is_taken_out_is_gone(tmp_path: Path) -> None:
    """A table, a key, and one that was never there."""
    file = fresh(tmp_path).with_answers({"mail.in.kind": "imap", "mail.in.microsoft.tenant": "t"})
    after = file.with_answers(
        {"mail.in": None, "school.website": None, "school.nothing": None, "no.table": None}
    )
    assert (after.value("mail.in"), after.value("school.website"), after.value("no")) == (None, None, None)


def test_what_only_the_school_can_say_is_not_offered(tmp_path: Path) -> None:
    """What others share is, with the school's own names in it once they are known."""
    file = fresh(tmp_path)
    assert [file.proposed(key) for key in ("school.name", "school.address", "complaints.title")] == [None] * 3
    assert file.proposed("posting.method") == "first-class"
    named = file.with_answers(OWN)
    assert named.proposed("complaints.title") == "Brook Lane School Complaints Procedure"
    assert named.proposed("privacy.contact") == (
        "Ms Tola Okoro, data protection contact, 01632 960200, t.okoro@brooklane.example"
    )
    assert "Ms Tola Okoro in the school office" in str(named.proposed("letters.news_arrangements"))
    assert "Brook Lane School, 1 Brook Lane" in str(named.proposed("letters.premises"))
    assert named.proposed("contact.name") == "Ms Tola Okoro"
    assert named.is_invented("contact.name")
    assert not named.is_invented("school.name")


def test_an_answer_is_checked_as_the_program_reads_it(tmp_path: Path) -> None:
    """In words that an office understands, and for the keys that were asked."""
    file = fresh(tmp_path)
    after = file.with_answers(
        {
            "school.email": "nonsense",
            "school.phone": "",
            "school.nation": "Wales",
            "school.dfe_number": "12345",
        }
    )
    said = {one.where: one.what for one in after.faults(["school.email"])}
    assert said["school.toml, school.email"] == "This is not an email address: nonsense."
    assert said["school.toml, school.phone"] == "It is empty."
    assert said["school.toml, school.dfe_number"].startswith("'12345' is no DfE number")
    assert file.faults(["school.email"]) == []


def test_what_an_answer_makes_wrong_elsewhere_is_said(tmp_path: Path) -> None:
    """The anchor goes to two people, so that head and DSL cannot share an address."""
    after = fresh(tmp_path).with_answers({"people.dsl.email": "a.hollis@larkfield.example"})
    assert any("anchor.to" in one.what.casefold() for one in after.faults(["people.dsl.email"]))


def test_saving_keeps_the_file_as_it_was_before_the_first_answer_of_the_day(tmp_path: Path) -> None:
    """Once, however many answers follow; and only this account reads either."""
    file = fresh(tmp_path)
    kept = file.with_answers({"school.name": "One"}).save(DAY)
    SetupFile.of(file.path.parent).with_answers({"school.name": "Two"}).save(DAY)
    assert (file.path.parent / kept).read_text() == (EXAMPLE / NAME).read_text()
    assert SetupFile.of(file.path.parent).value("school.name") == "Two"
    names = [one.name for one in file.path.parent.glob("school-*")]
    assert names == ["school-2026-11-23.toml"]
    assert file.path.stat().st_mode & 0o077 == 0


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    """It says so, and what to do."""
    (tmp_path / NAME).write_text("[school\n")
    with pytest.raises(WrongUsage, match="cannot be read"):
        SetupFile.of(tmp_path)
    assert (tmp_path / NAME).read_text() == "[school\n"


def test_every_question_is_of_a_key_that_is_known(tmp_path: Path) -> None:
    """What is asked is read: an answer at a misspelt key would be refused by the program later."""
    file = fresh(tmp_path)
    example = tomllib.loads(file.text)
    for question in (one for section in SECTIONS for one in section.questions):
        table, _, name = question.key.rpartition(".")
        here = example
        for part in table.split("."):
            here = here[part]
        assert name in here or f"# {name} = " in file.text, question.key


def test_a_school_that_has_answered_all_is_read(tmp_path: Path) -> None:
    """With what is offered where something is, and made-up words elsewhere."""
    file = fresh(tmp_path)
    for question in (one for section in SECTIONS[:3] for one in section.questions):
        offered = file.proposed(question.key)
        made: Answer = "x@brooklane.example" if "email" in question.key else f"Own {question.key}"
        made = OWN.get(question.key) or made
        if question.key in {"school.safeguarding_mailbox", "school.letters_from"}:
            made = f"{question.key[7:15]}@brooklane.example"
        if question.key.endswith("email"):
            made = f"{question.key.split('.')[1]}@brooklane.example"
        answer = None if question.may_be_empty else made
        file = file.with_answers({question.key: answer if offered is None else offered})
    file.save(DAY)
    school = load_settings(file.path.parent).school
    assert school.name == "Brook Lane School"
    left = [one.key for section in SECTIONS[:3] for one in section.questions if file.is_invented(one.key)]
    assert left == []
