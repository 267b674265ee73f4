"""Who is told next of an email that waits in the in-tray, and when. Pure: the moment is handed in.

Whoever an email is about, or whose family, is not told of it where somebody else of the chain can be; `near` says who.

An alarm (red) is repeated, to everybody told so far and the next person, until somebody has it. An email to read
today (amber) is told once, and the next person is told when nobody had it in time. One to sort (plain) is told once.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time, timedelta

from msgspec import Struct
from msgspec.structs import replace

from ...ground.errors import CalendarEnds
from ...ground.moments import LONDON, local_day
from ..cases.case_parts import Alarm
from ..days.open_hours import open_minutes_after
from ..people.school import DEPUTY, DSL, School
from ..words import Level, Verdict
from .mail_log import MailRow, Told
from .mail_rows import is_grave, level_of

ALARMED = (DSL, DEPUTY)
"""Who is told of an alarm first."""

AT_ONCE = 6
"""Emails of one day about emails to read today that go out as these come; after them they are gathered."""
GATHERED = timedelta(minutes=30)
"""How far apart the further ones of that day are."""
HOUR = timedelta(hours=1)

Near = Callable[[MailRow], frozenset[str]]
"""The addresses, in lower case, of those who are too near to what an email is about."""


def nobody(_: MailRow) -> frozenset[str]:
    """Nobody is too near to it."""
    return frozenset()


class Telling(Struct, frozen=True, kw_only=True):
    """One email that is due: about which emails, to which addresses, and by when (UTC) somebody should have them."""

    level: Level
    rows: tuple[MailRow, ...]
    to: tuple[str, ...]
    stage: int = 1
    read_by: datetime | None = None


def is_waiting(row: MailRow) -> bool:
    """Whether the email is in the in-tray, and nobody has said that they have it."""
    return row.judged is not None and row.verdict is Verdict.INTRAY and not row.taken_by


def read_by(row: MailRow) -> datetime | None:
    """By when somebody should have this email, as people were last told; None where it is read in its turn."""
    return row.told[-1].event.read_by if row.told else None


def is_late(row: MailRow, now: datetime) -> bool:
    """Whether nobody has the email though the time by which somebody should is over."""
    due = read_by(row)
    return is_waiting(row) and due is not None and due <= now


def was_missed(row: MailRow, now: datetime) -> bool:
    """Whether nobody has the email yet, though the time by which somebody first should have is over."""
    times = [one.event.read_by for one in row.told if one.event.read_by]
    return is_waiting(row) and bool(times) and min(times) <= now


def untold_alarms(rows: Iterable[MailRow]) -> list[MailRow]:
    """The red emails of which nobody was told as such."""
    return [row for row in rows if is_waiting(row) and level_of(row) is Level.RED and not _told(row)]


def alarm_of(row: MailRow) -> Alarm | None:
    """The alarm about an email; None where none is going on."""
    if not is_waiting(row) or level_of(row) is not Level.RED or not (told := _told(row)):
        return None
    to = dict.fromkeys(address for one in told for address in one.event.to)
    return Alarm(at=told[-1].at, to=tuple(to), stage=len(told))


def newest_repeat(rows: Iterable[MailRow]) -> Told | None:
    """The newest email about all alarms that nobody had taken; None where there was none."""
    told = (one for row in rows for one in row.told)
    repeats = (one for one in told if one.event.level is Level.RED and one.event.stage > 1)
    return max(repeats, key=lambda one: one.at, default=None)


def as_counted(alarm: Alarm, last: Told | None) -> Alarm:
    """The alarm as the newest email about all of them left it.

    Where very many go on, that email counts them all, and the log says so of some of them alone.
    """
    if last is None or alarm.stage > 1 or not alarm.at < last.at:
        return alarm
    to = dict.fromkeys((*alarm.to, *last.event.to))
    return replace(alarm, at=last.at, stage=last.event.stage, to=tuple(to))


def is_due_again(alarm: Alarm, school: School, now: datetime) -> bool:
    """Whether an alarm that nobody has taken must be repeated.

    A clock that was put back does not hold it up.
    """
    return not alarm.at <= now < alarm.at + pause_after(alarm, school)


def pause_after(alarm: Alarm, school: School) -> timedelta:
    """How long an alarm rests: an hour, when the whole chain was told twice."""
    pause = timedelta(minutes=school.triaging.red_minutes)
    rounds = len(school.mails_of(*school.triaging.chain))
    return max(pause, HOUR) if alarm.stage > rounds else pause


def told_next(alarm: Alarm, school: School, near: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Everybody who was told so far and may hear more, and the next of the chain."""
    left = tuple(one for one in alarm.to if one.casefold() not in near)
    return (*left, *_next(alarm.to, school, near)) or alarm.to


def tellings_due(
    rows: Sequence[MailRow], school: School, now: datetime, near: Near = nobody
) -> list[Telling]:
    """The emails about amber and plain emails that are due now; none where the school wants none."""
    waiting = [row for row in rows if is_waiting(row)]
    if not school.triaging.on:
        # What may be a danger and did not alarm is told all the same.
        waiting = [row for row in waiting if is_grave(row)]
        return [*_amber(rows, waiting, school, now, near=near), *_later(waiting, school, now, near)]
    return [
        *_amber(rows, waiting, school, now, near=near),
        *_later(waiting, school, now, near),
        *_plain(rows, waiting, school, now, near=near),
    ]


