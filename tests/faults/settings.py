"""Faults of what the school itself keeps: the people register, school.toml, the calendar, its own letters."""

from pathlib import Path

from faults.fault import Fault
from faults.files import NONE, back, gone
from faults.place import REMINDER
from faults.school import School

from letterladder.config.paths import LETTER_TEMPLATES

OWN = "letter_templates/L1-removal-request.docx"
ONLY_REMINDER = frozenset({REMINDER})
CHECK = ("check", "--no-login")


def half_a_register(school: School) -> None:
    """The export stopped in the middle of a row."""
    place = school.folder / "people.csv"
    content = place.read_bytes()
    place.write_bytes(content[: content.index(b"Reid") + 2])


def two_addresses(school: School) -> None:
    """One row more gives an adult a second address."""
    place = school.folder / "people.csv"
    row = place.read_text(encoding="utf-8").splitlines()[1].replace("12 Larkrise Road", "99 Other Road")
    row = row.replace("P201", "P999")
    place.write_text(place.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")


def bad_toml(school: School) -> None:
    """The quotation marks of the school's name are gone."""
    place = school.folder / "school.toml"
    text = place.read_text(encoding="utf-8")
    place.write_text(
        text.replace('"Larkfield Primary School"', "Larkfield Primary School", 1), encoding="utf-8"
    )


def calendar_ends(school: School) -> None:
    """Only the terms of this autumn are in the calendar, and today it is near its end."""
    place = school.folder / "calendar.toml"
    before, first, _ = place.read_text(encoding="utf-8").partition('[[terms]]\nname = "Spring 2027')
    assert first
    before = before.replace("inset = [2027-01-04, 2027-09-02, 2027-09-03]", "inset = []")
    place.write_text(before.replace("last = 2026-12-18", "last = 2026-11-13"), encoding="utf-8")


def own_letter_broken(school: School) -> None:
    """The school's own Word letter is half a file."""
    content = (LETTER_TEMPLATES / Path(OWN).name).read_bytes()
    (school.folder / OWN).write_bytes(content[: len(content) // 2])


FAULTS = (
    Fault(
        name="people.csv missing",
        made="The people register is deleted",
        make=gone("people.csv"),
        typed=(("round",), CHECK),
        codes=(1, 2),
        says=(
            "people.csv",
            "The people register is missing.",
            "Put the export from the school's system there.",
        ),
        besides=ONLY_REMINDER,
        mended="people.csv comes back; the report waits in the in-tray and is filed by hand",
        mend=back("people.csv"),
    ),
    Fault(
        name="people.csv half written",
        made="The export stopped in the middle of a row",
        make=half_a_register,
        typed=(("round",), CHECK),
        codes=(0, 0),
        says=("people.csv, line 4", "The row has 8 cells instead of 16; it was left out."),
        besides=ONLY_REMINDER,
        mended="the whole export comes; the report waits in the in-tray and is filed by hand",
        mend=back("people.csv"),
    ),
    Fault(
        name="people.csv with a fault",
        made="One row more gives an adult a second address",
        make=two_addresses,
        typed=(("round",), CHECK),
        codes=(0, 0),
        says=(
            "people.csv, line 16",
            "has another address on an earlier line",
            "Find out which address is right.",
        ),
        mended="the right row is exported again",
        mend=back("people.csv"),
    ),
    Fault(
        name="school.toml broken",
        made="The quotation marks of the school's name are gone",
        make=bad_toml,
        codes=(2,),
        says=("school.toml", "->"),
        besides=NONE,
        mended="the slip is put right",
        mend=back("school.toml"),
    ),
    Fault(
        name="calendar ended",
        made="The last term in the calendar ends on 13 November, before the next letter's answer-by",
        make=calendar_ends,
        typed=(("round",), CHECK),
        codes=(1, 2),
        says=("calendar", "->"),
        mended="the next term is put into calendar.toml",
        mend=back("calendar.toml"),
    ),
    Fault(
        name="own letter broken",
        made="Half of the school's own Word letter is left",
        make=own_letter_broken,
        typed=(("round",), CHECK),
        codes=(1, 2),
        says=(OWN, "->"),
        mended="the school's own letter is taken away; ours is used",
        mend=lambda school: (school.folder / OWN).unlink(),
    ),
)
