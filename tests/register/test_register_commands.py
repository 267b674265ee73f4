import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from register.big_school import make_big_school

from letterladder.desk.cli import run
from letterladder.records.logs.office_log import EXPORTS, REQUESTS, OfficeLog
from letterladder.records.papers.page_sheets import MARK_SHEET, OUT, STAYS
from letterladder.rules.office.exports import ExportMade
from letterladder.rules.office.requests import fold_requests


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("commands") / "school"
    make_big_school(place, families=8, cases=3)
    return place


def letterladder(folder: Path, *words: str) -> int:
    return run(["--config", str(folder), *words])


def test_a_copy_without_a_reader_named_shows_least(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Nobody gives away a name by forgetting an option."""
    assert letterladder(folder, "export", "--by", "Mrs Hollis") == 0
    rows = list(csv.DictReader(io.StringIO(capfdbinary.readouterr().out.decode())))
    assert len(rows) == 36
    assert {row["reason"] for row in rows} == {""}


def request_numbers(folder: Path) -> list[str]:
    """The numbers of the requests in the log, in order."""
    entries = OfficeLog(folder / "data" / "ledger", REQUESTS).entries()
    return list(fold_requests(entries))


def mark_all(worksheet: Path) -> None:
    """Fill a worksheet as a reviewer does who agrees with the program."""
    book = load_workbook(worksheet)
    sheet = book[MARK_SHEET]
    for row in range(2, sheet.max_row + 1):
        kept = str(sheet.cell(row, 6).value or "kept").startswith("kept")
        sheet.cell(row, 7).value = STAYS if kept else OUT
    book.save(worksheet)


def test_a_copy_for_the_adult_comes_with_its_worksheet(folder: Path, tmp_path: Path) -> None:
    """Beside it, not within it; and it is not made before somebody has read each page."""
    out = tmp_path / "copy.zip"
    asked = ("export", "2026-0002", "--for", "subject", "--format", "bundle", "--out", str(out))
    assert letterladder(folder, *asked) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["copy-worksheet.xlsx"]
    mark_all(tmp_path / "copy-worksheet.xlsx")
    sheet = str(tmp_path / "copy-worksheet.xlsx")
    assert letterladder(folder, "review", "2026-0002", "--worksheet", sheet, "--by", "Mrs Hollis") == 0
    assert letterladder(folder, *asked) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy-worksheet.xlsx", "copy.zip"]


def test_a_copy_for_the_adult_needs_one_adult(folder: Path, tmp_path: Path) -> None:
    """Wrong usage, and nothing is written or logged."""
    log = OfficeLog(folder / "data" / "ledger", EXPORTS)
    before = len(log.entries())
    assert letterladder(folder, "export", "--for", "subject", "--out", str(tmp_path / "c.csv")) == 2
    assert (list(tmp_path.iterdir()), len(log.entries())) == ([], before)


def test_every_copy_is_logged_with_its_purpose(folder: Path, tmp_path: Path) -> None:
    """By whom, for what."""
    words = ("--for", "panel", "--purpose", "hearing", "--by", "Mrs Hollis", "--out", str(tmp_path / "c.csv"))
    assert letterladder(folder, "export", *words) == 0
    last = OfficeLog(folder / "data" / "ledger", EXPORTS).entries()[-1]
    assert isinstance(last.event, ExportMade)
    assert (last.by, last.event.profile, last.event.purpose) == ("Mrs Anita Hollis", "panel", "hearing")


@pytest.mark.parametrize(
    ("expected", "words"), [(0, ("--year", "2026")), (2, ()), (2, ("--term", "harvest"))]
)
def test_a_report_is_of_one_period(
    folder: Path, tmp_path: Path, expected: int, words: tuple[str, ...]
) -> None:
    """A year or a term that the calendar knows."""
    assert letterladder(folder, "summary", *words, "--out", str(tmp_path / "r.pdf")) == expected
    assert (tmp_path / "r.pdf").exists() is (expected == 0)


def test_a_request_runs_its_course(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Recorded, listed, prepared, answered."""
    day = ("--today", "2026-11-10")
    assert (
        letterladder(
            folder, "request", "record", "sar", "--ref", "2026-0001", "--received", "2026-11-09", *day
        )
        == 0
    )
    prepare = ("request", "prepare", "R2026-0001", "--out", str(tmp_path / "c.zip"), *day)
    assert letterladder(folder, *prepare) == 1
    mark_all(tmp_path / "c-worksheet.xlsx")
    sheet = ("--worksheet", str(tmp_path / "c-worksheet.xlsx"), "--by", "Mrs Hollis")
    assert letterladder(folder, "review", "2026-0001", *sheet) == 0
    assert letterladder(folder, *prepare) == 0
    assert letterladder(folder, "request", "answered", "R2026-0001", "--how", "sent", *day) == 0
    capsys.readouterr()
    assert letterladder(folder, "requests", "--json", *day) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["due"], found["answered"], found["runs"]) == ("2026-12-09", "2026-11-10", False)


def test_a_complaint_about_data_makes_no_copy(folder: Path, tmp_path: Path) -> None:
    """It asks for none; whoever wants a copy asks for it."""
    day = ("--today", "2026-11-10")
    asked = ("request", "record", "dp-complaint", "--ref", "2026-0001", "--received", "2026-11-09", *day)
    assert letterladder(folder, *asked) == 0
    number = request_numbers(folder)[-1]
    assert letterladder(folder, "request", "prepare", number, "--out", str(tmp_path / "c.zip"), *day) == 1
    assert list(tmp_path.iterdir()) == []


def test_deleting_is_signed_and_waits_for_its_day(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name it is wrong usage, before its day it is refused; the list tells when it may be."""
    assert letterladder(folder, "forget", "2026-0003", "--reason", "old", "--by", " ", "--yes") == 2
    assert letterladder(folder, "forget", "2026-0003", "--reason", "old", "--by", "Mrs Hollis", "--yes") == 1
    capsys.readouterr()
    assert letterladder(folder, "retention", "list", "--json", "--today", "2032-11-02") == 0
    assert [row["due"] for row in json.loads(capsys.readouterr().out)] == [True, True, True]


@pytest.mark.parametrize("left", [b'{"half', b"{}", b""])
def test_no_copy_for_the_adult_without_the_note_of_who_reported(
    left: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Where it is damaged or lost nobody knows whose name must be left out; the governors' copy needs it not."""
    place = tmp_path / "school"
    make_big_school(place, families=8, cases=1)
    note = place / "data" / "cases" / "2026-0001" / "reporter.json"
    note.write_bytes(left)
    out = tmp_path / "copy.csv"
    assert letterladder(place, "export", "2026-0001", "--for", "subject", "--out", str(out)) != 0
    assert "nobody can say whose name must be left out" in capfd.readouterr().err
    assert not out.exists()
    assert letterladder(place, "export", "2026-0001", "--for", "governors", "--out", str(out)) == 0
