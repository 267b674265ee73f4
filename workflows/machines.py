"""A mail that a machine sent: put away as one only where that is proved and it says nothing that a person must see."""

from dataclasses import replace

from ..rules.case import Case
from ..rules.flags import flags_of
from ..rules.judgement import Judgement
from ..rules.machines import as_told, why_for_people
from ..rules.mail_log import Suggestion
from ..rules.matching import suggest_adults
from ..rules.report import Report
from ..rules.words import STOPS, Verdict
from .attaching import attach_bounce, attach_robot, is_of_a_notice
from .case_book import CaseBook
from .office import Office


def proved(office: Office, report: Report, book: CaseBook, answered: Case | None) -> Report:
    """The mail with what only we can prove: that a mail of ours came back in it, or that it answers one by itself."""
    if report.seems_bounce and book.that_sent(report.bounced):
        return replace(report, robot=report.sign, is_bounce=True)
    if report.says_automatic and (answered or is_of_a_notice(office, report.references)):
        return replace(report, robot=report.robot or report.sign)
    return report


def take_machine(office: Office, report: Report, book: CaseBook, answered: Case | None) -> Judgement | None:
    """The verdict on a mail that is proved a machine's; None where it goes the way of a person's mail.

    Args:
        office: the school.
        report: the mail, as `proved` gives it.
        book: finds the cases.
        answered: the case one of whose mails it answers.
    """
    if not report.robot:
        return None
    case = book.that_sent(report.bounced) if report.is_bounce else answered
    told = as_told(report)
    why = "" if report.is_ours else _why_for_people(office, told, case)
    if report.is_bounce and (case or not why):
        return attach_bounce(office, report, book, why=why)
    if not why:
        return attach_robot(office, report, answered)
    if _may_go_round(office, report):
        return _for_people(office, told, why, answered)
    if answered or any(seen.flag in STOPS for seen in flags_of(told)):
        return None
    return _for_people(office, told, why, None)


def _why_for_people(office: Office, told: Report, case: Case | None) -> str:
    people, policy = office.people.read(), office.school.policy
    return why_for_people(told, people, policy, but=case.adult if case else "")


def _may_go_round(office: Office, report: Report) -> bool:
    """Whether one of the school's own people's machines answers us: an alert would be answered again, for ever."""
    return bool(report.references) and bool(office.school.role_of(report.from_address))


def _for_people(office: Office, told: Report, why: str, answered: Case | None) -> Judgement:
    """A person looks at it; nothing is opened and nobody is alerted by what a machine wrote."""
    about = f" It answers a mail of case {answered.ref}." if answered else ""
    found = suggest_adults(told, office.people.read())
    return Judgement(
        verdict=Verdict.INTRAY,
        reason=f"A machine sent it, but {why}.{about} {told.sign}",
        missing=("a person who reads it",),
        suggestions=tuple(found) or _of(answered),
        flags=flags_of(told),
    )


def _of(answered: Case | None) -> tuple[Suggestion, ...]:
    why = f"it answers a mail of {answered.ref}" if answered else ""
    return (Suggestion(adult=answered.adult, why=why),) if answered and answered.adult else ()
