"""The end of the email log: what its lines say of emails and mailboxes, over what was known before them."""

from collections.abc import Callable
from datetime import date

from ...rules.mails.mail_log import Box, MailEntry, MailRow

__all__ = ["Box", "Key", "LogEnd", "Numbered"]

Key = tuple[str, str]
"""A mailbox and the key under which it shows an email."""

Numbered = tuple[int, MailRow]
"""An email with its place in the order first seen."""


class LogEnd:
    """Emails (None: known under this key no more), mailboxes and receipts, as the lines read so far tell them."""

    def __init__(
        self, known_mail: Callable[[Key], Numbered | None], known_box: Callable[[str], Box], following: int
    ) -> None:
        """Begin with no line.

        Args:
            known_mail: an email as it stood before these lines.
            known_box: a mailbox as it stood before these lines.
            following: the place of the next email in the order first seen.
        """
        self.rows: dict[Key, Numbered | None] = {}
        self.boxes: dict[str, Box] = {}
        self.receipts: set[tuple[str, date]] = set()
        self.following = following
        self._known_mail = known_mail
        self._known_box = known_box

    def mail(self, key: Key) -> Numbered | None:
        """An email as it stands now."""
        return self.rows[key] if key in self.rows else self._known_mail(key)

    def box(self, mailbox: str) -> Box:
        """A mailbox as it stands now."""
        return self.boxes[mailbox] if mailbox in self.boxes else self._known_box(mailbox)

    def take(self, entry: MailEntry) -> None:
        """One more line; what it changes stands with its kind of event."""
        entry.event.fold(self, entry)

    def row(self, mailbox: str, key: str) -> MailRow | None:
        """An email as it stands now, without its place."""
        known = self.mail((mailbox, key))
        if known is None:
            return None
        self.rows[mailbox, key] = known  # it is about to change, and need not be asked for twice
        return known[1]

    def put(self, mailbox: str, key: str, row: MailRow) -> None:
        """Keep an email as it stands now, in its place or in a new one."""
        known = self.mail((mailbox, key))
        self.rows[mailbox, key] = (known[0] if known else self._number(), row)

    def drop(self, mailbox: str, key: str) -> None:
        """Keep that no email is known under this key any more."""
        self.rows[mailbox, key] = None

    def put_box(self, mailbox: str, box: Box) -> None:
        """Keep a mailbox as it stands now."""
        self.boxes[mailbox] = box

    def put_receipt(self, to: str, day: date) -> None:
        """Keep that this address was sent a receipt on this day."""
        self.receipts.add((to, day))

    def _number(self) -> int:
        self.following += 1
        return self.following - 1
