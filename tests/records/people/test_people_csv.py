"""The people register's file."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letterladder.records.people.people_csv import PeopleFile, read_people
from letterladder.rules.people.people import PeopleRegister
from letterladder.rules.people.register_columns import OPTIONAL
from letterladder.rules.people.register_columns import PEOPLE as COLUMNS

EXAMPLE = Path(__file__).resolve().parents[3] / "config" / "example" / "people.csv"
HEADING = ",".join(one for one in COLUMNS if one not in OPTIONAL)
NED = "A1,Mr,Ned,Farrow,Father,P1,Tess,Farrow,4K,1 Hill Road,,Wexmoor,ZZ99 4AA,ned@mail.example,01632 960301,"


def read(folder: Path, *rows: str, encoding: str = "utf-8", end: str = "\n") -> PeopleRegister:
    """The register of these rows under the usual heading."""
    file = folder / "people.csv"
    file.write_bytes((end.join([HEADING, *rows]) + end).encode(encoding))
    return read_people(file)


def faults(register: PeopleRegister) -> list[str]:
    """Where and what, one line each."""
    return [f"{fault.where}: {fault.what}" for fault in register.faults]


def test_one_row_is_one_adult_and_one_pupil(tmp_path: Path) -> None:
    """Every column finds its place."""
    adult = read(tmp_path, NED).adults["A1"]
    assert (adult.full_name, adult.relationships) == ("Mr Ned Farrow", {"P1": "Father"})
    assert adult.address == ("1 Hill Road", "Wexmoor", "ZZ99 4AA")
    assert (adult.email, adult.phone) == ("ned@mail.example", "01632 960301")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_exports_of_all_systems_are_read_alike(tmp_path: Path, encoding: str, end: str) -> None:
    """With or without a byte-order mark, with either line end."""
    register = read(tmp_path, NED.replace("Ned", "Zoë"), encoding=encoding, end=end)
    assert (register.adults["A1"].given_name, register.faults) == ("Zoë", ())


def test_windows_1252_is_understood_and_noted(tmp_path: Path) -> None:
    """Old exports keep their accents."""
    register = read(tmp_path, NED.replace("Ned", "Zoë"), encoding="cp1252")
    assert register.adults["A1"].given_name == "Zoë"
    assert "not UTF-8" in register.faults[0].what


def test_two_rows_of_one_adult_are_one_adult_with_two_pupils(tmp_path: Path) -> None:
    """Siblings; a flag on either row counts."""
    register = read(tmp_path, NED, NED.replace("P1,Tess", "P2,Tom") + "Confidential_Address")
    adult = register.adults["A1"]
    assert list(adult.relationships) == ["P1", "P2"]
    assert adult.address_is_confidential
    assert register.faults == ()


@pytest.mark.parametrize(
    "written", ["staff;needs:large print", "Staff, Needs:Large Print", "staff|needs:large print;"]
)
def test_flags_are_split_and_lower_case(tmp_path: Path, written: str) -> None:
    """Systems separate them in three ways."""
    register = read(tmp_path, f'{NED}"{written}"')
    assert register.adults["A1"].flags == {"staff", "needs:large print"}


def test_the_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    """Only their names count; further columns are not in the way."""
    file = tmp_path / "people.csv"
    rows = [HEADING.split(","), NED.split(",")]
    file.write_text("\n".join(",".join([*reversed(row), "more"]) for row in rows), encoding="utf-8")
    assert read_people(file).adults["A1"].full_name == "Mr Ned Farrow"


def test_missing_columns_are_one_clear_fault(tmp_path: Path) -> None:
    """Not one for every row."""
    file = tmp_path / "people.csv"
    file.write_text("person_id,title\nA1,Mr\nA2,Ms\n", encoding="utf-8")
    found = read_people(file)
    assert found.adults == {}
    assert len(found.faults) == 1
    assert "postcode" in found.faults[0].what


@pytest.mark.parametrize(
    ("expected", "row"),
    [
        ("no person_id", NED.replace("A1", "", 1)),
        ("no family name", NED.replace("Farrow", "", 1)),
        ("No pupil", NED.replace("P1", "")),
        ("no given name", NED.replace("Tess", "")),
        ("cells instead of", "A9,Mr"),
        ("cells instead of", NED + ",,,"),
        ("longer than", NED.replace("Ned", "N" * 1001)),
    ],
)
def test_a_faulty_row_is_left_out_with_its_line_and_the_others_stay(
    tmp_path: Path, expected: str, row: str
) -> None:
    """One bad row never costs the rest."""
    register = read(tmp_path, row, NED.replace("A1", "A2").replace("P1", "P2"))
    assert list(register.adults) == ["A2"]
    assert faults(register)[0].startswith("people.csv, line 2:")
    assert expected in faults(register)[0]


@pytest.mark.parametrize(
    ("expected", "again"),
    [
        ("another address", NED.replace("P1,Tess", "P2,Tom").replace("1 Hill Road", "9 Far Lane")),
        ("is Mr Ned Farrow on an earlier line", NED.replace("P1,Tess", "P2,Tom").replace("Ned", "Ted")),
        ("is Tess Farrow on an earlier line", NED.replace("A1", "A2").replace("Tess", "Tom")),
        ("already on line 2", NED),
    ],
)
def test_a_row_that_contradicts_an_earlier_one_is_left_out(tmp_path: Path, expected: str, again: str) -> None:
    """A letter must never go to the wrong one of two addresses."""
    register = read(tmp_path, NED, again)
    assert [fault.where for fault in register.faults] == ["people.csv, line 3"]
    assert expected in register.faults[0].what
    assert register.adults["A1"].address[0] == "1 Hill Road"


@pytest.mark.parametrize(
    ("expected", "row"),
    [
        ("not a postcode", NED.replace("ZZ99 4AA", "Wexmoor 4")),
        ("not an email address", NED.replace("ned@mail.example", "ask reception")),
        ("no given name", NED.replace("Ned,", ",", 1)),
    ],
)
def test_an_odd_row_is_kept_and_noted(tmp_path: Path, expected: str, row: str) -> None:
    """Somebody should look, but the adult is there."""
    register = read(tmp_path, row)
    assert list(register.adults) == ["A1"]
    assert expected in register.faults[0].what


def test_a_quoted_comma_and_a_line_break_stay_inside_their_cell(tmp_path: Path) -> None:
    """The line number after it is still right."""
    row = NED.replace("1 Hill Road", '"Flat 1,\nThe Maltings"')
    register = read(tmp_path, row, "A9,Mr")
    assert register.adults["A1"].address[0] == "Flat 1, The Maltings"
    assert register.faults[0].where == "people.csv, line 4"


@pytest.mark.parametrize("content", [None, b"", b"\xef\xbb\xbf", b"\n\n"])
def test_a_missing_or_empty_file_is_a_fault_and_an_empty_register(
    tmp_path: Path, content: bytes | None
) -> None:
    """The daemon goes on; every report then needs a person."""
    file = tmp_path / "people.csv"
    if content is not None:
        file.write_bytes(content)
    register = PeopleFile(file).read()
    assert (register.adults, len(register.faults)) == ({}, 1)


@given(
    st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda text: f"{HEADING}\n{text}".encode()))
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_break_the_reading(tmp_path: Path, raw: bytes) -> None:
    """Whatever the file holds, the round goes on."""
    file = tmp_path / "people.csv"
    file.write_bytes(raw)
    register = read_people(file)
    assert all(register.adults_of(pupil) for pupil in register.pupils)


def test_the_example_register_has_no_faults() -> None:
    """A fresh folder runs without editing, and shows the cases that matter."""
    register = read_people(EXAMPLE)
    flags = set().union(*(adult.flags for adult in register.adults.values()))
    assert register.faults == ()
    assert {"confidential_address", "needs:large print", "staff", "governor"} <= flags
    assert len(register.adults) >= 12


def test_a_new_export_is_seen_at_once(tmp_path: Path) -> None:
    """The file is kept in memory only as long as it has not changed."""
    path = tmp_path / "people.csv"
    head = HEADING
    path.write_text(f"{head}\n", encoding="utf-8")
    people = PeopleFile(path)
    assert people.read().adults == {}
    row = "A1,Mr,Ross,Dunn,Father,P1,Ella,Dunn,4B,1 Mill Rise,,Wexmoor,ZZ99 4AB,,,"
    path.write_text(f"{head}\n{row}\n", encoding="utf-8")
    assert list(people.read().adults) == ["A1"]
    path.unlink()
    assert people.read().adults == {}


SPOKEN = [("Polish", "pl"), ("cy", "cy"), ("Cymraeg", "cy"), ("English", ""), ("en-GB", ""), ("", "")]


@pytest.mark.parametrize(("told", "code"), SPOKEN)
def test_what_an_adult_reads_beside_english_is_a_column_of_its_own(
    told: str, code: str, tmp_path: Path
) -> None:
    """By name or code; an old file without the column is as good as ever."""
    file = tmp_path / "people.csv"
    file.write_text(f"{HEADING},language\n{NED},{told}\n", encoding="utf-8")
    register = read_people(file)
    assert (register.adults["A1"].language, register.faults) == (code, ())


def test_a_language_that_nobody_knows_is_said_and_left_out(tmp_path: Path) -> None:
    """Letters then go in English only."""
    file = tmp_path / "people.csv"
    file.write_text(f"{HEADING},language\n{NED},Klingonn\n", encoding="utf-8")
    register = read_people(file)
    assert register.adults["A1"].language == ""
    assert '"Klingonn" is no language that we know' in faults(register)[0]
