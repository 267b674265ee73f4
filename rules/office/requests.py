"""Requests for information and complaints about its use: each has its own clock, set by law and not by the policy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..days.calendar import ONE_DAY, Calendar
from ..days.counting import count_days
from ..words import Flag, RequestAbout, Unit
from .exports import OfficeEntry
from .request_events import Request, RequestEvent

__all__ = ["FROM_FLAG", "LastDay", "Request", "fold_requests", "last_day", "next_number"]

FROM_FLAG: Mapping[Flag, RequestAbout] = {
    Flag.SAR: RequestAbout.SUBJECT_ACCESS,
    Flag.FOI: RequestAbout.FREEDOM_OF_INFORMATION,
    Flag.DP_COMPLAINT: RequestAbout.COMPLAINT,
}
"""An email that carries one of these flags starts the clock: one started in vain does less harm than one missed."""

FOI_SCHOOL_DAYS, FOI_WORKING_DAYS = 20, 60
COMPLAINT_DAYS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDay:
    """The last day for a request, and how it was reached, in words."""

    day: date
    rule: str


def last_day(about: RequestAbout, received: date, calendar: Calendar) -> LastDay:
    """The last day to answer (or, for a complaint, to acknowledge), counted from the day the school got it.

    Subject access (UK GDPR article 12): the same day of the next month, the last day of a shorter month, and on a
    weekend or bank holiday the next working day; school holidays do not stop it. Freedom of information (regulations
    for schools in England): 20 school days or 60 working days, whichever is shorter. Data protection complaint (in
    force since 19 June 2026): acknowledged within 30 days, the day of receipt being the first.

    Raises:
        CalendarEnds: the calendar does not reach far enough.
    """
    match about:
        case RequestAbout.SUBJECT_ACCESS:
            end = calendar.next_working_day(received + relativedelta(months=1))
            return LastDay(day=end, rule="one calendar month, then the next working day")
        case RequestAbout.COMPLAINT:
            end = received + timedelta(days=COMPLAINT_DAYS - 1)
            return LastDay(day=end, rule="acknowledge within 30 days, the day of receipt included")
        case RequestAbout.FREEDOM_OF_INFORMATION:
            return _freedom_of_information(received, calendar)


def _freedom_of_information(received: date, calendar: Calendar) -> LastDay:
    school = count_days(calendar, received, FOI_SCHOOL_DAYS, Unit.SCHOOL_DAYS).end
    between = (received + ONE_DAY * number for number in range(1, (school - received).days + 1))
    if sum(calendar.is_working_day(day) for day in between) <= FOI_WORKING_DAYS:
        return LastDay(day=school, rule="20 school days, which is shorter than 60 working days")
    working = count_days(calendar, received, FOI_WORKING_DAYS, Unit.WORKING_DAYS).end
    return LastDay(day=working, rule="60 working days, which is shorter than 20 school days")


def fold_requests(entries: Iterable[OfficeEntry]) -> dict[str, Request]:
    """Every request by its number, in the order they were recorded."""
    found: dict[str, Request] = {}
    for entry in entries:
        event = entry.event
        if isinstance(event, RequestEvent) and (after := event.fold(found.get(event.number))):
            found[event.number] = after
    return found


def next_number(known: Mapping[str, Request], year: int) -> str:
    """The next free number of the year: "R2026-0003"."""
    used = [int(number[6:]) for number in known if number.startswith(f"R{year:04d}-")]
    return f"R{year:04d}-{max(used, default=0) + 1:04d}"
