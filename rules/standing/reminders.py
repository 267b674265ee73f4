"""Which reminders are due: before, on and after each date of a case. Pure: the day is handed in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from ...ground.moments import LONDON, local_day
from ..cases.case import Case, LetterState
from ..days.calendar import Calendar
from ..days.deadlines import days_before
from ..people.school import Reminding
from ..policies.policy import Mandatory
from ..words import Unit
from .dates import running_dates
from .next_step import HOLD_THE_MEETING
from .steps import About, Next, asked_of
from .stops import is_frozen

OVERDUE_ROLES = ("head", "office", "dsl")
USUAL_ROLES = ("head", "office")
NEAR_THE_END = 3
"""Working days before such a date from which two people hear of it every day."""
ON_THE_DAY = "on the day"
DUTY_ROLES = ("head", "dsl")
WEEK = 5
"""Working days; how often a date long past is said again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One reminder to send: what about, the date it is about, which stage, and to which roles."""

    about: str
    day: date
    stage: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What is to be done in a case besides letters: the policy's duties still open, and whose action it waits for.

    `meeting` is the letter whose meeting is to take place, "" for none, and `meeting_days` those on which it may.
    `by_provider`: the letter that waits for the post is a provider's to post, so that nobody here is to do it.
    """

    duties: tuple[Mandatory, ...] = ()
    doer: str = ""
    meeting: str = ""
    meeting_days: tuple[date, ...] = ()
    by_provider: bool = False


NOTHING_OWED = Owed()


def may_remind(calendar: Calendar, reminding: Reminding, now: datetime) -> bool:
    """Whether emails that are not urgent may go out now: on an open school day, in the hours the school set."""
    return calendar.is_school_day(now.astimezone(LONDON).date()) and in_hours(reminding, now)


def in_hours(reminding: Reminding, now: datetime) -> bool:
    """Whether it is in the hours that the school set for emails that are not urgent, on whatever day."""
    return reminding.from_hour <= now.astimezone(LONDON).hour < reminding.to_hour


def reminders_due(
    case: Case,
    waits: Next,
    calendar: Calendar,
    reminding: Reminding,
    *,
    today: date,
    owed: Owed = NOTHING_OWED,
) -> list[Reminder]:
    """The reminders this case is owed today: for each date the stage reached, if it was not sent yet.

    A hold or an alert silences them, but for what the policy requires and for the end of an interim bar: neither waits
    for the other. Whoever is to do something before the case goes on is told on the first school day.

    Raises:
        CalendarEnds: a stage is past the school's calendar.
    """
    if case.closed:
        return []
    found = []
    dates = (*_running(case, today), *_asked(case, waits, owed), *_duty_dates(case, owed.duties))
    for date_ in (*dates, *_meeting(case, owed, today)):
        stage = _stage(date_, calendar, reminding, today)
        if stage and (date_.about, date_.day, stage) not in case.reminded:
            loud = today > date_.day or date_.daily
            roles = date_.roles or (OVERDUE_ROLES if loud else USUAL_ROLES)
            roles = date_.first if stage == ON_THE_DAY and date_.first else roles
            found.append(Reminder(about=date_.about, day=date_.day, stage=stage, roles=roles))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Date:
    """A date that is reminded of. `since`: something has waited from then on, so nothing comes before it.

    `first` are the roles that are told at once.
    """

    about: str
    day: date
    since: bool = False
    daily: bool = False
    roles: tuple[str, ...] = ()
    first: tuple[str, ...] = ()


def _duty_dates(case: Case, duties: tuple[Mandatory, ...]) -> Iterator[_Date]:
    """What the policy requires and nobody has done, since the case was opened."""
    if case.opened_at is None:
        return
    for duty in duties:
        day = local_day(case.opened_at)
        about, waited_for = f"{duty.step} required by the policy", bool(duty.before)
        yield _Date(about=about, day=day, since=not waited_for, roles=DUTY_ROLES)


