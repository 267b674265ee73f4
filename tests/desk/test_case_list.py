"""The list of all cases: what is over from the index, the rest from the logs, and never another answer than theirs."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from cast import BEGUN, MONDAY, a_school, opened
from desk.terminal import Terminal
from office import school_folder

from letterladder.desk.case_list import WORTH_KEEPING, CaseList
from letterladder.desk.cli_common import MOST_IN_TABLE
from letterladder.desk.glance import Glance
from letterladder.desk.listings import Plain, case_row
from letterladder.ground.errors import LogBroken
from letterladder.records.index.index import FolderIndex
from letterladder.records.index.index_file import INDEX
from letterladder.records.logs.case_files import LOG, FolderCaseFiles
from letterladder.records.logs.lock import writer_lock
from letterladder.rules.cases.events import AnyEvent, CaseClosed, CaseReopened
from letterladder.rules.cases.look import Look

TODAY = date(2026, 11, 9)
LOOK = Look(day=TODAY, hours=True)
CLOSED = CaseClosed(reason="over")
DAY = ("--today", TODAY.isoformat())


def write(data: Path, *logs: Sequence[AnyEvent]) -> None:
    """A new case for each of these logs."""
    files = FolderCaseFiles(data / "cases")
    for events in logs:
        files.append(files.new_ref(2026), MONDAY, "office", *events)


def keep(data: Path) -> None:
    """What a round does for the index."""
    index = FolderIndex(data, FolderCaseFiles(data / "cases"))
    index.refresh(LOOK)
    index.keep()


def listed(data: Path, *, only_open: bool = False) -> CaseList:
    return CaseList(look=Glance.of(a_school(), data, TODAY), only_open=only_open)


def folded(data: Path) -> list[Plain]:
    """The rows without any index."""
    look = Glance.of(a_school(), data, TODAY)
    return [case_row(look.case(ref), look.school, TODAY) for ref in look.cases.refs()]


def summaries(data: Path) -> int:
    """Of how many closed cases the index knows what the list shows."""
    return sum(
        bool(summary) for _, _, summary in FolderIndex(data, FolderCaseFiles(data / "cases")).cases.listed()
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Open, closed, reopened and closed again, and one number that got no case."""
    folder = tmp_path / "data"
    again = (*BEGUN, CLOSED, CaseReopened(reason="new facts"))
    write(folder, BEGUN, (*BEGUN, CLOSED), again, (*again, CLOSED), (opened(adult="A2"), CLOSED))
    FolderCaseFiles(folder / "cases").new_ref(2026)
    return folder


def test_with_and_without_an_index_the_list_is_the_same(data: Path) -> None:
    """Every row as the logs alone make it."""
    expected = folded(data)
    assert list(listed(data)) == expected
    keep(data)
    assert list(listed(data)) == expected
    assert len(expected) == 5


def test_the_open_ones_are_those_that_are_not_closed(data: Path) -> None:
    """With and without an index."""
    expected = [row for row in folded(data) if row["state"] != "closed"]
    assert list(listed(data, only_open=True)) == expected
    keep(data)
    assert list(listed(data, only_open=True)) == expected
    assert [row["ref"] for row in expected] == ["2026-0001", "2026-0003"]


def test_what_was_written_since_the_index_was_kept_is_shown(data: Path) -> None:
    """A case that is over is taken up again; another one ends; a new one comes."""
    keep(data)
    files = FolderCaseFiles(data / "cases")
    files.append("2026-0002", MONDAY, "office", CaseReopened(reason="new facts"))
    files.append("2026-0001", MONDAY, "office", CLOSED)
    write(data, BEGUN)
    assert list(listed(data)) == folded(data)


def test_a_log_put_back_by_hand_is_shown_as_it_is(data: Path) -> None:
    """Though the index knows a longer one."""
    keep(data)
    log = data / "cases" / "2026-0002" / LOG
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:-1]))
    assert list(listed(data)) == folded(data)
    assert {row["state"] for row in listed(data) if row["ref"] == "2026-0002"} == {"open"}


@pytest.mark.parametrize("ref", ["2026-0001", "2026-0002"])
@pytest.mark.parametrize("lost", [True, False])
@pytest.mark.parametrize("is_kept", [True, False])
def test_a_log_that_cannot_be_read_is_shown_and_said(
    data: Path, ref: str, *, lost: bool, is_kept: bool
) -> None:
    """Whether it was spoilt or is gone, open or closed before, known to the index or not."""
    if is_kept:
        keep(data)
    log = data / "cases" / ref / LOG
    log.unlink() if lost else log.write_bytes(log.read_bytes().replace(b'"by":"office"', b'"by":"x"', 1))
    with pytest.raises(LogBroken):
        FolderCaseFiles(data / "cases").read(ref)
    for only_open in (True, False):
        rows = listed(data, only_open=only_open)
        assert [row["waiting_for"] for row in rows if row["ref"] == ref] == [
            "its log cannot be read: run verify"
        ]
        assert [ref in problem.where for problem in rows.unread] == [True]


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + b"\xff" * 9000])
def test_a_damaged_index_changes_nothing_in_the_list(data: Path, content: bytes) -> None:
    """The logs are read instead."""
    keep(data)
    (data / INDEX).write_bytes(content)
    assert list(listed(data)) == folded(data)


