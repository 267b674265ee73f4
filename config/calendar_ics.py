"""An .ics file of another calendar as events: what it holds beyond whole days, names and places is left alone."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from icalendar import Calendar as Ics

from ..ground.errors import Problem, Refused
from ..ground.moments import LONDON
from ..rules.days.calendar_import import Event

MOST_BYTES = 5_000_000
MOST_EVENTS = 5_000


def events_of(content: bytes) -> list[Event]:
    """The events of the file.

    Raises:
        Refused: it is no such file, or far too large.
    """
    if len(content) > MOST_BYTES:
        raise Refused(_problem("The file is larger than 5 MB.", "Export only the school's term dates."))
    try:
        found = list(_events(Ics.from_ical(content)))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        what = "This is not a calendar file (.ics), or it is damaged."
        raise Refused(_problem(what, "Export it again from the calendar.")) from None
    if len(found) > MOST_EVENTS:
        raise Refused(_problem("The file holds very many events.", "Export only the school's term dates."))
    return found


def _events(whole: Ics) -> Iterator[Event]:
    for event in whole.walk("VEVENT"):
        first = _day(event.get("DTSTART"))
        if first is None:
            continue
        yield Event(title=str(event.get("SUMMARY", "")), first=first, last=_last(event, first))


def _last(event: object, first: date) -> date:
    """The last day: the end of an all-day event is the day after it."""
    get = event.get  # type: ignore[attr-defined]
    end = get("DTEND")
    last = _day(end)
    if last is None:
        length = getattr(get("DURATION"), "dt", None)
        last = first + length if isinstance(length, timedelta) else first + timedelta(days=1)
        return max(first, last - timedelta(days=1))
    is_whole_day = not isinstance(end.dt, datetime)
    return max(first, last - timedelta(days=1) if is_whole_day else last)


def _day(value: object) -> date | None:
    found = getattr(value, "dt", None)
    if isinstance(found, datetime):
        return found.astimezone(LONDON).date() if found.tzinfo else found.date()
    return found if isinstance(found, date) else None


def _problem(what: str, what_to_do: str) -> Problem:
    return Problem(where="the file", what=what, what_to_do=what_to_do)
