"""A case is the fold of its log: each event adds one fact to what the lines before it say."""

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from typing import assert_never

from .case import Case
from .case_letters import LetterEvents, after_letter_event
from .case_outcomes import OutcomeEvents, after_outcome
from .case_reports import ReportEvents, after_report_event
from .events import CaseClosed, CaseReopened, Corrected, Entry, HoldPlaced, HoldReleased, ReminderSent
from .local_time import local_day


def fold(ref: str, entries: Iterable[Entry]) -> Case:
    """The case that these log lines tell of."""
    return reduce(after, entries, Case(ref=ref))


def after(case: Case, entry: Entry) -> Case:
    """The case after one more line. A reminder does not change since when somebody is waited for."""
    since = case.waiting_since if isinstance(entry.event, ReminderSent) else local_day(entry.at)
    return replace(_told(case, entry), last_seq=entry.seq, last_hash=entry.hash, waiting_since=since)


def _told(case: Case, entry: Entry) -> Case:
    """What the event itself changes. Each family of events has its own file."""
    event = entry.event
    if isinstance(event, ReportEvents):
        return after_report_event(case, event, entry)
    if isinstance(event, LetterEvents):
        return after_letter_event(case, event, entry)
    if isinstance(event, OutcomeEvents):
        return after_outcome(case, event, entry)
    match event:
        case HoldPlaced():
            return replace(case, hold=event.hold_for, held_on=entry.at)
        case HoldReleased():
            return replace(case, hold=None, held_on=None)
        case CaseClosed():
            return replace(case, closed=event.reason, trigger=None, due=None, blocked=None)
        case CaseReopened():
            return replace(case, closed="")
        case Corrected():
            return case
        case _:
            assert_never(event)
