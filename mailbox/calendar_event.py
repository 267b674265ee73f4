"""A day in somebody's calendar, as an iCalendar file that may come with an email."""

from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

ALARM_AT = timedelta(hours=8)
"""After midnight of the day, in the reader's own time: eight in the morning."""

PRODUCT = "-//Letterladder//Deadlines//EN"


def event(title: str, day: date, uid: str, stamped_at: datetime) -> bytes:
    """An all-day entry with an alarm in the morning; equal arguments give equal bytes.

    Args:
        title: shown in the calendar; carries a case reference, never case content.
        day: the calendar date.
        uid: unique and kept; the same id moves the entry instead of adding a second one.
        stamped_at: when the entry was made, UTC.
    """
    entry = Event()
    entry.add("summary", " ".join(title.split()))
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("dtstamp", stamped_at)
    entry.add("uid", uid)
    # The reader is not away on this day: it is a reminder.
    entry.add("transp", "TRANSPARENT")
    entry.add_component(_alarm(title))
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("method", "PUBLISH")
    calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", " ".join(title.split()))
    alarm.add("trigger", ALARM_AT)
    return alarm
