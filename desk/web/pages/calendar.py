"""The school's calendar by month, and how far it reaches; a closure or another calendar is added."""

import calendar as months
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ....config.calendar_change import planned, put_in_place
from ....config.calendar_ics import events_of
from ....ground.english import MONTHS, listed, uk_date_short
from ....ground.errors import CalendarEnds, LetterladderError, Problem
from ....records.logs.lock import writer_lock
from ....rules.days.calendar import BANK_HOLIDAY, INSET_DAY, SCHOOL_HOLIDAY, WEEKEND, Calendar
from ....rules.days.calendar_import import LONGEST_CLOSURE, Event, Proposal, Proposals, Sort, proposals_of
from ....rules.days.pasted_terms import pasted_terms
from ....rules.office.exports import CalendarChanged
from ....workflows.acts import on_calendar
from ...checking import AHEAD_DAYS
from ..attempting import Refusal, attempt
from ..copying import owner_of
from ..fields import Fields
from ..pressing import pressed_once
from ..schools import PATIENCE
from ..uploads import uploads
from ..visiting import Visit, visit

page = Blueprint("calendar", __name__)
SHOWN_MONTHS = 3
SHORT = {WEEKEND: "", SCHOOL_HOLIDAY: "holiday", INSET_DAY: "INSET"}
SORTS = {Sort.INSET: "INSET day", Sort.CLOSURE: "Closed", Sort.TERM: "Term"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of a month's table: its number, and in a word why it is no school day; 0 for a cell of another month."""

    number: int = 0
    why: str = ""
    off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One change of the calendar at the desk: when, by whom, and which days."""

    at: datetime
    by: str
    what: str


@dataclass(slots=True, kw_only=True)
class _Said:
    """What is said on a page that is shown again."""

    faults: dict[str, str] = field(default_factory=dict)
    refusal: Refusal | None = None
    proposals: Proposals | None = None
    left: tuple[str, ...] = ()
    number: str = ""

    @property
    def status(self) -> int:
        if self.refusal:
            return self.refusal.status
        return 422 if self.faults else 200


@page.get("/<school>/calendar")
def show(school: str) -> tuple[str, int]:
    """Some months, from the present one or the one asked for."""
    return _page(school, {}, _Said())


@page.post("/<school>/calendar/closure")
def close(school: str) -> Response | tuple[str, int]:
    """The school was closed, or will be."""
    here = visit()
    fields = Fields(typed=request.form, today=here.today)
    first = fields.day("first", "Say on which day.", ahead=True)
    last = fields.day("last", ahead=True) or first
    why = fields.words("why", "Say why in a word or two, such as snow.")
    added = _closures(fields, here.school.calendar, (first, last), why) if first and last else []
    if fields.faults:
        return _page(school, request.form, _Said(faults=fields.faults))
    refusal = attempt(lambda: _put_in(here, added))
    if refusal:
        return _page(school, request.form, _Said(refusal=refusal))
    days = uk_date_short(added[0].first) + (f" to {uk_date_short(added[-1].first)}" if len(added) > 1 else "")
    flash(f"The calendar says that the school is closed: {days}. Answer dates count without it.")
    return redirect(url_for("calendar.show", school=school), code=303)


@page.post("/<school>/calendar/upload")
def upload(school: str) -> Response | tuple[str, int]:
    """Another calendar, a file or a pasted list: what it says is proposed, and nothing is changed."""
    here, number = visit(), pressed_once()
    file, pasted = request.files.get("file"), request.form.get("pasted", "").strip()
    if pasted:
        said = pasted_terms(pasted, here.today)
        return _proposed(school, number, said.events, said.left)
    if file is None or not file.filename:
        fault = "Choose the file (.ics) that your calendar exports, or paste a list of term dates."
        return _page(school, {}, _Said(faults={"file": fault}))
    content, found = file.stream.read(), list[Event]()
    refusal = attempt(lambda: found.extend(events_of(content)))
    if refusal:
        return _page(school, {}, _Said(refusal=refusal))
    return _proposed(school, number, found)


def _proposed(
    school: str, number: str, events: Iterable[Event], left: tuple[str, ...] = ()
) -> tuple[str, int]:
    here = visit()
    proposals = proposals_of(events, here.school.calendar)
    uploads().keep(number, owner_of(here), proposals)
    return _page(school, request.form, _Said(proposals=proposals, left=left, number=number))


@page.post("/<school>/calendar/upload/<number>")
def apply(school: str, number: str) -> Response | tuple[str, int]:
    """Put in what was ticked."""
    here = visit()
    proposals = uploads().find(number, owner_of(here))
    if not isinstance(proposals, Proposals):
        abort(404)
    ticked = set(request.form.getlist("take"))
    added = [one for one in proposals.found if one.id in ticked]
    if not added:
        what, do = "Nothing was ticked.", "Tick what is to be put into the calendar."
        refusal: Refusal | None = Refusal(problems=[Problem(where="", what=what, what_to_do=do)], status=422)
    else:
        refusal = attempt(lambda: _put_in(here, added))
    if refusal:
        return _page(school, {}, _Said(refusal=refusal, proposals=proposals, number=number))
    uploads().drop(number)
    flash(f"Put into the calendar: {len(added)}. The file as it was is kept beside it.")
    return redirect(url_for("calendar.show", school=school), code=303)


def _put_in(here: Visit, added: list[Proposal]) -> None:
    with writer_lock(here.pages.settings.data, seconds=PATIENCE, tell=lambda _: None):
        change = planned(_file(here), added)
        order = on_calendar.ChangeCalendar(
            by=here.visitor.name,
            old=change.old,
            new=change.new,
            added=change.added,
            put=lambda: put_in_place(change, here.today),
        )
        on_calendar.change_calendar(here.office, order)


def _file(here: Visit) -> Path:
    return here.pages.settings.folder / "calendar.toml"


def _changes(here: Visit) -> tuple[list[Changed], bool]:
    """Who put what in, and whether the file was changed in another way since; nothing where the log cannot be read."""
    try:
        entries = on_calendar.calendar_changes(here.office)
        now = on_calendar.sha256_of(_file(here).read_bytes())
    except (LetterladderError, OSError):
        return [], False
    found = [(one, one.event) for one in entries if isinstance(one.event, CalendarChanged)]
    shown = [Changed(at=line.at, by=line.by, what=_what(event)) for line, event in found]
    return shown, bool(found) and found[0][1].sha256 != now


def _what(event: CalendarChanged) -> str:
    parts = []
    if event.closed:
        parts.append(f"closed on {listed(map(_short, event.closed))}")
    if event.inset:
        parts.append(
            f"{'an INSET day' if len(event.inset) == 1 else 'INSET days'} on {listed(map(_short, event.inset))}"
        )
    parts += [f"a term from {' to '.join(_short(day) for day in term.split('/'))}" for term in event.terms]
    return "; ".join(parts)


def _short(day: str) -> str:
    return uk_date_short(date.fromisoformat(day))


def _closures(fields: Fields, calendar: Calendar, days: tuple[date, date], why: str) -> list[Proposal]:
    """The school days that are lost; what is none already needs no entry."""
    first, last = days
    if last < first:
        fields.faults["last"] = "The last day is before the first."
        return []
    if (last - first).days >= LONGEST_CLOSURE:
        fields.faults["last"] = (
            f"That is more than {LONGEST_CLOSURE} days. Put longer times in as the end of a term."
        )
        return []
    all_days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    try:
        lost = [day for day in all_days if calendar.is_school_day(day)]
    except CalendarEnds as ends:
        fields.faults["first"] = ends.problems[0].what
        return []
    if not lost:
        fields.faults["first"] = "The school is not open then in any case, so nothing needs to be put in."
    return [Proposal(sort=Sort.CLOSURE, title=why, first=day, last=day) for day in lost]


def _page(school: str, typed: Mapping[str, str], said: _Said) -> tuple[str, int]:
    here = visit()
    calendar = here.pages.settings.school.calendar
    first = _month(request.args.get("month", ""), here.today)
    left = (calendar.covered_until - here.today).days
    changes, in_another_way = _changes(here)
    shown = render_template(
        "calendar.html",
        calendar=calendar,
        grids=[_grid(calendar, _later(first, number)) for number in range(SHOWN_MONTHS)],
        before=f"{_later(first, -SHOWN_MONTHS):%Y-%m}",
        after=f"{_later(first, SHOWN_MONTHS):%Y-%m}",
        weekdays=months.day_abbr,
        inset=sorted(calendar.inset),
        closures=sorted((calendar.closures or {}).items()),
        is_short=left < AHEAD_DAYS,
        is_over=left < 0,
        typed=typed,
        said=said,
        sorts=SORTS,
        changes=changes,
        in_another_way=in_another_way,
        school_name=school,
    )
    return shown, said.status


def _month(asked: str, today: date) -> date:
    try:
        found = date.fromisoformat(f"{asked}-01")
    except ValueError:
        return today.replace(day=1)
    return found if 2000 <= found.year < 2100 else today.replace(day=1)


def _later(month: date, number: int) -> date:
    at = month.year * 12 + month.month - 1 + number
    return date(at // 12, at % 12 + 1, 1)


def _grid(calendar: Calendar, month: date) -> dict[str, object]:
    weeks = months.Calendar().monthdatescalendar(month.year, month.month)
    return {
        "name": f"{MONTHS[month.month - 1]} {month.year}",
        "id": f"{month:%Y-%m}",
        "weeks": [
            [_day(calendar, day) if day.month == month.month else Day() for day in week] for week in weeks
        ],
    }


def _day(calendar: Calendar, day: date) -> Day:
    try:
        why = calendar.why_not_school(day)
    except CalendarEnds:
        return Day(number=day.day, why="not known", off=True)
    return Day(number=day.day, why=SHORT.get(why, why.removeprefix(f"{BANK_HOLIDAY}: ")), off=bool(why))
