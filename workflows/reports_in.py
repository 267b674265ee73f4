"""A report: triage it, open or find the case, and say what became of the mail."""

from collections.abc import Mapping

from ..rules.case import Case
from ..rules.conflict import staff_of
from ..rules.deadlines import uk_date
from ..rules.events import Triaged
from ..rules.judgement import Judgement
from ..rules.people import PeopleRegister
from ..rules.report import Report
from ..rules.triage import Triage, TriageOutcome, triage
from ..rules.words import Verdict
from .alerting import alert_without_case, raise_alert
from .attaching import TOLD, flag_words
from .drafting import void_drafts
from .filing import file_report, open_case
from .notices import tell
from .office import RULES, Office

REPORTS = frozenset(
    {
        TriageOutcome.CLEAR,
        TriageOutcome.CONFLICT,
        TriageOutcome.ALERT,
        TriageOutcome.ADULT_UNKNOWN,
        TriageOutcome.CONDUCT_UNCLEAR,
    }
)
"""Outcomes of mails in which somebody reported something; others (thanks, a solicitor) are never acknowledged."""


def take_report(office: Office, report: Report, cases: list[Case]) -> Judgement:
    """File a report by its triage: drafted at once, stopped by an alert, or left to a person."""
    if report.authentication == () and not report.text and not report.subject and not report.attachments:
        return Judgement(verdict=Verdict.INTRAY, reason="the mail is empty", missing=("what was reported",))
    people = office.people.read()
    running = {case.adult: case.ref for case in cases if not case.closed}
    found = triage(report, people, office.school.policy, running, staff=staff_of(office.school))
    match found.outcome:
        case TriageOutcome.CLEAR | TriageOutcome.CONFLICT:
            return _to_case(office, report, found, people=people, running=running.get(found.adult, ""))
        case TriageOutcome.ALERT if found.adult:
            return _stopped(office, report, found, people=people, running=running.get(found.adult, ""))
        case TriageOutcome.ALERT:
            alert_without_case(office, found.flags, report.sha256[:12])
    return _to_tray(office, report, found, running)


def _to_tray(office: Office, report: Report, found: Triage, running: Mapping[str, str]) -> Judgement:
    """A person decides; where letters may be on their way to one of those meant, people are told at once."""
    meant = (running.get(one, "") for one in (found.adult, *(one.adult for one in found.suggestions)))
    refs = tuple(dict.fromkeys(ref for ref in meant if ref))
    if found.outcome is TriageOutcome.HOLD:
        for ref in refs:
            tell(office, "held", TOLD, ref=ref, mail=report.sha256[:12], why=found.reason)
    about = f" Open cases of those who may be meant: {', '.join(refs)}." if refs else ""
    return Judgement(
        verdict=Verdict.INTRAY,
        reason=f"{found.reason}{about}",
        missing=found.missing,
        suggestions=found.suggestions,
        flags=found.flags,
        receipt=found.outcome in REPORTS,
    )


def _to_case(
    office: Office, report: Report, found: Triage, *, people: PeopleRegister, running: str
) -> Judgement:
    """A clear report opens a case, or joins the adult's open one."""
    ref = running or open_case(office, found.adult, people.adults.get(found.adult), found.reason)
    case = office.case(ref)
    file_report(office, ref, report, fact=found.fact, flags=found.flags)
    if not case.alerted and not case.hold:
        office.note(ref, _triaged(office, case, found), by=RULES)
    if running:
        _further(office, ref, report)
        reason = f"a further report about the adult of {ref}: {found.reason}"
        return Judgement(verdict=Verdict.ATTACHED, ref=ref, reason=reason, flags=found.flags, receipt=True)
    return Judgement(verdict=Verdict.OPENED, ref=ref, reason=found.reason, flags=found.flags, receipt=True)


def _triaged(office: Office, case: Case, found: Triage) -> Triaged:
    """What the rules say of a clear report, added to what an open case says already.

    In a conflict the alternate approves, but a grave kind of conduct is still for a person to judge first.
    """
    known = office.school.policy.conduct
    grave = any(one in known and not known[one].ordinary for one in found.conduct)
    return Triaged(
        pupils=list(dict.fromkeys((*case.pupils, *found.pupils))),
        conduct=list(dict.fromkeys((*case.conduct, *found.conduct))),
        clear=not grave or case.clear,
        note=found.reason,
        alternate=case.alternate or found.outcome is TriageOutcome.CONFLICT,
    )


def _further(office: Office, ref: str, report: Report) -> None:
    """A new fact voids drafts that have not left; a person judges whether the adult 'continues'."""
    void_drafts(office, office.case(ref), "a further report came in")
    tell(office, "further-report", ("office", "dsl"), ref=ref, received=uk_date(report.received.date()))


def _stopped(
    office: Office, report: Report, found: Triage, *, people: PeopleRegister, running: str
) -> Judgement:
    """A known adult and a reason to stop: the case is opened so that it is seen, the DSL is alerted."""
    ref = running or open_case(office, found.adult, people.adults.get(found.adult), found.reason)
    file_report(office, ref, report, fact=found.fact, flags=found.flags)
    if not running:
        office.note(ref, Triaged(pupils=list(found.pupils), conduct=list(found.conduct), clear=False))
    raise_alert(office, ref, found.flags)
    verdict = Verdict.ATTACHED if running else Verdict.OPENED
    reason = f"{found.reason}: {flag_words(found.flags)}"
    return Judgement(verdict=verdict, ref=ref, reason=reason, flags=found.flags, receipt=True)
