"""Today: what waits for whoever is looking, danger first, oldest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, render_template, request, url_for

from ....ground.english import uk_date
from ....ground.moments import local_day
from ....rules.mails.mail_log import MailRow
from ....rules.mails.mail_rows import level_of
from ....rules.people.rights import Right
from ....rules.people.school import DEPUTY, DSL, OFFICE
from ....rules.standing.steps import About
from ....rules.standing.todo import Todo, todo_of
from ....rules.words import Level
from ....workflows.absent import absences_ahead
from ....workflows.held_back import problems_of_waiting
from ...case_readings import kinds_noted
from ...readings import requests_of
from ..plain_words import all_plain
from ..shown_cases import is_shown
from ..visiting import Shown, Visit, visit

page = Blueprint("today", __name__)
MOST = 60
"""Lines on one page; more are on the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that waits: where it is done, the verb, what it is about, since when, and whether it is danger."""

    href: str
    verb: str
    about: str
    why: str
    since: date | None
    danger: bool = False


@page.get("/<school>/")
def show(school: str) -> str:
    """The page."""
    here = visit()
    shown = here.open_cases()
    lines = sorted([*_mails(here), *_requests(here), *_cases(here, shown)], key=_order)
    pulse = here.office.pulse.read()
    held = problems_of_waiting(here.office, pulse, named=False) if Right.MAILS in here.rights else []
    start = max(0, request.args.get("from", 0, type=int)) // MOST * MOST
    return render_template(
        "today.html",
        lines=lines[start : start + MOST],
        count=len(lines),
        start=start,
        more=max(0, len(lines) - start - MOST),
        most=MOST,
        hidden=shown.hidden,
        unread=shown.unread,
        pulse=pulse,
        held=all_plain(held),
        away=[one.words(here.office.school) for one in absences_ahead(here.office)],
        faults=here.pages.faults,
        school_name=school,
    )


def _order(line: Line) -> tuple[bool, date]:
    return not line.danger, line.since or date.max


def _mails(here: Visit) -> Iterator[Line]:
    """The in-tray: a line for each alarm, one for all the others."""
    if Right.MAILS not in here.rights:
        return
    rows = [row for row in here.pages.tray.rows(here.office) if not here.hides_mail(row)]
    red = [row for row in rows if level_of(row) is Level.RED]
    if Right.CHILD_PROTECTION in here.rights:
        yield from (_alarm(here, row) for row in red)
    rest = rows[len(red) :]
    if rest:
        yield Line(
            href=url_for("in_tray.first", school=here.pages.name),
            verb="Read and sort",
            about=f"{len(rest)} emails in the in-tray" if len(rest) > 1 else "1 email in the in-tray",
            why="Each needs a person to say what it is.",
            since=local_day(min(row.seen.received for row in rest)),
        )


def _alarm(here: Visit, row: MailRow) -> Line:
    has_it = f"{row.taken_by} has it."
    return Line(
        href=url_for("in_tray.show", school=here.pages.name, mail=row.seen.sha256[:12]),
        verb="Read it now",
        about="An email in the in-tray",
        why=has_it if row.taken_by else "It may point to danger, and nobody has it yet.",
        since=local_day(row.seen.received),
        danger=True,
    )


def _requests(here: Visit) -> Iterator[Line]:
    """The requests for information whose clocks run, for whoever answers them."""
    if not {DSL, DEPUTY, OFFICE} & here.roles:
        return
    for one in requests_of(here.office).values():
        if one.runs and (not one.ref or is_shown(here, one.ref, gone=True)):
            late = one.due < here.today
            yield Line(
                href=url_for("requests.one", school=here.pages.name, number=one.number),
                verb="Answer it",
                about=f"A request for information, {one.number}",
                why=f"{'The last day was' if late else 'The last day is'} {uk_date(one.due)}.",
                since=one.received,
            )


def _cases(here: Visit, shown: Shown) -> Iterator[Line]:
    for case in shown:
        todo = todo_of(case, here.school, here.today, here.roles)
        if todo:
            yield _line(here, todo, case.adult_name)


DONE_AT = {About.APPROVAL: "letter.in_hand", About.POSTING: "to_post.show"}
"""Where a thing is done, for what is not done on the page of the case."""


def _told_by(here: Visit, todo: Todo) -> str:
    """Of what kind those are who reported, where a letter is to be approved by somebody who may know it."""
    if todo.about is not About.APPROVAL or Right.REPORTER not in here.rights:
        return ""
    told = "; ".join(kinds_noted(here.office.cases, todo.ref))
    return f", told by {told}." if told else ""


def _line(here: Visit, todo: Todo, name: str) -> Line:
    endpoint = DONE_AT.get(todo.about, "case.show") if todo.about else "case.show"
    ref = None if endpoint == "to_post.show" else todo.ref
    return Line(
        href=url_for(endpoint, school=here.pages.name, ref=ref),
        verb=todo.verb,
        about=f"{todo.ref}, {name}" if name else todo.ref,
        why=f"{todo.why}{_told_by(here, todo)}",
        since=todo.since,
        danger=todo.danger,
    )
