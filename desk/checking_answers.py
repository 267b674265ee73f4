"""`check --answers`: an email to ourselves proves that answers, and what comes back, reach the mailbox that is read."""

import time
from collections.abc import Callable

from ..config.settings import Settings
from ..ground.errors import LetterladderError, Problem
from ..mailbox.imap_inbox import ImapInbox
from ..rules.mails.outgoing import MailKind, OutgoingMail, office_id
from ..workflows.office import Office

SECONDS = 5
"""Between two looks into the mailbox."""
LOOKS = 24
"""Looks until it counts as not arrived: two minutes, longer than a greylisted or slow hop between two of our own."""


def problems_of_answers(
    settings: Settings, office: Office, mark: str, *, pause: Callable[[float], None] = time.sleep
) -> list[Problem]:
    """What keeps answers from the mailbox that is read; nothing where the email arrived, or no server is used.

    Args:
        settings: where answers are said to go.
        office: sends and reads.
        mark: makes the email's Message-ID one of its own.
        pause: waits so many seconds between two looks.
    """
    if not isinstance(office.inbox, ImapInbox):
        return []
    read, where = settings.school.safeguarding_mailbox, "answers"
    probe = _probe(settings, mark)
    try:
        office.outbox.send(probe)
        for look in range(LOOKS):
            if look:
                pause(SECONDS)
            returned = office.inbox.came_back(probe.message_id)
            if returned is not None:
                return _route(returned, read)
    except LetterladderError as error:
        return list(error.problems)
    what = f"An email to {read} did not arrive in {office.inbox.name} within {SECONDS * LOOKS // 60} minutes."
    do = "Answers and returned emails go to that address: let it lead to the mailbox of [mail.in]; look in its junk."
    return [Problem(where=where, what=what, what_to_do=do)]


def _probe(settings: Settings, mark: str) -> OutgoingMail:
    school = settings.school
    return OutgoingMail(
        message_id=office_id(f"answers.{mark}", school.letters_from),
        kind=MailKind.WATCH,
        to=(school.safeguarding_mailbox,),
        subject="Letterladder: a test of the way back",
        text="This email proves that answers reach the mailbox that Letterladder reads. Nobody needs to answer it.",
    )


def _route(returned: str, read: str) -> list[Problem]:
    if returned == read.casefold():
        return []
    what = f"What cannot be delivered comes back to {returned or 'nobody'}, and {read} is the mailbox that is read."
    do = f"Let the sending account send as {read}, or let email to {returned} be passed on there."
    return [Problem(where="answers", what=what, what_to_do=do)]
