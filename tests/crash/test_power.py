"""The model of a cut of the power: what was forced is there, what was not may be, and names come back in order."""

from pathlib import Path
from random import Random

from crash.power import Call, Disk

TRIES = range(200)


def played(folder: Path, *calls: Call) -> Disk:
    """A disk after these calls; one file was there before."""
    (folder / "old").write_bytes(b"old")
    disk = Disk.of(folder)
    for call in calls:
        disk.play(call)
    return disk


def outcomes(disk: Disk, folder: Path) -> set[tuple[tuple[str, bytes], ...]]:
    """Everything that a cut may leave."""
    found = set()
    for seed in TRIES:
        left = disk.cut(Random(seed))  # noqa: S311 - which of the outcomes, not a secret
        found.add(
            tuple(sorted((str(Path(path).relative_to(folder)), content) for path, content in left.items()))
        )
    return found


def test_what_is_written_whole_is_there_or_not_at_all(tmp_path: Path) -> None:
    """Written beside, forced, renamed, the folder forced: the way of `ground/disk.py`."""
    half, name = str(tmp_path / "x.half"), str(tmp_path / "x")
    calls = (
        Call(name="open", paths=(half,), flags="O_CREAT"),
        Call(name="write", path=half, content=b"new"),
        Call(name="fsync", path=half),
        Call(name="rename", paths=(half, name)),
    )
    before_the_last = outcomes(played(tmp_path, *calls), tmp_path)
    assert before_the_last == {
        (("old", b"old"),),
        (("old", b"old"), ("x.half", b"new")),
        (("old", b"old"), ("x", b"new")),
    }
    forced = played(tmp_path, *calls, Call(name="fsync", path=str(tmp_path)))
    assert outcomes(forced, tmp_path) == {(("old", b"old"), ("x", b"new"))}


def test_a_flush_of_the_disk_forces_all_of_it(tmp_path: Path) -> None:
    """The way of `ground/together.py`; what is written afterwards may be torn again."""
    half, other = str(tmp_path / "x.half"), str(tmp_path / "y.half")
    disk = played(
        tmp_path,
        *(Call(name="open", paths=(one,), flags="O_CREAT") for one in (half, other)),
        *(Call(name="write", path=one, content=b"n") for one in (half, other)),
        Call(name="syncfs", path=half),
        Call(name="write", path=other, content=b"e"),
    )
    left = [dict(one) for one in outcomes(disk, tmp_path)]
    assert {one["x.half"] for one in left} == {b"n"}
    assert {one["y.half"] for one in left} == {b"n", b"ne"}


def test_without_the_fsync_the_name_may_hold_anything(tmp_path: Path) -> None:
    """The fault that this is to find."""
    half, name = str(tmp_path / "x.half"), str(tmp_path / "x")
    disk = played(
        tmp_path,
        Call(name="open", paths=(half,), flags="O_CREAT"),
        Call(name="write", path=half, content=b"new"),
        Call(name="rename", paths=(half, name)),
        Call(name="fsync", path=str(tmp_path)),
    )
    assert {dict(one)["x"] for one in outcomes(disk, tmp_path)} == {b"", b"n", b"ne", b"new"}


def test_a_line_that_was_not_forced_may_be_torn(tmp_path: Path) -> None:
    """What stood before it stays."""
    disk = played(tmp_path, Call(name="write", path=str(tmp_path / "old"), content=b"-l"))
    assert {dict(one)["old"] for one in outcomes(disk, tmp_path)} == {b"old", b"old-", b"old-l"}
