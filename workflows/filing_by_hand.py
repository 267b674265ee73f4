"""A person files a mail from the in-tray: into a case, into a new one, or aside."""

from ..rules.errors import Problem, Refused
from ..rules.events import Fact
from ..rules.flags import flags_of
from ..rules.judgement import Judgement
from ..rules.mail_log import MailRow
from ..rules.report import Report
from ..rules.triage import triage
from ..rules.words import STOPS, Verdict
from .advance import advance
from .alerting import raise_alert
from .answering import TriageOrder, triage_case
from .filing import file_mail, file_report, open_case
from .intake import log_judgement, read_again
from .keeping import rows_of
from .office import Office, Tally

NEW, NONE = "new", "none"


def file_by_hand(office: Office, mail: str, to: str, order: TriageOrder, *, by: str) -> str:
    """File the mail and return one sentence about it.

    Args:
        office: the school.
        mail: the beginning of the mail's SHA-256.
        to: a case, "new", or "none" (no case; it stays on record).
        order: what a new case is about.
        by: who files it.

    Raises:
        Refused: no or several mails fit, it is filed already, or something needed is missing.
    """
    row = _find(office, mail)
    report = read_again(office, row)
    if to == NONE:
        return _aside(office, row, order.note, by=by)
    if to == NEW:
        return _new(office, row, report, order, by=by)
    file_mail(office, to, report, what="filed by hand", flags=flags_of(report), by=by)
    reason = order.note or f"filed by {by}"
    log_judgement(office, row, Judgement(verdict=Verdict.ATTACHED, ref=to, reason=reason), by=by)
    advance(office, to, Tally())
    return f"The mail is on case {to}."


def _find(office: Office, mail: str) -> MailRow:
    wanted = mail.casefold()
    found = {
        row.seen.sha256: row
        for row in rows_of(office).values()
        if row.seen.sha256.startswith(wanted) and row.verdict is not Verdict.DUPLICATE
    }
    if len(wanted) < 4 or len(found) != 1:
        what = "No mail" if not found else f"{len(found)} mails"
        problem = Problem(
            where=f"mail {mail}",
            what=f"{what} begin with these letters." if found else "No mail begins with these letters.",
            what_to_do="Copy the mail's letters from `intray` or `mails`; four at least.",
        )
        raise Refused(problem)
    row = next(iter(found.values()))
    if row.verdict is not Verdict.INTRAY:
        where = f" as {row.judged.ref}" if row.judged and row.judged.ref else ""
        problem = Problem(
            where=f"mail {mail}",
            what=f"This mail is not in the in-tray; it was judged '{row.verdict}'{where}.",
            what_to_do="See `mails`.",
        )
        raise Refused(problem)
    return row


def _aside(office: Office, row: MailRow, note: str, *, by: str) -> str:
    """No case is made of it; the mail and the reason stay on record."""
    if not note.strip():
        problem = Problem(
            where=f"mail {row.seen.sha256[:12]}",
            what="A mail is put aside only with a reason.",
            what_to_do="Add --note 'why no case is made of it'.",
        )
        raise Refused(problem)
    judgement = Judgement(verdict=Verdict.ATTACHED, reason=f"put aside by {by}: {note}")
    log_judgement(office, row, judgement, by=by)
    return "The mail is put aside; it stays on record in `mails`."


def _new(office: Office, row: MailRow, report: Report, order: TriageOrder, *, by: str) -> str:
    people = office.people.read()
    if order.adult not in people.adults:
        shown = ", ".join(f"{one.person_id} {one.full_name}" for one in list(people.adults.values())[:8])
        problem = Problem(
            where=f"mail {row.seen.sha256[:12]}",
            what=f"There is no adult '{order.adult}' in people.csv." if order.adult else "No adult is named.",
            what_to_do=f"Add --adult ID. The register begins: {shown} ...",
        )
        raise Refused(problem)
    found = triage(report, people, office.school.policy, {})
    reason = order.note or f"filed by {by}"
    ref = open_case(office, order.adult, people.adults[order.adult], reason, by=by)
    same = found.adult in {"", order.adult}
    file_report(office, ref, report, fact=found.fact if same else Fact(), flags=found.flags, by=by)
    stops = tuple(seen for seen in found.flags if seen.flag in STOPS)
    if stops and not order.clear:
        raise_alert(office, ref, stops)
    triage_case(office, office.case(ref), order, by=by)
    log_judgement(office, row, Judgement(verdict=Verdict.OPENED, ref=ref, reason=reason), by=by)
    advance(office, ref, Tally())
    return f"Case {ref} is open for {people.adults[order.adult].full_name}."
