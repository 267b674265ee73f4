"""People: search the register, one person's entry, the agreements that were signed."""

from datetime import date

from flask import Blueprint, abort, render_template, request

from ....rules.people.searching import search_adults
from ...readings import agreement_rows, round_rows
from ..visiting import visit

page = Blueprint("people", __name__)
MOST_FOUND = 50
A_PAGE = 200
STATES = {
    "signed": "Signed",
    "sent": "Sent",
    "overdue": "Overdue",
    "declined": "Will not sign",
    "not sent": "Not sent",
}


@page.get("/<school>/people")
def show(school: str) -> str:
    """How many there are, and the search."""
    return _page(school, "")


@page.post("/<school>/people")
def search(school: str) -> str:
    """Whoever fits. What is typed names people, so it is never part of an address."""
    typed = request.form.get("name", "").strip()[:200]
    return _page(school, typed)


@page.get("/<school>/people/<person>")
def one(school: str, person: str) -> str:
    """One adult's entry, as letters use it."""
    here = visit()
    adult = here.people.adults.get(person)
    if adult is None:
        abort(404)
    return render_template(
        "person.html", adult=adult, pupils=here.people.pupils_of(person), school_name=school
    )


@page.get("/<school>/people/agreements")
def agreements(school: str) -> str:
    """Who has signed the school's agreement."""
    rows = agreement_rows(visit().office)
    wanted = request.args.get("state", "")
    shown = [row for row in rows if not wanted or row["state"] == wanted]
    at = _number(request.args.get("from", "0"))
    counts = {state: sum(row["state"] == state for row in rows) for state in STATES}
    return render_template(
        "agreements.html",
        rows=[{**row, "days": _days(row)} for row in shown[at : at + A_PAGE]],
        states=STATES,
        rounds=round_rows(visit().office),
        counts=counts,
        wanted=wanted,
        next=at + A_PAGE if len(shown) > at + A_PAGE else 0,
        school_name=school,
    )


def _days(row: dict[str, str]) -> dict[str, date | None]:
    return {
        name: date.fromisoformat(row[name]) if row[name] else None for name in ("sent", "return_by", "signed")
    }


def _number(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 9 else 0


def _page(school: str, typed: str) -> str:
    here = visit()
    people = here.people
    found, count = search_adults(typed, people, most=MOST_FOUND)
    return render_template(
        "people.html",
        typed=typed,
        found=found,
        more=count - len(found),
        people=people,
        faults=people.faults[:MOST_FOUND],
        school_name=school,
    )
