"""The demo alone: let days pass, and let emails come in. In a real school the clock and the mailbox do that."""

from datetime import date, timedelta

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ..rehearsal import Rehearsal
from ..visiting import visit

page = Blueprint("demo", __name__)
STEPS = {"day": 1, "week": 7}


@page.get("/<school>/demo")
def show(school: str) -> str:
    """What can be made to happen."""
    _rehearsal()
    return render_template("demo.html", school_name=school)


@page.post("/<school>/demo")
def move(school: str) -> Response:
    """Make it happen, with a round of the daemon."""
    rehearsal, asked = _rehearsal(), request.form.get("what", "")
    if asked == "emails":
        said = rehearsal.reports_come_in()
    elif asked in STEPS:
        said = rehearsal.go_to(_school_day(visit().today + timedelta(days=STEPS[asked])))
    elif asked == "round":
        said = rehearsal.round()
    else:
        abort(404)
    flash(said)
    return redirect(url_for("today.show", school=school), code=303)


def _school_day(day: date) -> date:
    calendar = visit().school.calendar
    for _ in range(60):
        if calendar.is_school_day(day):
            return day
        day += timedelta(days=1)
    return day


def _rehearsal() -> Rehearsal:
    found = current_app.extensions.get("rehearsal")
    if not isinstance(found, Rehearsal):
        abort(404)
    return found
