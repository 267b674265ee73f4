"""From a kept mail to its verdict: opens a case, belongs to a case, needs a person, is a robot's or a duplicate."""

from ..rules.case import Case
from ..rules.errors import Problem
from ..rules.flags import flags_of
from ..rules.judgement import Judgement
from ..rules.mail_log import MailFailed, MailJudged, MailRow
from ..rules.reply_words import Said, read_reply
from ..rules.report import Arrival, Report
from ..rules.words import Verdict
from .attaching import attach_bounce, attach_reply
from .filing import file_mail
from .keeping import rows_of
from .office import RULES, Office, Tally
from .replies import take_reply
from .reports_in import take_report

TRIES = 3
"""After so many failures a mail becomes an in-tray item with its raw bytes, visible to the office."""


def judge_new_mail(office: Office, tally: Tally) -> None:
    """Judge every kept mail that has no verdict yet; one that breaks does not stop the others."""
    rows = rows_of(office)
    judged = {row.seen.sha256: row for row in rows.values() if row.judged}
    for row in rows.values():
        if row.judged:
            continue
        first = judged.get(row.seen.sha256)
        judgement = _duplicate(first) if first else _judge_or_fail(office, row, tally)
        if judgement is None:
            continue
        judged[row.seen.sha256] = log_judgement(office, row, judgement)
        tally.verdicts[judgement.verdict] += 1


def log_judgement(office: Office, row: MailRow, judgement: Judgement, *, by: str = RULES) -> MailRow:
    """Log a verdict and move the raw mail out of the in-tray's folder where it belongs elsewhere now."""
    event = MailJudged(
        mailbox=row.seen.mailbox,
        key=row.seen.key,
        sha256=row.seen.sha256,
        verdict=judgement.verdict,
        ref=judgement.ref,
        reason=judgement.reason,
        missing=list(judgement.missing),
        suggestions=list(judgement.suggestions),
        flags=list(judgement.flags),
    )
    office.mail_log.append(office.clock.now(), by, event)
    if judgement.verdict not in {Verdict.INTRAY, Verdict.DUPLICATE}:
        name = f"mail/{row.seen.sha256[:16]}.eml"
        place = office.cases.path(judgement.ref, name) if judgement.ref else None
        office.mail_log.filed(row.seen.sha256, place)
    return MailRow(seen=row.seen, judged=event)


def _duplicate(first: MailRow) -> Judgement:
    judged = first.judged
    ref = judged.ref if judged else ""
    return Judgement(
        verdict=Verdict.DUPLICATE,
        ref=ref,
        reason=f"byte for byte the mail received {first.seen.received:%d %b %Y %H:%M} UTC",
    )


def _judge_or_fail(office: Office, row: MailRow, tally: Tally) -> Judgement | None:
    """The verdict; None where it broke and another try is left."""
    try:
        return judge(office, read_again(office, row))
    except Exception as error:  # noqa: BLE001 - the border of one mail: recorded on it, the round goes on
        what = f"{type(error).__name__}: {error}"
        seen = row.seen
        failed = MailFailed(mailbox=seen.mailbox, key=seen.key, sha256=seen.sha256, what=what[:500])
        office.mail_log.append(office.clock.now(), RULES, failed)
        tally.problems.append(
            Problem(
                where=f"mail {seen.sha256[:12]}",
                what=f"It could not be filed: {what}",
                what_to_do="It is kept; after three tries it is in the in-tray for you to file.",
            )
        )
        if row.failures + 1 < TRIES:
            return None
        return Judgement(verdict=Verdict.INTRAY, reason=f"could not be filed by the program: {what[:200]}")


def read_again(office: Office, row: MailRow) -> Report:
    """The report of a kept mail."""
    seen = row.seen
    arrival = Arrival(
        key=seen.key,
        raw=office.mail_log.raw(seen.sha256),
        size=seen.size,
        received=seen.received,
        cut=seen.cut,
    )
    return office.read_mail(arrival, seen.received)


def judge(office: Office, report: Report) -> Judgement:
    """What a mail is, in the order that keeps people safe: machines, approvals, answers, then reports."""
    cases = open_cases(office)
    answered = _answered(cases, report)
    if report.is_bounce:
        return attach_bounce(office, report, cases)
    if report.robot:
        return _robot(office, report, answered)
    if (answered and _is_approver(office, report)) or read_reply(report.own_words).said is not Said.NOTHING:
        judgement = take_reply(office, report, cases, answered)
        if judgement:
            return judgement
    if answered:
        return attach_reply(office, report, answered, why="it answers a mail of this case")
    own = _own_case(office, cases, report)
    if own:
        return attach_reply(office, report, own, why="it comes from the adult's own address")
    return take_report(office, report, cases)


def open_cases(office: Office) -> list[Case]:
    """All cases, closed ones too: an answer may come after the end. Broken logs are left to `verify`."""
    return [office.case(ref) for ref in office.cases.refs() if office.cases.read(ref)]


def _answered(cases: list[Case], report: Report) -> Case | None:
    """The case one of whose mails this one answers."""
    wanted = set(report.references)
    return next((case for case in cases if wanted & case.sent_ids), None)


def _is_approver(office: Office, report: Report) -> bool:
    return bool(office.school.role_of(report.from_address))


def _own_case(office: Office, cases: list[Case], report: Report) -> Case | None:
    """The newest open case of the adult whose registered address this mail comes from."""
    adult = office.people.read().adult_with_mail([report.from_address])
    if adult is None:
        return None
    found = [case for case in cases if case.adult == adult.person_id and not case.closed]
    return found[-1] if found else None


def _robot(office: Office, report: Report, answered: Case | None) -> Judgement:
    if answered:
        file_mail(office, answered.ref, report, what="automatic reply")
    ref = answered.ref if answered else ""
    return Judgement(verdict=Verdict.ROBOT, ref=ref, reason=report.robot, flags=flags_of(report))
