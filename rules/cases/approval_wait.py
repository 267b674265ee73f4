"""How long a letter has waited for its approver: new drafts do not restart the wait, and a new decision does."""

from collections.abc import Iterable
from datetime import date, timedelta

from ...ground.moments import local_day
from ..days.calendar import Calendar
from .events import ApprovalAsked, DecisionMade, Entry, LetterApproved, LetterReturned


def asked_since(entries: Iterable[Entry], letter: str) -> date | None:
    """The day on which this letter was first put to somebody who has not answered since; None where nobody waits."""
    since: date | None = None
    for entry in entries:
        match entry.event:
            case ApprovalAsked(letter=asked) if asked == letter:
                since = since or local_day(entry.at)
            case LetterApproved(letter=answered) | LetterReturned(letter=answered) if answered == letter:
                since = None
            case DecisionMade(aside=False):
                since = None
            case _:
                pass
    return since


def school_days_after(calendar: Calendar, start: date, end: date) -> int:
    """School days after `start`, up to and including `end`.

    Raises:
        CalendarEnds: one of them is outside the school's calendar.
    """
    days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    return sum(calendar.is_school_day(day) for day in days)
