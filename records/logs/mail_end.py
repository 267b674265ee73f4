"""The end of the mail log: what its lines say of mails and mailboxes, over what was known before them."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ...ground.moments import local_day
from ...rules.mails.mail_log import (
    MailboxCaughtUp,
    MailboxReset,
    MailboxStarted,
    MailEntry,
    MailRenumbered,
    MailRow,
    MailSeen,
    ReceiptSent,
    after_mail_event,
)

Key = tuple[str, str]
"""A mailbox and the key under which it shows a mail."""

Numbered = tuple[int, MailRow]
"""A mail with its place in the order first seen."""


class Box(Struct, frozen=True, kw_only=True):
    """What the log says of a mailbox: whether it was read, and its first run while that is under way."""

    known: bool = False
    started: bool = False
    since: date | None = None
    resets: frozenset[str] = frozenset()


class LogEnd:
    """Mails (None: known under this key no more), mailboxes and receipts, as the lines read so far tell them."""

    def __init__(
        self, known_mail: Callable[[Key], Numbered | None], known_box: Callable[[str], Box], following: int
    ) -> None:
        """Begin with no line.

        Args:
            known_mail: a mail as it stood before these lines.
            known_box: a mailbox as it stood before these lines.
            following: the place of the next mail in the order first seen.
        """
        self.rows: dict[Key, Numbered | None] = {}
        self.boxes: dict[str, Box] = {}
        self.receipts: set[tuple[str, date]] = set()
        self.following = following
        self._known_mail = known_mail
        self._known_box = known_box

    def mail(self, key: Key) -> Numbered | None:
        """A mail as it stands now."""
        return self.rows[key] if key in self.rows else self._known_mail(key)

    def box(self, mailbox: str) -> Box:
        """A mailbox as it stands now."""
        return self.boxes[mailbox] if mailbox in self.boxes else self._known_box(mailbox)

    def take(self, entry: MailEntry) -> None:
        """One more line."""
        match event := entry.event:
            case MailSeen():
                self._see(event)
            case MailRenumbered():
                self._renumber(event)
            case MailboxReset(mailbox=name):
                box = self.box(name)
                self.boxes[name] = replace(box, resets=box.resets | {event.what})
            case MailboxStarted(mailbox=name):
                self.boxes[name] = replace(self.box(name), known=True, started=True, since=event.since)
            case MailboxCaughtUp(mailbox=name):
                self.boxes[name] = replace(self.box(name), known=True, started=False, since=None)
            case _:
                known = self.mail(key := (event.mailbox, event.key))
                if known:
                    self.rows[key] = (known[0], after_mail_event(known[1], event))
                if isinstance(event, ReceiptSent):
                    self.receipts.add((event.to, local_day(entry.at)))

    def _see(self, event: MailSeen) -> None:
        key = (event.mailbox, event.key)
        known = self.mail(key)
        self.rows[key] = (known[0] if known else self._number(), MailRow(seen=event))
        box = self.box(event.mailbox)
        if not box.known:
            self.boxes[event.mailbox] = replace(box, known=True)

    def _renumber(self, event: MailRenumbered) -> None:
        known = self.mail((event.mailbox, event.was))
        if known is None:
            return
        self.rows[event.mailbox, event.was] = None
        there = self.mail((event.mailbox, event.key))
        row = replace(known[1], seen=replace(known[1].seen, key=event.key))
        self.rows[event.mailbox, event.key] = (there[0] if there else self._number(), row)

    def _number(self) -> int:
        self.following += 1
        return self.following - 1
