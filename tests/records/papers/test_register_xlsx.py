from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from records.register_samples import DECISION, LETTER, TITLE, record, row

from letterladder.ground.errors import WorldFailed
from letterladder.records.papers.register_xlsx import LONGEST_CELL, write_xlsx
from letterladder.rules.cases.register_row import RegisterRow
from letterladder.rules.register.register_tables import TABLES, heading


def written(folder: Path, *rows: RegisterRow) -> Workbook:
    write_xlsx(folder / "r.xlsx", TITLE, [record(*rows)])
    return load_workbook(folder / "r.xlsx")


def columns(book: Workbook, sheet: str, line: int = 2) -> dict[str, object]:
    """One line of a sheet by its headings."""
    lines = list(book[sheet].iter_rows(values_only=True))
    return {str(name): value for name, value in zip(lines[0], lines[line - 1], strict=True)}


def test_each_sheet_has_the_rows_that_belong_to_it(tmp_path: Path) -> None:
    """All on the register; letters and deadlines, decisions on theirs."""
    book = written(tmp_path, row(), row("", 3, **LETTER), row("", 4, **DECISION))
    assert {name: book[name].max_row - 1 for name in ("Register", "Deadlines", "Letters", "Decisions")} == {
        "Register": 3,
        "Deadlines": 1,
        "Letters": 1,
        "Decisions": 1,
    }


def test_days_are_days_and_empty_cells_are_empty(tmp_path: Path) -> None:
    """So they sort and filter; a moment keeps its offset as text."""
    found = columns(written(tmp_path, row(**LETTER)), "Register")
    assert (found["Answer by"], found["Posted on"]) == (datetime(2026, 11, 19), datetime(2026, 11, 10))  # noqa: DTZ001
    assert (found["Recorded (UK time)"], found["Entry"]) == ("2026-11-09 09:00+00:00", 2)
    assert found["Reason"] is None


def test_no_column_of_the_register_is_left_out(tmp_path: Path) -> None:
    """The first sheet has every field of a row, once."""
    book = written(tmp_path, row())
    assert sorted(columns(book, "Register")) == sorted(map(heading, RegisterRow.__struct_fields__))


@pytest.mark.parametrize("text", ["=1+1", "+44 1632", "-2", "@SUM(A1)", "https://x.example/", "007"])
def test_no_cell_acts_as_a_formula_a_link_or_a_number(tmp_path: Path, text: str) -> None:
    """It is text, as it was written."""
    sheet = written(tmp_path, row(text))["Register"]
    (cell,) = [cell for line in sheet.iter_rows(min_row=2) for cell in line if cell.value == text]
    assert (cell.data_type, cell.hyperlink) == ("s", None) or cell.data_type == "inlineStr"


def test_the_head_stays_in_sight_and_filters(tmp_path: Path) -> None:
    """On each sheet."""
    book = written(tmp_path, row(**LETTER))
    for table in TABLES:
        assert book[table.name].freeze_panes == "C2"
        assert book[table.name].auto_filter.ref is not None


def test_a_text_too_long_for_a_cell_says_so(tmp_path: Path) -> None:
    """Excel would call the file damaged."""
    found = str(columns(written(tmp_path, row("x" * 40_000)), "Register")["Summary"])
    assert len(found) == LONGEST_CELL
    assert found.endswith("(shortened: see the JSON)")


def test_control_characters_do_not_break_the_file(tmp_path: Path) -> None:
    """They come from emails."""
    assert columns(written(tmp_path, row("a\x00\x0bb\nc")), "Register")["Summary"] == "a  b\nc"


def test_equal_cases_give_equal_bytes(tmp_path: Path) -> None:
    """No clock and no name of a machine gets in."""
    for name in ("one", "two"):
        write_xlsx(tmp_path / name, TITLE, [record(row(), row("", 3, **LETTER))])
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_every_row_is_as_tall_as_its_text(tmp_path: Path) -> None:
    """Not every program finds the height by itself; long ones stop before Excel's limit."""
    sheet = written(tmp_path, row("short"), row("word " * 60), row("word " * 4000), row("short"))["Register"]
    heights = [sheet.row_dimensions[line].height for line in range(2, 6)]
    assert heights == [heights[0], 90, 399.75, heights[0]]
    assert heights[0] < 90


def test_an_empty_register_is_a_workbook(tmp_path: Path) -> None:
    """With its headings."""
    assert write_xlsx(tmp_path / "r.xlsx", TITLE, []) == 0
    assert load_workbook(tmp_path / "r.xlsx")["Register"].max_row == 1


def test_a_disk_that_refuses_the_workbook_is_said_in_plain_words(tmp_path: Path) -> None:
    """The library wraps the error of the disk in one of its own; people read ours."""
    with pytest.raises(WorldFailed, match="The disk reported"):
        write_xlsx(tmp_path / "gone" / "r.xlsx", TITLE, [])
