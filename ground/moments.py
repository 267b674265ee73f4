"""Moments are stored in UTC; days are those of England."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def local_day(at: datetime) -> date:
    """The date in England at this moment."""
    return at.astimezone(LONDON).date()
