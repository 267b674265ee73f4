"""Questions about the emails ever seen, answered from the folded email log: what the derived index must answer, too."""

from collections.abc import Iterable
from datetime import date, datetime

from ..words import Verdict
from .mail_event import Asking
from .mail_log import MailEntry, MailRow, count_verdicts, known_mails
from .mail_rows import asks


class FoldedMails:
    """The emails of a log that is read whole: good for a few thousand."""

    def __init__(self, entries: Iterable[MailEntry]) -> None:
        self._mails = known_mails(entries)
        self._rows = self._mails.rows

    def row(self, mailbox: str, key: str) -> MailRow | None:
        """The email that this mailbox showed under this key."""
        return self._rows.get((mailbox, key))

    def unjudged(self) -> list[MailRow]:
        """Emails without a verdict, in the order first seen."""
        return [row for row in self._rows.values() if row.judged is None]

    def in_tray(self) -> list[MailRow]:
        """Judged emails that wait for a person, in the order first seen."""
        return [row for row in self._rows.values() if row.judged and row.verdict is Verdict.INTRAY]

    def unmoved(self, mailbox: str) -> list[MailRow]:
        """Emails of this mailbox that were not put aside there, in the order first seen."""
        return [row for row in self._rows.values() if row.seen.mailbox == mailbox and not row.put_aside]

    def of_bytes(self, sha256: str) -> MailRow | None:
        """The first judged email of exactly these bytes."""
        return next((one for one in self._rows.values() if one.judged and one.seen.sha256 == sha256), None)

    def of_message_id(self, message_id: str) -> list[MailRow]:
        """The judged emails of this Message-ID that are not copies, in the order first seen; none for ""."""
        return [
            row
            for row in self._rows.values()
            if message_id
            and row.judged
            and row.seen.message_id == message_id
            and row.verdict is not Verdict.DUPLICATE
        ]

    def asking(self) -> list[MailRow]:
        """Judged emails that may ask for information: those with a flag that starts such a clock."""
        return [row for row in self._rows.values() if asks(row)]

    def is_known(self, mailbox: str) -> bool:
        """Whether this mailbox was ever read."""
        return self._mails.box(mailbox).known

    def first_run_since(self, mailbox: str) -> tuple[bool, date | None]:
        """Whether the first run on this mailbox is still under way, and from which day on its email is new."""
        box = self._mails.box(mailbox)
        return box.started, box.since

    def resets(self, mailbox: str) -> frozenset[str]:
        """What was said of renumberings of this mailbox."""
        return self._mails.box(mailbox).resets

    def last_asked(self, mailbox: str) -> Asking:
        """What a language model was asked about emails of this mailbox on the last day on which it was."""
        return self._mails.box(mailbox).asking

    def had_receipt(self, to: str, day: date) -> bool:
        """Whether a receipt went to this address on this day in England."""
        return (to, day) in self._mails.receipts

    def last_received(self) -> datetime | None:
        """When the newest email was received."""
        return max((row.seen.received for row in self._rows.values()), default=None)

    def counts(self, mailbox: str) -> dict[Verdict, int]:
        """How many emails of this mailbox have each verdict; an email not yet judged counts as in the in-tray."""
        return count_verdicts(row for row in self._rows.values() if row.seen.mailbox == mailbox)
