"""Send the emails that wait: each under its own Message-ID, and only those that a log line mentions.

Alerts go first. Of an alert the log says that it was sent after the outbox took it, and not before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from msgspec.structs import replace as changed

from ..ground.errors import LogBroken, Problem, Refused, WorldFailed
from ..ground.values import replace
from ..rules.cases.events import AlertSent
from ..rules.mails.gathered import Gathering, after_gathering, gatherings_of, is_due
from ..rules.mails.mail_budget import after_mail, full_for, in_order, is_gathered
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.office.pulse import Pulse, after_send, of_day
from .bell import ring_for
from .card_sent import note_cards_sent
from .digesting import leaving_now
from .gathering import gathered_mail, settle_gathered
from .held_alerts import alerts_that_wait, refusal_due
from .held_back import problems_of_flood, problems_of_hold
from .office import Broke, Office, Tally
from .troubles import PULSE, attempt, meet, sure_pulse
from .wanted import is_wanted

QUEUE = "the queue of emails"
MAILS = "the log of emails"
_ABOUT_THE_TRAY = frozenset({MailKind.ALERT, MailKind.CARD})


def send_waiting(office: Office, tally: Tally) -> None:
    """Send all that waits. One email that is refused does not hold up the others; a server that is away does."""
    before = sure_pulse(office, tally)
    sending = _Sending(office=office, tally=tally, pulse=of_day(before, office.clock.today()))
    attempt(tally, QUEUE, lambda: tally.problems.extend(office.queue.problems()))
    sending.all(in_order(_to_send(office, tally, sending.pulse), sending.pulse))
    sending.gather()
    attempt(tally, MAILS, partial(note_cards_sent, office, sending.left))
    sending.say_refused()
    ring_for(office, tally, sending.alerts)
    tally.problems.extend(alerts_that_wait([*sending.held, *sending.unsent]))
    tally.problems.extend(problems_of_hold(sending.held))
    tally.problems.extend(problems_of_flood(office, sending.pulse))
    tally.alerts_held = sum(mail.kind is MailKind.ALERT for mail in sending.held)
    tally.alerts_unsent = len(sending.unsent)
    # Only a server that takes something refuses; the email to two others is the trial of that.
    tally.alerts_refused = len(sending.unsent) if tally.sent and not sending.is_away else 0
    if sending.pulse != before:
        # A note that cannot be kept is no email that cannot be sent.
        attempt(tally, PULSE, lambda: office.pulse.write(sending.pulse))


@dataclass(slots=True, kw_only=True)
class _Sending:
    """One pass over the emails that wait.

    Today's counts, the emails held back by a cap, and the alerts that cannot leave.
    """

    office: Office
    tally: Tally
    pulse: Pulse
    held: list[OutgoingMail] = field(default_factory=list)
    unsent: list[OutgoingMail] = field(default_factory=list)
    left: dict[str, tuple[str, ...]] = field(default_factory=dict)
    is_away: bool = False
    alerts: int = 0

    def all(self, mails: Sequence[OutgoingMail]) -> None:
        """Each email that today's numbers allow, until the server is away."""
        for mail in mails:
            self.office.turns.give_way()
            most = self.office.school.mailing.most_per_day
            if full_for(mail, self.pulse, most):
                self.held.append(mail)
            elif (self.is_away or not self.one(mail)) and mail.kind is MailKind.ALERT:
                self.unsent.append(mail)

    def one(self, mail: OutgoingMail) -> bool:
        """Hand one email over; whether it left. Whatever it raises, the next one has its turn."""
        now = self.office.clock.now()
        try:
            left = self._handed_over(mail)
        except Exception as error:  # noqa: BLE001 - the border of one email: noted, and it waits in the queue
            meet(self.tally, f"sending {_named(mail)}", error)
            self.pulse = after_send(self.pulse, now, good=False)
            self.is_away = isinstance(error, WorldFailed) and bool(self.office.outbox.check())
            return False
        self.tally.sent += 1
        self.alerts += mail.kind is MailKind.ALERT
        self.pulse = after_mail(after_send(self.pulse, now, good=True), self.office.clock.today(), left)
        self._settle(left)
        return True

    def gather(self) -> None:
        """What the caps hold back is told in one email for each who waits for it, where that is due."""
        waiting = gatherings_of(mail for mail in self.held if is_gathered(mail))
        for one in waiting:
            if is_due(one, self.pulse, self.office.clock.now()):
                attempt(self.tally, "telling of many emails at once", partial(self._gather, one))

    def _gather(self, gathering: Gathering) -> None:
        mail = gathered_mail(self.office, gathering, self.pulse)
        self.office.queue_mail(mail)
        # Sent already: the program stopped before it could say so.
        if not self.office.queue.has_left(mail.message_id) and (self.is_away or not self.one(mail)):
            return
        self.pulse = after_gathering(gathering, self.pulse, self.office.clock.now())
        settle_gathered(self.office, self.tally, gathering)
        told = {one.message_id for one in gathering.mails}
        self.held = [one for one in self.held if one.message_id not in told]

    def say_refused(self) -> None:
        """Where the server is there and takes no alert: two people hear of it, each alert once."""
        stuck = [] if self.is_away else self.unsent
        most = self.office.school.mailing.most_per_day
        if told := refusal_due(self.office, stuck, self.pulse):
            self.office.queue_mail(told)
            if not full_for(told, self.pulse, most) and not self.office.queue.has_left(told.message_id):
                self.one(told)
        waiting = {mail.message_id for mail in self.unsent}
        lasting = set(self.pulse.refused_told) & waiting | {mail.message_id for mail in stuck}
        self.pulse = changed(self.pulse, refused_told=sorted(lasting))

    def _handed_over(self, mail: OutgoingMail) -> OutgoingMail:
        """The email as it left. An alert reaches whom it can, also where the server refuses the other address."""
        try:
            with self.office.turns.away():
                self.office.outbox.send(mail)
        except WorldFailed as failure:
            if mail.kind is not MailKind.ALERT or len(mail.to) < 2 or self.office.outbox.check():
                raise
            reached = tuple(to for to in mail.to if self._reaches(replace(mail, to=(to,))))
            if not reached:
                raise
            meet(self.tally, "outbox", failure)
            for to in sorted(set(mail.to) - set(reached)):
                self.tally.broke.append(Broke(part=f"the alert to {to}", kind="refused", traceback=""))
            return replace(mail, to=reached)
        return mail

    def _reaches(self, mail: OutgoingMail) -> bool:
        try:
            self.office.outbox.send(mail)
        except WorldFailed:
            return False
        return True

    def _settle(self, mail: OutgoingMail) -> None:
        """It left: first the log says so of an alert, then it leaves the queue; a stop in between sends none twice."""
        if mail.kind is MailKind.ALERT and mail.ref:
            sent = AlertSent(to=list(mail.to), message_id=mail.message_id)
            attempt(self.tally, mail.ref, partial(self.office.note, mail.ref, sent))
        elif mail.kind in _ABOUT_THE_TRAY:
            self.left[mail.message_id] = mail.to
        attempt(self.tally, QUEUE, partial(self.office.queue.sent, mail.message_id))


