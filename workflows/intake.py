"""From a kept email to its verdict: opens a case, belongs to a case, needs a person, is a robot's or a duplicate."""

from functools import partial

from ..ground.errors import Problem, WorldFailed
from ..ground.values import replace
from ..rules.cases.case import Case
from ..rules.mails.mail_log import MailFailed, MailJudged, MailRow, Suggestion
from ..rules.people.conflict import alleged_of
from ..rules.reports.flags import flags_of
from ..rules.reports.judgement import Judgement, same_content
from ..rules.reports.machines import as_told
from ..rules.texts.report import Report
from ..rules.words import STOPS, Flag, Verdict
from .acknowledging import acknowledge
from .attaching import attach_reply
from .below_quotes import with_words_below
from .case_book import CaseBook
from .dangers import alert_of_row
from .known_emails import read_again, read_ahead
from .likenesses import likeness, warned
from .machines import proved as proved_by_us
from .machines import take_machine
from .office import RULES, Broke, Office, Tally
from .replies import take_reply
from .reports_in import take_report
from .taking import take_by_reply
from .too_much import too_much
from .troubles import attempt, in_a_line, meet, traceback_of

JUDGING = "the emails to judge"
TRIES = 3
"""After so many failures an email becomes an in-tray item with its raw bytes, visible to the office."""


def judge_new_mail(office: Office, tally: Tally) -> None:
    """Judge every kept email that has no verdict yet; one that breaks does not stop the others."""
    mails = office.index.mails
    fresh, waiting = mails.unjudged(), mails.in_tray()
    book = CaseBook(office)
    for row in waiting:
        attempt(tally, _named(row), partial(finish_filing, office, row, book))
    try:
        for row in read_ahead(office, fresh):
            attempt(tally, _named(row), partial(_judge_one, office, row, book, tally=tally))
    finally:
        office.looks.rest()


def _named(row: MailRow) -> str:
    return f"email {row.seen.sha256[:12]}"


def _judge_one(office: Office, row: MailRow, book: CaseBook, *, tally: Tally) -> None:
    office.turns.give_way()
    if (now := _as_it_stands(office, row)).judged:
        return
    row = now
    judgement = judge_or_fail(office, row, book, tally=tally)
    if judgement is None:
        return
    tally.verdicts[judgement.verdict] += 1
    if judgement.receipt and office.school.acknowledging.on:
        acknowledge(office, row, read_again(office, row), judgement)


def _as_it_stands(office: Office, row: MailRow) -> MailRow:
    """The email as the log tells it now: a person may have filed it while others had their turn."""
    return office.index.mails.row(row.seen.mailbox, row.seen.key) or row


def finish_filing(office: Office, row: MailRow, book: CaseBook) -> None:
    """An email that a person filed on a case just before the program stopped leaves the in-tray."""
    office.turns.give_way()
    row = _as_it_stands(office, row)
    if row.verdict is not Verdict.INTRAY:
        return
    case = next(iter(book.with_mail(row.seen.sha256)), None)
    if case:
        first = bool(case.facts) and case.facts[0].mail == row.seen.sha256
        verdict = Verdict.OPENED if first else Verdict.ATTACHED
        reason = "filed by a person; recorded after the program had stopped"
        log_judgement(office, row, Judgement(verdict=verdict, ref=case.ref, reason=reason))


def _came_before(office: Office, row: MailRow, report: Report) -> MailRow | None:
    """The email of which this one is a second copy that came another way; the same Message-ID alone proves nothing."""
    if row.seen.cut:
        return None
    others = office.index.mails.of_message_id(row.seen.message_id)
    return next((one for one in others if same_content(read_again(office, one), report)), None)


def log_judgement(office: Office, row: MailRow, judgement: Judgement, *, by: str = RULES) -> MailRow:
    """Log a verdict and move the raw email out of the in-tray's folder where it belongs elsewhere now."""
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
        level=judgement.level,
        why_level=judgement.why_level,
        proposed=list(judgement.proposed),
        fact=judgement.fact,
        pupils=list(judgement.pupils),
        named=list(judgement.named),
        reporter=judgement.reporter,
    )
    office.mail_log.append(office.clock.now(), by, event)
    if judgement.verdict is not Verdict.INTRAY and not judgement.same_bytes:
        on_case = judgement.ref and judgement.verdict is not Verdict.DUPLICATE
        place = office.cases.path(judgement.ref, f"mail/{row.seen.sha256[:16]}.eml") if on_case else None
        office.mail_log.filed(row.seen.sha256, place)
    return MailRow(seen=row.seen, judged=event)


def _duplicate(row: MailRow, first: MailRow) -> Judgement:
    same = row.seen.sha256 == first.seen.sha256
    how = (
        "byte for byte the same email as the one" if same else "the same email, by another route, as the one"
    )
    return Judgement(
        verdict=Verdict.DUPLICATE,
        ref=first.judged.ref if first.judged else "",
        reason=f"{how} received {first.seen.received:%d %b %Y %H:%M} UTC",
        same_bytes=same,
    )


