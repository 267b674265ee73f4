"""Somebody has an email of the in-tray, or an alert of a case: by a word in answer to our email, or by a command."""

from ..ground.english import listed
from ..ground.errors import Problem, Refused
from ..ground.values import replace
from ..rules.cases.case import Case
from ..rules.cases.events import AlertSeen
from ..rules.mails.mail_log import CardTaken, MailRow
from ..rules.mails.sender_check import doubt_about_sender
from ..rules.mails.taking_words import says_mine
from ..rules.reports.flags import flags_of
from ..rules.reports.judgement import Judgement
from ..rules.texts.report import Report
from ..rules.words import STOPS, Verdict
from .attaching import is_of_a_notice
from .case_book import CaseBook
from .filing import file_mail
from .office import Office


def take_mail(office: Office, row: MailRow, name: str, *, by: str, mail: str = "") -> None:
    """Note that somebody has this email of the in-tray; said twice by one person, it is noted once.

    Args:
        office: the school.
        row: the email.
        name: who has it.
        by: as the log line is signed.
        mail: the SHA-256 of the email that says so; "" for a command.

    Raises:
        Refused: it is in the in-tray no more.
    """
    if row.verdict is not Verdict.INTRAY:
        where = f"on case {row.judged.ref}" if row.judged and row.judged.ref else f"sorted as '{row.verdict}'"
        problem = Problem(
            where=f"email {row.seen.sha256[:12]}",
            what=f"This email is not in the in-tray any more: it is {where}.",
            what_to_do="There is nothing to take; nobody is told about it any more.",
        )
        raise Refused(problem)
    if row.taken_by == name:
        return
    seen = row.seen
    taken = CardTaken(mailbox=seen.mailbox, key=seen.key, sha256=seen.sha256, by=name, mail=mail)
    office.mail_log.append(office.clock.now(), by, taken)


def take_alert(office: Office, ref: str, name: str, *, by: str, mail: str = "") -> None:
    """Note that somebody has the alert of this case; the arguments are those of `take_mail`.

    Raises:
        Refused: no alert waits for somebody there.
    """
    if office.case(ref).alarm is None:
        problem = Problem(
            where=ref,
            what="No alert in this case is waiting for somebody.",
            what_to_do=f"See `case {ref}`; who has an alert is in its history.",
        )
        raise Refused(problem)
    office.note(ref, AlertSeen(by=name, mail=mail), by=by)


def take_by_reply(office: Office, report: Report, book: CaseBook, answered: Case | None) -> Judgement | None:
    """Act on an answer such as "mine" to one of our emails about the in-tray or an alert; None where it is none.

    Nobody but a role holder can say so, in answer to an email that only those it was sent to know of.
    """
    holder = office.school.holder_at(report.from_address)
    if holder is None or report.sign or not report.references or not says_mine(report.own_words):
        return None
    if _is_danger(report) or doubt_about_sender(report, office.school.mailing.authserv_id):
        return None
    name = holder.name
    rows, cases = _rows_told_of(office, report), _cases_told_of(report, book, answered)
    for row in rows:
        take_mail(office, row, name, by=f"{report.from_address} by email", mail=report.sha256)
    for case in cases:
        file_mail(office, case.ref, report, what="somebody has the alert")
        if case.alarm:
            take_alert(office, case.ref, name, by=f"{report.from_address} by email", mail=report.sha256)
    if rows or cases:
        what = [f"email {row.seen.sha256[:12]}" for row in rows] + [
            f"the alert of {one.ref}" for one in cases
        ]
        ref = cases[0].ref if cases else ""
        return Judgement(verdict=Verdict.ATTACHED, ref=ref, reason=f"{name} has {listed(what)}")
    if is_of_a_notice(office, report.references):
        reason = f"{name} says that they have what was filed or taken back already; nothing was left to take"
        return Judgement(verdict=Verdict.ATTACHED, reason=reason)
    return None


def _is_danger(report: Report) -> bool:
    """Whether what they write above our own words says more than that they have it."""
    own = replace(report, text=report.own_words, forwarded=())
    return any(seen.flag in STOPS for seen in flags_of(own))


def _rows_told_of(office: Office, report: Report) -> list[MailRow]:
    """The emails of the in-tray that the email answered was about."""
    ids = set(report.references)
    rows = office.index.mails.in_tray()
    return [row for row in rows if any(one.event.message_id in ids for one in row.told)]


def _cases_told_of(report: Report, book: CaseBook, answered: Case | None) -> list[Case]:
    """The cases of whose alert the email answered told."""
    ids = set(report.references)
    if answered:
        return [answered] if answered.alarm or answered.alerted else []
    own = [one for one in ids if one.startswith("<office.")]
    return [case for case in book.still_open() if case.sent_ids & ids] if own else []


def has_alert_of(office: Office, ref: str, by: str) -> None:
    """Whoever filed an email by hand has read it: the alert that this raised goes out once and is not repeated."""
    if office.case(ref).alarm:
        office.note(ref, AlertSeen(by=by), by=by)
