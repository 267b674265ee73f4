"""What can happen to a mail: facts of the mail log, and their fold into one row per mail ever seen."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from ..cases.events import FlagSeen
from ..words import Verdict


class Suggestion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An adult who may be meant, and why; `exact` means that every word given fits this adult and no other."""

    adult: str
    why: str
    exact: bool = False


class MailEvent(Struct, frozen=True, kw_only=True, tag_field="kind", tag=True, forbid_unknown_fields=True):
    """The base of all events of the mail log."""


class MailSeen(MailEvent, frozen=True, kw_only=True):
    """A mailbox showed a mail under `key`; its raw bytes are kept. `size` in bytes; `cut`: only headers were taken.

    `old`: it lay there before the day from which the school wants its mail looked at; nothing is drafted for it.
    """

    mailbox: str
    key: str
    sha256: str
    message_id: str
    subject: str
    sender: str
    received: datetime
    size: int
    cut: bool = False
    old: bool = False


class MailJudged(MailEvent, frozen=True, kw_only=True):
    """What became of the mail under `key`, and why, in words for the office."""

    mailbox: str
    key: str
    sha256: str
    verdict: Verdict
    ref: str = ""
    reason: str = ""
    missing: list[str] = []
    suggestions: list[Suggestion] = []
    flags: list[FlagSeen] = []


class MailPutAside(MailEvent, frozen=True, kw_only=True):
    """The server (or the folder) moved the mail to the taken ones."""

    mailbox: str
    key: str


class MailFailed(MailEvent, frozen=True, kw_only=True):
    """Reading or filing this mail broke; after three tries it is an in-tray item."""

    mailbox: str
    key: str
    sha256: str
    what: str


class MailboxReset(MailEvent, frozen=True, kw_only=True):
    """The server renumbered a folder; its mails are known again by their SHA-256."""

    mailbox: str
    what: str


class MailRenumbered(MailEvent, frozen=True, kw_only=True):
    """A mail known as `was` is shown under another key since the folder was renumbered; it is the same mail."""

    mailbox: str
    key: str
    was: str


class MailboxStarted(MailEvent, frozen=True, kw_only=True):
    """The first run on a mailbox began; what came before `since` (None: no limit) is old."""

    mailbox: str
    since: date | None = None


class MailboxCaughtUp(MailEvent, frozen=True, kw_only=True):
    """All that lay in the mailbox at the first run is kept; whatever comes from now on is new, whatever its date."""

    mailbox: str


class ReceiptSent(MailEvent, frozen=True, kw_only=True):
    """The reporter was told, under `message_id`, that the mail has arrived; done once for one mail."""

    mailbox: str
    key: str
    to: str
    message_id: str


AnyMailEvent = (
    MailSeen
    | MailJudged
    | MailPutAside
    | MailFailed
    | MailboxReset
    | MailRenumbered
    | MailboxStarted
    | MailboxCaughtUp
    | ReceiptSent
)


class MailEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of the mail log, chained like a case log."""

    seq: int
    at: datetime
    by: str
    event: AnyMailEvent
    v: int = 1
    prev: str = ""
    hash: str = ""


class MailRow(Struct, frozen=True, kw_only=True):
    """One mail ever seen, as it stands now. `judged` is None until intake has decided."""

    seen: MailSeen
    judged: MailJudged | None = None
    put_aside: bool = False
    failures: int = 0
    receipt: bool = False

    @property
    def verdict(self) -> Verdict:
        """What became of it; a mail not yet judged is in the in-tray: it is visible, never lost."""
        return self.judged.verdict if self.judged else Verdict.INTRAY


def fold_mails(entries: Iterable[MailEntry]) -> dict[tuple[str, str], MailRow]:
    """One row per (mailbox, key), in the order first seen; a renumbered mail keeps its row under its new key."""
    rows: dict[tuple[str, str], MailRow] = {}
    for entry in entries:
        event = entry.event
        if isinstance(event, MailSeen):
            rows[event.mailbox, event.key] = MailRow(seen=event)
        elif isinstance(event, MailRenumbered):
            row = rows.pop((event.mailbox, event.was), None)
            if row:
                rows[event.mailbox, event.key] = replace(row, seen=replace(row.seen, key=event.key))
        elif not isinstance(event, MailboxReset | MailboxStarted | MailboxCaughtUp):
            row = rows.get((event.mailbox, event.key))
            if row:
                rows[event.mailbox, event.key] = after_mail_event(row, event)
    return rows


def after_mail_event(row: MailRow, event: MailJudged | MailPutAside | MailFailed | ReceiptSent) -> MailRow:
    """The row of a mail after one more line about it."""
    match event:
        case MailJudged():
            return replace(row, judged=event)
        case MailPutAside():
            return replace(row, put_aside=True)
        case MailFailed():
            return replace(row, failures=row.failures + 1)
        case ReceiptSent():
            return replace(row, receipt=True)


_NUMBERED = re.compile(r"(\d+):\d+")


def is_renumbered(was: str, key: str) -> bool:
    """Whether two keys of one mailbox may be the same mail twice.

    On a server the first number is the folder's (UIDVALIDITY): it changes for all mails at once. In a plain folder
    the first part is the file's name, which stays when only the time of the file changes.
    """
    before, now = _NUMBERED.fullmatch(was), _NUMBERED.fullmatch(key)
    if before and now:
        return before[1] != now[1]
    return was != key and was.rpartition(":")[0] == key.rpartition(":")[0] != ""


def is_mailbox_known(entries: Iterable[MailEntry], mailbox: str) -> bool:
    """Whether this mailbox was ever read."""
    kinds = MailSeen | MailboxStarted | MailboxCaughtUp
    return any(isinstance(entry.event, kinds) and entry.event.mailbox == mailbox for entry in entries)


def first_run_of(entries: Iterable[MailEntry], mailbox: str) -> MailboxStarted | None:
    """The first run on this mailbox where it is still under way, so that it goes on after a stop."""
    begun: MailboxStarted | None = None
    for entry in entries:
        event = entry.event
        if isinstance(event, MailboxStarted) and event.mailbox == mailbox:
            begun = event
        elif isinstance(event, MailboxCaughtUp) and event.mailbox == mailbox:
            begun = None
    return begun


def count_verdicts(rows: Iterable[MailRow]) -> dict[Verdict, int]:
    """How many mails have each verdict; the sum is the number of mails ever seen."""
    counts = dict.fromkeys(Verdict, 0)
    for row in rows:
        counts[row.verdict] += 1
    return counts
