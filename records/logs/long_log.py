"""A chained log that may grow to hundreds of megabytes: followed from where one stopped, appended to at its end."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Generic

import msgspec

from ...ground.disk import append_line, in_plain_words
from ...ground.errors import LogBroken, Problem
from ...ground.plain_file import open_plain
from .chain import Chain, End, EntryT, Log, as_it_should_be, chain_up, is_json, read_line, set_aside
from .stamps import Stamp, stamp_of

READ_WHOLE = 4_000_000
"""Bytes up to which a log is checked whole before each entry; of a longer one only the last line is looked at."""

BLOCK = 65_536


class LongLog(Generic[EntryT]):
    """One long log on disk. A short one is treated as any log is."""

    def __init__(self, path: Path, kind: type[EntryT], *, read_whole: int = READ_WHOLE) -> None:
        self.path = path
        self._kind = kind
        self._read_whole = read_whole
        self._log = Log(path, kind)

    def read(self) -> Chain[EntryT]:
        """The whole log.

        Raises:
            LogBroken: as for `read_chain`.
        """
        return self._log.read()

    def append(self, bare: Sequence[EntryT]) -> None:
        """Append entries behind the log's present end; they are on disk when this returns.

        Raises:
            LogBroken: the log (of a long one: its last line) does not fit its chain; nothing is put behind it.
            WorldFailed: the disk is full or broken; the log is as before.
        """
        if self.stamp()[1] <= self._read_whole:
            self._log.append(bare)
            return
        end, whole, torn = self._tail()
        if torn:
            set_aside(self.path, whole, torn)
        lines, _ = chain_up(end, bare)
        if lines:
            append_line(self.path, b"\n".join(lines))

    def stamp(self) -> Stamp:
        """What tells that the log was changed."""
        return stamp_of(self.path)

    def follow(self, start: int, before: End) -> Iterator[tuple[EntryT, int]]:
        """The entries from byte `start` on, each with the byte behind its line; `before` is the end up to there.

        A torn last line is not an entry.

        Raises:
            LogBroken: a line was changed, is missing, cannot be read, or was written by a newer Letterladder.
            WorldFailed: the disk cannot be read.
        """
        last: EntryT | End = before
        place, decode = start, msgspec.json.Decoder(self._kind).decode
        with in_plain_words(self.path), open_plain(self.path, links=False) as file:
            size = os.fstat(file.fileno()).st_size
            file.seek(max(0, start - 1))
            if start and file.read(1) != b"\n":
                raise LogBroken(_another(self.path))
            for line in file:
                place += len(line)
                if not line.endswith(b"\n") or (place == size and not is_json(line)):
                    return
                line = line[:-1]  # noqa: PLW2901 - without its end
                last = as_it_should_be(line, decode, last) or read_line(
                    line, self._kind, last, str(self.path)
                )
                yield last, place

    def _tail(self) -> tuple[End, int, bytes]:
        """The end of the log, the bytes up to it, and the torn bytes behind it."""
        with in_plain_words(self.path), open_plain(self.path, links=False) as file:
            size = file.seek(0, os.SEEK_END)
            length = BLOCK
            while True:
                file.seek(start := max(0, size - length))
                content = file.read()
                lines = content.split(b"\n")
                torn = lines.pop()
                if not torn and (len(lines) > 1 or start == 0) and lines and not is_json(lines[-1]):
                    torn = lines.pop() + b"\n"
                if len(lines) > 1 or start == 0:
                    break
                length *= 2
        return self._end_of(lines[-1]) if lines else End(), size - len(torn), torn

    def _end_of(self, line: bytes) -> End:
        """The end that a last line makes; what came before it is checked where the log is read whole."""
        entry = read_line(line, self._kind, None, str(self.path))
        return End(entry.seq, entry.hash)


def _another(log: Path) -> Problem:
    return Problem(
        where=str(log),
        what="No line ends where one ended before: this is a different log, or it was tampered with.",
        what_to_do="Run `verify`, which reads all of it and says where it does not fit.",
    )
