"""Dates and lists as English prints them, whatever language the computer speaks."""

from collections.abc import Iterable
from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def uk_date(day: date) -> str:
    """A date as letters print it: "Tuesday 8 December 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {uk_date_short(day)}"


def uk_date_short(day: date) -> str:
    """A date without its weekday: "8 December 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """Joined as in a sentence: "a", "a and b", "a, b and c"; nothing is ""."""
    *before, end = tuple(words) or ("",)
    return f"{', '.join(before)} {last} {end}" if before else end


def sentence(text: str) -> str:
    """Words as a sentence of their own: "you regret it" is "You regret it."; what ends in its own way stays so."""
    words = text.strip()
    ended = words.rstrip("\"'”’)]").endswith((".", "!", "?", "…"))
    return f"{words[:1].upper()}{words[1:]}{'' if ended or not words else '.'}"
