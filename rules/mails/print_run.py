"""Which letters are emailed to the office today: those it has not got yet, and again those that wait for days. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ...ground.errors import CalendarEnds
from ..days.calendar import Calendar
from ..office.exports import OfficeEntry
from ..office.print_events import LettersEmailed, LettersEmailQueued, LettersEmailTakenBack
from .outgoing import LaidOut, Place

AGAIN_AFTER = 3
"""School days after which a letter that still waits is emailed again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Emailed:
    """When a letter was emailed to the office for the first time, and when last."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRun:
    """What an email of today holds, and what it only mentions because the office has it already."""

    letters: Sequence[LaidOut]
    earlier: Sequence[LaidOut]


def held_by(entries: Iterable[OfficeEntry]) -> list[tuple[LettersEmailed, frozenset[Place]]]:
    """Each email that was logged, oldest first, and the letters that it holds or names as it was made last."""
    events = [entry.event for entry in entries]
    without = {
        one.message_id: {letter.place for letter in one.without}
        for one in events
        if isinstance(one, LettersEmailQueued)
    }
    return [
        (
            one,
            frozenset(letter.place for letter in (*one.letters, *one.listed))
            - without.get(one.message_id, set()),
        )
        for one in events
        if isinstance(one, LettersEmailed)
    ]


def emailed_so_far(entries: Iterable[OfficeEntry]) -> dict[Place, Emailed]:
    """Each letter that was ever emailed, with its days; what an email was made without was not emailed in it."""
    found: dict[Place, Emailed] = {}
    for made, held in held_by(entries):
        day = date.fromisoformat(made.day)
        for place in held:
            known = found.get(place)
            found[place] = Emailed(first=known.first if known else day, last=day)
    return found


def not_queued(entries: Iterable[OfficeEntry]) -> list[LettersEmailed]:
    """The emails that were logged and are not in the queue: the program stopped in between, or they were taken back."""
    made: dict[str, LettersEmailed] = {}
    open_: dict[str, None] = {}
    for entry in entries:
        match entry.event:
            case LettersEmailed(message_id=own):
                made[own] = entry.event
                open_[own] = None
            case LettersEmailTakenBack(message_id=own):
                open_[own] = None
            case LettersEmailQueued(message_id=own):
                open_.pop(own, None)
            case _:
                continue
    return [made[own] for own in open_ if own in made]


def print_run(
    waiting: Sequence[LaidOut], emailed: Mapping[Place, Emailed], today: date, calendar: Calendar
) -> PrintRun:
    """What is to be emailed today; nothing where an email left today already, or the office has it all.

    What the office has is not sent a second time with what is new, or it would be printed and posted twice; only
    after `AGAIN_AFTER` school days, while nobody has said that it went.
    """
    if any(one.last == today for one in emailed.values()):
        return PrintRun(letters=(), earlier=())
    due = [one for one in waiting if _is_due(emailed.get(one.place), today, calendar)]
    rest = [one for one in waiting if one not in due]
    return PrintRun(letters=tuple(due), earlier=tuple(rest) if due else ())


def _is_due(known: Emailed | None, today: date, calendar: Calendar) -> bool:
    return known is None or school_days_since(known.last, today, calendar) >= AGAIN_AFTER


def school_days_since(day: date, today: date, calendar: Calendar) -> int:
    """How many school days have come since; past the end of the calendar every day counts, so that none is silent."""
    if (today - day).days > 4 * 7 * AGAIN_AFTER:
        return AGAIN_AFTER
    return sum(_counts(day + timedelta(days=one), calendar) for one in range(1, (today - day).days + 1))


def _counts(day: date, calendar: Calendar) -> bool:
    try:
        return calendar.is_school_day(day)
    except CalendarEnds:
        return True
