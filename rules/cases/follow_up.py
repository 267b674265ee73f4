"""When an action is looked at again: after each time it is recorded, the next of the policy's clocks."""

from datetime import date

from ..days.calendar import Calendar
from ..days.deadlines import count_days
from ..policies.policy import Step
from .case import Case


def follow_up_day(case: Case, step: Step, on: date, calendar: Calendar) -> date | None:
    """The day to look again after the action was done, or looked at, on `on`; None when the clocks are used up.

    Platform reports: 48 hours, then 72 hours and Report Harmful Content. All clocks count from the first time.

    Raises:
        CalendarEnds: the day is past the school's calendar.
    """
    before = [one for one in case.actions if one.step == step.id]
    days = days_to_follow(step, before[0].on if before else on, calendar)
    return next((day for day in days[len(before) :] if day > on), None)


def days_to_follow(step: Step, since: date, calendar: Calendar) -> list[date]:
    """All days on which the action is looked at again, counted from the day it was first done.

    A day on which the school is closed moves to the next school day, where the clock says so.

    Raises:
        CalendarEnds: a day is past the school's calendar.
    """
    found = []
    for clock in step.follow_up:
        day = count_days(calendar, since, clock.days, clock.unit).end
        found.append(calendar.next_school_day(day) if clock.roll_forward else day)
    return found
