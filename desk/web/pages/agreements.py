"""A round of agreements for families: read all letters, approve them together, record that they went and came back."""

import io
from collections.abc import Callable, Mapping

from flask import Blueprint, abort, flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from ....ground.errors import Problem
from ....records.logs.lock import writer_lock
from ....rules.office.agreement_events import Round
from ....rules.office.agreement_rounds import fold_rounds
from ....rules.people.rights import Right
from ....workflows.acts import on_agreements as acts
from ....workflows.office import Office
from ..attempting import Refusal, attempt
from ..fields import Fields
from ..schools import PATIENCE
from ..visiting import visit

page = Blueprint("agreements", __name__)
MOST_LISTED = 300


@page.get("/<school>/people/agreements/<number>")
def show(school: str, number: str) -> tuple[str, int]:
    """The round as it stands, and what may be done with it."""
    return _page(school, number)


@page.get("/<school>/people/agreements/<number>/letters")
def letters(school: str, number: str) -> Response:
    """All letters as one PDF, as a download."""
    del school
    _round(number)
    got: list[bytes] = []
    if attempt(lambda: got.append(acts.letters_of_round(visit().office, number))):
        abort(404)
    return send_file(
        io.BytesIO(got[0]),
        as_attachment=True,
        download_name=f"agreements {number}.pdf",
        mimetype="application/octet-stream",
    )


@page.post("/<school>/people/agreements/<number>/approve")
def approve(school: str, number: str) -> Response | tuple[str, int]:
    """All its letters together."""
    if request.form.get("read") != "yes":
        what, do = "You have not said that you read the letters.", "Read them, tick the box, and press again."
        return _page(school, number, refusal=_unread(what, do))
    by = visit().visitor.name
    told = "The letters are approved. The office is asked to post them."
    return _do(school, number, lambda office: acts.approve_round(office, number, by=by, way="desk"), told)


@page.post("/<school>/people/agreements/<number>/withdraw")
def withdraw(school: str, number: str) -> Response | tuple[str, int]:
    """Take it back before it has left."""
    by, why = visit().visitor.name, request.form.get("reason", "")
    seen = request.form.get("stands", "") or "not shown"

    def act(office: Office) -> object:
        return acts.withdraw_round(office, number, why, by=by, seen=seen)

    return _do(school, number, act, "It is withdrawn.")


@page.post("/<school>/people/agreements/<number>/posted")
def posted(school: str, number: str) -> Response | tuple[str, int]:
    """The letters have gone."""
    here = visit()
    fields = Fields(typed=request.form, today=here.today)
    on = fields.day("on")
    if fields.faults or on is None:
        return _page(school, number, faults=fields.faults or {"on": "Say on which day they went."})
    told = "It is recorded that the letters have gone."
    return _do(
        school, number, lambda office: acts.round_posted(office, number, on, by=here.visitor.name), told
    )


@page.post("/<school>/people/agreements/<number>/back")
def back(school: str, number: str) -> Response | tuple[str, int]:
    """One adult signed, or will not."""
    here = visit()
    fields = Fields(typed=request.form, today=here.today)
    on = fields.day("back_on")
    adult, answer = request.form.get("adult", ""), request.form.get("answer", "")
    if not adult:
        fields.faults["adult"] = "Say who."
    if answer not in {"signed", "declined"}:
        fields.faults["answer"] = "Say whether they signed."
    if fields.faults or on is None:
        return _page(school, number, faults=fields.faults or {"back_on": "Say on which day it came back."})
    came = acts.Back(
        adult=adult, signed=answer == "signed", on=on, note=request.form.get("note", "").strip()[:500]
    )
    told = "It is recorded."
    return _do(
        school, number, lambda office: acts.came_back(office, number, came, by=here.visitor.name), told
    )


def _do(school: str, number: str, act: Callable[[Office], object], told: str) -> Response | tuple[str, int]:
    here = visit()

    def carry_out() -> None:
        with writer_lock(here.pages.settings.data, seconds=PATIENCE, tell=lambda _: None):
            act(here.office)

    refusal = attempt(carry_out)
    if refusal:
        return _page(school, number, refusal=refusal)
    flash(told)
    return redirect(url_for("agreements.show", school=school, number=number), code=303)


def _unread(what: str, what_to_do: str) -> Refusal:
    return Refusal(problems=[Problem(where="", what=what, what_to_do=what_to_do)], status=409)


def _round(number: str) -> Round:
    found = fold_rounds(visit().office.agreements.entries()).get(number)
    if found is None:
        abort(404)
    return found


def _page(
    school: str,
    number: str,
    *,
    refusal: Refusal | None = None,
    faults: Mapping[str, str] | None = None,
) -> tuple[str, int]:
    found, here = _round(number), visit()
    adults = here.people.adults
    out = [one for one in found.letters if one not in found.back]
    shown = render_template(
        "agreement_round.html",
        round=found,
        names={one: adults[one].full_name if one in adults else one for one in found.letters},
        out=out[:MOST_LISTED],
        more=max(0, len(out) - MOST_LISTED),
        refusal=refusal,
        faults=faults or {},
        typed=request.form,
        may_approve=Right.APPROVE in here.rights,
        may_post=Right.POST in here.rights,
        school_name=school,
    )
    return shown, refusal.status if refusal else 422 if faults else 200
