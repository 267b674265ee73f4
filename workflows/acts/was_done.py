"""Whether an order that waited on disk was carried out before the program stopped: what the logs say of it."""

from contextlib import suppress

from ...ground.errors import Refused
from ...ground.values import replace
from ...rules.cases.events import Entry, LetterDrafted, SheetWritten
from ...rules.mails.mail_log import MailRow
from ...rules.mails.told_report import BOX
from ...rules.office import orders
from ...rules.office.kept_orders import KeptOrder
from ...rules.people.acting import actors_named
from ...rules.words import Verdict
from ..case_book import CaseBook
from ..filing_by_hand import NONE, put_aside_by
from ..intake import finish_filing
from ..known_emails import emails_named
from ..office import Office
from ..raising import raised_id

LAST = {orders.DraftLetter: LetterDrafted, orders.WriteSheet: SheetWritten}
"""Orders that write several lines, and which of them is the last; all may be begun again before it."""


def was_done(office: Office, kept: KeptOrder) -> bool:
    """Whether the logs show that all of it was done; what was only begun may be done again.

    Raises:
        LetterladderError: a log cannot be read.
    """
    order = kept.order
    match order:
        case orders.FileMail():
            return _was_filed(office, kept, order)
        case orders.TakeMail(mail=mail):
            row = _row(office, mail)
            return row is not None and row.taken_by == _in_full(office, order)
        case orders.RaiseAlarm(mail=mail):
            row = _row(office, mail)
            alert = row and raised_id(replace(office, order=kept.id), row.seen.sha256)
            return row is not None and any(one.event.message_id == alert for one in row.told)
        case orders.NewReport():
            told = office.index.mails.row(BOX, kept.id)
            return told is not None and told.judged is not None
        case orders.ForgetCase():
            return False
        case orders.KeepCase() | orders.EndKeeping() | orders.KeepUntil():
            return any(entry.order == kept.id for entry in office.deletions.entries())
        case orders.OfCase(ref=ref):
            return _was_written(office, kept, ref)
        case _:
            return any(entry.order == kept.id for entry in office.requests.entries())


def _in_full(office: Office, order: orders.Order) -> str:
    """The name under which the logs have whoever gave the order."""
    found = actors_named(order.name, office.school, office.people.read())
    return found[0].name if len(found) == 1 else order.by


def _was_written(office: Office, kept: KeptOrder, ref: str) -> bool:
    """Whether the last line of what was ordered is there, which may be one that the rules wrote for it."""
    own, last = _lines(office, kept, ref), LAST.get(type(kept.order))
    if not own or last is None:
        return bool(own)
    return any(isinstance(one.event, last) for one in office.cases.read(ref)[own[-1].seq - 1 :])


def _lines(office: Office, kept: KeptOrder, ref: str) -> list[Entry]:
    """The lines of the case that this order wrote; none where there is no such case."""
    with suppress(Refused):
        return [entry for entry in office.cases.read(ref) if entry.order == kept.id]
    return []


def _was_filed(office: Office, kept: KeptOrder, order: orders.FileMail) -> bool:
    """Finish what is left of a filing that put the email on its case."""
    row = _row(office, order.mail)
    if row is None:
        return False
    if order.to == NONE:
        return row.judged is not None and row.judged.reason == put_aside_by(
            _in_full(office, order), order.note
        )
    if not landed_on(office, kept, order):
        return False
    if row.verdict is Verdict.INTRAY:
        finish_filing(office, row, CaseBook(office))
    # An email that moved is done with when the case that it left says so, too.
    return not _is_still_moving(office, row.seen.sha256)


def _is_still_moving(office: Office, sha256: str) -> bool:
    row = _row(office, sha256)
    judged = row.judged.ref if row and row.judged else ""
    return any(ref != judged for ref in office.index.cases.with_mail(sha256))


def landed_on(office: Office, kept: KeptOrder, order: orders.FileMail) -> str:
    """The case on which this order put the email; "" for none yet."""
    row = _row(office, order.mail)
    refs = office.index.cases.with_mail(row.seen.sha256) if row else []
    return next((ref for ref in refs if _lines(office, kept, ref)), "")


def _row(office: Office, mail: str) -> MailRow | None:
    found = emails_named(office, mail)
    return found[0] if len(found) == 1 else None
