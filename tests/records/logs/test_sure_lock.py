"""A lock that somebody removes while it is held still holds."""

from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from letterladder.ground.errors import Busy, Refused
from letterladder.records.logs.lock import DAEMON, ROUND, WRITER, daemon_lock, round_lock, writer_lock


def hold(name: str, folder: Path) -> AbstractContextManager[object]:
    """Hold this lock, or be refused at once."""
    match name:
        case "daemon.lock":
            return daemon_lock(folder)
        case "round.lock":
            return round_lock(folder, seconds=0)
        case _:
            return writer_lock(folder, seconds=0)


def a_folder(tmp_path: Path) -> Path:
    """A data folder as the first round leaves it."""
    for name in ("cases", "ledger"):
        (tmp_path / "data" / name).mkdir(parents=True)
    return tmp_path / "data"


@pytest.mark.parametrize("name", [DAEMON, ROUND, WRITER])
def test_a_lock_that_was_removed_still_holds(name: str, tmp_path: Path) -> None:
    """Another process would make the file again, and two would write at once."""
    folder = a_folder(tmp_path)
    with hold(name, folder):
        (folder / name).unlink()
        with pytest.raises((Busy, Refused)), hold(name, folder):
            pytest.fail("two hold it at once")
    with hold(name, folder):
        assert (folder / name).exists()


def test_the_three_locks_are_apart(tmp_path: Path) -> None:
    """A daemon makes rounds, and a round writes."""
    folder = a_folder(tmp_path)
    with hold(DAEMON, folder), hold(ROUND, folder), hold(WRITER, folder):
        assert all((folder / name).exists() for name in (DAEMON, ROUND, WRITER))
