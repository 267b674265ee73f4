"""Send the mails that wait: each under its own Message-ID, and only those that a log line speaks of."""

from collections.abc import Iterator
from dataclasses import replace

from ..rules.errors import LogBroken, Problem, Refused, WorldFailed
from ..rules.exports import RequestReminded
from ..rules.outgoing import LOGGED, MailKind, OutgoingMail
from ..rules.pulse import Pulse, after_send, sent_on, with_sent
from .office import Office, Tally

ALERTS_MORE = 2
"""Alerts may go on where other mails to somebody must wait for tomorrow, up to so many times the number."""


def send_waiting(office: Office, tally: Tally) -> None:
    """Send all that waits. One mail that is refused does not hold up the others; a server that is away does."""
    before = pulse = office.pulse.read()
    tally.problems.extend(office.queue.problems())
    for mail in _to_send(office, tally):
        if held := _over_the_cap(office, mail, pulse):
            tally.problems.append(held)
            continue
        try:
            office.outbox.send(mail)
        except WorldFailed as failure:
            tally.problems.extend(failure.problems)
            tally.world_failed = True
            pulse = after_send(pulse, office.clock.now(), good=False)
            if office.outbox.check():
                break
            continue
        office.queue.sent(mail.message_id)
        tally.sent += 1
        pulse = with_sent(after_send(pulse, office.clock.now(), good=True), office.clock.today(), mail.to)
    if pulse != before:
        office.pulse.write(pulse)


def _to_send(office: Office, tally: Tally) -> Iterator[OutgoingMail]:
    """The mails that may go out, without our own addresses: a mail to ourselves would come back as a report."""
    own = office.school.own_addresses
    for mail in office.queue.waiting():
        to = tuple(one for one in mail.to if one.casefold() not in own)
        if to != mail.to:
            tally.problems.append(_to_ourselves(mail))
        try:
            logged = _is_logged(office, mail)
        except (LogBroken, Refused):
            tally.problems.append(_waits_for_its_case(mail))
            continue
        if to and logged:
            yield replace(mail, to=to)
        else:
            office.queue.withdraw(mail.message_id)


def _waits_for_its_case(mail: OutgoingMail) -> Problem:
    return Problem(
        where=mail.ref or "outbox",
        what=f"The log that must speak of this mail ({mail.kind}) cannot be read, so it waits.",
        what_to_do="Run `verify` and restore that log; the mail then goes out by itself.",
    )


def _to_ourselves(mail: OutgoingMail) -> Problem:
    return Problem(
        where=f"mail to {', '.join(mail.to)}",
        what="It was to go to one of the two addresses that Letterladder itself reads and writes from; it did not.",
        what_to_do="Give every person in school.toml an address of their own.",
    )


def _over_the_cap(office: Office, mail: OutgoingMail, pulse: Pulse) -> Problem | None:
    """Whether a recipient got as many mails today as may be: something may be going round in circles."""
    most = office.school.mailing.most_per_day * (ALERTS_MORE if mail.kind is MailKind.ALERT else 1)
    counts = sent_on(pulse, office.clock.today())
    full = [address for address in mail.to if counts.get(address.casefold(), 0) >= most]
    if not full:
        return None
    return Problem(
        where=f"mail to {full[0]}",
        what=f"{most} mails went there today already, so '{mail.subject}' waits until tomorrow.",
        what_to_do="See in `mails` what keeps coming in; raise most_per_day below [mail] if all of it is right.",
    )


def _is_logged(office: Office, mail: OutgoingMail) -> bool:
    """Log first: a mail that was queued just before the program stopped, and never logged, is not sent."""
    reminder = mail.kind is MailKind.REMINDER
    if mail.kind not in LOGGED or not (mail.ref or reminder):
        return True
    # The case first: a log of requests that is broken holds up no reminder of a case.
    if mail.ref and mail.message_id in office.case(mail.ref).sent_ids:
        return True
    return reminder and _is_of_a_request(office, mail)


def _is_of_a_request(office: Office, mail: OutgoingMail) -> bool:
    """Reminders of requests stand in the school's own log of requests, also where the request is about a case."""
    return any(
        isinstance(entry.event, RequestReminded) and entry.event.message_id == mail.message_id
        for entry in office.requests.entries()
    )
