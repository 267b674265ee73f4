"""Emails that belong to a case already: the adult's answer, a bounce, a robot's; people are told, the log says so."""

from collections.abc import Iterable

from ..rules.cases.case import Case, LetterState
from ..rules.cases.events import DeliveryFailed, FlagSeen
from ..rules.mails.mail_log import Suggestion
from ..rules.reports.flags import flags_of
from ..rules.reports.judgement import Judgement
from ..rules.reports.machines import as_told, why_for_people
from ..rules.reports.matching import suggest_adults
from ..rules.reports.requests import children_of
from ..rules.texts.report import Report
from ..rules.words import STOPS, LetterStatus, Level, Method, Verdict
from .alerting import raise_alert
from .case_book import CaseBook
from .filing import file_mail
from .notices import tell
from .office import Office
from .returned import alert_of_returned, whole_of

TOLD = ("office", "dsl")
NAMES_OTHERS = "the name of somebody else in your register: perhaps it is a report of its own"
CAME_BACK = "One of our emails came back."
"""Sorted in its turn: an email at once about an email that came back could come back as well, and so on."""


def attach_reply(office: Office, report: Report, case: Case, *, why: str) -> Judgement:
    """Put an answer on its case and tell the office, who record what it says; danger words stop the case."""
    flags = flags_of(report, children_of(report, office.people.read()))
    file_mail(office, case.ref, report, what="answer", flags=flags)
    stops = tuple(seen for seen in flags if seen.flag in STOPS)
    if stops:
        raise_alert(office, case.ref, stops)
    told = [f"{seen.flag}: {seen.words}" for seen in flags]
    if any(one.adult != case.adult for one in suggest_adults(report, office.people.read())):
        told.append(NAMES_OTHERS)
    answers = list(office.school.policy.answer_words().items())
    tell(office, "answer", TOLD, ref=case.ref, but=(report.from_address,), flags=told, answers=answers)
    return Judgement(verdict=Verdict.ATTACHED, ref=case.ref, reason=why, flags=flags)


def attach_robot(office: Office, report: Report, answered: Case | None) -> Judgement:
    """A machine's email answers nothing and stops no clock; it is kept with the case it mentions."""
    if answered:
        file_mail(office, answered.ref, report, what="automatic reply")
    return Judgement(verdict=Verdict.ROBOT, ref=answered.ref if answered else "", reason=report.robot)


def attach_bounce(office: Office, report: Report, book: CaseBook, *, why: str = "") -> Judgement:
    """Tie a bounce to the email it mentions: a letter's clock stops, people other than the unreachable are told.

    Args:
        office: the school.
        report: the bounce.
        book: finds the cases.
        why: why a person must see what it says besides; danger in it stops the case.
    """
    wanted = set(report.bounced)
    case = book.that_sent(report.bounced)
    if case is None:
        return _of_a_notice(office, report, book) or _of_no_mail_of_ours(report, book, office)
    flags = flags_of(as_told(report)) if why else ()
    file_mail(office, case.ref, report, what="not delivered", flags=flags)
    if stops := tuple(seen for seen in flags if seen.flag in STOPS):
        raise_alert(office, case.ref, stops)
    # A letter's other Message-IDs are those of the emails that asked for its approval.
    letter = next((one for one in case.letters if wanted & set(one.message_ids[-1:])), None)
    to = ", ".join(report.bounced_to)
    if letter and letter.status is LetterStatus.POSTED and _went_by_mail(letter):
        failed = DeliveryFailed(
            letter=letter.letter,
            version=letter.version,
            why=f"the email to {to or 'the adult'} came back",
            mail=report.sha256,
        )
        office.note(case.ref, failed)
    tell(office, "undelivered", TOLD, ref=case.ref, but=report.bounced_to, to=to)
    reason = "an email in this case was not delivered"
    if why:
        return Judgement(
            verdict=Verdict.ATTACHED, ref=case.ref, reason=f"{reason}; but {why}: please read it", flags=flags
        )
    return Judgement(verdict=Verdict.BOUNCE, ref=case.ref, reason=reason)


