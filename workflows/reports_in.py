"""A report: triage it, open or find the case, and say what became of the email."""

from collections.abc import Mapping

from msgspec.structs import replace

from ..ground.english import uk_date
from ..rules.cases.case import Case
from ..rules.cases.events import CaseOpened, Triaged
from ..rules.cases.on_ladder import rungs_for
from ..rules.mails.desk_links import to_case, to_email
from ..rules.people.conflict import staff_of
from ..rules.people.people import PeopleRegister
from ..rules.reports.judgement import Judgement
from ..rules.reports.looked import Asked, triage_as_looked
from ..rules.reports.reporters import may_draft
from ..rules.reports.systems import about_form, news_of
from ..rules.reports.triage import Triage, TriageOutcome
from ..rules.standing.stops import is_frozen
from ..rules.texts.report import Report
from ..rules.words import Level, Verdict
from .alerting import alert_event, alert_without_case, stop_drafts
from .attaching import TOLD, flag_words
from .case_book import CaseBook
from .drafting import void_drafts
from .filing import Told, alleged_in, file_report, kind_of_reporter, opening
from .likenesses import likeness, never_clear
from .notices import tell
from .office import Office

REPORTS = frozenset(
    {
        TriageOutcome.CLEAR,
        TriageOutcome.CONFLICT,
        TriageOutcome.ALERT,
        TriageOutcome.ADULT_UNKNOWN,
        TriageOutcome.CONDUCT_UNCLEAR,
    }
)
"""Outcomes of emails in which somebody reported something; others (thanks, a solicitor) are never acknowledged."""


def take_report(office: Office, report: Report, book: CaseBook) -> Judgement:
    """File a report by its triage: drafted at once, stopped by an alert, or left to a person."""
    held = (report.authentication, report.text, report.subject, report.attachments, report.unshown)
    if not any(held):
        return Judgement(verdict=Verdict.INTRAY, reason="the email is empty", missing=("what was reported",))
    people = office.people.read()
    running = book.running()
    by = Asked(register=people, policy=office.school.policy, staff=staff_of(office.school))
    found = triage_as_looked(report, by, running, office.looks.looked(report))
    found = never_clear(found, likeness(office, report))
    filed = _filed_before(book, report)
    if filed:
        return _finish(office, report, found, filed)
    unread = running.get(found.adult, "")
    if unread and book.read(unread) is None:
        return _unreadable(office, report, found, unread)
    if report.form.is_notice and found.outcome is not TriageOutcome.ALERT:
        return news_of(report, found)
    match found.outcome:
        case TriageOutcome.CLEAR | TriageOutcome.CONFLICT:
            return _to_case(office, report, found, people=people, running=running.get(found.adult, ""))
        case TriageOutcome.ALERT if found.level is not Level.RED:
            pass  # nothing is opened or drafted: it waits in the in-tray, and people are told to read it today
        case TriageOutcome.ALERT if found.adult:
            return _stopped(office, report, found, people=people, running=running.get(found.adult, ""))
        case TriageOutcome.ALERT:
            alert_without_case(office, found.flags, report, _of_the_register(found, people, report))
    return _to_tray(office, report, found, running)


def _of_the_register(found: Triage, people: PeopleRegister, report: Report) -> list[str]:
    """Those who may be meant, and the sender where the register has the address."""
    sender = people.adult_with_mail([report.from_address])
    return [*(one.adult for one in found.suggestions), *([sender.person_id] if sender else [])]


def _filed_before(book: CaseBook, report: Report) -> Case | None:
    """The case that this report is on already: the program stopped before it could say so in the email log."""
    found = (case for case in book.with_mail(report.sha256))
    return next((case for case in found if any(one.mail == report.sha256 for one in case.facts)), None)


def _unreadable(office: Office, report: Report, found: Triage, ref: str) -> Judgement:
    """The adult's case cannot be read now: nothing is opened beside it, and danger is said all the same."""
    if found.outcome is TriageOutcome.ALERT and found.level is Level.RED:
        alert_without_case(office, found.flags, report, [found.adult])
    return Judgement(
        verdict=Verdict.INTRAY,
        reason=f"the adult has case {ref}, whose log cannot be read at present: {found.reason}",
        missing=(f"restore {ref} (see `verify`), then file this email there",),
        suggestions=found.suggestions,
        flags=found.flags,
        level=found.level,
        why_level=found.why_level,
        proposed=found.proposed,
        fact=found.fact,
        pupils=found.pupils,
        reporter=found.reporter,
        receipt=found.outcome in REPORTS,
    )


def _finish(office: Office, report: Report, found: Triage, case: Case) -> Judgement:
    """Do what is left after a stop: the report is on its case, its verdict is not logged yet."""
    first = case.facts[0].mail == report.sha256
    if case.alerted:
        stop_drafts(office, case.ref, void=may_draft(found.reporter))
    elif not first:
        further(office, case.ref, report)
    verdict = Verdict.OPENED if first else Verdict.ATTACHED
    return Judgement(
        verdict=verdict,
        ref=case.ref,
        reason=found.reason,
        flags=found.flags,
        reporter=found.reporter,
        receipt=True,
    )


