"""`people import` and `people list`, typed."""

from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import PEOPLE
from prepared import posted_school


@pytest.fixture(name="terminal")
def _terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(posted_school(tmp_path).folder, capsys)


def export(terminal: Terminal, text: str, name: str = "export.csv") -> str:
    """A file with this text."""
    path = terminal.folder.parent / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_an_import_says_what_changes_then_puts_it_in_place(terminal: Terminal) -> None:
    """With the warning first, and the old file kept."""
    said = terminal.type(
        "people", "import", export(terminal, PEOPLE.replace("3 Kiln Lane", "5 Elm Road")), "--yes"
    )
    assert (said.code, "0 new, 1 changed, 0 gone, 4 the same" in said.out) == (0, True)
    assert "2026-0001\n  Mr Ross Dunn has an open case, and another address" in said.out
    assert len(list(terminal.folder.glob("people-*.csv"))) == 1
    assert "5 Elm Road" in (terminal.folder / "people.csv").read_text()


def test_the_same_list_changes_nothing(terminal: Terminal) -> None:
    """And nothing is written."""
    said = terminal.type("people", "import", export(terminal, PEOPLE), "--yes")
    assert (said.code, said.out) == (0, "0 new, 0 changed, 0 gone, 5 the same\nNothing changes.\n")
    assert list(terminal.folder.glob("people-*.csv")) == []


def test_a_formula_is_refused(terminal: Terminal) -> None:
    """With its line; the register stays."""
    said = terminal.type("people", "import", export(terminal, PEOPLE.replace("Poppy", "=1+1")), "--yes")
    assert (said.code, "formula" in said.err) == (1, True)
    assert "Poppy" in (terminal.folder / "people.csv").read_text()


def test_staff_are_imported_and_listed(terminal: Terminal) -> None:
    """Into staff.csv; `people list --staff --json` shows them."""
    file = export(terminal, "Full name,Job title\nMs Ada Cole,Cook\n", "staff-export.csv")
    assert terminal.type("people", "import", file, "--staff", "--yes", "--by", "Mrs Binns").code == 0
    assert terminal.type("people", "list", "--staff", "--json").json == [
        {"name": "Ms Ada Cole", "role": "Cook", "email": ""}
    ]
    assert [row["person_id"] for row in terminal.type("people", "list", "--json").json][:2] == ["A1", "A2"]


def test_a_file_that_is_not_there(terminal: Terminal) -> None:
    """Wrong usage, in words."""
    assert terminal.type("people", "import", "nowhere.csv").code == 2


SYSTEM = (
    "UPN;Forename;Surname;Class;Contact 1 ID;Contact 1 Name;Contact 1 Address;Contact 2 ID;Contact 2 Name\r\n"
    "P1;Ella;Dunn;4B;A2;Ms Mira Falk;9 Weir Street, Wexmoor, ZZ99 4AB;;\r\n"
    "P2;Ada;Okoro;2A;A3;Mr E & Mrs N Okoro;14 Canal Row, Wexmoor, ZZ99 4AC;Z9;Zoë Lark\r\n"
)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_an_export_as_systems_write_it(terminal: Terminal, encoding: str) -> None:
    """A pupil a row, several contacts in it, a couple in one cell; what was taken apart is shown before the yes."""
    path = terminal.folder.parent / "export.csv"
    path.write_bytes(SYSTEM.encode(encoding))
    said = terminal.type("people", "import", str(path), "--yes", "--by", "office")
    assert said.code == 0, said.out
    assert "“Mr E & Mrs N Okoro” was read as Mr E Okoro and Mrs N Okoro." in said.out
    people = {
        one["person_id"]: (one["name"], one["pupils"])
        for one in terminal.type("people", "list", "--json").json
    }
    assert people["A3"] == ("Mr E Okoro", "Ada Okoro")
    assert people["A3-2"] == ("Mrs N Okoro", "Ada Okoro")
    assert people["Z9"] == ("Zoë Lark", "Ada Okoro")


def test_who_has_left_and_has_an_open_case_is_kept_and_marked(terminal: Terminal) -> None:
    """The letters of the case still have an address; whoever is in a later file again is marked no more."""
    path = export(terminal, SYSTEM)
    said = terminal.type("people", "import", path, "--yes", "--by", "office")
    assert (
        "Mr Ross Dunn is not in the new file, and has an open case, so the entry is kept and marked."
        in said.out
    )
    kept = {one["person_id"]: one for one in terminal.type("people", "list", "--json").json}
    assert (kept["A1"]["name"], kept["A1"]["flags"]) == ("Mr Ross Dunn", "left")
    register = (terminal.folder / "people.csv").read_text(encoding="utf-8")
    assert "3 Kiln Lane,,Wexmoor,ZZ99 4AA" in register
    back = export(terminal, SYSTEM + "P1;Ella;Dunn;4B;A1;Mr Ross Dunn;3 Kiln Lane, Wexmoor, ZZ99 4AA;;\r\n")
    assert terminal.type("people", "import", back, "--yes", "--by", "office").code == 0
    again = {one["person_id"]: one["flags"] for one in terminal.type("people", "list", "--json").json}
    assert again["A1"] == ""


def test_columns_that_were_chosen_are_used_for_the_next_file(terminal: Terminal) -> None:
    """They are in a file of their own, and what is guessed is not in it."""
    (terminal.folder / "people-columns.toml").write_text('[people]\nperson_id = "Ref"\nphone = "Gone"\n')
    odd = (
        SYSTEM.replace("Contact 1 ID", "Ref")
        .replace(";Contact 2 ID;Contact 2 Name", "")
        .replace(";;\r", "\r")
    )
    path = export(terminal, odd.replace(";Z9;Zoë Lark", ""))
    assert terminal.type("people", "import", path, "--yes", "--by", "office").code == 0
    assert {"A2", "A3"} <= {one["person_id"] for one in terminal.type("people", "list", "--json").json}
    assert (terminal.folder / "people-columns.toml").read_text().count("=") == 1


def test_a_heading_with_a_slip_is_taken_and_a_strange_one_is_not(terminal: Terminal) -> None:
    """Whoever imports sees what is missing."""
    slip = SYSTEM.replace("UPN;", "Admision Number;")
    assert terminal.type("people", "import", export(terminal, slip), "--yes", "--by", "office").code == 0
    strange = SYSTEM.replace("UPN;", "Reference;")
    said = terminal.type("people", "import", export(terminal, strange), "--yes", "--by", "office")
    assert (said.code, "No column is chosen for: Pupil's number." in said.err) == (1, True)
