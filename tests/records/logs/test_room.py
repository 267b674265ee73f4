"""A disk that is filling up is said before it is full."""

import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from letterladder.records.logs.room import problems_of_room

GB = 1_000_000_000


@pytest.mark.parametrize(
    ("used", "total", "files", "said"),
    [
        (79, 100, 10, ""),
        (80, 100, 10, "80 % full, with 20000 MB free"),
        (100, 100, 10, "100 % full, with 0 MB free"),
        (900, 1000, 10, ""),
        (10, 100, 79, ""),
        (10, 100, 80, "at 80 % of the files"),
        (0, 0, 0, ""),
    ],
)
def test_it_is_said_from_four_fifths_on(
    used: int, total: int, files: int, said: str, *, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By space or by files; a very large disk has room enough, and one that does not say is not guessed at."""
    usage = SimpleNamespace(used=used * GB, total=total * GB, free=(total - used) * GB)
    held = SimpleNamespace(f_files=100, f_ffree=100 - files)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    monkeypatch.setattr(os, "statvfs", lambda _: held)
    found = problems_of_room(tmp_path)
    assert [bool(said), *(said in one.what for one in found)] == [bool(found), *(True for _ in found)]


def test_a_disk_that_is_gone_is_said_elsewhere(tmp_path: Path) -> None:
    """Nothing is raised."""
    assert problems_of_room(tmp_path / "gone") == []
