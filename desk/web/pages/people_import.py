"""A new export of the school's system: upload it, match its columns, look at what changes, put it in place."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ....config.people_columns import columns_of, keep_columns
from ....ground.errors import Problem
from ....records.logs.lock import writer_lock
from ....records.people.sheet_file import read_sheet
from ....rules.people.register_columns import ADDRESS, PEOPLE, SAID, STAFF
from ....rules.people.register_import import Sheet
from ....rules.people.sheet_shapes import Apart, apart
from ....workflows.acts.on_people import replace_register
from ...people_plan import Plan, plan_of
from ..attempting import Refusal, attempt
from ..copying import owner_of
from ..pressing import pressed_once
from ..schools import PATIENCE
from ..shown_cases import is_shown
from ..uploads import uploads
from ..visiting import Visit, visit

page = Blueprint("people_import", __name__)
KINDS = {"people": "Parents and carers", "staff": "Staff"}
MOST_SHOWN = 60
"""People of each sort that the page shows; the numbers count all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A list that somebody uploaded: the kind that it is, and its table."""

    kind: str
    sheet: Sheet
    doubts: tuple[Problem, ...] = ()


@page.get("/<school>/people-import")
def choose(school: str) -> str:
    """Which file, of whom."""
    return render_template("import_choose.html", kinds=KINDS, kind="people", refusal=None, school_name=school)


@page.post("/<school>/people-import")
def upload(school: str) -> Response | tuple[str, int]:
    """Read it; nothing is changed by that."""
    here, kind, number = visit(), request.form.get("kind", "people"), pressed_once()
    file = request.files.get("file")
    refusal: Refusal | None = None
    if kind not in KINDS:
        abort(404)
    if file is None or not file.filename:
        what, do = "No file was chosen.", "Choose the export of your system, and press again."
        refusal = Refusal(problems=[Problem(where="", what=what, what_to_do=do)], status=422)
    else:
        content = file.stream.read()
        refusal = attempt(lambda: uploads().keep(number, owner_of(here), _taken(content, kind)))
    if refusal:
        shown = render_template(
            "import_choose.html", kinds=KINDS, kind=kind, refusal=refusal, school_name=school
        )
        return shown, refusal.status
    return redirect(url_for("people_import.show", school=school, number=number), code=303)


def _taken(content: bytes, kind: str) -> Upload:
    read = read_sheet(content, kind)
    shaped = apart(read) if kind == "people" else Apart(sheet=read)
    return Upload(kind=kind, sheet=shaped.sheet, doubts=shaped.doubts)


@page.get("/<school>/people-import/<number>")
def show(school: str, number: str) -> tuple[str, int]:
    """What it would change, with the columns as they are guessed."""
    found = _upload(number)
    return _page(school, number, found, columns_of(_folder(), found.sheet.headings, found.kind))


@page.post("/<school>/people-import/<number>")
def apply(school: str, number: str) -> Response | tuple[str, int]:
    """Look again with other columns, or put it in place: the button says which."""
    here, found = visit(), _upload(number)
    matched = _matched(found)
    plan = _plan(here, found, matched)
    if request.form.get("what") != "apply" or plan.problems:
        return _page(school, number, found, matched)
    if plan.differences.loud and request.form.get("read") != "yes":
        what = "Some changes concern open cases or safe addresses, and you have not said that you read them."
        do = "Read them, tick the box, and press again."
        return _page(school, number, found, matched, refusal=_refusal(what, do))
    if request.form.get("compared") != plan.seen:
        what = "The list was changed by somebody else since you looked."
        return _page(school, number, found, matched, refusal=_refusal(what, "Look at the differences again."))
    refusal = attempt(lambda: _put_in_place(here, plan))
    if not refusal:
        keep_columns(_folder(), found.sheet.headings, matched, found.kind)
    if refusal:
        return _page(school, number, found, matched, refusal=refusal)
    uploads().drop(number)
    flash("The new list is in place. The one before is kept beside it.")
    return redirect(url_for("people.show", school=school), code=303)


def _put_in_place(here: Visit, plan: Plan) -> None:
    with writer_lock(here.pages.settings.data, seconds=PATIENCE, tell=lambda _: None):
        replace_register(here.office, plan.order(here.visitor.name))


def _folder() -> Path:
    return visit().pages.settings.folder


def _refusal(what: str, what_to_do: str) -> Refusal:
    return Refusal(problems=[Problem(where="", what=what, what_to_do=what_to_do)], status=409)


def _matched(found: Upload) -> dict[str, int]:
    """The columns as they are chosen on the page; each place of the file once."""
    chosen = {column: request.form.get(f"column-{column}", "") for column in _columns(found.kind)}
    most = len(found.sheet.headings)
    return {column: int(place) for column, place in chosen.items() if place.isdigit() and int(place) < most}


def _columns(kind: str) -> tuple[str, ...]:
    return (*PEOPLE, ADDRESS) if kind == "people" else STAFF


def _plan(here: Visit, found: Upload, matched: Mapping[str, int]) -> Plan:
    running = here.office.index.cases.running().items()
    shown = {adult: ref for adult, ref in running if is_shown(here, ref)}
    return plan_of(here.office, found.sheet, matched, kind=found.kind, open_cases=shown, doubts=found.doubts)


def _page(
    school: str, number: str, found: Upload, matched: Mapping[str, int], *, refusal: Refusal | None = None
) -> tuple[str, int]:
    plan = _plan(visit(), found, matched)
    first = found.sheet.rows[0][1] if found.sheet.rows else ()
    headings = [
        (str(place), f"{heading or 'Column ' + str(place + 1)}{_example(first, place)}")
        for place, heading in enumerate(found.sheet.headings)
    ]
    shown = render_template(
        "import_look.html",
        kind=KINDS[found.kind],
        plan=plan,
        rows=len(found.sheet.rows),
        columns=[(column, SAID[column], str(matched.get(column, ""))) for column in _columns(found.kind)],
        headings=headings,
        most=MOST_SHOWN,
        refusal=refusal,
        number=number,
        school_name=school,
    )
    return shown, refusal.status if refusal else 422 if plan.problems else 200


def _example(first: tuple[str, ...], place: int) -> str:
    cell = " ".join(first[place].split())[:24] if place < len(first) else ""
    return f" (such as {cell})" if cell else ""


def _upload(number: str) -> Upload:
    found = uploads().find(number, owner_of(visit()))
    if not isinstance(found, Upload):
        abort(404)
    return found
