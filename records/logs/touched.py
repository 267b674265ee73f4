"""Which cases were written on since the derived index was last brought up to date: `<data>/index.touched`.

A reference is noted before its log is written, so that a stop in between leaves a case looked at once too often and
never once too seldom. The note is not forced to the disk (that would cost each entry as much as the entry itself):
after a loss of power the machine has another boot id, and the index is compared with every log instead.

Its first line says to which state of the index it belongs. Where that is another one (either file was deleted, or put
back from a copy), nobody knows what was written on since, and the index is compared with every log, too.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ...ground.disk import in_plain_words

TOUCHED = "index.touched"
INDEX = "index.sqlite"
FILES = (INDEX, f"{INDEX}-journal")
"""The files of the derived index."""
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")

Stamp = tuple[int, int, int]
"""Inode, size in bytes and time of change in nanoseconds of a file; all 0 where there is none."""

NO_FILE: Stamp = (0, 0, 0)

_MOST_INODE = (1 << 63) - 1
_STATE = "="
"""What the line begins with that says to which state of the index the note belongs."""

_SMALL = 4096
"""Bytes up to which a note is always read: two changes within one tick of the disk's clock may have one stamp."""


def stamp_of(path: str | Path) -> Stamp:
    """What tells that a file was changed."""
    try:
        status = os.stat(path)  # noqa: PTH116 - asked of many thousand logs; a Path for each takes longer
    except OSError:
        return NO_FILE
    return stamp_from(status)


def stamp_from(status: os.stat_result) -> Stamp:
    """The stamp of a file by what the disk says of it; inodes of some disks are larger than the index can hold."""
    return (status.st_ino & _MOST_INODE, status.st_size, status.st_mtime_ns)


def boot_id() -> str:
    """What tells that the machine was started anew; "" where it does not say (Windows, macOS)."""
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return ""


class Touched:
    """The note of cases written on. Whoever marks or clears holds the writer lock."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / TOUCHED
        self._marked: set[str] = set()
        self._apart: set[str] = set()
        self._state = ""
        self._seen: Stamp = NO_FILE

    def mark(self, ref: str) -> None:
        """Note that this case is about to be written on.

        Raises:
            WorldFailed: it cannot be noted, and the index cannot be thrown away either.
        """
        self._look()
        if ref in self._marked:
            return
        try:
            handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                # A newline before it, too: what a full disk or a stop has left of an earlier note is no part of it.
                written = os.write(handle, line := f"\n{ref}\n".encode())
            finally:
                os.close(handle)
        except OSError:
            written, line = 0, b"?"
        if written < len(line):
            self._give_up(ref)
        self._look()

    def _give_up(self, ref: str) -> None:
        """Without the note the index cannot be trusted: it goes, and the next round makes it anew."""
        with in_plain_words(self.path):
            for name in FILES:
                self.path.with_name(name).unlink(missing_ok=True)
        # One in the memory of this process, which may have taken its place, can still be told.
        self._apart.add(ref)

    def refs(self) -> frozenset[str]:
        """The cases noted."""
        self._look()
        return frozenset(self._marked | self._apart)

    @property
    def state(self) -> str:
        """The state of the index that the note belongs to; "" where it does not say."""
        self._look()
        return self._state

    def clear(self, state: str = "", but: Iterable[str] = ()) -> None:
        """The index is up to date: forget the note. Where that fails, cases are looked at once more.

        Args:
            state: the state of the index to which the note belongs from now on.
            but: the cases to leave noted.
        """
        lines = (f"{_STATE}{state}", *but)
        with suppress(OSError):
            handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.ftruncate(handle, 0)
                os.write(handle, "".join(f"\n{line}\n" for line in lines).encode())
            finally:
                os.close(handle)
        self._apart.clear()
        self._look()

    def _look(self) -> None:
        """Read the note again where somebody else wrote in it."""
        now = stamp_of(self.path)
        if now == self._seen and not 0 < now[1] <= _SMALL:
            return
        self._seen = now
        try:
            content = self.path.read_bytes()
        except OSError:
            content = b""
        lines = [line.decode(errors="replace") for line in content.split(b"\n") if line]
        self._state = next((line[1:] for line in lines if line.startswith(_STATE)), "")
        self._marked = {line for line in lines if not line.startswith(_STATE)}
