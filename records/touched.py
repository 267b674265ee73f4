"""Which cases were written on since the derived index was last brought up to date: `<data>/index.touched`.

A reference is noted before its log is written, so that a stop in between leaves a case looked at once too often and
never once too seldom. The note is not forced to the disk (that would cost each entry as much as the entry itself):
after a loss of power the machine has another boot id, and the index is compared with every log instead.
"""

import os
from contextlib import suppress
from pathlib import Path

from ..rules.errors import WorldFailed
from .durable import in_plain_words
from .index_store import FILES

TOUCHED = "index.touched"
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")

Stamp = tuple[int, int, int]
"""Inode, size in bytes and time of change in nanoseconds of a file; all 0 where there is none."""

NO_FILE: Stamp = (0, 0, 0)


def stamp_of(path: str | Path) -> Stamp:
    """What tells that a file was changed."""
    try:
        status = os.stat(path)  # noqa: PTH116 - asked of many thousand logs; a Path for each takes longer
    except OSError:
        return NO_FILE
    return (status.st_ino, status.st_size, status.st_mtime_ns)


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
            self._give_up()
        self._look()

    def _give_up(self) -> None:
        """Without the note the index cannot be trusted: it goes, and the next round makes it anew."""
        with in_plain_words(self.path):
            for name in FILES:
                self.path.with_name(name).unlink(missing_ok=True)

    def refs(self) -> frozenset[str]:
        """The cases noted."""
        self._look()
        return frozenset(self._marked)

    def clear(self) -> None:
        """The index is up to date: forget the note. Where that fails, cases are looked at once more."""
        if self.path.exists():
            with suppress(OSError, WorldFailed):
                os.truncate(self.path, 0)
        self._look()

    def _look(self) -> None:
        """Read the note again where somebody else wrote in it."""
        now = stamp_of(self.path)
        if now == self._seen:
            return
        self._seen = now
        try:
            content = self.path.read_bytes()
        except OSError:
            content = b""
        self._marked = {line.decode(errors="replace") for line in content.split(b"\n") if line}
