"""The note of the cases written on, by which the index is brought up to date."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cast import MONDAY, opened
from servers.needs import missing, need

from letterladder.ground.errors import WorldFailed
from letterladder.records.logs.case_files import LOG, FolderCaseFiles
from letterladder.records.logs.touched import MOST_BYTES, TOUCHED, Touched

ROOT = Path(__file__).resolve().parents[3]
ONE, TWO, THREE = "2026-0001", "2026-0002", "2026-0003"


@pytest.fixture
def note(tmp_path: Path) -> Touched:
    return Touched(tmp_path)


def test_what_was_noted_since_is_told_to_everybody_who_follows(note: Touched, tmp_path: Path) -> None:
    """Each goes on from where they read to; the last line is told again, since its log may not be written yet."""
    note.mark(ONE)
    first = Touched(tmp_path).since("")
    note.mark(TWO)
    note.mark(THREE)
    after = Touched(tmp_path).since(first.read_to)
    assert (first.refs, first.last, after.refs, after.last) == (
        frozenset({ONE}),
        ONE,
        frozenset({ONE, TWO, THREE}),
        THREE,
    )
    assert note.since(after.read_to).refs == {THREE}
    assert (first.follows, after.follows) == (False, True)


def test_a_case_in_the_last_line_is_not_noted_again(note: Touched) -> None:
    """It is asked about again each time; one that another process wrote on in between is."""
    for ref in (ONE, ONE):
        note.mark(ref)
    Touched(note.path.parent).mark(TWO)
    note.mark(ONE)
    assert note.path.read_text().split()[1:] == [ONE, TWO, ONE]


@pytest.mark.parametrize("size", [0, 5, 17, 25])
def test_a_note_that_was_cut_is_not_followed(note: Touched, size: int) -> None:
    """Nobody knows what is missing in it."""
    for ref in (ONE, TWO):
        note.mark(ref)
    read_to = note.since("").read_to
    note.path.write_bytes(note.path.read_bytes()[:size])
    assert not note.since(read_to).follows


def test_another_note_is_not_followed(note: Touched) -> None:
    """Nor is none at all, or an empty one."""
    note.mark(ONE)
    read_to = note.since("").read_to
    note.path.unlink()
    assert not note.since(read_to).follows
    note.path.touch()
    assert not note.since(note.since("").read_to).follows
    note.path.unlink()
    note.mark(ONE)
    assert not note.since(read_to).follows


@pytest.mark.parametrize("left", [b"\n2026-00", b"abc\n2026-0001\n2026-0", b"\xff\n=ab", b"abc"])
def test_what_a_stop_left_half_written_spoils_no_later_mark(note: Touched, left: bytes) -> None:
    """A mark begins on a line of its own."""
    note.path.write_bytes(left)
    read_to = note.since("").read_to
    note.mark("2026-0042")
    assert note.since(read_to).last == "2026-0042"
    assert "2026-0042" in note.since(read_to).refs


def test_only_this_account_can_read_the_note(note: Touched) -> None:
    """It says which cases are worked on."""
    note.mark(ONE)
    assert note.path.stat().st_mode & 0o077 == 0


def test_a_note_is_begun_anew_only_when_it_is_long_or_missing(note: Touched) -> None:
    """The cases named stay noted; whoever followed the old one sees that it is another."""
    note.begin_anew(lambda: [ONE])
    first = note.since("")
    note.begin_anew(lambda: [TWO])
    assert (note.since(first.read_to).follows, first.refs) == (True, frozenset())
    with note.path.open("ab") as file:
        file.write(f"\n{THREE}\n".encode() * (MOST_BYTES // 10))
    note.begin_anew(lambda: [TWO])
    assert (note.since(first.read_to).follows, note.since("").refs) == (False, frozenset({TWO}))


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


@pytest.mark.parametrize("room", [0, 1, 5, 20, 27])
def test_on_a_full_disk_the_note_is_thrown_away(note: Touched, room: int) -> None:
    """One in which a case is missing would be believed; without one, every log is compared."""
    with disk_ending_at(room):
        note.mark(ONE)
    assert not note.path.exists()


def test_where_it_can_be_neither_written_nor_thrown_away_the_case_is_not_written_on(tmp_path: Path) -> None:
    """A note that nobody can correct would be believed. The folder is one of the system's, in which nobody writes."""
    files = FolderCaseFiles(tmp_path / "cases")
    ref = files.new_ref(2026)
    files.touched.path = Path("/proc/version")
    if not files.touched.path.is_file():
        pytest.skip("this system has no /proc")
    with pytest.raises(WorldFailed):
        files.append(ref, MONDAY, "office", opened())
    assert files.read(ref) == []


WRITES = """
import runpy, sys
from datetime import UTC, datetime
from pathlib import Path
runpy.run_path("run.py", run_name="checkout")
from letterladder.records.logs.case_files import FolderCaseFiles
from letterladder.rules.cases.events import CaseClosed
files = FolderCaseFiles(Path(sys.argv[1]) / "cases")
files.append("2026-0001", datetime(2026, 11, 9, tzinfo=UTC), "office", CaseClosed(reason="over"))
"""


def test_the_note_is_on_the_disk_before_the_log_is_written(tmp_path: Path) -> None:
    """After a loss of power the log is never ahead of it."""
    FolderCaseFiles(tmp_path / "cases").new_ref(2026)
    words = [need("strace", "strace"), "-f", "-qq", "-y", "-e", "trace=write,fsync"]
    done = subprocess.run(
        [*words, sys.executable, "-c", WRITES, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if "ptrace" in done.stderr and done.returncode:
        missing("strace may not look at other programs here")
    calls = re.findall(r"(write|fsync)\(\d+<[^>]*/([^/>]+)>", done.stderr)
    ours = [(call, file) for call, file in calls if file in {TOUCHED, LOG}]
    assert ours == [("write", TOUCHED), ("fsync", TOUCHED), ("write", LOG), ("fsync", LOG)]
