"""Which cases were written on, in order: `<data>/index.touched`, by which the derived index is brought up to date.

A reference is noted, and forced to the disk, before its log is written. One process writes at a time (lock.py), so
whatever is noted before the last line is over. The log that the last line names may still be being written, so
whoever follows the note asks about that line again each time.

The first line names the note. Of another note, or one that is shorter than it was, nobody knows what is missing in
it; every log is then compared with the index.
"""

import os
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from ...ground.disk import in_plain_words, write_file
from ...ground.plain_file import open_plain, plain_handle
from .stamps import NO_FILE, Stamp, stamp_from, stamp_of

TOUCHED = "index.touched"
MOST_BYTES = 65_536
"""A longer note is started again by the next round."""


class Noted(Struct, frozen=True, kw_only=True):
    """What the note says.

    Attributes:
        stamp: of the note as it was read; `NO_FILE` where there is none.
        read_to: which note this is and where its last line begins, to go on from.
        follows: whether it is the note that was read before, and none of it is missing.
        refs: the cases noted since; where it does not follow, all that are noted.
        last: the case in the last line.
    """

    stamp: Stamp = NO_FILE
    read_to: str = ""
    follows: bool = False
    refs: frozenset[str] = frozenset()
    last: str = ""


class Touched:
    """The note of cases written on. Whoever marks or begins it again holds the writer lock."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / TOUCHED
        self._end: tuple[Stamp, str] = (NO_FILE, "")

    def mark(self, ref: str) -> None:
        """Note that this case is about to be written on.

        Raises:
            WorldFailed: it cannot be noted, and the note cannot be thrown away either.
        """
        if self._end == (stamp_of(self.path), ref):
            return  # It is in the last line, which is asked about again each time.
        try:
            self._append(ref)
        except OSError:
            self._give_up()
        self._end = (stamp_of(self.path), ref)

    def _append(self, ref: str) -> None:
        handle = plain_handle(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        try:
            name = b"" if os.fstat(handle).st_size else _new_name()
            # A newline before it, too: what a full disk or a stop has left of an earlier line is not part of it.
            line = name + f"\n{ref}\n".encode()
            if os.write(handle, line) < len(line):
                raise OSError(self.path)
            os.fsync(handle)
        finally:
            os.close(handle)

    def _give_up(self) -> None:
        """A note in which something is missing must not be followed; without one, every log is compared."""
        with in_plain_words(self.path):
            if self.path.is_file():
                self.path.unlink()

    def since(self, read_to: str) -> Noted:
        """What was noted since it was read up to there; "" where it was never read."""
        try:
            with open_plain(self.path) as file:
                stamp = stamp_from(os.fstat(file.fileno()))
                content = file.read(stamp[1])
        except OSError:
            return Noted()
        name, _, _ = content.partition(b"\n")
        known, _, place = read_to.partition(" ")
        follows = known == name.hex() != "" and int(place) <= len(content)
        refs = content[int(place) if follows else len(name) :].decode(errors="replace").split()
        lines = content.rstrip(b"\n")
        last = lines.rfind(b"\n") + 1 or len(lines)
        return Noted(
            stamp=stamp,
            read_to=f"{name.hex()} {last}",
            follows=follows,
            refs=frozenset(refs),
            last=refs[-1] if refs else "",
        )

    def begin_anew(self, refs: Callable[[], Iterable[str]]) -> None:
        """Begin the note where there is none, and again where it has grown long; every log is then compared once.

        Args:
            refs: says which cases stay noted where there was a note.

        Raises:
            WorldFailed: the disk is full or broken; the note is as before.
        """
        stamp = stamp_of(self.path)
        if stamp == NO_FILE or stamp[1] > MOST_BYTES:
            stay = () if stamp == NO_FILE else refs()
            write_file(self.path, _new_name() + "".join(f"\n{ref}\n" for ref in stay).encode())


def _new_name() -> bytes:
    return f"{secrets.token_hex(8)}\n".encode()
