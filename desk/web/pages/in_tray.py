"""The in-tray: one email with its card, and what is to be done with it."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from ....rules.mails.earlier_mails import NONE
from ...cards import card, in_tray
from ...readings import one_email, read_again
from ..visiting import visit

page = Blueprint("in_tray", __name__)


@page.get("/<school>/in-tray")
def first(school: str) -> Response | str:
    """The most urgent email, or that there is none."""
    rows = in_tray(visit().office.index.mails.in_tray())
    if not rows:
        return render_template("in_tray_empty.html")
    return redirect(url_for("in_tray.show", school=school, mail=rows[0].seen.sha256[:12]), code=303)


@page.get("/<school>/in-tray/<mail>")
def show(school: str, mail: str) -> str:
    """One email."""
    here = visit()
    row = here.mail(one_email(here.office, mail))
    report = read_again(here.office, row)
    shown = card(row, report, here.school, here.people, earlier=NONE)
    return render_template("in_tray.html", card=shown, report=report, school_name=school)
