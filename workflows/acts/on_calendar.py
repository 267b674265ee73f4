"""Acts on the school's calendar: days are put into it, and the log says who did, when, and which days.

Like the register of people it is not kept to be carried out later: its maker has just read what would change.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...rules.days.calendar_import import Proposal, Sort
from ...rules.office.exports import CalendarChanged, OfficeEntry
from ..office import Office
from .standing import Stood

MOST_SHOWN = 10
"""Changes that a page shows, the newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCalendar:
    """Who puts what into calendar.toml.

    Attributes:
        by: who.
        old: the file as it is.
        new: the file as it will be.
        added: what is put in.
        put: writes the new file, and returns the name under which the old one is kept.
    """

    by: str
    old: bytes
    new: bytes
    added: Sequence[Proposal]
    put: Callable[[], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPut(Stood):
    """The name under which the file that was there is kept beside the new one."""

    kept: str


def change_calendar(office: Office, order: ChangeCalendar) -> CalendarPut:
    """Note it, then put the file in place as a whole; the words of a closure are in the calendar alone.

    Raises:
        WorldFailed: the disk is full or broken; the old file is untouched.
    """
    event = CalendarChanged(
        before=sha256_of(order.old),
        sha256=sha256_of(order.new),
        inset=[one.first.isoformat() for one in order.added if one.sort is Sort.INSET],
        closed=[one.first.isoformat() for one in order.added if one.sort is Sort.CLOSURE],
        terms=[f"{one.first}/{one.last}" for one in order.added if one.sort is Sort.TERM],
    )
    office.exports.append(office.clock.now(), order.by, event)
    return CalendarPut(kept=order.put())


def calendar_changes(office: Office) -> list[OfficeEntry]:
    """The newest changes of the calendar at the desk, the newest first.

    Raises:
        LogBroken: the log does not fit its chain.
    """
    found = [one for one in office.exports.entries() if isinstance(one.event, CalendarChanged)]
    return found[::-1][:MOST_SHOWN]


def sha256_of(content: bytes) -> str:
    """How the log names a file as it was."""
    return hashlib.sha256(content).hexdigest()
