"""Mails that belong to a case already: the adult's answer, a bounce; people are told, the log says so."""

from ..rules.case import Case
from ..rules.events import DeliveryFailed, FlagSeen
from ..rules.flags import flags_of
from ..rules.judgement import Judgement
from ..rules.report import Report
from ..rules.words import STOPS, LetterStatus, Verdict
from .alerting import raise_alert
from .filing import file_mail
from .notices import tell
from .office import Office


def attach_reply(office: Office, report: Report, case: Case, *, why: str) -> Judgement:
    """Put an answer on its case and tell the office, who record what it says; danger words stop the case."""
    flags = flags_of(report)
    file_mail(office, case.ref, report, what="answer", flags=flags)
    stops = tuple(seen for seen in flags if seen.flag in STOPS)
    if stops:
        raise_alert(office, case.ref, stops)
    tell(
        office,
        "answer",
        ("office", "dsl"),
        ref=case.ref,
        flags=[f"{seen.flag}: {seen.words}" for seen in flags],
    )
    return Judgement(verdict=Verdict.ATTACHED, ref=case.ref, reason=why, flags=flags)


def attach_bounce(office: Office, report: Report, cases: list[Case]) -> Judgement:
    """Tie a bounce to the mail it speaks of: a letter's clock stops, the office is told."""
    wanted = set(report.bounced)
    for case in cases:
        if not wanted & case.sent_ids:
            continue
        file_mail(office, case.ref, report, what="not delivered")
        letter = next((one for one in case.letters if wanted & set(one.message_ids)), None)
        to = ", ".join(report.bounced_to)
        if letter and letter.status is LetterStatus.POSTED and not letter.undelivered:
            failed = DeliveryFailed(
                letter=letter.letter,
                version=letter.version,
                why=f"the mail to {to or 'the adult'} came back",
                mail=report.sha256,
            )
            office.note(case.ref, failed)
        tell(office, "undelivered", ("office", "dsl"), ref=case.ref, to=to)
        return Judgement(verdict=Verdict.BOUNCE, ref=case.ref, reason="a mail of this case was not delivered")
    return Judgement(
        verdict=Verdict.BOUNCE, reason="reports that a mail was not delivered, but none of our cases"
    )


def flag_words(flags: tuple[FlagSeen, ...]) -> str:
    """The flags and the words that led to them, for one line."""
    return "; ".join(f'{seen.flag} ("{seen.words}")' for seen in flags)
