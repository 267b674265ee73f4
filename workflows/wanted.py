"""Whether an email that waits is still to be sent: its log mentions it, and what it is about still waits."""

from ..rules.mails.outgoing import LOGGED, MailKind, OutgoingMail
from ..rules.mails.print_run import held_by
from ..rules.mails.telling import is_waiting
from ..rules.office.exports import DigestMade, RequestReminded
from .office import Office


def is_wanted(office: Office, mail: OutgoingMail) -> bool | None:
    """Log first: an email that was queued just before the program stopped, and never logged, is not sent.

    None where its log says that it left already; it then leaves the queue too. None also where it waits to be made
    again, without a letter that was stopped.
    """
    reminder = mail.kind is MailKind.REMINDER
    if mail.kind is MailKind.DIGEST:
        return any(one.message_id == mail.message_id for one in digests_made(office))
    if mail.kind is MailKind.CARD:
        return _is_still_in_tray(office, mail)
    if mail.kind is MailKind.PRINT:
        return _holds_what_is_leaving(office, mail)
    if mail.kind not in LOGGED or not (mail.ref or reminder):
        return True
    # The case first: a log of requests that is broken holds up no reminder of a case.
    case = office.case(mail.ref) if mail.ref else None
    if case and mail.message_id in case.told:
        office.queue.sent(mail.message_id)
        return None
    if case and mail.message_id in case.sent_ids:
        return True
    return reminder and _is_of_a_request(office, mail)


def _is_still_in_tray(office: Office, mail: OutgoingMail) -> bool:
    """Whether the log mentions this email, and one of those that it is about still waits for somebody."""
    return any(
        one.event.message_id == mail.message_id
        for row in office.index.mails.in_tray()
        if is_waiting(row)
        for one in row.told
    )


def _holds_what_is_leaving(office: Office, mail: OutgoingMail) -> bool | None:
    """Letters to be printed: as long as each still waits for its envelope. What was stopped must not be posted."""
    entries, waiting = office.printing.entries(), {one.place for one in office.tray.waiting()}
    held = next((held for made, held in held_by(entries) if made.message_id == mail.message_id), None)
    if held is not None and held <= waiting:
        return True
    return None if held is not None and office.school.posting.email else False


def _is_of_a_request(office: Office, mail: OutgoingMail) -> bool:
    """Reminders of requests are in the school's own log of requests, also where the request is about a case."""
    return any(
        isinstance(entry.event, RequestReminded) and entry.event.message_id == mail.message_id
        for entry in office.requests.entries()
    )


def digests_made(office: Office) -> list[DigestMade]:
    """Every digest that the log tells of, oldest first."""
    return [one.event for one in office.telling.entries() if isinstance(one.event, DigestMade)]
