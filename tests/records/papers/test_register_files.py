import csv
import io
import json

import pytest

from letterladder.records.papers.register_files import BOM, SCHEMA, csv_bytes, neutral, to_csv, to_json
from letterladder.rules.cases.register_row import Direction, RegisterRow, RowFile, Sensitivity
from letterladder.rules.register.register_case import CaseHead, CaseRecord, Title
from letterladder.rules.words import Profile


def row(summary: str = "A report arrived.", to: str = "") -> RegisterRow:
    return RegisterRow(
        seq=2,
        ref="2026-0042",
        school="Fellside School",
        happened_on="2026-11-09",
        recorded_at="2026-11-09 09:00",
        direction=Direction.IN,
        summary=summary,
        kind="ReportReceived",
        sensitivity=Sensitivity.ORDINARY,
        hash="ab" * 32,
        attachments=(
            RowFile(name="mail/a.eml", sha256="cd" * 32),
            RowFile(name="evidence/b.png", sha256="ef" * 32),
        ),
        to=to,
    )


def read_back(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_the_table_has_a_column_for_every_field() -> None:
    """Every cell is text; a number that says nothing is an empty cell."""
    (found,) = read_back(to_csv([row()]))
    assert tuple(found) == RegisterRow.__struct_fields__
    assert (found["seq"], found["direction"], found["version"]) == ("2", "in", "")
    assert found["attachments"] == f"mail/a.eml {'cd' * 32}; evidence/b.png {'ef' * 32}"


def test_lines_end_as_rfc_4180_says() -> None:
    """CRLF after every record, and nowhere else."""
    content = to_csv([row(), row()])
    assert content.count(b"\r\n") == content.count(b"\n") == 3
    assert content.endswith(b"\r\n")


@pytest.mark.parametrize("cell", ['a "quoted", word', "two\nlines", "é – ‘’"])
def test_any_text_comes_back_from_the_table(cell: str) -> None:
    """Quotes, commas and line ends stay within their cell."""
    assert read_back(to_csv([row(cell)]))[0]["summary"] == cell


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_acts_as_a_formula(start: str) -> None:
    """An apostrophe before it makes a spreadsheet show it as text, in whichever column it stands."""
    cell = f'{start}HYPERLINK("http://x.example")'
    found = read_back(to_csv([row(cell, to=cell)]))[0]
    shown = "'" + cell.replace("\r", "")
    assert (found["summary"], found["to"]) == (shown, shown)


def test_a_header_of_a_table_is_left_as_it_is() -> None:
    """Only cells come from outside."""
    assert csv_bytes(("a", "b"), [("1", "-2")]) == b"a,b\r\n1,'-2\r\n"


def test_excel_is_told_that_it_is_utf_8_only_when_asked() -> None:
    """Other programs would take the mark for a part of the first column's name."""
    assert to_csv([row()], bom=True) == BOM + to_csv([row()])


TITLE = Title(school="Fellside School", profile=Profile.PANEL)


def record(*rows: RegisterRow) -> CaseRecord:
    head = CaseHead(
        ref="2026-0042",
        school="Fellside School",
        adult="Mr Gavin Stott",
        pupils=("Zoë Stott",),
        conduct=("threats",),
        state="open",
        opened_on="2026-11-09",
        step="L1",
        outcome="",
        last_seq=2,
        last_hash="ab" * 32,
    )
    return CaseRecord(head=head, rows=rows)


def test_the_json_names_its_schema() -> None:
    """Columns as in the table, attachments as a list, formulas untouched: it is not a spreadsheet."""
    whole = json.loads(to_json(TITLE, [record(row("=1+1"))]))
    assert (whole["schema"], whole["profile"], whole["school"]) == (SCHEMA, "panel", "Fellside School")
    (case,) = whole["cases"]
    assert (case["ref"], case["pupils"], case["last_hash"]) == ("2026-0042", ["Zoë Stott"], "ab" * 32)
    (found,) = case["rows"]
    assert tuple(found) == RegisterRow.__struct_fields__
    assert (found["seq"], found["summary"]) == (2, "=1+1")
    assert found["attachments"][0] == {"name": "mail/a.eml", "sha256": "cd" * 32}


def test_equal_rows_give_equal_bytes() -> None:
    """So an export can be compared with the one of last year by its hash."""
    assert to_json(TITLE, [record(row())]) == to_json(TITLE, iter([record(row())]))
    assert to_csv([row()]) == to_csv(iter([row()]))


def test_a_long_register_loses_no_row_between_its_parts() -> None:
    """It is written in parts; each row comes once, in order."""
    found = read_back(to_csv(row(str(number)) for number in range(2501)))
    assert [one["summary"] for one in found] == [str(number) for number in range(2501)]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_any_number_of_cases_is_whole_json(count: int) -> None:
    """The parts are put together with commas between and none behind."""
    assert len(json.loads(to_json(TITLE, [record(row())] * count))["cases"]) == count


def test_an_empty_register_is_still_a_table() -> None:
    """With its columns and no rows."""
    assert to_csv([]).count(b"\r\n") == 1


@pytest.mark.parametrize(
    "beside",
    ["plain", "", "a, b", 'a "b"', "=", "@x", "x=", "two\nlines", "hidden\u200bsign", "\u00a0", "half\ud800"],
)
@pytest.mark.parametrize(
    "cell",
    ["=1+1", "\u200b=1", "-", "a=1", "", "two\nlines", "\tx", "+", ",=1", ",", '"', "a\rb", "\u202e@x"],
)
def test_a_cell_is_written_alike_whatever_is_beside_it(cell: str, beside: str) -> None:
    """A line is looked at as a whole first; that must make no difference to any of its cells."""
    together, apart = csv_bytes(["h"], [[cell, beside]]), [neutral(cell), neutral(beside)]
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(apart)
    assert together == b"h\r\n" + text.getvalue().encode(errors="replace")
