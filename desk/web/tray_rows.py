"""The emails that need a person, in memory for as long as the log of emails is the same file."""

import threading
from dataclasses import dataclass, field
from pathlib import Path

from ...records.logs.stamps import NO_FILE, Stamp, stamp_of
from ...rules.mails.mail_log import MailRow
from ...workflows.office import Office
from ..cards import in_tray


@dataclass(slots=True)
class TrayRows:
    """The in-tray of one school, shared by all threads; a log that grew is asked again."""

    data: Path
    _known: tuple[Stamp, tuple[MailRow, ...]] = (NO_FILE, ())
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def rows(self, office: Office) -> tuple[MailRow, ...]:
        """The emails that wait for a person: red first, then amber, then plain, each oldest first."""
        stamp = stamp_of(self.data / "ledger" / "mails.log")
        with self._lock:
            known = self._known
        if known[0] == stamp != NO_FILE:
            return known[1]
        rows = tuple(in_tray(office.index.mails.in_tray()))
        with self._lock:
            self._known = (stamp, rows)
        return rows