def _named(mail: OutgoingMail) -> str:
    return f"the {mail.kind} email of {mail.ref}" if mail.ref else f"an email ({mail.kind})"


def _to_send(office: Office, tally: Tally, pulse: Pulse) -> Iterator[OutgoingMail]:
    """The emails that may go out, without our own addresses: an email to ourselves would come back as a report."""
    own = office.school.own_addresses
    for mail in leaving_now(office, pulse):
        to = tuple(one for one in mail.to if one.casefold() not in own)
        if to != mail.to:
            tally.problems.append(_to_ourselves(mail))
        try:
            wanted = is_wanted(office, mail)
        except Exception as error:  # noqa: BLE001 - the border of one email: noted; an alert goes out all the same
            wanted = _is_wanted_unread(mail, error, tally)
        if to and wanted:
            yield replace(mail, to=to)
        elif wanted is not None:
            attempt(tally, QUEUE, partial(office.queue.withdraw, mail.message_id))


def _is_wanted_unread(mail: OutgoingMail, error: Exception, tally: Tally) -> bool | None:
    """Where the log cannot be read, an email waits; danger is said at once, at the risk of saying it twice."""
    if not isinstance(error, LogBroken | Refused):
        meet(tally, mail.ref or QUEUE, error)
    if mail.kind is MailKind.ALERT:
        return True
    tally.problems.append(_waits_for_its_case(mail))
    return None


def _waits_for_its_case(mail: OutgoingMail) -> Problem:
    return Problem(
        where=mail.ref or "outbox",
        what=f"The log that must record this email ({mail.kind}) cannot be read, so the email waits.",
        what_to_do="Run `verify` and restore that log; the email then goes out by itself.",
    )


def _to_ourselves(mail: OutgoingMail) -> Problem:
    return Problem(
        where=f"email to {', '.join(mail.to)}",
        what="It was addressed to one of the two addresses that Letterladder itself uses, so it was not sent.",
        what_to_do="Give every person in school.toml their own address.",
    )
