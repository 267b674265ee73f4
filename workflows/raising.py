"""Somebody raises an alarm about an email of the in-tray: the DSL and the deputy are told until somebody has it."""

import hashlib
from datetime import timedelta

from ..ground.errors import Problem, Refused
from ..rules.mails.mail_log import AlarmRaised, CardTold, MailRow
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.mails.telling import spared
from ..rules.words import Level, Verdict
from .alerting import ALERTED, SUBJECT, alert_page, own_id
from .notices import subject_of
from .office import Office
from .readers import near_of

KIND = "somebody who read it raised the alarm"


def raise_alarm(office: Office, row: MailRow, why: str, *, name: str, by: str) -> None:
    """Queue the alert, then log it; from then on it is repeated as any other alarm is.

    Args:
        office: the school.
        row: the email.
        why: what was found in it; it stays in the log and is in no email.
        name: who raises it.
        by: as the log lines are signed.

    Raises:
        Refused: the email is in the in-tray no more, or nobody says why.
    """
    seen = row.seen
    if row.verdict is not Verdict.INTRAY:
        where = f"on case {row.judged.ref}" if row.judged and row.judged.ref else f"sorted as '{row.verdict}'"
        what = f"This email is not in the in-tray any more: it is {where}."
        do = "Tell the DSL in person or by phone, and stop the case that it is on with a hold."
        raise Refused(Problem(where=f"email {seen.sha256[:12]}", what=what, what_to_do=do))
    if not why.strip():
        what, do = "An alarm needs its reason, in a few words.", "Say what in the email worries you."
        raise Refused(Problem(where=f"email {seen.sha256[:12]}", what=what, what_to_do=do))
    mail = _alert(office, row)
    office.queue_mail(mail)
    raised = AlarmRaised(mailbox=seen.mailbox, key=seen.key, sha256=seen.sha256, by=name, why=why.strip())
    told = CardTold(
        mailbox=seen.mailbox,
        key=seen.key,
        sha256=seen.sha256,
        level=Level.RED,
        to=list(mail.to),
        message_id=mail.message_id,
        read_by=office.clock.now() + timedelta(minutes=office.school.triaging.red_minutes),
    )
    office.mail_log.append(office.clock.now(), by, raised, told)


def raised_id(office: Office, sha256: str) -> str:
    """The Message-ID of the alert that the order under way queues: of one order always the same."""
    mark = hashlib.sha256(f"raised\n{sha256}\n{office.order or office.clock.now()}".encode()).hexdigest()
    return own_id(office, mark[:24])


def _alert(office: Office, row: MailRow) -> OutgoingMail:
    sha256 = row.seen.sha256
    written = alert_page(office, (KIND,), mail=sha256[:12])
    return OutgoingMail(
        message_id=raised_id(office, sha256),
        kind=MailKind.ALERT,
        to=spared(office.school.mails_of(*ALERTED), near_of(office)(row), office.school),
        subject=subject_of(office, "", SUBJECT),
        text=written.text,
        html=written.html,
        about=f"alarm about {sha256[:12]}",
        known=True,
        kinds=(KIND,),
    )
