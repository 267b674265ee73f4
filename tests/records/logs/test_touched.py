"""The note of the cases written on since the index was last brought up to date."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cast import MONDAY, opened

from letterladder.ground.errors import WorldFailed
from letterladder.records.index.index import FolderIndex
from letterladder.records.index.index_store import FILES, INDEX
from letterladder.records.logs.case_files import FolderCaseFiles
from letterladder.records.logs.touched import NO_FILE, TOUCHED, Touched, stamp_from, stamp_of
from letterladder.rules.cases.events import CaseClosed, CaseReopened
from letterladder.rules.cases.look import Look

LOOK = Look(day=MONDAY.date(), hours=True)


@pytest.fixture
def note(tmp_path: Path) -> Touched:
    return Touched(tmp_path)


def with_index(folder: Path) -> list[Path]:
    """The files of an index; what stands in them does not matter here."""
    files = [folder / name for name in FILES]
    for file in files:
        file.write_bytes(b"x")
    return files


def test_a_case_is_noted_once(note: Touched) -> None:
    """However often it is written on."""
    for ref in ("2026-0001", "2026-0002", "2026-0001"):
        note.mark(ref)
    assert note.path.read_text().split() == ["2026-0001", "2026-0002"]
    assert note.refs() == {"2026-0001", "2026-0002"}


def test_another_process_sees_what_was_noted_and_cleared(note: Touched, tmp_path: Path) -> None:
    """Also where both happen within one tick of the disk's clock and the note stays as long as it was."""
    other = Touched(tmp_path)
    for ref in ("2026-0001", "2026-0002", "2026-0003"):
        note.mark(ref)
        assert other.refs() == {ref}
        note.clear("a" * 8)
        assert other.refs() == frozenset()


def test_what_another_process_cleared_is_noted_again(note: Touched, tmp_path: Path) -> None:
    """A mark of an earlier state of the index does not count for the next one."""
    note.mark("2026-0001")
    Touched(tmp_path).clear("b")
    note.mark("2026-0001")
    assert Touched(tmp_path).refs() == {"2026-0001"}


def test_the_note_says_to_which_state_of_the_index_it_belongs(note: Touched, tmp_path: Path) -> None:
    """What is marked behind does not change that; a note that is gone belongs to none."""
    note.clear("abc", ["2026-0007"])
    note.mark("2026-0001")
    other = Touched(tmp_path)
    assert (other.state, sorted(other.refs())) == ("abc", ["2026-0001", "2026-0007"])
    note.path.unlink()
    assert (other.state, sorted(other.refs())) == ("", [])


@pytest.mark.parametrize("left", [b"\n2026-00", b"2026-0001\n2026-0", b"\n=abc\n\n2026-", b"\xff\n=ab"])
def test_what_a_stop_left_half_written_spoils_no_later_mark(note: Touched, left: bytes) -> None:
    """A mark begins on a line of its own."""
    note.path.write_bytes(left)
    note.mark("2026-0042")
    assert "2026-0042" in note.refs()


def test_only_this_account_can_read_the_note(note: Touched) -> None:
    """It says which cases are worked on."""
    note.mark("2026-0001")
    assert note.path.stat().st_mode & 0o077 == 0


@contextmanager
def disk_ending_at(size: int) -> Iterator[None]:
    """No file can grow beyond this many bytes."""
    resource = pytest.importorskip("resource", reason="this system sets no limits to files")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("room", [0, 1, 5, 10])
def test_on_a_full_disk_the_index_is_thrown_away(note: Touched, tmp_path: Path, room: int) -> None:
    """The case may then be written on, and an index in this process's memory is told all the same."""
    files = with_index(tmp_path)
    with disk_ending_at(room):
        note.mark("2026-0001")
    assert [file.exists() for file in files] == [False, False]
    assert "2026-0001" in note.refs()


def test_a_note_that_may_not_be_written_costs_the_index(note: Touched, tmp_path: Path) -> None:
    """It is only derived, and the next round makes it anew."""
    files = with_index(tmp_path)
    note.path.mkdir()
    note.mark("2026-0001")
    assert [file.exists() for file in files] == [False, False]


def test_where_neither_can_be_written_the_case_is_not_written_on(tmp_path: Path) -> None:
    """An index that nobody can correct would be believed."""
    files = FolderCaseFiles(tmp_path / "cases")
    ref = files.new_ref(2026)
    (tmp_path / TOUCHED).mkdir()
    (tmp_path / INDEX).mkdir()
    with pytest.raises(WorldFailed):
        files.append(ref, MONDAY, "office", opened())
    assert files.read(ref) == []


def test_an_index_in_memory_sees_what_could_not_be_noted(tmp_path: Path) -> None:
    """The entry found its place and the note did not."""
    files = FolderCaseFiles(tmp_path / "cases")
    ref = files.new_ref(2026)
    files.append(ref, MONDAY, "office", opened())
    index = FolderIndex(tmp_path, files)
    assert index.cases.open_refs() == [ref]
    (tmp_path / TOUCHED).unlink()
    (tmp_path / TOUCHED).mkdir()
    files.append(ref, MONDAY, "office", CaseClosed(reason="over"))
    assert index.cases.open_refs() == []


def test_without_the_note_every_log_is_compared(tmp_path: Path) -> None:
    """A case that is over is taken up again, and somebody removes the note."""
    files = FolderCaseFiles(tmp_path / "cases")
    ref = files.new_ref(2026)
    files.append(ref, MONDAY, "office", opened(), CaseClosed(reason="over"))
    index = FolderIndex(tmp_path, files)
    index.refresh(LOOK)
    index.keep()
    files.append(ref, MONDAY, "office", CaseReopened(reason="new facts"))
    (tmp_path / TOUCHED).unlink()
    assert FolderIndex(tmp_path, FolderCaseFiles(files.folder)).cases.open_refs() == [ref]


def test_a_stamp_fits_into_the_index_on_every_disk(tmp_path: Path) -> None:
    """Network disks give inodes of the whole 64 bits; the index holds 63."""
    status = list(tmp_path.stat())
    status[1] = 2**64 - 1
    assert 0 < stamp_from(os.stat_result(status))[0] < 2**63


def test_a_file_that_is_not_there_has_no_stamp(tmp_path: Path) -> None:
    """Nor one below a file."""
    (tmp_path / "a").touch()
    assert {stamp_of(tmp_path / "b"), stamp_of(tmp_path / "a" / "c")} == {NO_FILE}
