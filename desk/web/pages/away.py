"""Who is away: noted beforehand, ended early, and listed."""

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ....ground.errors import LetterladderError
from ....records.logs.lock import writer_lock
from ....rules.office.absences import Absence
from ....workflows.absent import absences_ahead
from ....workflows.acts.on_absences import say_away, say_back
from ..attempting import Refusal, attempt
from ..fields import Fields
from ..schools import PATIENCE
from ..visiting import Visit, visit

page = Blueprint("away", __name__)


@page.get("/<school>/away")
def show(school: str) -> tuple[str, int]:
    """Who is away now and who will be, and a form for one more."""
    return _page(school, {}, {}, None)


@page.post("/<school>/away")
def note(school: str) -> Response | tuple[str, int]:
    """Somebody will be away."""
    here = visit()
    fields, roles = Fields(typed=request.form, today=here.today), here.school.people
    role = fields.one_of("role", roles, "Choose who is away.")
    first = fields.day("first", "Say from which day on.", ahead=True)
    last = fields.day("last", "Say until which day.", ahead=True)
    to_role = fields.one_of("to_role", roles)
    if fields.faults or first is None or last is None:
        return _page(school, request.form, fields.faults, None)
    wanted = Absence(role=role, first=first, last=last, to_role=to_role, by=here.visitor.name)
    said: list[str] = []
    refusal = attempt(lambda: said.append(_note(here, wanted)))
    if refusal:
        return _page(school, request.form, {}, refusal)
    flash(said[0])
    return redirect(url_for("away.show", school=school), code=303)


@page.post("/<school>/away/back")
def back(school: str) -> Response | tuple[str, int]:
    """Somebody is back, or will not be away after all."""
    here, role = visit(), request.form.get("role", "")
    refusal = attempt(lambda: _end(here, role))
    if refusal:
        return _page(school, {}, {}, refusal)
    flash(f"{here.school.people[role].name} is there.")
    return redirect(url_for("away.show", school=school), code=303)


def _note(here: Visit, wanted: Absence) -> str:
    with writer_lock(here.pages.settings.data, seconds=PATIENCE, tell=lambda _: None):
        return say_away(here.office, wanted).words(here.school)


def _end(here: Visit, role: str) -> None:
    with writer_lock(here.pages.settings.data, seconds=PATIENCE, tell=lambda _: None):
        say_back(here.office, role, by=here.visitor.name)


def _page(
    school: str, typed: Mapping[str, str], faults: Mapping[str, str], refusal: Refusal | None
) -> tuple[str, int]:
    here = visit()
    try:
        found = absences_ahead(here.office)
    except LetterladderError:
        found = []
    shown = render_template(
        "away.html",
        absences=[(one.role, one.words(here.school)) for one in found],
        roles=[(role, f"{one.name}, {one.role}") for role, one in here.school.people.items()],
        typed=typed,
        faults=faults,
        refusal=refusal,
        school_name=school,
    )
    return shown, refusal.status if refusal else 422 if faults else 200
