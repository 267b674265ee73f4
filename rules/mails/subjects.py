"""What the subject of an email to our own people says: what is asked for and by when, and nothing of the case. Pure."""

from datetime import date

from ...ground.english import MONTHS, WEEKDAYS

_WEEK = 7


def by_day(day: date, today: date) -> str:
    """By when, as one says it: "today", "by Thursday" of the next six days, "by Thursday 26 November" later."""
    return "today" if day == today else f"by {named_day(day, today)}"


def on_day(day: date, today: date) -> str:
    """On which day, said as `by_day` says it."""
    return "today" if day == today else f"on {named_day(day, today)}"


def named_day(day: date, today: date) -> str:
    """A day as briefly as it is clear: of the next six days its weekday alone, of others no year."""
    weekday = WEEKDAYS[day.weekday()]
    return weekday if 0 < (day - today).days < _WEEK else f"{weekday} {day.day} {MONTHS[day.month - 1]}"
