"""One plain sentence for each event, for people who read a case without the program; no reporter is named."""

from collections.abc import Sequence

from .events import CaseOpened, Entry, Triaged
from .phrases import LOG_NOTE, METHOD_WORDS, day_words, local_time, one_line

_NAMING = frozenset({CaseOpened, Triaged})
PROGRAM = "Letterladder"
"""Stands for the rules, where nobody acted."""

__all__ = [
    "LOG_NOTE",
    "METHOD_WORDS",
    "day_words",
    "headline",
    "local_time",
    "made_by",
    "one_line",
    "sentence",
]


def sentence(entry: Entry) -> str:
    """What the entry says, in one line of plain words, without the time and without who made it."""
    return one_line(entry.event.sentence())


def made_by(entry: Entry) -> str:
    """Who made the entry, for people: the person whom it names rather than the address that they wrote from."""
    if entry.by == "rules":
        return PROGRAM
    mailed = entry.by.endswith(" by email")
    person = getattr(entry.event, "person", "")
    return f"{person} by email" if person and mailed else entry.by


def headline(entries: Sequence[Entry]) -> str:
    """The case in one line: the adult and the school as last told, and the last thing that happened."""
    naming = [entry.event for entry in entries if type(entry.event) in _NAMING]
    opened = [event for event in naming if isinstance(event, CaseOpened)]
    if not entries or not opened:
        return "An empty case."
    named = [event.adult_name for event in naming if isinstance(event, CaseOpened | Triaged)]
    adult = next((name for name in reversed(named) if name), "adult not yet known")
    return one_line(f"{adult}, {opened[-1].school}; {day_words(entries[-1].at)}: {sentence(entries[-1])}")