def _meeting(case: Case, owed: Owed, today: date) -> Iterator[_Date]:
    """The days on which a meeting may take place; once they have passed, the last, until it is on record what came."""
    days = owed.meeting_days
    if is_frozen(case):
        return
    for day in days:
        if day >= today or day == days[-1]:
            yield _Date(about=f"the meeting that {owed.meeting} offered", day=day)


def _running(case: Case, today: date) -> Iterator[_Date]:
    """Every date that runs. An interim bar without its decision is said again on every school day.

    Of a measure that is over nobody asks for its review any more, but for a record that it ended.
    """
    for one in running_dates(case):
        if one.until is None or today <= one.until:
            yield _Date(about=one.about, day=one.day, daily=one.daily)
    for measure in () if is_frozen(case) else case.measures:
        if measure.is_over(today):
            about = f"{measure.letter} has ended: put that on record"
            yield _Date(about=about, day=measure.dates["ends_on"], since=True)


def _asked(case: Case, waits: Next, owed: Owed) -> Iterator[_Date]:
    """What a person has been asked for, since the day it was.

    An approval of a letter with its very dates is not among them: it is asked for again with a new draft. Nor is a
    meeting whose day is known, nor the posting of a letter that a provider posts: it would go twice.
    """
    asked = asked_of(waits)
    if asked is None or asked.about in {About.REVIEW, About.ENDED} or is_frozen(case):
        return
    if asked.about is About.APPROVAL:
        yield from _approval(case)
        return
    if asked.about is About.POSTING and owed.by_provider:
        return
    in_tray = asked.about is About.POSTING and case.in_hand
    since = case.in_hand.date_on_letter if in_tray and case.in_hand else case.waiting_since
    if since:
        to_do = asked.about is About.ACTION and bool(owed.doer)
        if not (owed.meeting_days and asked.why == HOLD_THE_MEETING):
            first = (owed.doer,) if to_do else ()
            yield _Date(about=str(asked.about), day=since, since=not to_do, first=first)


def approval_about(letter: LetterState, role: str) -> str:
    """What a reminder of a letter that waits for the yes of this role is about."""
    return f"the approval of {letter.letter} version {letter.version} by {role}"


def _approval(case: Case) -> Iterator[_Date]:
    """Each who was asked is reminded by the day on which they were."""
    letter = case.in_hand
    if letter is None or not letter.undated:
        return
    for role, code in {code.approver: code for code in letter.codes}.items():
        if code.asked_on:
            yield _Date(about=approval_about(letter, role), day=code.asked_on, since=True, roles=(role,))


def stage_reached(day: date, calendar: Calendar, reminding: Reminding, *, today: date) -> str:
    """The stage that `today` has reached for a day that belongs to no case, such as a request's last; or ""."""
    return _stage(_Date(about="", day=day), calendar, reminding, today)


def _stage(date_: _Date, calendar: Calendar, reminding: Reminding, today: date) -> str:
    """The stage that `today` has reached for this date, or ""."""
    if today < date_.day and date_.daily:
        left = calendar.working_days_between(today, date_.day)
        nearest = max((NEAR_THE_END, *reminding.before_days))
        return f"{left} before" if left <= nearest else ""
    if today < date_.day:
        near = [
            days for days in sorted(reminding.before_days) if _days_before(calendar, date_.day, days) <= today
        ]
        return f"{near[0]} before" if near and not date_.since else ""
    passed = calendar.working_days_between(date_.day, today)
    reached = _last_reached(passed, reminding, daily=date_.daily)
    if reached:
        return f"{reached} after"
    return "" if date_.since else ON_THE_DAY


def _last_reached(passed: int, reminding: Reminding, *, daily: bool) -> int:
    """The latest stage within `passed` working days: those the school set, then every week; or every day."""
    last = max(reminding.after_days, default=0)
    if daily:
        return passed
    if passed > last:
        return last + (passed - last) // WEEK * WEEK
    return max((days for days in reminding.after_days if days <= passed), default=0)


def _days_before(calendar: Calendar, day: date, days: int) -> date:
    return days_before(calendar, day, days, Unit.WORKING_DAYS)
