"""Who wrote before: the earlier emails of one sender, from the rows of the email log."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from ..words import Verdict
from .mail_log import MailRow

SHOWN = 3


class EarlierMail(Struct, frozen=True, kw_only=True):
    """One earlier email of a sender: its number, when it came, what became of it, and its case or ""."""

    sha256: str
    received: datetime
    verdict: Verdict
    ref: str


class Earlier(Struct, frozen=True, kw_only=True):
    """How many emails a sender wrote before one, and the last few of them, newest first."""

    count: int = 0
    last: tuple[EarlierMail, ...] = ()


NONE = Earlier()


def earlier_mails(row: MailRow, rows: Iterable[MailRow]) -> Earlier:
    """What came from the same address before an email; copies of the same email are not counted."""
    sender = address_of(row.seen.sender)
    if not sender:
        return NONE
    before = [
        one
        for one in rows
        if one.judged
        and one.verdict is not Verdict.DUPLICATE
        and one.seen.sha256 != row.seen.sha256
        and one.seen.received < row.seen.received
        and address_of(one.seen.sender) == sender
    ]
    before.sort(key=lambda one: one.seen.received, reverse=True)
    return Earlier(count=len(before), last=tuple(map(_earlier, before[:SHOWN])))


def by_sender(rows: Iterable[MailRow]) -> dict[str, list[MailRow]]:
    """Emails by their sender's address, so that each of many needs not look through all."""
    found: dict[str, list[MailRow]] = {}
    for row in rows:
        found.setdefault(address_of(row.seen.sender), []).append(row)
    return found


def address_of(sender: str) -> str:
    """The address of a sender as the log has it, lower case; "" where the log has only a name, which proves nothing."""
    return sender.strip().casefold() if "@" in sender else ""


def _earlier(row: MailRow) -> EarlierMail:
    judged = row.judged
    return EarlierMail(
        sha256=row.seen.sha256,
        received=row.seen.received,
        verdict=judged.verdict if judged else Verdict.INTRAY,
        ref=judged.ref if judged else "",
    )
