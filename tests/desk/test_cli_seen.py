"""`--seen`: whoever acts on what they read says how far they read, and nothing is done where more was written since."""

from pathlib import Path

import pytest
from desk.terminal import Terminal
from prepared import reported_school

REF = "2026-0001"
DAY = ("--today", "2026-11-02")


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A school with one case, whose letter waits for approval."""
    school = reported_school(tmp_path)
    return Terminal(school.folder, capsys)


def test_what_case_hands_out_may_be_handed_back(terminal: Terminal) -> None:
    """`seen` of `case --json` is the number that `--seen` takes."""
    seen = str(terminal.type("case", REF, "--json", *DAY).json["seen"])
    said = terminal.type("approve", REF, "--by", "Mrs Hollis", "--seen", seen, *DAY)
    assert (said.code, "is approved" in said.out) == (0, True)


def test_a_stale_order_is_refused_with_what_changed(terminal: Terminal) -> None:
    """Exit code 1, one sentence for each new line, and the way on."""
    seen = terminal.type("case", REF, "--json", *DAY).json["seen"]
    terminal.type("hold", REF, "--for", "police", *DAY)
    said = terminal.type("approve", REF, "--by", "Mrs Hollis", "--seen", str(seen), *DAY)
    assert (said.code, f"This has happened since line {seen}" in said.err) == (1, True)
    assert f"--seen {seen + 1}" in said.err
    assert terminal.type("case", REF, "--json", *DAY).json["seen"] == seen + 1
