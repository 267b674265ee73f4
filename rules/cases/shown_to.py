"""What a reader of a case's history sees of each line: who reported, and texts about danger, are not for everybody."""

from msgspec.structs import replace

from ..words import STOPS
from .case import Case
from .event_base import InRegister
from .events import (
    AlertRaised,
    AlertRepeated,
    AlertSeen,
    AlertSent,
    AnswerRecorded,
    Correction,
    DecisionMade,
    Entry,
    EvidenceKept,
    HoldPlaced,
    HoldReleased,
    MailAttached,
    ReportReceived,
    Triaged,
)
from .phrases import one_line
from .sentences import sentence

KEPT_APART = "Something about safeguarding was noted."

_ALERTS = (AlertRaised, AlertSent, AlertRepeated, AlertSeen)
_WORDY = (
    AnswerRecorded,
    Correction,
    DecisionMade,
    HoldPlaced,
    HoldReleased,
    MailAttached,
    ReportReceived,
    Triaged,
)
"""Events with words of people: in a case about danger they may say what happened to a child."""


def is_about_danger(case: Case) -> bool:
    """Whether anything in this case ever pointed to danger, child protection or an allegation about staff."""
    return any(seen.flag in STOPS for seen in case.flags) or case.alerted


def sentence_for(entry: Entry, case: Case, *, danger: bool, reporter: bool) -> str:
    """The line as this reader sees it.

    Args:
        entry: the line of the log.
        case: whose it is.
        danger: whether they see texts about danger and child protection.
        reporter: whether they see who reported; else neither words nor names of files that the sender chose.
    """
    event = entry.event
    if not danger and _is_kept_apart(entry, case):
        return one_line(event.shown().governors) if isinstance(event, InRegister) else KEPT_APART
    if not reporter and isinstance(event, EvidenceKept):
        return f"A file that came with an email was kept ({event.size} bytes)."
    if not reporter and isinstance(event, MailAttached):
        return one_line(replace(event, summary="").sentence())
    return sentence(entry)


def _is_kept_apart(entry: Entry, case: Case) -> bool:
    if isinstance(entry.event, _ALERTS):
        return True
    return isinstance(entry.event, _WORDY) and is_about_danger(case)
