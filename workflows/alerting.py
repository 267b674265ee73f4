"""Danger stops the ladder: the DSL and the deputy are told now, drafts are voided, nothing is drafted.

The log says that an alert was raised before its email may leave, and that it was sent only after it left (sending.py).
"""

import hashlib
from collections.abc import Iterable

from ..rules.cases.case import Case
from ..rules.cases.events import AlertRaised, FlagSeen
from ..rules.mails.desk_links import to_case, to_email
from ..rules.mails.email_page import Written
from ..rules.mails.outgoing import MailKind, OutgoingMail, office_id
from ..rules.mails.telling import spared
from ..rules.people.conflict import alleged_of, staff_of
from ..rules.people.school import DEPUTY, DSL
from ..rules.reports.flags import spoof_of
from ..rules.texts.report import Report
from ..rules.words import Flag
from .drafting import void_drafts
from .notices import subject_of
from .office import Office
from .posting import clear_tray
from .readers import near_to
from .sure_page import sure_page

ALERTED = (DSL, DEPUTY)
SUBJECT = "URGENT: please look at this now"
_PLAIN = """URGENT

An email in the safeguarding inbox may point to danger. Please look at it now.

  {what}

If somebody is in danger now, ring 999 first, then children's social care.
Do not open or forward any picture that may show the abuse of a child.

To see it:
  letterladder intray
  letterladder cases
"""


def raise_alert(office: Office, ref: str, flags: tuple[FlagSeen, ...], *, void: bool = True) -> None:
    """Stop this case and alert; drafts that have not left are void, unless a stranger's words raised it."""
    office.note(ref, alert_event(office, office.case(ref), flags))
    stop_drafts(office, ref, void=void)


def alert_event(office: Office, case: Case, flags: tuple[FlagSeen, ...]) -> AlertRaised:
    """Queue the alert and return the event to log; the email is not sent before the event is on disk.

    Args:
        office: the school.
        case: as it will stand: whoever is too near to it is not told, where another of the chain can be.
        flags: why.
    """
    ref, school = case.ref, office.school
    written = alert_page(office, _kinds(flags), ref=ref)
    mail = OutgoingMail(
        message_id=office.new_id(ref),
        kind=MailKind.ALERT,
        to=spared(school.mails_of(*ALERTED), near_to(office, case), school),
        subject=subject_of(office, ref, SUBJECT),
        text=written.text,
        html=written.html,
        ref=ref,
        kinds=_kinds(flags),
    )
    office.queue_mail(mail)
    return AlertRaised(flags=list(flags), told=[], message_id=mail.message_id, to=list(mail.to))


def stop_drafts(office: Office, ref: str, *, void: bool = True) -> None:
    """Void what is drafted or approved in a stopped case, and clear the print tray of it.

    Where a stranger's words raised the alert (`void` is False), it stops the case all the same, and what was drafted
    or approved is still there when somebody ends it.
    """
    case = office.case(ref)
    if void:
        void_drafts(office, case, "the case was stopped by an alert")
    clear_tray(office, case)


def alert_without_case(
    office: Office, flags: tuple[FlagSeen, ...], report: Report, adults: Iterable[str] = ()
) -> None:
    """Alert about an email that is on no case: nobody knows its adult yet, or it could not be filed.

    Once for one email.

    Args:
        office: the school.
        flags: why.
        report: the email.
        adults: the ids of those of the people register who may be meant, or who wrote it.
    """
    named = " ".join(sorted(set(adults))) or office.school.role_of(report.from_address)
    sender = hashlib.sha256(report.from_address.casefold().encode("utf-8", "replace")).hexdigest()[:12]
    written = alert_page(office, _kinds(flags), mail=report.sha256[:12])
    mail = OutgoingMail(
        message_id=alert_id(office, report.sha256),
        kind=MailKind.ALERT,
        to=_alerted(office, flags, report),
        subject=subject_of(office, "", SUBJECT),
        text=written.text,
        html=written.html,
        about=named or f"from {sender}",
        known=bool(named),
        own=_is_own(office, report),
        kinds=_kinds(flags),
    )
    office.queue_mail(mail)


def _alerted(office: Office, flags: Iterable[FlagSeen], report: Report) -> tuple[str, ...]:
    """The DSL and the deputy; whom an allegation about staff mentions is left out, and another told."""
    school = office.school
    alleged = alleged_of(report, school) if any(one.flag is Flag.STAFF_ALLEGATION for one in flags) else ()
    near = frozenset(one.email.casefold() for one in school.holders if one.name in alleged)
    return spared(school.mails_of(*ALERTED), near, school)


def _is_own(office: Office, report: Report) -> bool:
    """Whether somebody at the school wrote it, by its domain or the list of staff; a proven forgery is a stranger's."""
    address, staff = report.from_address.casefold(), staff_of(office.school)
    if staff.is_own(address):
        return spoof_of(report, staff.own_domains) is None
    return office.people.read().lists_as_staff(address)


def _kinds(flags: Iterable[FlagSeen]) -> tuple[str, ...]:
    return tuple(sorted({str(seen.flag) for seen in flags}))


def alert_id(office: Office, sha256: str) -> str:
    """The Message-ID of the alert about an email on no case: always the same, so that it is queued once."""
    return own_id(office, sha256[:24])


def own_id(office: Office, mark: str) -> str:
    """A Message-ID for an email about no case: the same for the same mark, and to be guessed by nobody."""
    try:
        made = office.tag(mark)
    except Exception:  # noqa: BLE001 - the border of one mark: an alert goes out without the key, too
        made = mark
    return office_id(made, office.school.letters_from)


def alert_page(office: Office, kinds: tuple[str, ...], *, ref: str = "", mail: str = "") -> Written:
    """What an alert says. It names the kind of danger, not the words: those stay in the case, on this machine."""
    fields = {"ref": ref, "mail": mail, "kinds": list(kinds)}
    link = to_case(office.school, ref) if ref else to_email(office.school, mail)
    what = f"Kind  {', '.join(kinds)}\n  " + (f"Case  {ref}" if ref else f"Mail  {mail}")
    return sure_page(office, "alert.j2", fields, link=link, otherwise=_PLAIN.format(what=what))
