"""Several files written together are as durable, as whole and as private as each by itself."""

import stat
from pathlib import Path

import pytest

from letterladder.ground import together
from letterladder.ground.errors import DiskFailed
from letterladder.ground.together import write_files

NEW = {"a": b"first", "b": b"", "c": b"\x00\xff\r\n"}
BOTH_WAYS = pytest.mark.parametrize("flushes", [True, False])
"""By one flush of the disk, and where the system knows none."""


@pytest.fixture(autouse=True)
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "flushes" in request.fixturenames and not request.getfixturevalue("flushes"):
        monkeypatch.setattr(together, "_flush_disk_of", lambda _: False)


def held(folder: Path) -> dict[str, bytes]:
    """Every file of the folder, half-written ones too."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@BOTH_WAYS
def test_each_holds_its_bytes(tmp_path: Path, flushes: bool) -> None:
    """For this account alone, and nothing is left beside them."""
    del flushes
    write_files(tmp_path, NEW)
    assert held(tmp_path) == NEW
    assert {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in NEW} == {0o600}


def test_no_files_are_no_flush(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A flush waits for whatever else is written on that disk."""
    monkeypatch.setattr(together, "_flush_disk_of", lambda _: pytest.fail("flushed"))
    write_files(tmp_path, {})
    assert held(tmp_path) == {}


@BOTH_WAYS
def test_nothing_half_written_is_left(tmp_path: Path, flushes: bool) -> None:
    """Here a folder stands in the way of the second file; the first one is there, and the caller hears of it."""
    del flushes
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x").touch()
    with pytest.raises(DiskFailed):
        write_files(tmp_path, NEW)
    assert {file.name for file in tmp_path.iterdir()} == {"a", "b"}


def test_no_name_is_given_before_what_it_holds_is_safe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cut of the power in between leaves no empty file under a name that counts."""
    seen: list[list[str]] = []

    def flushed(file: Path) -> bool:
        seen.append(sorted(one.suffix for one in file.parent.iterdir()))
        return True

    monkeypatch.setattr(together, "_flush_disk_of", flushed)
    write_files(tmp_path, NEW)
    assert seen == [[".half"] * 3]
