"""Tell a reporter that the email arrived, where the school wants that: no case facts, once, and never to the wrong one.

Never to the adult, a machine, a list, a pupil, somebody who stays anonymous, or an address that may be forged.
"""

import re
from datetime import timedelta

from ..ground.english import uk_date
from ..rules.mails.mail_log import MailRow, ReceiptSent
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.mails.sender_check import doubt_about_sender
from ..rules.people.conflict import is_pupils_own, staff_of
from ..rules.reports.judgement import Judgement
from ..rules.texts.report import Report
from .notices import subject_of
from .office import RULES, Office

_ANONYMOUS = re.compile(r"\banonym|\b(?:do not|don'?t|dont) want (?:to be named|my name)\b", re.IGNORECASE)
_MESSAGE_ID = re.compile(r"<[^\s<>]+>")


def acknowledge(office: Office, row: MailRow, report: Report, judgement: Judgement) -> None:
    """Queue the receipt for a report, once for one email and once a day for one sender."""
    if why_no_receipt(office, report, judgement) or _had_one(office, row, report):
        return
    today = office.clock.today()
    reference = report.sha256[:8].upper()
    mail = OutgoingMail(
        message_id=office.new_id(""),
        kind=MailKind.RECEIPT,
        to=(report.from_address,),
        subject=subject_of(office, "", "your email has arrived"),
        text=office.texts.write(
            "acknowledgement.j2",
            {
                "ref": reference,
                "school": office.school.name,
                "hours": office.school.acknowledging.hours,
                "mash_number": office.school.acknowledging.mash_number,
                "next_school_day": uk_date(office.school.calendar.next_school_day(today + timedelta(days=1))),
            },
        ),
        in_reply_to=report.message_id if _MESSAGE_ID.fullmatch(report.message_id) else "",
    )
    seen = row.seen
    sent = ReceiptSent(mailbox=seen.mailbox, key=seen.key, to=report.from_address, message_id=mail.message_id)
    # Log first: after a stop in between, a reporter goes without a receipt; nobody gets two.
    office.mail_log.append(office.clock.now(), RULES, sent)
    office.queue_mail(mail)


def why_no_receipt(office: Office, report: Report, judgement: Judgement) -> str:
    """Why this sender gets no receipt; "" where one may be sent."""
    address, school = report.from_address.casefold(), office.school
    if report.robot or report.is_bounce or report.sign or report.no_answer:
        return "a machine or a list sent it"
    if not address or address in school.own_addresses or report.reply_to not in {"", report.from_address}:
        return "nobody can say who would read the reply"
    if school.safeguarding_mailbox.casefold() not in {to.casefold() for to in report.to}:
        return "it was not written to the safeguarding mailbox itself"
    staff = staff_of(school)
    if is_pupils_own(address, staff):
        return "a pupil wrote it"
    if not school.mailing.authserv_id or doubt_about_sender(report, school.mailing.authserv_id):
        return "the sender's identity is not confirmed"
    if _is_anonymous(report):
        return "the sender wants to stay anonymous"
    return "the adult concerned wrote it" if _may_be_the_adult(office, address, judgement) else ""


def _is_anonymous(report: Report) -> bool:
    told = " ".join((report.from_name, report.from_address, report.own_words))
    return not (report.sender_name or report.from_name).strip() or bool(_ANONYMOUS.search(told))


def _may_be_the_adult(office: Office, address: str, judgement: Judgement) -> bool:
    """Whether the sender is somebody whom the report, or any case, is about; couples share addresses."""
    adults = office.people.read().adults
    here = {one.person_id for one in adults.values() if one.email and one.email.casefold() == address}
    meant = {one.adult for one in judgement.suggestions}
    return bool(here & meant) or any(office.index.cases.of_adult(one) for one in here)


def _had_one(office: Office, row: MailRow, report: Report) -> bool:
    """Whether this email was acknowledged before, or its sender had a receipt today already."""
    mails = office.index.mails
    known = mails.row(row.seen.mailbox, row.seen.key)
    return bool(known and known.receipt) or mails.had_receipt(report.from_address, office.clock.today())
