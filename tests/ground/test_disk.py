import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from letterladder.ground.disk import (
    append_derived,
    append_line,
    cut_file,
    make_folder,
    move_file,
    remove_file,
    write_derived,
    write_file,
)
from letterladder.ground.errors import WorldFailed

NOT_WINDOWS = pytest.mark.skipif(os.name == "nt", reason="Windows knows neither file modes nor size limits")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """No file of this process may grow over `size` bytes: as on a full disk, a write ends half way."""
    import resource  # noqa: PLC0415  # not on Windows

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


WRITE = pytest.mark.parametrize("write", [write_file, write_derived])
APPEND = pytest.mark.parametrize("append", [append_line, append_derived])
"""What may be lost when the power goes is as whole as anything else until then."""


@WRITE
def test_a_written_file_holds_the_bytes(tmp_path: Path, write: Callable[[Path, bytes], None]) -> None:
    """Byte for byte, replacing what was there, with nothing left beside it."""
    for content in (b"first", b"a\r\n\x00\xff"):
        write(tmp_path / "a", content)
    assert (tmp_path / "a").read_bytes() == b"a\r\n\x00\xff"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


@APPEND
def test_lines_are_appended_in_order(tmp_path: Path, append: Callable[[Path, bytes], None]) -> None:
    """Each with its newline, and newlines are never translated."""
    for line in (b"one", b"two\nthree"):
        append(tmp_path / "log", line)
    assert (tmp_path / "log").read_bytes() == b"one\ntwo\nthree\n"


@NOT_WINDOWS
def test_files_and_folders_are_for_this_account_alone(tmp_path: Path) -> None:
    """Files 0600, every folder made 0700, whatever the account's usual modes are."""
    make_folder(tmp_path / "a" / "b")
    write_file(tmp_path / "a" / "b" / "file", b"")
    append_line(tmp_path / "a" / "log", b"")
    assert [mode(tmp_path / name) for name in ("a", "a/b")] == [0o700, 0o700]
    assert [mode(tmp_path / name) for name in ("a/b/file", "a/log")] == [0o600, 0o600]


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    """Making it twice is not an error."""
    make_folder(tmp_path / "a")
    write_file(tmp_path / "a" / "file", b"x")
    make_folder(tmp_path / "a")
    assert (tmp_path / "a" / "file").read_bytes() == b"x"


def test_a_file_in_the_place_of_a_folder_is_said(tmp_path: Path) -> None:
    """The world failed, in words, and not with a bare OSError."""
    write_file(tmp_path / "a", b"")
    with pytest.raises(WorldFailed):
        make_folder(tmp_path / "a" / "b")


@NOT_WINDOWS
@WRITE
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, write: Callable[[Path, bytes], None]) -> None:
    """The new one is not there in part, and nothing is left beside the old one."""
    write(tmp_path / "a", b"old")
    with files_of_at_most(1000), pytest.raises(WorldFailed):
        write(tmp_path / "a", b"x" * 5000)
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


@NOT_WINDOWS
@APPEND
def test_a_full_disk_takes_a_half_written_line_back(
    tmp_path: Path, append: Callable[[Path, bytes], None]
) -> None:
    """The log ends where it ended before, so the next line does not follow a torn one."""
    append(tmp_path / "log", b"whole")
    with files_of_at_most(50), pytest.raises(WorldFailed):
        append(tmp_path / "log", b"x" * 100)
    append(tmp_path / "log", b"next")
    assert (tmp_path / "log").read_bytes() == b"whole\nnext\n"


@NOT_WINDOWS
def test_a_full_disk_is_told_in_plain_words(tmp_path: Path) -> None:
    """Which folder, how much is free there, and what to do."""
    with files_of_at_most(50), pytest.raises(WorldFailed) as raised:
        append_line(tmp_path / "log", b"x" * 100)
    (problem,) = raised.value.problems
    assert problem.where == str(tmp_path)
    assert problem.what.startswith("The disk is full (")
    assert "Free some space" in problem.what_to_do


def test_a_missing_folder_is_told_in_plain_words(tmp_path: Path) -> None:
    """A network drive that went away is the world's failure."""
    with pytest.raises(WorldFailed, match="network drive"):
        write_file(tmp_path / "gone" / "a", b"")


def test_a_file_is_cut_to_its_first_bytes(tmp_path: Path) -> None:
    """What stands behind is gone, what stands before is untouched."""
    write_file(tmp_path / "a", b"whole\ntorn")
    cut_file(tmp_path / "a", 6)
    assert (tmp_path / "a").read_bytes() == b"whole\n"


def test_a_moved_file_is_at_its_new_place_only(tmp_path: Path) -> None:
    """An email is never in two places, and never in none."""
    make_folder(tmp_path / "to")
    write_file(tmp_path / "a", b"x")
    move_file(tmp_path / "a", tmp_path / "to" / "b")
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["b"]


def test_removing_twice_is_no_error(tmp_path: Path) -> None:
    """A round repeated after a crash finds its work done."""
    write_file(tmp_path / "a", b"x")
    for _ in range(2):
        remove_file(tmp_path / "a")
    assert not (tmp_path / "a").exists()
