"""Send the mails that wait: each under its own Message-ID, and only those that a log line speaks of."""

from ..rules.errors import WorldFailed
from ..rules.outgoing import MailKind, OutgoingMail
from .office import Office, Tally

LOGGED = frozenset({MailKind.APPROVAL, MailKind.DECISION, MailKind.ALERT, MailKind.REMINDER})
"""Kinds whose Message-ID stands in the case's log; one that does not is left over from a stop in between."""


def send_waiting(office: Office, tally: Tally) -> None:
    """Send all that waits; when the server fails, the rest stays for the next round."""
    for mail in office.queue.waiting():
        if not _is_logged(office, mail):
            office.queue.withdraw(mail.message_id)
            continue
        try:
            office.outbox.send(mail)
        except WorldFailed as failure:
            tally.problems.extend(failure.problems)
            return
        office.queue.sent(mail.message_id)
        tally.sent += 1


def _is_logged(office: Office, mail: OutgoingMail) -> bool:
    """Log first: a mail that was queued just before the program stopped, and never logged, is not sent."""
    if mail.kind not in LOGGED or not mail.ref:
        return True
    return mail.message_id in office.case(mail.ref).sent_ids
