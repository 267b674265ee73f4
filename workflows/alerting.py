"""Danger stops the ladder: the DSL and the deputy are told now, drafts are voided, nothing is drafted."""

from ..rules.events import AlertRaised, FlagSeen
from ..rules.outgoing import MailKind, OutgoingMail
from ..rules.school import DEPUTY, DSL
from .drafting import void_drafts
from .notices import subject_of
from .office import Office
from .posting import clear_tray


def raise_alert(office: Office, ref: str, flags: tuple[FlagSeen, ...]) -> None:
    """Stop this case and alert; drafts that have not left are void."""
    office.note(ref, alert_event(office, ref, flags))
    stop_drafts(office, ref)


def alert_event(office: Office, ref: str, flags: tuple[FlagSeen, ...]) -> AlertRaised:
    """Queue the alert and return the event to log; the mail is not sent before the event is on disk."""
    mail = _mail(office, ref, flags)
    office.queue_mail(mail)
    return AlertRaised(flags=list(flags), told=list(mail.to), message_id=mail.message_id)


def stop_drafts(office: Office, ref: str) -> None:
    """Void what is drafted or approved in a stopped case, and clear the print tray of it."""
    case = office.case(ref)
    void_drafts(office, case, "the case was stopped by an alert")
    clear_tray(office, case)


def alert_without_case(office: Office, flags: tuple[FlagSeen, ...], mail: str) -> None:
    """Alert about a mail in the in-tray whose adult nobody knows yet."""
    office.queue_mail(_mail(office, "", flags, mail=mail))


def _mail(office: Office, ref: str, flags: tuple[FlagSeen, ...], mail: str = "") -> OutgoingMail:
    """The alert. It names the kind of danger, not the words: those stay in the case, on this machine."""
    fields = {
        "ref": ref,
        "mail": mail,
        "school": office.school.name,
        "kinds": sorted({str(seen.flag) for seen in flags}),
    }
    return OutgoingMail(
        message_id=office.new_id(ref),
        kind=MailKind.ALERT,
        to=office.school.mails_of(DSL, DEPUTY),
        subject=subject_of(office, ref, "URGENT: please look now"),
        text=office.texts.write("alert.j2", fields),
        ref=ref,
    )
