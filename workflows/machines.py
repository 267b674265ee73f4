"""An email that a machine sent.

Put away as one only where that is proved and it says nothing that a person must see.
"""

import re
from collections.abc import Iterable

from ..ground.values import replace
from ..rules.cases.case import Case
from ..rules.mails.mail_log import Suggestion
from ..rules.people.conflict import staff_of
from ..rules.reports.flags import flags_of
from ..rules.reports.judgement import Judgement
from ..rules.reports.machines import as_told, why_for_people
from ..rules.reports.matching import suggest_adults
from ..rules.texts.report import Report
from ..rules.words import STOPS, Level, Verdict
from .attaching import attach_bounce, attach_robot
from .below_quotes import with_words_below
from .case_book import CaseBook
from .office import Office
from .returned import alert_of_returned

_FORGED = "It carries Letterladder's mark, but is in none of our logs."
ANSWERED = "A machine answered one of our emails."
"""Sorted in its turn: an email at once about it would be answered again, and so on."""
_OUR_SUBJECT = re.compile(r"\[(?:Letterladder|20\d\d-\d{4,6}(?:\.[a-z2-7]{6})?)\]", re.IGNORECASE)
"""As `subject_of` writes it; an automatic answer repeats it."""


def proved(office: Office, report: Report, book: CaseBook, answered: Case | None) -> Report:
    """The email with what only we can prove: that it is ours, or one of our emails came back in it, or it answers one.

    Where the email that a machine quotes is not proved ours, its words count as the sender's own: a rule that answers
    may send a stranger's email on. Where it is, what we did not send of it is the sender's own.
    """
    if report.is_ours and not is_sent_by_us(office, (report.message_id,), book):
        report = replace(report, is_ours=False, robot="", sign=_FORGED)
    if report.seems_bounce and book.that_sent(report.bounced):
        return replace(report, robot=report.sign, is_bounce=True)
    answers_us = bool(answered) or is_sent_by_us(office, report.references, book)
    if report.says_automatic and answers_us:
        report = replace(report, robot=report.robot or report.sign)
    bare = replace(report, quoted_from=())
    if report.is_ours or not report.robot:
        return bare if report.is_ours or answers_us or not _quotes_a_stranger(office, report) else report
    if answers_us:
        return with_words_below(office, bare)
    whole = replace(report, own_words=report.text) if report.quoted_from else report
    return whole if _quotes_a_stranger(office, report) else replace(whole, quoted_from=())


def is_sent_by_us(office: Office, message_ids: Iterable[str], book: CaseBook) -> bool:
    """Whether one of these is under our own domain, and a log, the queue or the sent emails know it."""
    end = f"@{office.school.letters_from.rpartition('@')[2]}>".casefold()
    ours = [one for one in message_ids if one.casefold().endswith(end)]
    if not ours:
        return False
    left = any(office.queue.has_left(one) for one in ours) or bool(book.that_sent(ours))
    return left or any(mail.message_id in ours for mail in office.queue.waiting())


def _quotes_a_stranger(office: Office, report: Report) -> bool:
    own = {office.school.letters_from.casefold(), office.school.safeguarding_mailbox.casefold()}
    return not own.issuperset(report.quoted_from)


def take_machine(office: Office, report: Report, book: CaseBook, answered: Case | None) -> Judgement | None:
    """The verdict on an email that is proved a machine's; None where it goes the way of a person's email.

    Args:
        office: the school.
        report: the email, as `proved` gives it.
        book: finds the cases.
        answered: the case one of whose emails it answers.
    """
    if not report.robot:
        return _that_may_go_round(office, report, book, answered)
    case = book.that_sent(report.bounced) if report.is_bounce else answered
    told = as_told(report)
    why = "" if report.is_ours else _why_for_people(office, told, case)
    if report.is_bounce and (case or not why):
        return attach_bounce(office, report, book, why=why)
    if not why and report.quoted_from:
        why = "it contains an email that is not ours"
    if not why and not answered and (stopped := _returns_danger(office, report, book)):
        return stopped
    if not why:
        return attach_robot(office, report, answered)
    if _may_go_round(office, report, book, answered):
        return replace(_for_people(office, told, why, answered), level=Level.PLAIN, why_level=ANSWERED)
    if answered or any(seen.flag in STOPS for seen in flags_of(told)):
        return None
    return _for_people(office, told, why, None)


def _returns_danger(office: Office, report: Report, book: CaseBook) -> Judgement | None:
    """A receipt, or a notice of a late email, that returns somebody else's email in which there is danger."""
    ids = (report.message_id, *report.references, *report.bounced)
    if report.is_ours or is_sent_by_us(office, ids, book):
        return None
    return alert_of_returned(office, report, f"{report.robot} It returns an email that is not ours")


def _why_for_people(office: Office, told: Report, case: Case | None) -> str:
    people, policy = office.people.read(), office.school.policy
    own = office.school.role_of(told.from_address) or people.lists_as_staff(told.from_address)
    staff = () if own else (*people.staff_names, *staff_of(office.school).all_names)
    return why_for_people(told, people, policy, but=case.adult if case else "", staff=staff)


def _that_may_go_round(
    office: Office, report: Report, book: CaseBook, answered: Case | None
) -> Judgement | None:
    """The in-tray for what carries a machine's sign, proves nothing, and would have its alert answered again."""
    if not report.declares_answer or not _may_go_round(office, report, book, answered):
        return None
    if not any(seen.flag in STOPS for seen in flags_of(report)):
        return None
    found = _for_people(office, report, _why_for_people(office, report, answered), answered)
    return replace(found, level=Level.PLAIN, why_level=ANSWERED)


def _may_go_round(office: Office, report: Report, book: CaseBook, answered: Case | None) -> bool:
    """Whether one of the school's own people's machines answers us: an alert would be answered again, for ever.

    Some machines name no email that they answer, and only repeat its subject.
    """
    if not office.school.role_of(report.from_address):
        return False
    if answered or is_sent_by_us(office, report.references, book):
        return True
    return report.declares_answer and bool(_OUR_SUBJECT.search(report.subject))


def _for_people(office: Office, told: Report, why: str, answered: Case | None) -> Judgement:
    """A person looks at it; nothing is opened and nobody is alerted by what a machine wrote."""
    about = f" It answers an email in case {answered.ref}." if answered else ""
    found = suggest_adults(told, office.people.read())
    return Judgement(
        verdict=Verdict.INTRAY,
        reason=f"A machine sent it, but {why}.{about} {told.sign}",
        missing=("somebody to read it",),
        suggestions=tuple(found) or _of(answered),
        flags=flags_of(told),
    )


def _of(answered: Case | None) -> tuple[Suggestion, ...]:
    why = f"it answers an email in {answered.ref}" if answered else ""
    return (Suggestion(adult=answered.adult, why=why),) if answered and answered.adult else ()
