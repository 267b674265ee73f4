"""Somebody who was told of what is recorded in their name answers that it was not them: the case stops at once."""

from ..ground.english import uk_date
from ..ground.moments import local_day
from ..rules.cases.case import Case
from ..rules.cases.case_parts import Receipt
from ..rules.cases.events import HoldPlaced
from ..rules.cases.report_events import STOP_REPLY
from ..rules.cases.sentences import sentence
from ..rules.mails.desk_links import to_case
from ..rules.mails.reply_words import says_stop
from ..rules.mails.sender_check import doubt_about_sender
from ..rules.people.school import DEPUTY, DSL, OFFICE
from ..rules.reports.judgement import Judgement
from ..rules.texts.report import Report
from ..rules.words import HoldFor, LetterStatus, Verdict
from .case_book import CaseBook
from .drafting import voided
from .filing import file_mail
from .notices import notice_mail
from .office import Office
from .posting import clear_tray, envelope_question, tell_unsure
from .readers import readers_of

WHY = "somebody says that what is recorded in their name was not them"


def take_stop(office: Office, report: Report, book: CaseBook, answered: Case | None) -> Judgement | None:
    """Put a case on hold where a receipt is answered so; None where this email is no such answer.

    An answer that may not come from who was told holds nothing, but two people hear of it.

    Args:
        office: the school.
        report: the email.
        book: finds the case on which this very email was acted before a stop of the program.
        answered: the case that this email surely belongs to, if there is one.
    """
    receipt = _receipt_answered(report, answered) if answered else None
    if answered is None or receipt is None or report.sign or not _says_stop(report):
        return None
    if all(case.ref != answered.ref for case in book.with_mail(report.sha256)):
        file_mail(office, answered.ref, report, what=STOP_REPLY)
    doubt = _doubt(office, report, receipt)
    if not doubt and not _is_stopped(office, answered, report):
        _hold(office, answered, receipt, report)
    _tell(office, answered, receipt, doubt=doubt)
    done = f"not held, because {doubt}" if doubt else "the case is on hold"
    return Judgement(verdict=Verdict.ATTACHED, ref=answered.ref, reason=f"{WHY}: {done}")


def _says_stop(report: Report) -> bool:
    """Whether any way in which it can be read says so: what is below or hidden never takes a stop back."""
    return any(says_stop(way) for way in (report.own_words, *report.said_ways))


def _receipt_answered(report: Report, case: Case) -> Receipt | None:
    """The receipt that an email answers: by its Message-ID, else the newest that went to its sender."""
    by_id = [one for one in case.receipts if one.message_id in report.references]
    sender = report.from_address.casefold()
    own = [one for one in case.receipts if sender in {to.casefold() for to in one.to}]
    found = by_id or own
    return found[-1] if found else None


def _doubt(office: Office, report: Report, receipt: Receipt) -> str:
    """Why it may not be from who was told; "" where it is. A forwarded copy from their own mailbox is theirs."""
    if report.from_address.casefold() not in {to.casefold() for to in receipt.to}:
        return "it did not come from the address that was told"
    doubt = doubt_about_sender(report, office.school.mailing.authserv_id)
    return f"it may not come from {report.from_address}: {doubt}" if doubt else ""


def _is_stopped(office: Office, case: Case, report: Report) -> bool:
    """Whether nothing can go out of it now, by this very email or before."""
    now = office.case(case.ref)
    lines = (one.event for one in office.cases.read(case.ref))
    return bool(now.hold or now.closed) or any(
        isinstance(event, HoldPlaced) and event.mail == report.sha256 for event in lines
    )


def _hold(office: Office, case: Case, receipt: Receipt, report: Report) -> None:
    """Freeze the case, and void what was approved: a release must not send what nobody approved."""
    note = f"{report.from_address} says that entry {receipt.seq}, recorded in their name, was not them"
    held = HoldPlaced(hold_for=HoldFor.SIGNER, note=note, mail=report.sha256)
    now = office.case(case.ref)
    asked = envelope_question(now, f"{WHY}; it was in the print tray, and was taken out")
    office.note(case.ref, held, *voided(now, WHY), *asked, by=f"{report.from_address} by email")
    clear_tray(office, now)
    for one in asked:
        tell_unsure(office, case.ref, one)


def _tell(office: Office, case: Case, receipt: Receipt, *, doubt: str) -> None:
    """Those who may put it right, and whoever was told first, at their own address."""
    entry = next((one for one in office.cases.read(case.ref) if one.seq == receipt.seq), None)
    fields = {
        "who": ", ".join(receipt.to),
        "what": sentence(entry) if entry else f"entry {receipt.seq}",
        "day": uk_date(local_day(entry.at)) if entry else "",
        "doubt": doubt,
        "gone": list(_gone(office.case(case.ref), receipt)),
        "closed": bool(office.case(case.ref).closed),
    }
    to = tuple(dict.fromkeys((*readers_of(office, case.ref, (DSL, DEPUTY, OFFICE)), *receipt.to)))
    link = to_case(office.school, case.ref)
    office.queue_mail(notice_mail(office, "stopped", to, ref=case.ref, link=link, fields=fields))


def _gone(case: Case, receipt: Receipt) -> list[str]:
    """The letters that left, or may have, after what is said to be forged."""
    left = {LetterStatus.POSTED, LetterStatus.POSTING}
    return [
        f"{one.letter} version {one.version}"
        for one in case.letters
        if one.status in left and one.seq > receipt.seq
    ]
