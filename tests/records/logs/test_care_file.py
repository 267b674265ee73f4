"""The note of when a school was last backed up and checked."""

from datetime import UTC, datetime
from pathlib import Path

from letterladder.records.logs.care_file import CARE, Care, CareFile

AT = datetime(2026, 11, 3, 9, tzinfo=UTC)


def test_each_note_leaves_the_other(tmp_path: Path) -> None:
    """A backup says nothing of a check, nor a check of a backup."""
    note = CareFile(tmp_path)
    assert note.read() == Care()
    note.backed_up(AT)
    note.verified(AT, 2)
    assert note.read() == Care(backed_up_at=AT, verified_at=AT, wrong=2)


def test_a_damaged_note_is_none(tmp_path: Path) -> None:
    """It is only a note."""
    note = CareFile(tmp_path)
    note.backed_up(AT)
    (tmp_path / "ledger" / CARE).write_bytes(b"\xff{")
    assert note.read() == Care()
