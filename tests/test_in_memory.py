"""The files of a run are put in memory only where that is safe."""

import os
from collections import namedtuple
from pathlib import Path

import pytest
from tools.in_memory import roomy

ROOM = 1_000_000
Disk = namedtuple("Disk", "total used free")


@pytest.mark.parametrize(
    ("machine", "goes"),
    [
        ((0, ROOM, 2 * ROOM), True),
        ((0, ROOM - 1, 2 * ROOM), False),
        ((0, ROOM, 2 * ROOM - 1024), False),
        ((os.ST_NOEXEC, ROOM, 2 * ROOM), False),
        ((os.ST_NODEV, ROOM, 2 * ROOM), False),
    ],
    ids=["room enough", "a small one", "little memory", "no programs", "no devices"],
)
def test_memory_is_used_where_there_is_enough_and_programs_run(
    machine: tuple[int, int, int], goes: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twice the room must be available: what the programs themselves need comes to it."""
    flags, free, available = machine
    told = tmp_path / "meminfo"
    told.write_text(f"MemTotal:  99 kB\nMemAvailable:  {-(-available // 1024)} kB\n", encoding="ascii")
    really = os.statvfs(tmp_path)
    monkeypatch.setattr(os, "statvfs", lambda _: os.statvfs_result((*tuple(really)[:8], flags, really[9])))
    monkeypatch.setattr("shutil.disk_usage", lambda _: Disk(0, 0, free))
    assert roomy(ROOM, tmp_path, told) == (str(tmp_path) if goes else None)


def test_without_a_file_system_in_memory_the_usual_place_is_used(tmp_path: Path) -> None:
    """As on a Mac, or where what Linux says of its memory cannot be read."""
    assert roomy(ROOM, tmp_path / "none") is None
    assert roomy(ROOM, tmp_path, tmp_path / "none") is None
