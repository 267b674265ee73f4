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
