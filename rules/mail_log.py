"""What can happen to a mail: facts of the mail log, and their fold into one row per mail ever seen."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from .events import FlagSeen
from .words import Verdict


class Suggestion(Struct, frozen=True, kw_only=True):
    """An adult who may be meant, and why; `exact` means that every word given fits this adult and no other."""

    adult: str
    why: str
    exact: bool = False


class MailEvent(Struct, frozen=True, kw_only=True, tag_field="kind", tag=True):
    """The base of all events of the mail log."""


class MailSeen(MailEvent, frozen=True, kw_only=True):
    """A mailbox showed a mail under `key`; its raw bytes are kept. `size` in bytes; `cut`: only headers were taken."""

    mailbox: str
    key: str
    sha256: str
    message_id: str
    subject: str
    sender: str
    received: datetime
    size: int
    cut: bool = False


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


AnyMailEvent = MailSeen | MailJudged | MailPutAside | MailFailed | MailboxReset


class MailEntry(Struct, frozen=True, kw_only=True):
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

    @property
    def verdict(self) -> Verdict:
        """What became of it; a mail not yet judged is in the in-tray: it is visible, never lost."""
        return self.judged.verdict if self.judged else Verdict.INTRAY


def fold_mails(entries: Iterable[MailEntry]) -> dict[tuple[str, str], MailRow]:
    """One row per (mailbox, key), in the order first seen."""
    rows: dict[tuple[str, str], MailRow] = {}
    for entry in entries:
        event = entry.event
        if isinstance(event, MailboxReset):
            continue
        place = (event.mailbox, event.key)
        row = rows.get(place)
        if isinstance(event, MailSeen):
            rows[place] = MailRow(seen=event)
        elif row is None:
            continue
        elif isinstance(event, MailJudged):
            rows[place] = _with(row, judged=event)
        elif isinstance(event, MailPutAside):
            rows[place] = _with(row, put_aside=True)
        else:
            rows[place] = _with(row, failures=row.failures + 1)
    return rows


def _with(
    row: MailRow,
    *,
    judged: MailJudged | None = None,
    put_aside: bool | None = None,
    failures: int | None = None,
) -> MailRow:
    return MailRow(
        seen=row.seen,
        judged=judged or row.judged,
        put_aside=row.put_aside if put_aside is None else put_aside,
        failures=row.failures if failures is None else failures,
    )


def count_verdicts(rows: Iterable[MailRow]) -> dict[Verdict, int]:
    """How many mails have each verdict; the sum is the number of mails ever seen."""
    counts = dict.fromkeys(Verdict, 0)
    for row in rows:
        counts[row.verdict] += 1
    return counts
