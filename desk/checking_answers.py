"""`check --answers`: an email to ourselves proves that answers, and what comes back, reach the mailbox that is read."""

import re
import time
from collections.abc import Callable

from ..config.settings import Settings
from ..ground.errors import LetterladderError, Problem
from ..mailbox.imap_inbox import ImapInbox
from ..mailbox.smtp_outbox import SmtpOutbox
from ..rules.mails.outgoing import MailKind, OutgoingMail, office_id
from ..workflows.office import Office

SECONDS = 5
"""Between two looks into the mailbox."""
LOOKS = 24
"""Looks until it counts as not arrived: two minutes, longer than a greylisted or slow hop between two of our own."""

NOBODY = "<>"
"""The Return-Path of an email that comes back to nobody."""


def problems_of_answers(
    settings: Settings, office: Office, mark: str, *, pause: Callable[[float], None] = time.sleep
) -> list[Problem]:
    """What keeps answers from the mailbox that is read; nothing where the email arrived as it should.

    Args:
        settings: where answers are said to go.
        office: sends and reads.
        mark: makes the email's Message-ID one of its own.
        pause: waits so many seconds between two looks.
    """
    inbox, outbox = office.inbox, office.outbox
    if not isinstance(inbox, ImapInbox) or not isinstance(outbox, SmtpOutbox):
        return [_no_server()]
    read, probe = settings.school.safeguarding_mailbox, _probe(settings, mark)
    try:
        outbox.send(probe)
        for look in range(LOOKS):
            if look:
                pause(SECONDS)
            returned = inbox.came_back(probe.message_id)
            if returned is not None:
                return route_problems(returned, read, settings.school.letters_from, outbox.refused)
    except LetterladderError as error:
        return list(error.problems)
    what = f"An email to {read} did not arrive in {inbox.name} within {SECONDS * LOOKS // 60} minutes."
    do = "Answers and returned emails go to that address: let it lead to the mailbox of [mail.in]; look in its junk."
    return [_problem(what, do), *route_problems("", read, settings.school.letters_from, outbox.refused)]


def _probe(settings: Settings, mark: str) -> OutgoingMail:
    school = settings.school
    return OutgoingMail(
        message_id=office_id(f"answers.{mark}", school.letters_from),
        kind=MailKind.WATCH,
        to=(school.safeguarding_mailbox,),
        subject="Letterladder: a test of the way back",
        text="This email proves that answers reach the mailbox that Letterladder reads. Nobody needs to answer it.",
    )


def route_problems(returned: str, read: str, own: str, refused: str) -> list[Problem]:
    """Where what cannot be delivered comes back to, if that is elsewhere.

    Args:
        returned: the Return-Path of the email that came, "" where no server wrote one.
        read: the address that is read.
        own: the address that our emails are from.
        refused: what the server said to `read` as the sender of the envelope, "" where it took it.
    """
    if refused:
        back, why = own, f": the server does not let this account send as {read} ({refused})"
    elif not returned or _is_of(returned, read):
        return []
    else:
        back, why = "nobody" if returned == NOBODY else returned, ""
    what = f"What cannot be delivered comes back to {back}, and {read} is the mailbox that is read{why}."
    passed_on = "" if back == "nobody" else f", or let email to {back} be passed on there"
    return [_problem(what, f"Let the sending account send as {read}{passed_on}.")]


def _is_of(returned: str, read: str) -> bool:
    """Whether it is this address, also as a server writes it that signs it (BATV) or passes email on (SRS)."""
    name, _, domain = (re.escape(part) for part in read.casefold().partition("@"))
    signed = rf"(?:prvs=[^=@]+=)?{name}@{domain}"
    return re.fullmatch(rf"{signed}|srs[01][=+-].{{0,300}}={domain}={name}@[^@]+", returned) is not None


def _no_server() -> Problem:
    what = "No email was sent and nothing was proved: [mail.in] or [mail.out] is a folder of this computer."
    return _problem(what, "Put in the servers of both, then type it again.")


def _problem(what: str, what_to_do: str) -> Problem:
    return Problem(where="answers", what=what, what_to_do=what_to_do)
