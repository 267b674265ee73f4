"""How long a case is kept, when it is looked at again, and what may be deleted; nothing is ever deleted by itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from ..cases.case import Case
from ..cases.events import AlertRaised, CaseClosed, CaseReopened, Entry, MailAttached, ReportReceived
from ..cases.sentences import local_time
from ..words import STOPS
from .exports import OfficeEntry
from .retention_events import Marks, RetentionEvent

__all__ = ["Keeping", "KeptAs", "Marks", "RetentionRules", "fold_marks", "keeping_of"]


class KeptAs(StrEnum):
    """The class of a case: what decides how long it is kept."""

    COMPLAINT = "complaint or conduct case"
    CORRESPONDENCE = "head's correspondence"
    CHILD_PROTECTION = "holds child protection content"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRules:
    """Years from the day a case was closed to the day it is looked at again; a default a school may change.

    Child protection content is kept until the child is 25; a birthday is in no file of this program, so a person
    sets the day.
    """

    complaint_years: int = 6
    correspondence_years: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """How one case is kept. `review_on` is None while it is open, and where a person must set the day."""

    ref: str
    kept_as: KeptAs
    closed_on: date | None
    review_on: date | None
    marks: Marks = field(default_factory=Marks)

    def is_due(self, today: date) -> bool:
        """Whether somebody should look at it now and decide: delete it, or keep it longer."""
        if self.closed_on is None or self.marks.held:
            return False
        return self.review_on is None or today >= self.review_on

    def why(self, today: date) -> str:
        """Why it is looked at on that day, or not at all, in words for the review list."""
        if self.closed_on is None:
            return "open"
        if self.marks.held:
            return f"held: {self.marks.held}"
        if self.marks.keep_until:
            return "the day set by a review has come" if self.is_due(today) else "the day was set by a review"
        if self.review_on is None:
            return "child protection content: a person sets the day"
        passed = "has passed" if self.is_due(today) else "is not over"
        return f"closed on {self.closed_on.isoformat()}; the time for a {self.kept_as} {passed}"

    def why_not(self, today: date, *, early: bool) -> str:
        """Why it may not be deleted now; "" where it may. `early`: the review day need not have come."""
        if self.closed_on is None:
            return "The case is open."
        if self.marks.held:
            return f"It is under a legal hold: {self.marks.held}"
        if early:
            return ""
        if self.review_on is None:
            return "It holds child protection content, and nobody has set the day it is to be kept until."
        return "" if today >= self.review_on else f"It is kept until {self.review_on.isoformat()}."


def keeping_of(case: Case, entries: Iterable[Entry], rules: RetentionRules, marks: Marks) -> Keeping:
    """How a case is kept, from its log and from what people noted."""
    closed: date | None = None
    sensitive = False
    for entry in entries:
        match entry.event:
            case CaseClosed():
                closed = local_time(entry.at).date()
            case CaseReopened():
                closed = None
            case AlertRaised():
                sensitive = True
            case ReportReceived(flags=flags) | MailAttached(flags=flags):
                sensitive = sensitive or any(seen.flag in STOPS for seen in flags)
            case _:
                pass
    kept_as = _class(case, sensitive=sensitive)
    review = marks.keep_until or (_review(closed, kept_as, rules) if closed else None)
    return Keeping(ref=case.ref, kept_as=kept_as, closed_on=closed, review_on=review, marks=marks)


def _class(case: Case, *, sensitive: bool) -> KeptAs:
    if sensitive:
        return KeptAs.CHILD_PROTECTION
    return KeptAs.COMPLAINT if case.history else KeptAs.CORRESPONDENCE


def _review(closed: date, kept_as: KeptAs, rules: RetentionRules) -> date | None:
    match kept_as:
        case KeptAs.COMPLAINT:
            return closed + relativedelta(years=rules.complaint_years)
        case KeptAs.CORRESPONDENCE:
            return closed + relativedelta(years=rules.correspondence_years)
        case KeptAs.CHILD_PROTECTION:
            return None


def fold_marks(entries: Iterable[OfficeEntry]) -> Mapping[str, Marks]:
    """What people noted of each case, by reference."""
    found: dict[str, Marks] = {}
    for entry in entries:
        event = entry.event
        if isinstance(event, RetentionEvent):
            found[event.ref] = event.fold(found.get(event.ref, Marks()))
    return found
