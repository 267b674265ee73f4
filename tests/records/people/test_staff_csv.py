"""The list of staff is read as schools write such lists; what is wrong in it is said, and the rest is kept."""

from pathlib import Path

import pytest

from letterladder.records.people.people_csv import PeopleFile
from letterladder.records.people.staff_csv import read_staff
from letterladder.rules.people.people import StaffMember
from letterladder.rules.people.register_columns import PEOPLE as COLUMNS


def read(tmp_path: Path, raw: bytes) -> tuple[list[StaffMember], list[str]]:
    """The staff of a file with these bytes, and what is said of it."""
    path = tmp_path / "staff.csv"
    path.write_bytes(raw)
    staff, faults = read_staff(path)
    return list(staff), [f"{one.where}: {one.what}" for one in faults]


LOWELL = StaffMember(name="Mr Colin Lowell", role="Teacher", email="", also=("Mr L", "Coach"))


@pytest.mark.parametrize(
    "raw",
    [
        b"name,role,email,also_known_as\nMr Colin Lowell,Teacher,,Mr L; Coach\n",
        b"\xef\xbb\xbfName,Role,Email,Also_known_as\r\n Mr  Colin Lowell ,Teacher,,Mr L;Coach;\r\n\r\n",
        b'also_known_as,class,role,name\n"Mr L; Coach",4B,Teacher,Mr Colin Lowell\n',
    ],
)
def test_the_list_is_read_as_it_comes(raw: bytes, tmp_path: Path) -> None:
    """Any order of columns, more columns, a byte-order mark, spaces and empty lines."""
    assert read(tmp_path, raw) == ([LOWELL], [])


@pytest.mark.parametrize(
    ("said", "raw"),
    [
        ("staff.csv: The list of staff has no column 'name'", b"who,role\nMr Lowell,Teacher\n"),
        ("staff.csv: The list of staff has no column 'name'", b""),
        ("staff.csv, line 2: The row has no name", b"name,role\n,Teacher\n"),
        ("staff.csv, line 2: A cell is longer", b"name\n" + b"x" * 1001 + b"\n"),
        ("staff.csv: The file is not UTF-8", "name\nMiss Zoë Hart\n".encode("cp1252")),
    ],
)
def test_what_is_wrong_is_said(said: str, raw: bytes, tmp_path: Path) -> None:
    """With the line, and the rest goes on."""
    assert read(tmp_path, raw)[1][0].startswith(said)


def test_windows_letters_are_read(tmp_path: Path) -> None:
    """An export from Excel."""
    staff, _ = read(tmp_path, "name\nMiss Zoë Hart\n".encode("cp1252"))
    assert [one.name for one in staff] == ["Miss Zoë Hart"]


def test_no_list_is_no_fault(tmp_path: Path) -> None:
    """A school may do without; reports that name a teacher by name alone then wait for a person."""
    assert read_staff(tmp_path / "staff.csv") == ((), ())


def test_the_register_has_the_staff_and_sees_a_new_list_at_once(tmp_path: Path) -> None:
    """Beside people.csv, read again when it changes."""
    (tmp_path / "people.csv").write_text(",".join(COLUMNS) + "\n")
    register = PeopleFile(tmp_path / "people.csv")
    assert register.read().staff_names == ()
    (tmp_path / "staff.csv").write_text("name,also_known_as\nMr Colin Lowell,Coach\n")
    assert register.read().staff_names == ("Mr Colin Lowell", "Coach")
