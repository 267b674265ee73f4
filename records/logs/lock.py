"""Who may write in a data folder: one daemon for its whole life, one writer at a time for a round or a command.

The locks are the operating system's, so a crash frees them; the note of the holder's number beside a lock may
be stale and is only used in what a person is told.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ...ground.disk import in_plain_words, make_folder
from ...ground.errors import Problem, Refused
from .tidy import tidy_after_a_stop

DAEMON = "daemon.lock"
WRITER = "writer.lock"
_POLL_SECONDS = 0.05
_ROOM = 1_000_000
"""Bytes; with less than this left on the disk a write may have failed."""


@contextmanager
def daemon_lock(folder: Path) -> Iterator[None]:
    """Hold the data folder for the life of a daemon.

    Raises:
        Refused: another daemon holds it; refused at once.
    """
    with _held(folder / DAEMON, 0, _say_nothing, _second_daemon):
        yield


@contextmanager
def writer_lock(
    folder: Path, *, seconds: float = 10, tell: Callable[[str], None] | None = None
) -> Iterator[None]:
    """Hold the data folder for one round or one command that writes.

    Args:
        folder: the data folder.
        seconds: how long to wait for another writer to end.
        tell: is given one line, at once, where there is somebody to wait for.

    Raises:
        Refused: the other writer did not end in time.
    """
    with _held(folder / WRITER, seconds, tell or _say_nothing, _still_busy):
        yield


@contextmanager
def _held(
    lock_file: Path, seconds: float, tell: Callable[[str], None], refusal: Callable[[Path, str], Problem]
) -> Iterator[None]:
    make_folder(lock_file.parent)
    lock = FileLock(lock_file, mode=0o600)
    with in_plain_words(lock_file):
        _acquire(lock, seconds, tell, lambda: refusal(lock_file.parent, _holder(lock_file)))
    note = _note(lock_file)
    try:
        with in_plain_words(note):
            if note.exists() and lock_file.name == WRITER:
                # The last holder did not end in peace; nobody else writes now, so what it left can go.
                tidy_after_a_stop(lock_file.parent)
            note.touch(mode=0o600)
            note.write_text(f"{os.getpid()}\n", encoding="ascii")
        yield
        if not _nearly_full(lock_file.parent):
            # Where the disk is full, something may have been left half done: the next writer clears up after it.
            note.unlink(missing_ok=True)
    finally:
        lock.release()


def _nearly_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _ROOM
    except OSError:
        return False


def _acquire(lock: FileLock, seconds: float, tell: Callable[[str], None], why: Callable[[], Problem]) -> None:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if not seconds:
            raise Refused(why()) from None
    else:
        return
    tell(f"Waiting up to {seconds:g} seconds: {why().what}")
    try:
        lock.acquire(timeout=seconds, poll_interval=_POLL_SECONDS)
    except Timeout:
        raise Refused(why()) from None


def _note(lock_file: Path) -> Path:
    # Beside the lock and not in it: Windows lets nobody read a locked file.
    return lock_file.with_suffix(".pid")


def _holder(lock_file: Path) -> str:
    try:
        return f"process {int(_note(lock_file).read_text())}"
    except (OSError, ValueError):
        return "another process"


def _second_daemon(folder: Path, holder: str) -> Problem:
    return Problem(
        where=str(folder),
        what=f"A daemon already works on this folder ({holder}).",
        what_to_do="Use the running one, or stop it first; commands can be typed while it runs.",
    )


def _still_busy(folder: Path, holder: str) -> Problem:
    return Problem(
        where=str(folder),
        what=f"Somebody else is writing in this folder ({holder}).",
        what_to_do="Try again in a minute; if it lasts, look what that process does.",
    )


def _say_nothing(_: str) -> None:
    return
