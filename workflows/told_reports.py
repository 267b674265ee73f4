"""A report that was told to the school is kept and judged as if it had come by email, also while no mailbox answers."""

import hashlib
from dataclasses import dataclass

from ..ground.errors import Problem, Refused, WrongUsage
from ..rules.mails.mail_log import MailRow, MailSeen
from ..rules.mails.told_report import BOX, as_email, faults_in
from ..rules.office.orders import NewReport
from .case_book import CaseBook
from .intake import judge_or_fail
from .office import Office, Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of it; `row` has no verdict where judging it failed, and the next round tries again."""

    row: MailRow
    tally: Tally


def take_told(office: Office, order: NewReport) -> Told:
    """Keep the report, log it, and judge it; after a stop in between, the same order goes on where it was.

    Raises:
        WrongUsage: what was typed is not a report; nothing was done.
        Refused: nobody of the school has this address.
        WorldFailed: the disk is full or broken.
    """
    if not office.school.role_of(order.sender):
        what = f"Nobody at the school has the address {order.sender}."
        raise Refused(Problem(where="sender", what=what, what_to_do="Sign in as somebody of the school."))
    if faults := faults_in(order.lines, order.files):
        raise WrongUsage(*faults)
    row = _kept(office, order)
    tally = Tally()
    if row.judged is None:
        judge_or_fail(office, row, CaseBook(office), tally=tally)
        row = office.index.mails.row(BOX, row.seen.key) or row
    return Told(row=row, tally=tally)


def key_of(office: Office, order: NewReport) -> str:
    """Under which this report is in the log: the order that is carried out, else what was told and when."""
    return office.order or hashlib.sha256(repr(order).encode()).hexdigest()[:16]


def _kept(office: Office, order: NewReport) -> MailRow:
    """The report on disk and in the log, done once."""
    key = key_of(office, order)
    if row := office.index.mails.row(BOX, key):
        return row
    raw = as_email(order, office.school, key=key)
    sha256 = hashlib.sha256(raw).hexdigest()
    office.mail_log.keep_raw(sha256, raw)
    seen = MailSeen(
        mailbox=BOX,
        key=key,
        sha256=sha256,
        message_id=f"<told.{key}@{order.sender.rpartition('@')[2]}>",
        subject="A report that was told to the school",
        sender=order.sender,
        received=order.received,
        size=len(raw),
    )
    office.mail_log.append(office.clock.now(), order.by, seen)
    return MailRow(seen=seen)
