"""When the office is told that the school's calendar ends: past its last day no letter can be dated. Pure."""

from datetime import date

from .calendar import Calendar

STAGES = (0, 14, 28, 56)
"""Days before the calendar's last day at which it is said: eight, four and two weeks, and when it is over."""


def calendar_stage(calendar: Calendar, today: date) -> str:
    """What is to be said of the calendar's end, by its last day and the stage reached; "" for nothing yet.

    The same words for as long as the same is to be said: a calendar that was carried on has other ones.
    """
    left = (calendar.covered_until - today).days
    reached = next((stage for stage in STAGES if left <= stage), None)
    return "" if reached is None else f"{calendar.covered_until.isoformat()} {reached}"


def time_left(calendar: Calendar, today: date) -> str:
    """How long the calendar reaches, in words: "in 8 weeks", "in 5 days", "today"; "" once it is over."""
    left = (calendar.covered_until - today).days
    if left < 0:
        return ""
    if left < 14:
        return {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")
    weeks = left // 7
    return f"in {weeks} weeks" if left % 7 == 0 else f"in a little over {weeks} weeks"
