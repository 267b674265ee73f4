"""The day of a review in the middle of a measure, and early enough before its end to be of use."""

from datetime import date, timedelta

from .calendar import ONE_DAY, Calendar

SHORTEST_BEFORE = timedelta(weeks=2)
"""A review sooner after the start than this would find nothing new: of a short measure its middle alone counts."""


def half_way(start: date, end: date, *, weeks_before_end: int = 0) -> date:
    """The middle of a measure, or so many weeks before its end where that is earlier and the measure is long enough."""
    middle = start + (end - start) // 2
    latest = end - timedelta(weeks=weeks_before_end)
    return min(middle, latest) if latest - start >= SHORTEST_BEFORE else middle


def open_day(calendar: Calendar, day: date, *, after: date) -> date:
    """This day, or the last school day before it where the school is closed; the day itself where none is left.

    Raises:
        CalendarEnds: the day is past the school's calendar.
    """
    found = day
    while found > after and not calendar.is_school_day(found):
        found -= ONE_DAY
    return found if found > after else day