def judge_or_fail(office: Office, row: MailRow, book: CaseBook, *, tally: Tally) -> Judgement | None:
    """The verdict, which is logged; None where it broke and another try is left."""
    try:
        judgement = _judged(office, row, book, tally)
        log_judgement(office, row, judgement)
    except WorldFailed as failure:
        # The disk failed and not the email: no try of the email is used up, the next round judges it.
        meet(tally, _named(row), failure)
        alert_of_row(office, tally, row)
        return None
    except Exception as error:  # noqa: BLE001 - the border of one email: recorded on it, the round goes on
        return _failed(office, row, error, tally)
    return judgement


def _judged(office: Office, row: MailRow, book: CaseBook, tally: Tally) -> Judgement:
    if first := office.index.mails.of_bytes(row.seen.sha256):
        return _duplicate(row, first)
    if row.seen.old:
        return _old()
    report = read_again(office, row)
    copied = _came_before(office, row, report)
    if copied:
        return _duplicate(row, copied)
    judgement = judge(office, report, book, tally)
    alleged = any(seen.flag is Flag.STAFF_ALLEGATION for seen in judgement.flags)
    return replace(judgement, named=alleged_of(report, office.school)) if alleged else judgement


def _failed(office: Office, row: MailRow, error: Exception, tally: Tally) -> Judgement | None:
    """Note it on the email, and say danger at once; after three tries a person files it."""
    what = f"{type(error).__name__}: {in_a_line(error)}"
    what_to_do = "It is kept; after three attempts it goes to the in-tray for you to file."
    tally.problems.append(
        Problem(where=_named(row), what=f"It could not be filed: {what}", what_to_do=what_to_do)
    )
    tally.broke.append(Broke(part=_named(row), kind=type(error).__name__, traceback=traceback_of(error)))
    flags = alert_of_row(office, tally, row)
    seen = row.seen
    failed = MailFailed(mailbox=seen.mailbox, key=seen.key, sha256=seen.sha256, what=what)
    office.mail_log.append(office.clock.now(), RULES, failed)
    if row.failures + 1 < TRIES:
        return None
    reason = f"could not be filed by the program: {what[:200]}"
    judgement = Judgement(verdict=Verdict.INTRAY, reason=reason, flags=flags)
    log_judgement(office, row, judgement)
    return judgement


def _old() -> Judgement:
    return Judgement(
        verdict=Verdict.INTRAY,
        reason="older than the start of Letterladder here: kept, but nothing is drafted for it",
        missing=("only if it still matters: somebody to file it",),
    )


def judge(office: Office, report: Report, book: CaseBook, tally: Tally) -> Judgement:
    """What an email is, in the order that keeps people safe: machines, approvals, answers, then reports."""
    if report.is_too_much:
        return too_much(office, report)
    answered = book.answered_by(report)
    report = proved_by_us(office, report, book, answered)
    machines = take_machine(office, report, book, answered)
    if machines:
        return machines
    judgement = _hinted(_from_a_person(office, as_told(report), book, answered, tally=tally), report)
    return warned(judgement, likeness(office, report))


def _hinted(judgement: Judgement, report: Report) -> Judgement:
    """In the in-tray, with a machine's sign that the email bears: it may explain what is odd about it."""
    if judgement.verdict is not Verdict.INTRAY or not report.sign:
        return judgement
    return replace(judgement, reason=f"{judgement.reason} (A hint only: {report.sign.rstrip('.')}.)")


def _from_a_person(
    office: Office, report: Report, book: CaseBook, answered: Case | None, *, tally: Tally
) -> Judgement:
    """The verdict on an email that a person wrote, or may have written."""
    proved = answered or book.proved_by(report)
    taken = take_by_reply(office, report, book, proved) or take_reply(
        office, report, book, proved, tally=tally
    )
    if taken:
        return taken
    report = with_words_below(office, report)
    if proved:
        why = "it answers an email in this case" if answered else "its subject carries the mark of this case"
        return attach_reply(office, report, proved, why=why)
    own, claimed = _own_case(office, report, book), book.claimed_by(report)
    if own and (claimed is None or claimed.ref == own.ref):
        return attach_reply(office, report, own, why="it comes from the adult's own email address")
    if claimed and not any(seen.flag in STOPS for seen in flags_of(report)):
        return _only_claimed(report, claimed)
    return take_report(office, report, book)


def _own_case(office: Office, report: Report, book: CaseBook) -> Case | None:
    """The newest open case of the adult whose registered address this email comes from."""
    adult = office.people.read().adult_with_mail([report.from_address])
    return book.of_adult(adult.person_id) if adult else None


def _only_claimed(report: Report, claimed: Case) -> Judgement:
    """A reference that anybody can write joins no case; a person looks at who sent it."""
    why = f"the subject names {claimed.ref}"
    return Judgement(
        verdict=Verdict.INTRAY,
        reason=f"its subject names {claimed.ref}, but does not carry the mark of that case: anybody can write that",
        missing=(f"whether it belongs there: file MAIL --to {claimed.ref}",),
        suggestions=(Suggestion(adult=claimed.adult, why=why),),
        flags=flags_of(report),
    )
