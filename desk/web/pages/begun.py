"""Save for later: what is typed in a form is kept for whoever typed it, by a button or every few seconds."""

from flask import Blueprint, flash, jsonify, redirect, request
from werkzeug.wrappers import Response

from ....ground.moments import LONDON
from ....rules.office.begun import KEPT_FOR
from .. import begun
from ..visiting import visit

page = Blueprint("begun", __name__)


@page.post("/<school>/begun")
def save(school: str) -> Response:
    """Keep it; back to the form, or a sentence for the script that asked."""
    del school
    here = visit()
    typed = begun.keep(here)
    said = f"Saved at {typed.at.astimezone(LONDON):%H:%M}."
    if request.headers.get("Accept") == "application/json":
        return jsonify(said=said)
    flash(f"{said} It is here for you, and for nobody else, for {KEPT_FOR.days} days. Nothing was sent yet.")
    return redirect(begun.key_of(here).address(here), code=303)


@page.post("/<school>/begun/drop")
def drop(school: str) -> Response:
    """Throw it away."""
    del school
    here = visit()
    key = begun.drop(here)
    flash("What you had begun is thrown away.")
    return redirect(key.address(here), code=303)
