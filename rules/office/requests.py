"""Requests for information and complaints about its use: each has its own clock, set by law and not by the policy."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from ...ground.english import uk_date_short
from ..days.calendar import ONE_DAY, Calendar
from ..days.counting import count_days
from ..policies.legal_facts import LegalFacts
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


class LastDay(Struct, frozen=True, kw_only=True):
    """The last day for a request, and how it was reached, in words."""

    day: date
    rule: str


def last_day(about: RequestAbout, received: date, calendar: Calendar, legal: LegalFacts) -> LastDay:
    """The last day to answer (or, for a complaint, to acknowledge), counted from the day the school got it.

    How many days is in the legal facts. Subject access: the same day of a later month, the last day of a shorter
    month, and on a weekend or bank holiday the next working day; school holidays do not stop it. Freedom of
    information: school days or working days, whichever end sooner. Complaint: the day of receipt is the first.

    Raises:
        CalendarEnds: the calendar does not reach far enough.
    """
    match about:
        case RequestAbout.SUBJECT_ACCESS:
            months = legal.number("subject_access_months")
            end = calendar.next_working_day(received + relativedelta(months=months))
            counted = "one calendar month" if months == 1 else f"{months} calendar months"
            return LastDay(day=end, rule=f"{counted}, then the next working day")
        case RequestAbout.COMPLAINT:
            return _complaint(received, legal)
        case RequestAbout.FREEDOM_OF_INFORMATION:
            return _freedom_of_information(received, calendar, legal)


def _complaint(received: date, legal: LegalFacts) -> LastDay:
    """Before the day from which the law sets a time the same days are kept, as a matter of good practice."""
    days, since = legal.number("data_complaint_days"), legal.day("data_complaint_from")
    rule = f"acknowledge within {days} days, the day of receipt included"
    if received < since:
        rule = f"{rule}; no law set a time before {uk_date_short(since)}"
    return LastDay(day=received + timedelta(days=days - 1), rule=rule)


def _freedom_of_information(received: date, calendar: Calendar, legal: LegalFacts) -> LastDay:
    school_days, working_days = legal.number("foi_school_days"), legal.number("foi_working_days")
    school = count_days(calendar, received, school_days, Unit.SCHOOL_DAYS).end
    between = (received + ONE_DAY * number for number in range(1, (school - received).days + 1))
    if sum(calendar.is_working_day(day) for day in between) <= working_days:
        return LastDay(
            day=school, rule=f"{school_days} school days, which is shorter than {working_days} working days"
        )
    working = count_days(calendar, received, working_days, Unit.WORKING_DAYS).end
    return LastDay(
        day=working, rule=f"{working_days} working days, which is shorter than {school_days} school days"
    )


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
