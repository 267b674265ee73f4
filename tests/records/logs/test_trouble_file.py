import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from letterladder.records.logs.trouble_file import MOST_BYTES, TROUBLE, forget_trouble, note_trouble

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def test_trouble_is_kept_with_its_time(tmp_path: Path) -> None:
    """One after the other."""
    note_trouble(tmp_path, NOON, "first")
    note_trouble(tmp_path, NOON, "second\nand more\n")
    text = (tmp_path / TROUBLE).read_text(encoding="utf-8")
    assert text == "2026-11-02 12:00:00 UTC\nfirst\n\n2026-11-02 12:00:00 UTC\nsecond\nand more\n\n"


def test_the_oldest_goes_when_the_file_grows(tmp_path: Path) -> None:
    """It begins with a whole entry, and the newest is there."""
    for number in range(30):
        note_trouble(tmp_path, NOON, f"trouble {number} {'x' * 10_000}")
    content = (tmp_path / TROUBLE).read_bytes()
    assert len(content) <= MOST_BYTES
    assert content.startswith(b"2026-11-02 12:00:00 UTC\n")
    assert b"trouble 29 " in content


def test_one_huge_trouble_is_cut(tmp_path: Path) -> None:
    """Its end is what says what broke."""
    note_trouble(tmp_path, NOON, "x" * 3 * MOST_BYTES + " the end")
    content = (tmp_path / TROUBLE).read_bytes()
    assert len(content) <= MOST_BYTES
    assert content.endswith(b" the end\n\n")


@pytest.mark.skipif(sys.platform == "win32", reason="modes mean nothing there")
def test_only_this_account_reads_it(tmp_path: Path) -> None:
    """It may hold names."""
    note_trouble(tmp_path / "data", NOON, "x")
    assert (tmp_path / "data" / TROUBLE).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "data" / "ledger").stat().st_mode & 0o777 == 0o700


def test_it_goes_when_it_must(tmp_path: Path) -> None:
    """Twice is not an error."""
    note_trouble(tmp_path, NOON, "x")
    forget_trouble(tmp_path)
    forget_trouble(tmp_path)
    assert not (tmp_path / TROUBLE).exists()
