"""`setup` as it is typed: the questions in a terminal, leaving and coming back, and the parts of their own kind."""

import io
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from desk.terminal import Said, Terminal
from PIL import Image

from letterladder.config.calendar_file import read_calendar
from letterladder.config.setup_file import SetupFile
from letterladder.desk.invented import what_is_invented
from letterladder.records.people.people_csv import PeopleFile


def _png() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (40, 20), "navy").save(made, "PNG")
    return made.getvalue()


PNG = _png()
SCHOOL = (
    "Brook Lane School",
    "",
    "5",
    "Brook Trust",
    "925-2048",
    "1 Brook Lane",
    "Ashby",
    "ZZ1 1ZZ",
    "",
    "01632 960200",
    "office@brooklane.org.uk",
    "",
    "safeguarding@brooklane.org.uk",
    "letters@brooklane.org.uk",
)
PEOPLE = (
    *("Mrs Ann Hill", "", "a.hill@brooklane.org.uk"),
    *("Mr Ben Moss", "", "b.moss@brooklane.org.uk"),
    *("Ms Cat Lowe", "", "c.lowe@brooklane.org.uk"),
    *("Mr Dan Reed", "", "d.reed@brooklane.org.uk"),
    *("Mrs Eve Ward", "", ""),
)
TERMS = """Autumn term: Tuesday 1 September 2026 to Friday 18 December 2026
Half term: Monday 26 October 2026 to Friday 30 October 2026
Spring term: Monday 4 January 2027 to Thursday 25 March 2027
."""
ADULTS = (
    "person_id,title,given_name,family_name,relationship,pupil_id,pupil_given_name,pupil_family_name,class,"
    "address_line1,address_line2,town,postcode,email,phone,flags\n"
    "A1,Mrs,Ida,Pratt,mother,P1,Leo,Pratt,3B,2 Mill Lane,,Ashby,ZZ1 1ZZ,,,\n"
)


Typist = Callable[..., Said]


@pytest.fixture(name="type_in")
def _type_in(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Typist:
    """Types `setup` and the answers, in a folder that is not there yet."""

    def typed(*lines: str) -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return Terminal(tmp_path / "school", capsys).type("setup")

    return typed


def test_a_school_is_set_up_from_nothing(tmp_path: Path, type_in: Typist) -> None:
    """What `check` then says of invented values is what was left out on purpose: the staff and the adviser."""
    folder = tmp_path / "school"
    adults, logo = tmp_path / "export.csv", tmp_path / "any.png"
    adults.write_text(ADULTS)
    logo.write_bytes(PNG)
    words = ["" for _ in range(14)]
    answers = ["", *SCHOOL, "", *PEOPLE, "", *words, "", "4", "", "4", "", "", "", ""]
    answers += [*TERMS.splitlines(), "y", "", str(adults), "y", "", "", str(logo), "", "leave"]
    said = type_in(*answers)
    assert said.code == 1
    assert "Still open: The mailbox, Parents, carers and staff, The adviser's review" in said.out
    file = SetupFile.of(folder)
    assert file.value("school.dfe_number") == "925-2048"
    assert file.value("school.type") == "academy"
    assert file.value("people.office.email") == "office@brooklane.org.uk"
    assert file.value("contact.name") == "Mrs Eve Ward"
    assert file.value("complaints.title") == "Brook Lane School Complaints Procedure"
    assert file.value("policy.file") != "model"
    assert file.value("school.logo") == "logo.png"
    calendar = read_calendar(folder / "calendar.toml")[0]
    assert calendar is not None
    assert [f"{one.first} {one.last}" for one in calendar.terms] == [
        "2026-09-01 2026-10-23",
        "2026-11-02 2026-12-18",
        "2027-01-04 2027-03-25",
    ]
    assert list(PeopleFile(folder / "people.csv").read().adults) == ["A1"]
    assert [one.where for one in what_is_invented(folder).problems] == ["staff.csv"]


@pytest.mark.parametrize("end", ["leave", ""])
def test_what_was_answered_is_kept_and_it_goes_on_there(end: str, type_in: Typist) -> None:
    """By the word for it, and where the input simply ends."""
    lines = ["", "Brook Lane School", *([end] if end else [])]
    assert type_in(*lines).code == 1
    said = type_in("", "leave")
    assert "Name of the school [Brook Lane School]" in said.out
    assert "setup" in said.out.splitlines()[-1]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["99", "leave"], "Type a number from 1 to 11."),
        (["1", "", "leave"], "Name of the school\n  This is needed."),
        (["1", "X", "2", "leave"], "the letters and the facts of law are those of England"),
        (["1", "X", "1", "44", "leave"], "Type a number from 1 to 12."),
        (["4", "ours.toml", "leave"], "There is no file"),
        (
            ["7", "Summer fair on 3 May 2027", ".", "leave"],
            "No term was found in it, so nothing was changed.",
        ),
        (["7", "nowhere.ics", "leave"], "nowhere.ics"),
        (["8", "nowhere.csv", "leave"], "It cannot be read"),
        (["9", __file__, "leave"], "This is not a picture that Word can show, or it is damaged."),
    ],
)
def test_what_does_not_fit_is_said_and_asked_again(lines: list[str], said: str, type_in: Typist) -> None:
    """In words, and nothing is changed by it."""
    found = type_in(*lines)
    assert said.casefold() in found.out.casefold()
    assert found.code == 1


def test_a_picture_that_begins_well_and_is_damaged_is_refused(tmp_path: Path, type_in: Typist) -> None:
    """Else every letter would wait for it, much later."""
    (tmp_path / "half.png").write_bytes(PNG[:40])
    found = type_in("9", str(tmp_path / "half.png"), "leave")
    assert "This is not a picture that Word can show, or it is damaged." in found.out
    assert SetupFile.of(tmp_path / "school").value("school.logo") is None


def test_why_the_letter_to_oneself_cannot_be_written_is_said(tmp_path: Path, type_in: Typist) -> None:
    """A logo that was put there by hand, and that Word cannot show."""
    type_in("leave")
    (tmp_path / "school" / "logo.png").write_bytes(PNG[:40])
    file = SetupFile.of(tmp_path / "school")
    file.with_answers({"school.logo": "logo.png"}).save(date(2026, 11, 23))
    found = type_in("11", "y", "leave")
    assert 'The image for "logo" cannot be read.' in found.out
    assert "has an email that asks" not in found.out


def test_a_file_in_the_way_is_said(tmp_path: Path, type_in: Typist) -> None:
    """A folder is needed."""
    (tmp_path / "school").write_text("")
    found = type_in("leave")
    assert found.code == 2
    assert "a school needs a folder" in found.err