def _told(row: MailRow) -> list[Told]:
    """Our emails about this one at the level it has now."""
    return [one for one in row.told if one.event.level is level_of(row)]


def _at(waiting: Iterable[MailRow], level: Level) -> tuple[MailRow, ...]:
    return tuple(row for row in waiting if level_of(row) is level)


def _amber(
    rows: Iterable[MailRow], waiting: Iterable[MailRow], school: School, now: datetime, *, near: Near
) -> list[Telling]:
    fresh = tuple(row for row in _at(waiting, Level.AMBER) if not _told(row))
    if not fresh or not _is_calm(rows, Level.AMBER, now):
        return []
    due = _due(school, now)
    return [
        Telling(level=Level.AMBER, rows=own, to=to, read_by=due)
        for grave in (True, False)
        for to, own in _by_readers(
            tuple(row for row in fresh if is_grave(row) is grave),
            school.mails_of(*(ALARMED if grave else school.triaging.tell)),
            school,
            near,
        )
    ]


def _by_readers(
    rows: Iterable[MailRow], to: tuple[str, ...], school: School, near: Near
) -> list[tuple[tuple[str, ...], tuple[MailRow, ...]]]:
    """The emails of which the same people are told, together."""
    found: dict[tuple[str, ...], list[MailRow]] = {}
    for row in rows:
        found.setdefault(spared(to, near(row), school), []).append(row)
    return [(readers, tuple(own)) for readers, own in found.items()]


def spared(to: tuple[str, ...], near: frozenset[str], school: School) -> tuple[str, ...]:
    """These addresses without those too near; where none is left the next of the chain, and never nobody."""
    left = tuple(one for one in to if one.casefold() not in near)
    return left or _next(to, school, near) or to


def _is_calm(rows: Iterable[MailRow], level: Level, now: datetime) -> bool:
    """Whether one more may go out at once: the first of a day do, further ones half an hour apart."""
    today = {
        one.event.message_id: one.at
        for row in rows
        for one in row.told
        if one.event.level is level and one.event.stage == 1 and local_day(one.at) == local_day(now)
    }
    return len(today) < AT_ONCE or not max(today.values()) <= now < max(today.values()) + GATHERED


def _later(waiting: Iterable[MailRow], school: School, now: datetime, near: Near) -> list[Telling]:
    """Amber emails that nobody had in time, for the next of the chain; those of one next person together."""
    found: dict[tuple[tuple[str, ...], int], list[MailRow]] = {}
    for row in _at(waiting, Level.AMBER):
        told = _told(row)
        if told and is_late(row, now):
            to = _next([address for one in told for address in one.event.to], school, near(row))
            if to:
                found.setdefault((to, len(told) + 1), []).append(row)
    due = _due(school, now)
    return [
        Telling(level=Level.AMBER, rows=tuple(late), to=to, stage=stage, read_by=due)
        for (to, stage), late in found.items()
    ]


def _plain(
    rows: Iterable[MailRow], waiting: Iterable[MailRow], school: School, now: datetime, *, near: Near
) -> list[Telling]:
    fresh = tuple(row for row in _at(waiting, Level.PLAIN) if not _told(row))
    if not _is_calm(rows, Level.PLAIN, now):
        return []
    if school.triaging.plain_when == "digest":
        since = _last_digest(school, now)
        if since is None or not any(row.judged_at and row.judged_at <= since for row in fresh):
            return []
    to = school.mails_of(*school.triaging.plain)
    return [
        Telling(level=Level.PLAIN, rows=own, to=readers)
        for readers, own in _by_readers(fresh, to, school, near)
    ]


def _last_digest(school: School, now: datetime) -> datetime | None:
    """The latest hour of a digest that has come today; None before the first, and on days without school."""
    today = local_day(now)
    try:
        if not school.calendar.is_school_day(today):
            return None
    except CalendarEnds:
        # Nobody knows: better told than not.
        pass
    hours = [datetime.combine(today, time.fromisoformat(one), LONDON) for one in school.triaging.digest_hours]
    return max((one for one in hours if one <= now), default=None)


def _due(school: School, now: datetime) -> datetime:
    hours = school.reminding
    minutes = school.triaging.amber_minutes
    return open_minutes_after(school.calendar, now, minutes, from_hour=hours.from_hour, to_hour=hours.to_hour)


def _next(told: Iterable[str], school: School, near: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The address of the chain that comes next, of those not too near; nothing where all have been told."""
    known = {one.casefold() for one in told} | near
    chain = school.mails_of(*school.triaging.chain)
    return next(((one,) for one in chain if one.casefold() not in known), ())


def next_after(telling: Telling, school: School, near: Near = nobody) -> str:
    """What the person is who is told next, "Headteacher"; "" where nobody is."""
    if telling.level is not Level.AMBER:
        return ""
    told = {address for row in telling.rows for one in row.told for address in one.event.to}
    spared_of = frozenset[str]().union(*(near(row) for row in telling.rows))
    found = _next([*telling.to, *told], school, spared_of)
    return school.role_named(found[0]) if found else ""
