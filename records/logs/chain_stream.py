"""Reads a log line by line, for one who checks logs larger than memory should hold; only reads."""

from collections.abc import Iterator
from pathlib import Path
from typing import Generic

import msgspec

from ...ground.disk import in_plain_words
from ...ground.errors import LogBroken, Problem
from ...ground.plain_file import open_plain
from .chain import End, EntryT, as_it_should_be, is_json, read_line, torn_problem


class LogReading(Generic[EntryT]):
    """One log, read once. What does not fit is in `problems` when the reading ends; nothing is raised for it.

    Attributes:
        lines: how many whole lines were read.
        is_broken: a line did not fit, so that the reading ended before the log did.
    """

    def __init__(self, log: Path, kind: type[EntryT]) -> None:
        self.log = log
        self._kind = kind
        self.lines = 0
        self.is_broken = False
        self.problems: list[Problem] = []

    def __iter__(self) -> Iterator[EntryT]:
        """The entries, in order, up to the first that does not fit; none where there is no log.

        Raises:
            WorldFailed: the disk cannot be read.
        """
        last: EntryT | End = End()
        where, decode = str(self.log), msgspec.json.Decoder(self._kind).decode
        try:
            for line in self._whole_lines():
                last = as_it_should_be(line, decode, last) or read_line(line, self._kind, last, where)
                self.lines += 1
                yield last
        except LogBroken as broken:
            self.problems += broken.problems
            self.is_broken = True

    def _whole_lines(self) -> Iterator[bytes]:
        """All lines but a last one that is unfinished: without its newline, or no JSON though it has one."""
        held: bytes | None = None
        with in_plain_words(self.log):
            if not self.log.exists():
                return
            with open_plain(self.log, links=False) as file:
                for line in file:
                    if held is not None:
                        yield held[:-1]
                    held = line
        if held is None:
            return
        if held.endswith(b"\n") and is_json(held):
            yield held[:-1]
        else:
            self.problems.append(torn_problem(str(self.log), self.lines + 1))
