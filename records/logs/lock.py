"""Who may write in a data folder: one daemon for its life, one round, one writer at a time for a step or an order.

A round holds its own lock from beginning to end and gives the writer's lock up between its steps, and while it speaks
to a mail server: a person waits for one step at most. Who waits for the writer's lock holds the lock of the next one
meanwhile; so a round sees that somebody waits, and they take turns.

The locks are the operating system's, so a crash frees them; the note of the holder's number beside a lock may
be stale and is only used in what a person is told.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from ...ground.disk import in_plain_words, make_folder
from ...ground.errors import Busy, Problem
from ...ground.plain_file import read_plain
from .sure_lock import POLL_SECONDS, SureLock
from .tidy import tidy_after_a_stop, tidy_orders

DAEMON = "daemon.lock"
ROUND = "round.lock"
WRITER = "writer.lock"
NEXT = "next.lock"
_PLACES = {DAEMON: "cases", ROUND: "ledger"}
"""The folder that is held with a lock; the writer holds the data folder itself."""
_FOR_EVER = -1.0
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
def round_lock(
    folder: Path, *, seconds: float = 10, tell: Callable[[str], None] | None = None
) -> Iterator[None]:
    """Hold the data folder against rounds: for one round, or for what no round may change meanwhile.

    Args:
        folder: the data folder.
        seconds: how long to wait for a round under way.
        tell: is given one line, at once, where there is somebody to wait for.

    Raises:
        Busy: it did not end in time.
    """
    with _held(folder / ROUND, seconds, tell or _say_nothing, _still_busy):
        yield


@contextmanager
def writer_lock(
    folder: Path, *, seconds: float = 10, tell: Callable[[str], None] | None = None
) -> Iterator["Turn"]:
    """Hold the data folder for one order, or for a round, which gives it up between its steps.

    Args:
        folder: the data folder.
        seconds: how long to wait for another writer to end.
        tell: is given one line, at once, where there is somebody to wait for.

    Raises:
        Busy: the other writer did not end in time.
    """
    make_folder(folder)
    turn = Turn(folder)
    turn.take(seconds, tell or _say_nothing)
    try:
        yield turn
        turn.leave_in_peace()
    finally:
        turn.drop()


class Turn:
    """The writer's lock in somebody's hands, who may give it up for a while; see `Turns` of the workflows."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._note = _note(folder / WRITER)
        self._lock = SureLock(folder / WRITER, folder)

    def take(self, seconds: float, tell: Callable[[str], None]) -> None:
        """Wait for it behind those who wait already.

        Raises:
            Busy: in vain.
        """
        coming = FileLock(self._folder / NEXT, mode=0o600)
        with in_plain_words(self._folder / WRITER):
            began = time.monotonic()
            told: list[str] = []

            def tell_once(_: str) -> None:
                if not told:
                    told.append(f"Waiting up to {seconds:g} seconds: {self._why().what}")
                    tell(told[0])

            _acquire(coming, seconds, tell_once, self._why)
            try:
                left = seconds if seconds < 0 else max(0.0, seconds - (time.monotonic() - began))
                _acquire(self._lock, left, tell_once, self._why)
            finally:
                coming.release()
        try:
            self._enter()
        except BaseException:
            self.drop()
            raise

    def _enter(self) -> None:
        with in_plain_words(self._note):
            if self._note.exists():
                # The last holder did not end in peace; nobody else writes now, so what it left can go.
                tidy_after_a_stop(self._folder)
            else:
                tidy_orders(self._folder)
            _sign(self._note)

    def leave_in_peace(self) -> None:
        """Nothing is half done. Where the disk is full, something may be: the next writer clears up."""
        if not _nearly_full(self._folder):
            with in_plain_words(self._note):
                self._note.unlink(missing_ok=True)

    def drop(self) -> None:
        """Let go of it."""
        self._lock.release()

    def give_way(self) -> None:
        """Let whoever waits write first, and take it again; nothing where nobody waits.

        Raises:
            WorldFailed: it could not be taken again; the next call tries it again.
        """
        coming = FileLock(self._folder / NEXT, mode=0o600)
        if self._lock.is_locked:
            with in_plain_words(self._folder / NEXT):
                try:
                    coming.acquire(timeout=0)
                except Timeout:
                    pass
                else:
                    coming.release()
                    return
        with self.away():
            pass

    @contextmanager
    def away(self) -> Iterator[None]:
        """While the world outside is waited for, others may write; then it is taken again, however long that takes."""
        if self._lock.is_locked:
            self.leave_in_peace()
            self.drop()
        try:
            yield
        finally:
            self.take(_FOR_EVER, _say_nothing)

    def _why(self) -> Problem:
        return _still_busy(self._folder, _holder(self._folder / WRITER))


@contextmanager
def _held(
    lock_file: Path, seconds: float, tell: Callable[[str], None], refusal: Callable[[Path, str], Problem]
) -> Iterator[None]:
    make_folder(lock_file.parent)
    lock = SureLock(lock_file, lock_file.parent / _PLACES[lock_file.name])
    with in_plain_words(lock_file):
        _acquire(lock, seconds, tell, lambda: refusal(lock_file.parent, _holder(lock_file)))
    note = _note(lock_file)
    try:
        with in_plain_words(note):
            _sign(note)
        yield
        with suppress(OSError):
            note.unlink(missing_ok=True)
    finally:
        lock.release()


def _nearly_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _ROOM
    except OSError:
        return False


def _acquire(
    lock: FileLock | SureLock, seconds: float, tell: Callable[[str], None], why: Callable[[], Problem]
) -> None:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if not seconds:
            raise Busy(why()) from None
    else:
        return
    if seconds > 0:
        tell(f"Waiting up to {seconds:g} seconds: {why().what}")
    try:
        lock.acquire(timeout=seconds, poll_interval=POLL_SECONDS)
    except Timeout:
        raise Busy(why()) from None


def _note(lock_file: Path) -> Path:
    # Beside the lock and not in it: Windows lets nobody read a locked file.
    return lock_file.with_suffix(".pid")


def _sign(note: Path) -> None:
    """Say in the note beside a lock which process holds it."""
    if not note.is_file() or note.is_symlink():
        note.unlink(missing_ok=True)  # a pipe or a link in its place: what is written would go elsewhere
    note.touch(mode=0o600)
    note.write_text(f"{os.getpid()}\n", encoding="ascii")


def _holder(lock_file: Path) -> str:
    try:
        return f"process {int(read_plain(_note(lock_file)))}"
    except (OSError, ValueError):
        return "another process"


def _second_daemon(folder: Path, holder: str) -> Problem:
    return Problem(
        where=str(folder),
        what=f"A daemon is already working on this folder ({holder}).",
        what_to_do="Use the one that is running, or stop it first; you can run commands while it works.",
    )


def _still_busy(folder: Path, holder: str) -> Problem:
    return Problem(
        where=str(folder),
        what=f"Somebody else is writing in this folder ({holder}).",
        what_to_do="Try again in a minute; if it goes on, look at what that process is doing.",
    )


def _say_nothing(_: str) -> None:
    return
