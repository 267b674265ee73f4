"""The fold of the email log, and the questions that the derived index must answer, too, answered from it."""

from collections.abc import Iterable
from datetime import date, datetime

from ..words import Verdict
from .earlier_mails import address_of
from .mail_event import Asking
from .mail_log import NO_BOX, Box, MailEntry, MailRow
from .mail_rows import asks, count_verdicts

BY_MACHINES = frozenset({Verdict.ROBOT, Verdict.BOUNCE})
"""Verdicts of emails that nobody is asked to read."""


class PlainMails:
    """The emails and mailboxes of a log that is read whole, in memory; emails in the order first seen."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], MailRow] = {}
        self.boxes: dict[str, Box] = {}
        self.receipts: set[tuple[str, date]] = set()

    def row(self, mailbox: str, key: str) -> MailRow | None:
        """The email that this mailbox shows under this key."""
        return self.rows.get((mailbox, key))

    def put(self, mailbox: str, key: str, row: MailRow) -> None:
        """Keep an email as it stands now."""
        self.rows[mailbox, key] = row

    def drop(self, mailbox: str, key: str) -> None:
        """Forget an email that is shown under another key from now on."""
        self.rows.pop((mailbox, key), None)

    def box(self, mailbox: str) -> Box:
        """A mailbox as it stands."""
        return self.boxes.get(mailbox, NO_BOX)

    def put_box(self, mailbox: str, box: Box) -> None:
        """Keep a mailbox as it stands now."""
        self.boxes[mailbox] = box

    def put_receipt(self, to: str, day: date) -> None:
        """Keep that this address was sent a receipt on this day."""
        self.receipts.add((to, day))


def known_mails(entries: Iterable[MailEntry]) -> PlainMails:
    """All that these lines of the log tell; what each changes stands with its kind of event."""
    mails = PlainMails()
    for entry in entries:
        entry.event.fold(mails, entry)
    return mails


def fold_mails(entries: Iterable[MailEntry]) -> dict[tuple[str, str], MailRow]:
    """One row per (mailbox, key), in the order first seen; a renumbered email keeps its row under its new key."""
    return known_mails(entries).rows


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

    def by_machines(self, most: int) -> list[MailRow]:
        """The last emails that were filed as a machine's, newest first."""
        found = [row for row in self._rows.values() if row.judged and row.verdict in BY_MACHINES]
        return found[::-1][:most]

    def unmoved(self, mailbox: str) -> list[MailRow]:
        """Emails of this mailbox that were not put aside there, in the order first seen."""
        return [row for row in self._rows.values() if row.seen.mailbox == mailbox and not row.put_aside]

    def of_bytes(self, sha256: str) -> MailRow | None:
        """The first judged email of exactly these bytes."""
        return next((one for one in self._rows.values() if one.judged and one.seen.sha256 == sha256), None)

    def named(self, start: str) -> list[MailRow]:
        """Emails whose SHA-256 begins so, copies among them, in the order first seen."""
        return [row for row in self._rows.values() if row.seen.sha256.startswith(start)]

    def of_sender(self, address: str) -> list[MailRow]:
        """Judged emails from this address, lower case, in the order first seen; none for ""."""
        return [
            row
            for row in self._rows.values()
            if address and row.judged and address_of(row.seen.sender) == address
        ]

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
