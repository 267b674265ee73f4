"""Minutes of a school's working hours: on school days, between two hours of the clock in England. Pure."""

from datetime import UTC, date, datetime, time, timedelta

from ...ground.errors import CalendarEnds
from ...ground.moments import LONDON
from .calendar import ONE_DAY, Calendar

_LONGEST = 400
"""Days after which nobody goes on looking for an open one."""


def open_minutes_after(
    calendar: Calendar, start: datetime, minutes: int, *, from_hour: int, to_hour: int
) -> datetime:
    """The moment (UTC) at which so many open minutes have passed since `start`.

    Past the end of the calendar every minute counts: better told too early than never.

    Args:
        calendar: says which days are school days.
        start: with its zone.
        minutes: open ones.
        from_hour: when the school opens, in England.
        to_hour: when it closes.
    """
    left, now = timedelta(minutes=minutes), start.astimezone(LONDON)
    for number in range(_LONGEST):
        day = now.date() + number * ONE_DAY
        try:
            is_open = calendar.is_school_day(day)
        except CalendarEnds:
            break
        if not is_open:
            continue
        begin = max(now.astimezone(UTC), _at(day, from_hour))
        end = _at(day, to_hour)
        if left <= end - begin:
            return begin + left
        left -= max(timedelta(0), end - begin)
    return start.astimezone(UTC) + timedelta(minutes=minutes)


def _at(day: date, hour: int) -> datetime:
    # Midnight at the end of a day is no hour of that day.
    moment = datetime.combine(day, time(hour % 24), LONDON).astimezone(UTC)
    return moment + (ONE_DAY if hour == 24 else timedelta(0))
