"""How long cases are kept: those whose review day has come, and what a person decides on each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ....ground.errors import LogBroken, Problem, Refused
from ....rules.office import orders
from ....rules.office.retention import Keeping
from ....workflows.acts import on_keeping
from ...cli_retention import STILL_HELD
from ..attempting import Refusal, attempt
from ..fields import Fields
from ..pressing import order_once
from ..shown_cases import hides
from ..visiting import Visit, visit

page = Blueprint("retention", __name__)
A_PAGE = 75
"""Closed cases that one page looks through, oldest first."""


ALL = 1 << 40
"""More cases than any school has."""


@dataclass(slots=True, kw_only=True)
class Looked:
    """What one page found: the cases to decide on, how many are not shown, what cannot be read, where to go on."""

    due: list[Keeping] = field(default_factory=list)
    hidden: int = 0
    unread: list[Problem] = field(default_factory=list)
    looked_at: int = 0
    after: str = ""


@page.get("/<school>/retention")
def show(school: str) -> str:
    """The review list, a page at a time from the oldest case on."""
    here = visit()
    found = _look(here, request.args.get("after", ""))
    return render_template("retention.html", found=found, today=here.today, school_name=school)


@page.post("/<school>/retention")
def go(school: str) -> Response:
    """Go to the case that was typed."""
    ref = request.form.get("ref", "").strip()
    return redirect(url_for("retention.one", school=school, ref=ref or "none"), code=303)


@page.get("/<school>/retention/<ref>")
def one(school: str, ref: str) -> tuple[str, int]:
    """One case: how it is kept, and what may be decided."""
    return _one(school, ref, {}, faults={}, refusal=None)


@page.post("/<school>/retention/<ref>")
def decide(school: str, ref: str) -> tuple[str, int] | Response:
    """Keep it, keep it until another day, end a legal hold, or delete it for good."""
    here = visit()
    here.case(ref)
    fields = Fields(typed=request.form, today=here.today)
    act = DECISIONS.get(request.form.get("what", ""))
    if act is None:
        abort(404)
    refusal = act(here, ref, fields)
    if fields.faults or refusal:
        return _one(school, ref, request.form, faults=fields.faults, refusal=refusal)
    return redirect(url_for("retention.show", school=school), code=303)


def _seen() -> int | None:
    found = request.form.get("seen", "")
    return int(found) if found.isdigit() else None


def _keep(here: Visit, ref: str, fields: Fields) -> Refusal | None:
    reason = fields.words("keep_reason", "Say why it is kept.")
    if fields.faults:
        return None
    order = orders.KeepCase(ref=ref, seen=_seen(), reason=reason, **here.signed())
    refusal = attempt(lambda: here.give(on_keeping.keep, order, once=order_once()))
    return refusal or _done("The case is kept until somebody ends that here.")


def _release(here: Visit, ref: str, fields: Fields) -> Refusal | None:
    reason = fields.words("release_reason", "Say why it need not be held any more.")
    if fields.faults:
        return None
    order = orders.EndKeeping(ref=ref, seen=_seen(), reason=reason, **here.signed())
    refusal = attempt(lambda: here.give(on_keeping.end_keeping, order, once=order_once()))
    return refusal or _done("The case is no longer held.")


def _until(here: Visit, ref: str, fields: Fields) -> Refusal | None:
    until = fields.day("until", "Say until which day it is kept.", ahead=True)
    reason = fields.words("until_reason", "Say why.")
    if until and until <= here.today:
        fields.faults["until"] = "This day is not to come. Type a later one, with its year."
    if until is None or fields.faults:
        return None
    order = orders.KeepUntil(ref=ref, seen=_seen(), until=until, reason=reason, **here.signed())
    refusal = attempt(lambda: here.give(on_keeping.keep_until, order, once=order_once()))
    return refusal or _done("The case is kept until that day.")


def _forget(here: Visit, ref: str, fields: Fields) -> Refusal | None:
    reason = fields.words(
        "forget_reason", "Say why it is deleted, without a name: the reason stays for ever."
    )
    if fields.words("really") != ref:
        fields.faults["really"] = f"Type {ref} to show that you mean this case."
    if fields.faults:
        return None
    early = fields.words("early") == "yes"
    order = orders.ForgetCase(ref=ref, seen=_seen(), reason=reason, early=early, **here.signed())
    refusal = attempt(lambda: here.give(on_keeping.forget, order, once=order_once()))
    return refusal or _done(f"The case is deleted for good. {STILL_HELD}")


def _done(words: str) -> Refusal | None:
    """It was done: say so."""
    flash(words)
    return None


DECISIONS = {"keep": _keep, "release": _release, "until": _until, "forget": _forget}


def _one(
    school: str, ref: str, typed: Mapping[str, str], *, faults: Mapping[str, str], refusal: Refusal | None
) -> tuple[str, int]:
    here = visit()
    case = here.case(ref)
    keeping = on_keeping.keeping(here.office, ref)
    status = refusal.status if refusal else 422 if faults else 200
    shown = render_template(
        "retention_case.html",
        ref=ref,
        name=case.adult_name,
        seen=case.last_seq,
        keeping=keeping,
        why_not=keeping.why_not(here.today, early=False),
        why_never=keeping.why_not(here.today, early=True),
        why=plain_why(keeping, here.today),
        typed=typed,
        faults=faults,
        refusal=refusal,
        school_name=school,
    )
    return shown, status


def plain_why(keeping: Keeping, today: date) -> str:
    """Why it is to be looked at, or not, as a page says it."""
    if keeping.closed_on is None:
        return "The case is open."
    if keeping.marks.held:
        return f"It is under a legal hold: {keeping.marks.held}"
    if keeping.review_on is None:
        return "It holds child protection content, so a person sets the day until which it is kept."
    return "Its review day has come." if keeping.is_due(today) else "Its review day has not come yet."


def _look(here: Visit, after: str) -> Looked:
    """Look through some closed cases, oldest first, from the one after `after` on."""
    found = Looked()
    oldest_first = here.office.index.cases.closed_refs("", ALL)[::-1]
    start = oldest_first.index(after) + 1 if after in oldest_first else 0
    refs = oldest_first[start : start + A_PAGE + 1]
    for keeping in _keepings(here, refs[:A_PAGE], found):
        if keeping.is_due(here.today):
            found.due.append(keeping)
    found.looked_at = min(len(refs), A_PAGE)
    found.after = refs[A_PAGE - 1] if len(refs) > A_PAGE else ""
    return found


def _keepings(here: Visit, refs: list[str], found: Looked) -> Iterator[Keeping]:
    marks = on_keeping.all_marks(here.office)
    for ref in refs:
        try:
            case = here.office.case(ref)
            if not case.last_seq:
                continue
            if hides(here)(case):
                found.hidden += 1
                continue
            yield on_keeping.keeping(here.office, ref, marks)
        except LogBroken as broken:
            found.unread += broken.problems
        except Refused:
            continue  # deleted for good: there is nothing to decide