def _to_tray(office: Office, report: Report, found: Triage, running: Mapping[str, str]) -> Judgement:
    """A person decides; where letters may be on their way to one of those meant, people are told at once."""
    meant = (running.get(one, "") for one in (found.adult, *(one.adult for one in found.suggestions)))
    refs = tuple(dict.fromkeys(ref for ref in meant if ref))
    if found.outcome is TriageOutcome.HOLD:
        for ref in refs:
            _tell_held(office, ref, report, found.reason)
    about = f" Open cases of the people it may be about: {', '.join(refs)}." if refs else ""
    return Judgement(
        verdict=Verdict.INTRAY,
        reason=f"{found.reason}{about}{about_form(report)}",
        missing=found.missing,
        suggestions=found.suggestions,
        flags=found.flags,
        level=found.level,
        why_level=found.why_level,
        proposed=found.proposed,
        fact=found.fact,
        pupils=found.pupils,
        reporter=found.reporter,
        receipt=found.outcome in REPORTS,
    )


def _tell_held(office: Office, ref: str, report: Report, why: str) -> None:
    link, case_link = to_email(office.school, report.sha256), to_case(office.school, ref)
    mail = report.sha256[:12]
    tell(office, "held", TOLD, ref=ref, link=link, case_link=case_link, mail=mail, why=why)


def _to_case(
    office: Office, report: Report, found: Triage, *, people: PeopleRegister, running: str
) -> Judgement:
    """A clear report opens a case, or joins the adult's open one."""
    ref, case, opened = _case_for(office, found, people, running)
    triaged = () if is_frozen(case) else (_triaged(office, case, found),)
    told = Told(fact=found.fact, flags=found.flags, before=opened, after=triaged)
    file_report(office, ref, report, told)
    if running:
        further(office, ref, report)
        reason = f"a further report about the adult of {ref}: {found.reason}"
        return Judgement(
            verdict=Verdict.ATTACHED,
            ref=ref,
            reason=reason,
            flags=found.flags,
            reporter=found.reporter,
            receipt=True,
        )
    return Judgement(
        verdict=Verdict.OPENED,
        ref=ref,
        reason=found.reason,
        flags=found.flags,
        reporter=found.reporter,
        receipt=True,
    )


def _case_for(
    office: Office, found: Triage, people: PeopleRegister, running: str
) -> tuple[str, Case, tuple[CaseOpened, ...]]:
    """The adult's open case, or a fresh reference with the event that opens it."""
    if running:
        return running, office.case(running), ()
    ref = office.cases.new_ref(office.clock.today().year)
    opened = opening(office, found.adult, people.adults.get(found.adult), found.reason)
    return ref, Case(ref=ref), (opened,)


def _triaged(office: Office, case: Case, found: Triage) -> Triaged:
    """What the rules say of a clear report, added to what an open case says already.

    In a conflict the alternate approves, but a grave kind of conduct is still for a person to judge first.
    """
    known = office.school.policy.conduct
    grave = any(one in known and not known[one].ordinary for one in found.conduct)
    conduct = tuple(dict.fromkeys((*case.conduct, *found.conduct)))
    rungs = rungs_for(case, office.school.policy, conduct)
    return Triaged(
        pupils=list(dict.fromkeys((*case.pupils, *found.pupils))),
        conduct=list(conduct),
        clear=not grave or case.clear,
        note=found.reason,
        alternate=case.alternate or found.outcome is TriageOutcome.CONFLICT,
        ladder=rungs.ladder,
        ladders=list(rungs.ladders),
    )


def further(office: Office, ref: str, report: Report, why: str = "a further report came in") -> None:
    """A new fact voids drafts that have not left; a person judges whether the adult 'continues'.

    Only where staff told of it: else anybody could stop a letter by writing again. What others tell is shown.
    """
    kind = kind_of_reporter(office, report, office.case(ref).adult)
    voids = may_draft(kind)
    if voids:
        void_drafts(office, office.case(ref), why)
    day = uk_date(report.received.date())
    tell(office, "further-report", ("office", "dsl"), ref=ref, received=day, who=kind.words, voids=voids)


def _stopped(
    office: Office, report: Report, found: Triage, *, people: PeopleRegister, running: str
) -> Judgement:
    """A known adult and a reason to stop: the case is opened so that it is seen, the DSL is alerted."""
    ref, before, opened = _case_for(office, found, people, running)
    rungs = rungs_for(before, office.school.policy, found.conduct)
    triaged = Triaged(
        pupils=list(found.pupils),
        conduct=list(found.conduct),
        clear=False,
        ladder=rungs.ladder,
        ladders=list(rungs.ladders),
    )
    alleged = ((report.sha256, name) for name in alleged_in(office, report, found.flags))
    case = replace(
        before,
        ref=ref,
        adult=found.adult,
        pupils=(*before.pupils, *found.pupils),
        alleged=(*before.alleged, *alleged),
    )
    alert = alert_event(office, case, found.flags)
    after = (alert,) if running else (triaged, alert)
    told = Told(fact=found.fact, flags=found.flags, before=opened, after=after)
    file_report(office, ref, report, told)
    stop_drafts(office, ref, void=may_draft(found.reporter))
    verdict = Verdict.ATTACHED if running else Verdict.OPENED
    reason = f"{found.reason}: {flag_words(found.flags)}"
    return Judgement(
        verdict=verdict, ref=ref, reason=reason, flags=found.flags, reporter=found.reporter, receipt=True
    )
