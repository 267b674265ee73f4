"""Keep what the mailbox shows: raw bytes and a log line on disk first, before anything is decided or moved."""

import hashlib
from collections.abc import Iterable, Mapping

from ..rules.mail_log import MailPutAside, MailRow, MailSeen, fold_mails
from ..rules.report import Arrival
from .office import RULES, Office, Tally

Rows = Mapping[tuple[str, str], MailRow]


def rows_of(office: Office) -> dict[tuple[str, str], MailRow]:
    """Every mail ever seen, as it stands."""
    return fold_mails(office.mail_log.entries())


def keep_new_mail(office: Office, tally: Tally) -> None:
    """Take in every mail the mailbox shows that is not known yet.

    Raises:
        WorldFailed: the mailbox cannot be read; what was taken before that is kept.
    """
    known = {key for mailbox, key in rows_of(office) if mailbox == office.inbox.name}
    for batch in office.inbox.arrivals(lambda key: key in known):
        for arrival in batch:
            _keep(office, arrival)
            tally.mails += 1


def _keep(office: Office, arrival: Arrival) -> None:
    now = office.clock.now()
    sha256 = hashlib.sha256(arrival.raw).hexdigest()
    office.mail_log.keep_raw(sha256, arrival.raw)
    report = office.read_mail(arrival, now)
    seen = MailSeen(
        mailbox=office.inbox.name,
        key=arrival.key,
        sha256=sha256,
        message_id=report.message_id,
        subject=report.subject,
        sender=report.from_address or report.from_name,
        received=report.received,
        size=arrival.size,
        cut=arrival.cut,
    )
    office.mail_log.append(now, RULES, seen)


def put_aside_judged(office: Office, rows: Iterable[MailRow]) -> None:
    """Move every judged mail out of the mailbox, in one go, and log it.

    Raises:
        WorldFailed: the mailbox does not answer; the next round tries again.
    """
    keys = [
        row.seen.key
        for row in rows
        if row.judged and not row.put_aside and row.seen.mailbox == office.inbox.name
    ]
    if not keys:
        return
    office.inbox.put_aside(keys)
    moved = [MailPutAside(mailbox=office.inbox.name, key=key) for key in keys]
    office.mail_log.append(office.clock.now(), RULES, *moved)
