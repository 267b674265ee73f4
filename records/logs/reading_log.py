"""Who opened what at the desk: append-only and chained, in a lock of its own, so that no reader waits for a writer.

What was read of a case is in the case's own folder, so that it is deleted and copied with the case; what was read of
emails is in the ledger.
"""

import threading
from collections import OrderedDict
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from ...ground.disk import in_plain_words, make_folder
from ...ground.errors import Busy, Problem
from ...rules.office.exports import OfficeEntry
from ...rules.office.reading_events import READINGS, PageRead, is_same_reading
from .case_files import REF
from .chain import Log, in_utc

LOCK = "reads.lock"
SECONDS = 2.0
"""For another reader to write a line."""
MOST_REMEMBERED, MOST_OPEN = 5_000, 50


class ReadingLog:
    """The readings of one school. Threads may use it at once."""

    def __init__(self, data: Path) -> None:
        """Remember the place: the data folder."""
        self._data = data
        self._turn = threading.Lock()
        self._last: OrderedDict[tuple[str, str, str], datetime] = OrderedDict()
        self._logs: OrderedDict[Path, Log[OfficeEntry]] = OrderedDict()

    def note(self, at: datetime, by: str, read: PageRead) -> bool:
        """Note that a page was opened, with fsync; whether it is a reading of its own and not one that goes on.

        Raises:
            Busy: somebody else holds the log.
            LogBroken: the log does not fit its chain; nothing is put behind it.
            WorldFailed: the disk is full or broken.
        """
        key = (by, read.what, read.page)
        with self._turn:
            if is_same_reading(self._last.get(key), at):
                return False
            self._append(at, by, read)
            self._last[key] = at
            self._last.move_to_end(key)
            while len(self._last) > MOST_REMEMBERED:
                self._last.popitem(last=False)
            return True

    def _append(self, at: datetime, by: str, read: PageRead) -> None:
        path = place_of_readings(self._data, read.what)
        make_folder(path.parent)
        lock = FileLock(self._data / LOCK, mode=0o600)
        with in_plain_words(path):
            try:
                lock.acquire(timeout=SECONDS)
            except Timeout:
                what, do = "Somebody else writes to the log of readings.", "Open the page again."
                raise Busy(Problem(where=str(path), what=what, what_to_do=do)) from None
            try:
                self._log(path).append([OfficeEntry(seq=0, at=in_utc(at), by=by, event=read)])
            finally:
                lock.release()

    def _log(self, path: Path) -> Log[OfficeEntry]:
        log = self._logs.pop(path, None) or Log(path, OfficeEntry)
        self._logs[path] = log
        while len(self._logs) > MOST_OPEN:
            self._logs.popitem(last=False)
        return log


def place_of_readings(data: Path, what: str) -> Path:
    """The file that holds the readings of a case, or of emails."""
    case = data / "cases" / what
    return (case if REF.fullmatch(what) and case.is_dir() else data / "ledger") / READINGS


def readings_in(path: Path) -> list[tuple[datetime, str, PageRead]]:
    """When, who, and which page; nothing where nobody read.

    Raises:
        LogBroken: the log does not fit its chain.
        WorldFailed: the disk cannot be read.
    """
    entries = Log(path, OfficeEntry).read().entries
    return [(one.at, one.by, one.event) for one in entries if isinstance(one.event, PageRead)]
