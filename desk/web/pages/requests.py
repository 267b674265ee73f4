"""Requests for information and complaints about its use: what runs, until when; record, acknowledge, extend, answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ....rules.office import orders
from ....rules.office.requests import Request
from ....rules.words import RequestAbout
from ....workflows.acts import on_requests
from ...readings import requests_of
from ..attempting import Refusal, attempt
from ..fields import Fields
from ..pressing import order_once
from ..shown_cases import is_shown
from ..visiting import Visit, visit

page = Blueprint("requests", __name__)
ABOUT: Mapping[RequestAbout, str] = {
    RequestAbout.SUBJECT_ACCESS: "Subject access: somebody asks for their own information",
    RequestAbout.FREEDOM_OF_INFORMATION: "Freedom of information: somebody asks about the school",
    RequestAbout.COMPLAINT: "Complaint about how the school used information",
}
SHORT = {
    RequestAbout.SUBJECT_ACCESS: "Subject access",
    RequestAbout.FREEDOM_OF_INFORMATION: "Freedom of information",
    RequestAbout.COMPLAINT: "Data protection complaint",
}
HOW = ("The information was sent", "Refused, with the reason given", "Withdrawn", "It was not a request")
MOST_SETTLED = 50
"""Settled requests that the list shows, newest first."""


@dataclass(slots=True, kw_only=True)
class _Said:
    """What is said on a page that is shown again: faults by field, or why nothing was done."""

    faults: dict[str, str] = field(default_factory=dict)
    refusal: Refusal | None = None

    @property
    def status(self) -> int:
        if self.refusal:
            return self.refusal.status
        return 422 if self.faults else 200


@page.get("/<school>/requests")
def show(school: str) -> str:
    """The list: what runs first, by its last day."""
    here = visit()
    found = [one for one in requests_of(here.office).values() if _is_shown(here, one)]
    running = sorted((one for one in found if one.runs), key=lambda one: (one.due, one.number))
    settled = sorted((one for one in found if not one.runs), key=lambda one: one.number, reverse=True)
    return render_template(
        "requests.html",
        running=running,
        settled=settled[:MOST_SETTLED],
        more=max(0, len(settled) - MOST_SETTLED),
        short=SHORT,
        today=here.today,
        school_name=school,
    )


@page.get("/<school>/requests/new")
def new(school: str) -> tuple[str, int]:
    """The form of a request that came by letter, telephone or in person."""
    return _new(school, {"received": "today"}, _Said())


@page.post("/<school>/requests/new")
def record(school: str) -> tuple[str, int] | Response:
    """Start its clock."""
    here = visit()
    fields = Fields(typed=request.form, today=here.today)
    about = fields.one_of("about", list(RequestAbout), "Say what is asked for.")
    received = fields.past_day("received", "Say on which day the school received it.")
    who, ref = fields.words("who", "Say who is asking."), fields.words("ref")
    if ref and not is_shown(here, ref):
        fields.faults["ref"] = "There is no such case, or it is not shown to you. Type it like 2026-0001."
    if fields.faults or received is None:
        return _new(school, request.form, _Said(faults=fields.faults))
    order = orders.RecordRequest(
        about=RequestAbout(about), received=received, who=who, ref=ref, **here.signed()
    )
    refusal = attempt(lambda: here.give(on_requests.record, order, once=order_once()))
    if refusal:
        return _new(school, request.form, _Said(refusal=refusal))
    flash("The request is recorded, and its clock runs.")
    return redirect(url_for("requests.show", school=school), code=303)


@page.get("/<school>/requests/<number>")
def one(school: str, number: str) -> tuple[str, int]:
    """One request, with what may be recorded of it."""
    return _one(school, number, {}, _Said())


@page.post("/<school>/requests/<number>")
def change(school: str, number: str) -> tuple[str, int] | Response:
    """Record what happened to it: the button says which."""
    here = visit()
    _found(here, number)
    fields = Fields(typed=request.form, today=here.today)
    what = request.form.get("what", "")
    if what == "acknowledged":
        done = "Noted: the school wrote that it has the request."
        order, act = _acknowledge(here, number, fields), on_requests.acknowledge
        refusal = _give(here, act, order) if order else None
    elif what == "extended":
        done = "Noted: there is more time, and the last day has moved."
        extend = _extend(here, number, fields)
        refusal = _give(here, on_requests.extend, extend) if extend else None
    elif what == "answered":
        done = "Noted: the request is answered, and its clock has ended."
        answer = _answer(here, number, fields)
        refusal = _give(here, on_requests.answer, answer) if answer else None
    else:
        abort(404)
    if fields.faults or refusal:
        return _one(school, number, request.form, _Said(faults=fields.faults, refusal=refusal))
    flash(done)
    return redirect(url_for("requests.one", school=school, number=number), code=303)


def _give(here: Visit, act: object, order: orders.Order) -> Refusal | None:
    return attempt(lambda: here.give(act, order, once=order_once()))  # type: ignore[arg-type,type-var]


def _acknowledge(here: Visit, number: str, fields: Fields) -> orders.AcknowledgeRequest | None:
    on = fields.past_day("acknowledged_on", "Say on which day the school wrote.")
    return orders.AcknowledgeRequest(number=number, on=on, **here.signed()) if on else None


def _extend(here: Visit, number: str, fields: Fields) -> orders.ExtendRequest | None:
    due = fields.day("due", "Say until which day there is time now.", ahead=True)
    reason = fields.words("reason", "Say why more time is needed, as you told the person.")
    if due and due <= _found(here, number).due:
        fields.faults["due"] = "This is not later than the present last day."
    if due is None or fields.faults:
        return None
    return orders.ExtendRequest(number=number, due=due, reason=reason, **here.signed())


def _answer(here: Visit, number: str, fields: Fields) -> orders.AnswerRequest | None:
    on = fields.past_day("answered_on", "Say on which day it was answered.")
    how = fields.one_of("how", HOW, "Say how it was answered.")
    note = fields.words("note")
    if on is None or fields.faults:
        return None
    told = f"{how}: {note}" if note else how
    return orders.AnswerRequest(number=number, on=on, how=told, **here.signed())


def _new(school: str, typed: Mapping[str, str], said: _Said) -> tuple[str, int]:
    about = [(str(one), words, "") for one, words in ABOUT.items()]
    return (
        render_template("request_new.html", typed=typed, said=said, about=about, school_name=school),
        said.status,
    )


def _one(school: str, number: str, typed: Mapping[str, str], said: _Said) -> tuple[str, int]:
    here = visit()
    found = _found(here, number)
    return (
        render_template(
            "request.html",
            one=found,
            title=SHORT[found.about],
            typed=typed,
            said=said,
            how=[(one, one, "") for one in HOW],
            days_left=(found.due - here.today).days,
            acknowledged=_day(found.acknowledged),
            answered=_day(found.answered),
            school_name=school,
        ),
        said.status,
    )


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _found(here: Visit, number: str) -> Request:
    found = requests_of(here.office).get(number)
    if found is None or not _is_shown(here, found):
        abort(404)
    return found


def _is_shown(here: Visit, one: Request) -> bool:
    """Whether it is about no case, or one that the visitor may see."""
    return not one.ref or is_shown(here, one.ref, gone=True)