def test_damage_that_shows_only_when_asked_changes_nothing_in_the_list(data: Path) -> None:
    """The header is whole, what follows is not."""
    keep(data)
    index = data / INDEX
    index.write_bytes(index.read_bytes()[:4096] + b"\x07" * (index.stat().st_size - 4096))
    assert list(listed(data)) == folded(data)


def test_an_index_of_closed_cases_learns_what_was_read(data: Path) -> None:
    """The next list needs their logs no more, and says the same."""
    write(data, *[(*BEGUN, CLOSED)] * WORTH_KEEPING)
    keep(data)
    assert (summaries(data), list(listed(data))) == (0, folded(data))
    assert (summaries(data), list(listed(data))) == (23, folded(data))
    files = FolderCaseFiles(data / "cases")
    write(data, *[(*BEGUN, CLOSED)] * WORTH_KEEPING)
    keep(data)
    (data / INDEX).unlink()
    FolderIndex(data, files).refresh(LOOK)
    assert summaries(data) == 0
    assert list(listed(data)) == folded(data)
    assert (summaries(data), list(listed(data))) == (43, folded(data))


def test_a_list_waits_for_no_writer(data: Path) -> None:
    """It is shown, and the index learns from it, while somebody else holds the data folder."""
    write(data, *[(*BEGUN, CLOSED)] * WORTH_KEEPING)
    FolderIndex(data, FolderCaseFiles(data / "cases")).refresh(LOOK)
    with writer_lock(data):
        assert list(listed(data)) == folded(data)
    assert summaries(data) == 23


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """At a school with the five cases."""
    folder = school_folder(tmp_path)
    again = (*BEGUN, CLOSED, CaseReopened(reason="new facts"))
    write(folder / "data", BEGUN, (*BEGUN, CLOSED), again, (*again, CLOSED), (opened(adult="A2"), CLOSED))
    return Terminal(folder, capsys)


def test_the_command_says_a_broken_log_and_ends_with_1(terminal: Terminal) -> None:
    """The other cases are shown all the same, and what is printed is still JSON."""
    keep(terminal.folder / "data")
    log = terminal.folder / "data" / "cases" / "2026-0002" / LOG
    log.write_bytes(log.read_bytes().replace(b'"by":"office"', b'"by":"x"', 1))
    said = terminal.type("cases", "--json", *DAY)
    assert (said.code, [row["ref"][-1] for row in said.json]) == (1, ["1", "2", "3", "4", "5"])
    assert "2026-0002" in said.err
    assert "changed after it was written" in said.err


def test_the_command_shows_only_open_cases(terminal: Terminal) -> None:
    """As a table and as JSON."""
    said = terminal.type("cases", "--open", "--json", *DAY)
    assert (said.code, [row["ref"] for row in said.json]) == (0, ["2026-0001", "2026-0003"])
    table = terminal.type("cases", "--open", *DAY).out
    assert ("2026-0003" in table, "2026-0002" in table) == (True, False)


def test_a_very_long_list_is_plain_lines(terminal: Terminal) -> None:
    """One for each case, below a line with the names of the columns."""
    cases = terminal.folder / "data" / "cases"
    log = (cases / "2026-0002" / LOG).read_bytes()
    for number in range(6, MOST_IN_TABLE + 2):
        (cases / f"2026-{number:04d}").mkdir()
        (cases / f"2026-{number:04d}" / LOG).write_bytes(log)
    said = terminal.type("cases", *DAY)
    title, columns, *rows = said.out.splitlines()
    assert (said.code, title, columns[:12]) == (0, "Cases", "case | adult")
    assert [row[:9] for row in rows] == [f"2026-{number:04d}" for number in range(1, MOST_IN_TABLE + 2)]


@pytest.mark.parametrize(("expected", "more"), [("No cases yet.\n", ()), ("No open cases.\n", ("--open",))])
def test_no_cases_at_all_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], expected: str, more: tuple[str, ...]
) -> None:
    """In a sentence; as JSON it is an empty list."""
    terminal = Terminal(school_folder(tmp_path), capsys)
    assert terminal.type("cases", *more, *DAY).out == expected
    assert terminal.type("cases", "--json", *more, *DAY).json == []
