"""`schools`: counts for the trust, also where a log of one school cannot be read."""

from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import MONDAY
from prepared import reported_school


def test_a_log_that_cannot_be_read_counts_as_an_open_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One closed, one open, one that nobody can read: the counts of the others stand."""
    school = reported_school(tmp_path)
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    school.report("Mrs Poppy Vance", "Jude Vance, 1C")
    school.decided("none", "It was a mistake.")
    log = school.folder / "data" / "cases" / "2026-0003" / "case.log"
    log.write_bytes(log.read_bytes().replace(b'"by":"', b'"by":"not ', 1))
    school.round()
    (row,) = Terminal(school.folder, capsys).type("schools", "--json", "--today", MONDAY.isoformat()).json
    counted = {"open": 2, "closed": 1, "alerts": 0, "intray": 0, "due_today": 0, "overdue": 0}
    assert row == {"school": "school", **counted}
