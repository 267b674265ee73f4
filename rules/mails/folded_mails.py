"""Questions about the mails ever seen, answered from the folded mail log: what the derived index must answer, too."""

from collections.abc import Iterable
from datetime import date, datetime

from ...ground.moments import local_day
from ..words import Verdict
from .mail_log import (
    MailboxReset,
    MailEntry,
    MailRow,
    ReceiptSent,
    count_verdicts,
    first_run_of,
    fold_mails,
    is_mailbox_known,
)
from .mail_rows import asks


class FoldedMails:
    """The mails of a log that is read whole: good for a few thousand."""

    def __init__(self, entries: Iterable[MailEntry]) -> None:
        self._entries = list(entries)
        self._rows = fold_mails(self._entries)

    def row(self, mailbox: str, key: str) -> MailRow | None:
        """The mail that this mailbox showed under this key."""
        return self._rows.get((mailbox, key))

    def unjudged(self) -> list[MailRow]:
        """Mails without a verdict, in the order first seen."""
        return [row for row in self._rows.values() if row.judged is None]

    def in_tray(self) -> list[MailRow]:
        """Judged mails that wait for a person, in the order first seen."""
        return [row for row in self._rows.values() if row.judged and row.verdict is Verdict.INTRAY]

    def unmoved(self, mailbox: str) -> list[MailRow]:
        """Mails of this mailbox that were not put aside there, in the order first seen."""
        return [row for row in self._rows.values() if row.seen.mailbox == mailbox and not row.put_aside]

    def of_bytes(self, sha256: str) -> MailRow | None:
        """The first judged mail of exactly these bytes."""
        return next((one for one in self._rows.values() if one.judged and one.seen.sha256 == sha256), None)

    def of_message_id(self, message_id: str) -> list[MailRow]:
        """The judged mails of this Message-ID that are no copies, in the order first seen; none for ""."""
        return [
            row
            for row in self._rows.values()
            if message_id
            and row.judged
            and row.seen.message_id == message_id
            and row.verdict is not Verdict.DUPLICATE
        ]

    def asking(self) -> list[MailRow]:
        """Judged mails that may ask for information: those with a flag that starts such a clock."""
        return [row for row in self._rows.values() if asks(row)]

    def is_known(self, mailbox: str) -> bool:
        """Whether this mailbox was ever read."""
        return is_mailbox_known(self._entries, mailbox)

    def first_run_since(self, mailbox: str) -> tuple[bool, date | None]:
        """Whether the first run on this mailbox is still under way, and from which day on its mail is new."""
        begun = first_run_of(self._entries, mailbox)
        return begun is not None, begun.since if begun else None

    def resets(self, mailbox: str) -> frozenset[str]:
        """What was said of renumberings of this mailbox."""
        return frozenset(
            entry.event.what
            for entry in self._entries
            if isinstance(entry.event, MailboxReset) and entry.event.mailbox == mailbox
        )

    def had_receipt(self, to: str, day: date) -> bool:
        """Whether a receipt went to this address on this day in England."""
        return any(
            isinstance(entry.event, ReceiptSent) and entry.event.to == to and local_day(entry.at) == day
            for entry in self._entries
        )

    def last_received(self) -> datetime | None:
        """When the newest mail was received."""
        return max((row.seen.received for row in self._rows.values()), default=None)

    def counts(self, mailbox: str) -> dict[Verdict, int]:
        """How many mails of this mailbox have each verdict; a mail not yet judged counts as in the in-tray."""
        return count_verdicts(row for row in self._rows.values() if row.seen.mailbox == mailbox)
