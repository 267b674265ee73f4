"""A case is the fold of its log: each event adds one fact to what the lines before it say."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, assert_never, get_args

from msgspec.structs import replace

from .case import Case
from .case_letters import LetterEvents, after_letter_event
from .case_outcomes import OutcomeEvents, after_outcome
from .case_reports import ReportEvents, after_report_event
from .events import (
    AlertSent,
    CaseClosed,
    CaseReopened,
    Corrected,
    Entry,
    HoldPlaced,
    HoldReleased,
    ReminderSent,
    SignerTold,
)

UNASKED = ReminderSent | SignerTold | AlertSent


def fold(ref: str, entries: Iterable[Entry]) -> Case:
    """The case that these log lines tell of."""
    case = Case(ref=ref)
    last: Entry | None = None
    since = None
    for last in entries:
        case = _told(case, last)
        if not isinstance(last.event, UNASKED):
            since = last.at
    # Where the log ends is put down once, at the end: with very many cases it is what the fold would spend its time on.
    return replace(case, last_seq=last.seq, last_hash=last.hash, waiting_from=since) if last else case


def after(case: Case, entry: Entry) -> Case:
    """The case after one more line. What we only told somebody does not change since when somebody is waited for."""
    since = case.waiting_from if isinstance(entry.event, UNASKED) else entry.at
    return replace(_told(case, entry), last_seq=entry.seq, last_hash=entry.hash, waiting_from=since)


def _told(case: Case, entry: Entry) -> Case:
    """What the event itself changes. Each family of events has its own file."""
    family = FAMILIES.get(type(entry.event))
    return family(case, entry.event, entry) if family else case


CaseEvents = HoldPlaced | HoldReleased | CaseClosed | CaseReopened | Corrected


def _after_case_event(case: Case, event: CaseEvents, entry: Entry) -> Case:
    """The case after something that is about the whole of it."""
    match event:
        case HoldPlaced():
            return replace(case, hold=event.hold_for, held_on=entry.at)
        case HoldReleased():
            return replace(case, hold=None, held_on=None)
        case CaseClosed():
            return replace(case, closed=event.reason, trigger=None, due=None, blocked=None, reopened=0)
        case CaseReopened():
            return replace(case, closed="", reopened=entry.seq, asked=None)
        case Corrected():
            return case
        case _:
            assert_never(event)


_FILES: tuple[tuple[object, Callable[[Case, Any, Entry], Case]], ...] = (
    (ReportEvents, after_report_event),
    (LetterEvents, after_letter_event),
    (OutcomeEvents, after_outcome),
    (CaseEvents, _after_case_event),
)
FAMILIES: Mapping[type, Callable[[Case, Any, Entry], Case]] = {
    kind: told for kinds, told in _FILES for kind in get_args(kinds)
}
"""What each kind of event changes; a kind that is missing here fails a test."""