def is_of_a_notice(office: Office, message_ids: Iterable[str]) -> bool:
    """Whether one of these is the Message-ID of one of our emails that was about no case."""
    end = f"@{_domain(office)}>"
    return any(one.startswith("<office.") and one.endswith(end) for one in message_ids)


def _of_a_notice(office: Office, report: Report, book: CaseBook) -> Judgement | None:
    """A notice to the school's own people came back. No notice is written about it: that would go round in circles."""
    case = book.of_mail(report.bounced)
    if case is None and not is_of_a_notice(office, report.bounced):
        return None
    to = ", ".join(report.bounced_to) or "somebody at the school"
    return Judgement(
        verdict=Verdict.INTRAY,
        reason=f"a notice to {to} came back" + (f" (case {case.ref})" if case else ""),
        missing=(
            "the right address in school.toml; then put this email aside: file MAIL --to none --note '...'",
        ),
        level=Level.PLAIN,
        why_level=CAME_BACK,
    )


def _domain(office: Office) -> str:
    return office.school.letters_from.rpartition("@")[2]


def _of_no_mail_of_ours(report: Report, book: CaseBook, office: Office) -> Judgement:
    """A bounce that names none of our emails, such as one the office wrote by hand to the adult of a case.

    Where the last letter went by email, a person says whether it was that letter: its clock would stop.
    """
    case = _of_failed_address(office, report, book)
    if case is None:
        return _of_a_stranger(office, report)
    posted = case.last_posted
    if posted and _went_by_mail(posted):
        return Judgement(
            verdict=Verdict.INTRAY,
            reason=f"an email to the adult of {case.ref} came back; perhaps the letter {posted.letter}",
            missing=(f"whether it was the letter: file MAIL --to {case.ref}",),
            suggestions=(Suggestion(adult=case.adult, why=f"their address failed; {case.ref}"),),
            level=Level.PLAIN,
            why_level=CAME_BACK,
        )
    file_mail(office, case.ref, report, what="not delivered")
    tell(office, "undelivered", TOLD, ref=case.ref, but=report.bounced_to, to=", ".join(report.bounced_to))
    return Judgement(
        verdict=Verdict.BOUNCE,
        ref=case.ref,
        reason="an email to the adult's own address came back; none of our letters went there by email",
    )


def _of_a_stranger(office: Office, report: Report) -> Judgement:
    """An email that somebody wrote by hand came back: a report sent on to a wrong address has reached nobody."""
    to = ", ".join(report.bounced_to) or "somebody"
    if stopped := alert_of_returned(
        office, report, f"an email to {to} that somebody wrote themselves came back"
    ):
        return stopped
    whole = whole_of(report)
    why = why_for_people(whole, office.people.read(), office.school.policy)
    if not why:
        reason = "reports that an email was not delivered, but not one of our cases"
        return Judgement(verdict=Verdict.BOUNCE, reason=reason)
    return Judgement(
        verdict=Verdict.INTRAY,
        reason=f"an email to {to} that somebody wrote themselves came back; {why}",
        missing=("whether somebody has read that email; then file MAIL --to none --note '...'",),
    )


def _of_failed_address(office: Office, report: Report, book: CaseBook) -> Case | None:
    """The newest open case of an adult whose registered address failed."""
    failed = {address.casefold() for address in report.bounced_to}
    adults = office.people.read().adults
    meant = {one.person_id for one in adults.values() if one.email.casefold() in failed}
    found = (case for one in meant if (case := book.of_adult(one)))
    # As numbers: 2026-10000 comes after 2026-9999.
    return max(found, key=lambda case: tuple(map(int, case.ref.split("-"))), default=None)


def _went_by_mail(letter: LetterState) -> bool:
    return letter.method is Method.MAIL and not letter.undelivered


def flag_words(flags: tuple[FlagSeen, ...]) -> str:
    """The flags and the words that led to them, for one line."""
    return "; ".join(f'{seen.flag} ("{seen.words}")' for seen in flags)
