"""Put an email into a case: its bytes, its evidence, who reported it apart; every step may be repeated."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from ..ground.errors import Refused
from ..rules.cases.events import (
    AnyEvent,
    CaseOpened,
    EvidenceKept,
    Fact,
    FlagSeen,
    MailAttached,
    ReportReceived,
)
from ..rules.cases.report_events import OUR_REPLIES
from ..rules.mails.codes import without_codes
from ..rules.people.conflict import alleged_of, staff_of
from ..rules.people.people import Adult
from ..rules.reports.reporters import reporter_of
from ..rules.texts.footers import without_footer
from ..rules.texts.report import Report
from ..rules.words import Flag, ReporterKind
from .office import RULES, Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a report tells, and the events that are logged with it in one write, before and after its own."""

    fact: Fact
    flags: tuple[FlagSeen, ...] = ()
    before: tuple[AnyEvent, ...] = ()
    after: tuple[AnyEvent, ...] = ()


def opening(office: Office, adult_id: str, adult: Adult | None, reason: str) -> CaseOpened:
    """The first event of a new case for one adult."""
    return CaseOpened(
        adult=adult_id,
        adult_name=adult.full_name if adult else adult_id,
        school=office.school.slug,
        policy=office.school.policy.id,
        policy_version=office.school.policy.version,
        reason=reason,
    )


def open_case(office: Office, adult_id: str, adult: Adult | None, reason: str, *, by: str = RULES) -> str:
    """A new case for one adult; returns its reference."""
    ref = office.cases.new_ref(office.clock.today().year)
    office.note(ref, opening(office, adult_id, adult, reason), by=by)
    return ref


def file_report(office: Office, ref: str, report: Report, told: Told, *, by: str = RULES) -> None:
    """Put a report on a case, with its attachments as evidence; done once for one email.

    All events are one write: a stop leaves the whole report on the case, or nothing but copies of its files.
    """
    path = _keep_mail(office, ref, report)
    if report.sha256 in office.case(ref).mails:
        return
    adults = [one.adult for one in told.before if isinstance(one, CaseOpened)]
    kind = kind_of_reporter(office, report, next(iter(adults), "") or office.case(ref).adult)
    office.cases.keep_reporter(ref, report.sha256, _reporter(report) | {"kind": str(kind)})
    received = ReportReceived(
        mail=report.sha256,
        file=path,
        received=report.received,
        fact=told.fact,
        flags=list(told.flags),
        named=alleged_in(office, report, told.flags),
    )
    evidence = _evidence(office, ref, report)
    office.note(ref, *told.before, received, *evidence, *told.after, by=by)


def file_mail(
    office: Office, ref: str, report: Report, *, what: str, flags: tuple[FlagSeen, ...] = (), by: str = RULES
) -> None:
    """Put an email that is not a new report on a case; done once for one email."""
    path = _keep_mail(office, ref, report)
    if report.sha256 in office.case(ref).mails:
        return
    attached = MailAttached(
        mail=report.sha256,
        file=path,
        received=report.received,
        what=what,
        summary="" if what in OUR_REPLIES else _quoted(office, report),
        flags=list(flags),
        named=alleged_in(office, report, flags),
    )
    office.note(ref, attached, *_evidence(office, ref, report), by=by)


def _quoted(office: Office, report: Report) -> str:
    """The beginning of what the sender wrote, without small print and one-time codes; the email is kept whole."""
    ours = bool(office.school.roles_at(report.from_address))
    return without_codes(without_footer(report.own_words), ours=ours)[:300]


def alleged_in(office: Office, report: Report, flags: Iterable[FlagSeen]) -> list[str]:
    """Our own people, by their whole names, of whom an allegation about staff in this email speaks."""
    alleged = any(seen.flag is Flag.STAFF_ALLEGATION for seen in flags)
    return list(alleged_of(report, office.school)) if alleged else []


def _keep_mail(office: Office, ref: str, report: Report) -> str:
    raw = office.mail_log.raw(report.sha256)
    return office.cases.keep_file(ref, "mail", f"{report.sha256[:16]}.eml", raw)


def _evidence(office: Office, ref: str, report: Report) -> list[AnyEvent]:
    """Each attachment under a safe name, once by its hash in a case; decoration of the text is left in the email.

    Ten people send the same screenshot: each line names who sent it and how they called it, and all name one file.
    """
    found: list[AnyEvent] = []
    kept = {
        one.sha256: one.file
        for entry in office.cases.read(ref)
        if isinstance(one := entry.event, EvidenceKept)
    }
    for attachment in report.evidence:
        sha256 = hashlib.sha256(attachment.content).hexdigest()
        path = _kept_before(office, ref, kept.get(sha256, ""), sha256) or office.cases.keep_file(
            ref, "evidence", attachment.name, attachment.content
        )
        kept[sha256] = path
        found.append(
            EvidenceKept(
                mail=report.sha256,
                file=path,
                original_name=attachment.original_name,
                sha256=sha256,
                size=len(attachment.content),
            )
        )
    return found


def kind_of_reporter(office: Office, report: Report, adult: str) -> ReporterKind:
    """Who sent a report about this adult, in kind; noted apart, as who it was."""
    return reporter_of(report, adult, office.people.read(), staff_of(office.school))


def _kept_before(office: Office, ref: str, path: str, sha256: str) -> str:
    """The file of the case with this content; "" for none, or where it is gone or was changed since."""
    if not path:
        return ""
    try:
        return path if hashlib.sha256(office.cases.file(ref, path)).hexdigest() == sha256 else ""
    except Refused:
        return ""


def _reporter(report: Report) -> dict[str, str]:
    return {
        "name": report.sender_name or report.from_name,
        "address": report.reply_to or report.from_address,
        "seen_by": report.form.seen_by,
        "received": report.received.isoformat(),
    }
