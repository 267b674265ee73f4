"""The emails that need a person, and how many came in all, in memory while the log of emails is the same file."""

import threading
from dataclasses import dataclass, field
from pathlib import Path

from ...records.logs.stamps import NO_FILE, Stamp, stamp_of
from ...rules.mails.mail_log import MailRow
from ...rules.words import Verdict
from ...workflows.office import Office
from ..cards import in_tray


@dataclass(slots=True)
class TrayRows:
    """The in-tray of one school and its counts, shared by all threads; a log that grew is asked again."""

    data: Path
    _known: tuple[Stamp, tuple[MailRow, ...]] = (NO_FILE, ())
    _counted: tuple[Stamp, str, tuple[tuple[Verdict, int], ...]] = (NO_FILE, "", ())
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def rows(self, office: Office) -> tuple[MailRow, ...]:
        """The emails that wait for a person: red first, then amber, then plain, each oldest first."""
        stamp = self._stamp()
        with self._lock:
            known = self._known
        if known[0] == stamp != NO_FILE:
            return known[1]
        rows = tuple(in_tray(office.index.mails.in_tray()))
        with self._lock:
            self._known = (stamp, rows)
        return rows

    def counts(self, office: Office) -> tuple[tuple[Verdict, int], ...]:
        """What became of all emails ever seen in the mailbox that is read now.

        Raises:
            LetterladderError: the log cannot be read.
        """
        stamp, mailbox = self._stamp(), office.inbox.name
        with self._lock:
            known = self._counted
        if known[0] == stamp != NO_FILE and known[1] == mailbox:
            return known[2]
        counts = tuple(office.index.mails.counts(mailbox).items())
        with self._lock:
            self._counted = (stamp, mailbox, counts)
        return counts

    def _stamp(self) -> Stamp:
        return stamp_of(self.data / "ledger" / "mails.log")
