"""The school's own logs under `<data>/ledger`: copies made, requests, deletions, printing ...; chained like a case."""

from datetime import datetime
from pathlib import Path

from msgspec import UNSET

from ...ground.disk import make_folder
from ...ground.errors import LetterladderError, Problem
from ...rules.office.exports import AnyOfficeEvent, OfficeEntry
from ...rules.office.reading_events import READINGS
from .chain import Log, in_utc, read_chain

EXPORTS, REQUESTS, DELETIONS, AGREEMENTS = "exports.log", "requests.log", "deletions.log", "agreements.log"
PRINTING = "printing.log"
TELLING = "telling.log"
"""Who was told of what together, and who is away."""
LOGS = (EXPORTS, REQUESTS, DELETIONS, AGREEMENTS, PRINTING, TELLING, READINGS)


class OfficeLog:
    """One of the school's own logs. Whoever appends holds the writer lock."""

    def __init__(self, folder: Path, name: str) -> None:
        """Remember the place.

        Args:
            folder: the ledger's, `<data>/ledger`; made with the first line.
            name: one of `LOGS`.
        """
        self._folder = folder
        self._log: Log[OfficeEntry] = Log(folder / name, OfficeEntry)

    def entries(self) -> list[OfficeEntry]:
        """All entries, in order; none where nothing was ever logged.

        Raises:
            LogBroken: the log does not fit its hash chain.
        """
        return list(self._log.read().entries)

    def append(self, at: datetime, by: str, *events: AnyOfficeEvent, order: str = "") -> list[OfficeEntry]:
        """Append with fsync; `at` with its zone, kept in UTC.

        Raises:
            LogBroken: the log does not fit its chain; nothing is put behind it.
            WorldFailed: the disk is full or broken; nothing was appended.
        """
        make_folder(self._folder)
        moment = in_utc(at)
        return self._log.append(
            [OfficeEntry(seq=0, at=moment, by=by, event=event, order=order or UNSET) for event in events]
        )


def problems_of_logs(folder: Path) -> list[Problem]:
    """What does not fit in the school's own logs; nothing is raised."""
    found: list[Problem] = []
    for name in LOGS:
        try:
            found += read_chain(folder / name, OfficeEntry).problems
        except LetterladderError as error:
            found += error.problems
    return found
