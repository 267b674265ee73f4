"""Look at every case that may need something now: take it further, ask the alternate, remind. Others are left alone."""

from collections.abc import Callable
from functools import partial

from ..ground.errors import CalendarEnds, LogBroken, Problem, Refused
from ..rules.cases.events import AlertRaised, AlertSent
from ..rules.cases.look import Look
from ..rules.standing.reminders import may_remind
from ..rules.standing.steps import AT_REST, About, Ask
from .absent import absences_ahead
from .advance import advance
from .office import Office, Tally
from .reminding import remind_of
from .standing_in import ask_alternate
from .troubles import meet


def look_now(office: Office, tally: Tally) -> Look:
    """The moment of this round, as far as it decides which cases need a look; where nobody can say, all need one."""
    hours = False
    try:
        hours = may_remind(office.school.calendar, office.school.reminding, office.clock.now())
    except CalendarEnds as ends:
        tally.problems.extend(ends.problems)
    try:
        setup = office.setup()
    except Exception as error:  # noqa: BLE001 - the border of one part of the round: noted, and every case is looked at
        meet(tally, "settings, people and templates", error)
        setup = office.clock.now().isoformat()
    # Who is away changes what cases wait for, as settings do.
    setup += "".join(f" away {one.role} {one.first} {one.last}" for one in absences_ahead(office))
    return Look(day=office.clock.today(), hours=hours, setup=setup)


def look_at_cases(office: Office, look: Look, tally: Tally) -> None:
    """Look at each case that needs it; what goes wrong with one is noted and does not stop the others."""
    for ref in office.index.cases.to_look_at(look):
        if not _tried(ref, tally, office.turns.give_way):
            continue
        # From here to the note that it was looked at, nobody else writes.
        if not _tried(ref, tally, partial(_must_be_there, office, ref)):
            continue
        rested = _tried(ref, tally, partial(_take_further, office, ref, tally))
        rested &= _tried(ref, tally, partial(ask_alternate, office, ref, tally))
        if look.hours:
            rested &= _tried(ref, tally, partial(remind_of, office, ref, tally))
        rested &= _tried(ref, tally, partial(_heard_of_its_alerts, office, ref))
        rested &= _tried(ref, tally, partial(_has_no_alarm, office, ref, tally))
        if rested:
            office.index.cases.looked_at(ref, look)


def _tried(ref: str, tally: Tally, part: Callable[[], bool | None]) -> bool:
    """Do one part of the look; whether the case is at rest as far as this part goes."""
    try:
        return part() is not False
    except Exception as error:  # noqa: BLE001 - the border of one case: recorded, shown, the round goes on
        what_to_do = f"Look at it with `case {ref}`, and check its log with `verify`."
        meet(tally, ref, error, what_to_do, what="This case could not be taken further")
    return False


def _take_further(office: Office, ref: str, tally: Tally) -> bool:
    """Whether the case now waits for somebody or for a day.

    One that waits for its envelope is looked at in each round: its letter may have been taken out of the print tray,
    and without it nobody would post it.
    """
    step = advance(office, ref, tally)
    in_tray = isinstance(step, Ask) and step.about is About.POSTING
    return isinstance(step, AT_REST) and not in_tray


def _heard_of_its_alerts(office: Office, ref: str) -> bool:
    """Whether the log says of every alert that it was sent; of one that left just before a stop it says so now."""
    untold = office.case(ref).untold
    for message_id in sorted(untold):
        if office.queue.has_left(message_id):
            to = next(
                entry.event.to
                for entry in office.cases.read(ref)
                if isinstance(entry.event, AlertRaised) and entry.event.message_id == message_id
            )
            office.note(ref, AlertSent(to=to, message_id=message_id))
    return not untold


def _has_no_alarm(office: Office, ref: str, tally: Tally) -> bool:
    """Whether no alert goes on that somebody must take; one that does is repeated by this round, or by a later one."""
    case = office.case(ref)
    if case.alarm:
        tally.alarms.append(case)
    return case.alarm is None


def _must_be_there(office: Office, ref: str) -> None:
    """Raises `LogBroken` for a case that the index or the email log knows and whose log is gone."""
    try:
        found = office.cases.read(ref)
    except Refused:
        found = []
    if not found:
        raise LogBroken(
            Problem(
                where=ref,
                what="This case was here, but its log is gone.",
                what_to_do="Restore it from the last backup; `verify` says what else is missing.",
            )
        )
