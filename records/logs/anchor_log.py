"""The log of anchors, `<data>/ledger/anchors.log`, and where every other log of a data folder stands.

Where a log stands is read from its end alone, so that an anchor of 100,000 cases takes seconds.
"""

import hashlib
import os
import re
from collections.abc import Container, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from ...ground.disk import in_plain_words
from ...ground.errors import LogBroken, Problem
from ...ground.plain_file import open_plain
from ...rules.office.exports import AnyOfficeEvent, LogHead, OfficeEntry
from .anchored_files import file_heads
from .case_files import LOG, folder_refs
from .office_log import OfficeLog

ANCHORS = "anchors.log"
LEDGER = "ledger"
CASES = "cases"

_BLOCK = 64 * 1024
_TAIL = re.compile(rb',"hash":"([0-9a-f]{64})"}$')


class _Place(msgspec.Struct):
    seq: int


class AnchorLog:
    """The log of anchors of one data folder. Whoever appends holds the writer lock."""

    def __init__(self, data: Path) -> None:
        """Remember the place.

        Args:
            data: the data folder.
        """
        self._data = data
        self._log = OfficeLog(data / LEDGER, ANCHORS)

    def heads(self) -> Sequence[LogHead]:
        """Where each log stands now, by its last whole line; a log without one is left out.

        Raises:
            WorldFailed: the disk cannot be read.
        """
        return list(heads_of(self._data))

    def files(self, known: Container[str]) -> Sequence[LogHead]:
        """The files beside the logs that are not anchored yet, and the secret; see anchored_files.py.

        Raises:
            WorldFailed: the disk cannot be read.
        """
        return list(file_heads(self._data, known))

    def last(self) -> OfficeEntry | None:
        """The last line of the log of anchors, read without the rest of it.

        Raises:
            LogBroken: it cannot be read.
        """
        path = self._data / LEDGER / ANCHORS
        line = last_line(path)
        if line is None:
            return None
        try:
            return msgspec.json.decode(line, type=OfficeEntry)
        except msgspec.MsgspecError as error:
            raise LogBroken(_unreadable(path, error)) from error

    def entries(self) -> Sequence[OfficeEntry]:
        """All lines of the log of anchors, in order.

        Raises:
            LogBroken: the log does not fit its hash chain.
        """
        return self._log.entries()

    def append(self, at: datetime, by: str, *events: AnyOfficeEvent) -> Sequence[OfficeEntry]:
        """Append with fsync; see `OfficeLog.append`."""
        return self._log.append(at, by, *events)


def heads_of(data: Path) -> Iterator[LogHead]:
    """Where each log of a data folder stands, the log of anchors left out.

    Raises:
        WorldFailed: the disk cannot be read.
    """
    for log in logs_of(data):
        line = last_line(data / log)
        if line is not None and (tail := _TAIL.search(line)):
            with suppress(msgspec.MsgspecError):  # a line that is not an entry is for `verify` to show
                seq = msgspec.json.decode(line, type=_Place).seq
                yield LogHead(log=log, seq=seq, hash=tail[1].decode())


def logs_of(data: Path) -> Iterator[str]:
    """The paths in the data folder of all logs that are anchored: the ledger's, then the cases'."""
    with in_plain_words(data):
        ledger = sorted(path.name for path in (data / LEDGER).glob("*.log"))
    yield from (f"{LEDGER}/{name}" for name in ledger if name != ANCHORS)
    yield from (f"{CASES}/{ref}/{LOG}" for ref in folder_refs(data / CASES))


def last_line(log: Path) -> bytes | None:
    """The last line of a log that is whole, without its newline; None where there is none.

    Bytes after the last newline, and a last line that does not fit its own hash, are the trace of a stop.

    Raises:
        WorldFailed: the disk cannot be read.
    """
    with in_plain_words(log):
        try:
            with open_plain(log, links=False) as file:
                return next((line for line in _backwards(file) if _is_whole(line)), None)
        except FileNotFoundError:
            return None


def _backwards(file: BinaryIO) -> Iterator[bytes]:
    """The whole lines of a file from its end, the last two at most."""
    place = file.seek(0, os.SEEK_END)
    end = b""
    while place > 0 and end.count(b"\n") < 3:
        size = min(max(_BLOCK, len(end)), place)
        place -= size
        file.seek(place)
        end = file.read(size) + end
    lines = end.split(b"\n")[:-1]
    # Three newlines were asked for, as the first line found may be cut through its middle.
    yield from reversed(lines[-2:])


def _is_whole(line: bytes) -> bool:
    tail = _TAIL.search(line)
    return tail is not None and hashlib.sha256(line[: tail.start()]).hexdigest().encode() == tail[1]


def _unreadable(path: Path, error: Exception) -> Problem:
    return Problem(
        where=str(path),
        what=f"The last line cannot be read: {error}.",
        what_to_do="Run `verify`. Do not edit the log; restore it from the last backup.",
    )
