"""To post: the letters that wait for an envelope; print them, tick what went, one press for all."""

import io
import zipfile
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from govuk_frontend_wtf.wtforms_widgets import GovSelect
from werkzeug.wrappers import Response as AnyResponse
from wtforms import Form, SelectField

from ....ground.english import uk_date
from ....ground.errors import KeptForLater, LetterladderError, Problem
from ....ground.values import replace
from ....records.outgoing.print_tray import read_tray
from ....rules.cases.case import Case, LetterState
from ....rules.mails.outgoing import LaidOut
from ....rules.office import orders
from ....rules.office.errands import Errand
from ....rules.standing.stops import leaving_letter
from ....rules.words import Method
from ....workflows.acts import on_letters
from ....workflows.print_papers import bundle, cover_of, to_print
from ....workflows.provider_gate import letters_at_provider
from ..case_fields import METHODS, DayField, choices_of, line
from ..case_words import letter_name
from ..letter_view import docx_of, pdf_of
from ..plain_words import plain_words
from ..pressing import Pressed, order_once, press
from ..visiting import Visit, visit
from .case import download

page = Blueprint("to_post", __name__)
MOST = 60
"""Letters on one page; when these are posted, the next come."""


class WentForm(Form):
    """How the ticked letters went."""

    on = DayField("On which day did they go?", default="today", description="For example today or 12/11")
    method = SelectField(
        "How did they go?",
        choices=choices_of([("", "As each was prepared"), *METHODS.items()]),
        widget=GovSelect(),
    )
    proof = line(
        "Proof of posting",
        hint="For example the number of a certificate. It is noted with each ticked letter.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One letter that waits for its envelope: whose, what, where it goes, when it is dated, what is noted of it."""

    ref: str
    name: str
    letter: LetterState
    to: tuple[str, ...]
    dated: date | None
    method: str
    late: bool
    seen: int
    problem: Problem | None = None
    ticked: bool = False
    doubt: str = ""


@page.get("/<school>/to-post")
def show(school: str) -> str:
    """The list."""
    del school
    here = visit()
    return _page(here, _waiting(here), WentForm())


def _waiting(here: Visit) -> list[Waiting]:
    elsewhere = letters_at_provider(here.office)
    tray = {row.place: row.to for row in read_tray(here.pages.settings.data / "outbox" / "to-post")}
    found = []
    for case in here.open_cases():
        letter = leaving_letter(case)
        if letter is None or (case.ref, letter.letter, letter.version) in elsewhere:
            continue
        if letter.method is not Method.MAIL or letter.unsure:
            found.append(_row(here, case, letter, tray.get((case.ref, letter.letter, letter.version), ())))
    return sorted(found, key=lambda one: (one.dated or date.min, one.ref))


def _elsewhere(here: Visit) -> list[Errand]:
    """The letters that a provider posts, of cases that this person may see."""
    seen = {case.ref for case in here.open_cases()}
    return [one for one in letters_at_provider(here.office).values() if one.ref in seen]


def _row(here: Visit, case: Case, letter: LetterState, to: tuple[str, ...]) -> Waiting:
    adult = here.people.adults.get(case.adult)
    address = (adult.full_name, *adult.address) if adult and not adult.address_is_confidential else ()
    dated = letter.date_on_letter
    return Waiting(
        ref=case.ref,
        name=letter_name(here.school, letter.letter),
        letter=letter,
        to=to or address or (case.adult_name,),
        dated=dated,
        method=METHODS[letter.method or letter.planned_method],
        late=dated is not None and dated < here.today,
        seen=case.last_seq,
        doubt=letter.unsure,
    )


def _page(here: Visit, rows: list[Waiting], form: Any) -> str:
    return render_template(
        "to_post.html",
        rows=rows[:MOST],
        more=max(0, len(rows) - MOST),
        form=form,
        today=here.today,
        faults=[one for one in rows if one.problem],
        elsewhere=_elsewhere(here),
        school_name=here.pages.name,
    )


@page.get("/<school>/to-post/print")
def printed(school: str) -> Response:
    """All of them as one PDF with the cover list in front; where one has none, their files in a zip."""
    del school
    here = visit()
    rows = _waiting(here)
    if not rows:
        abort(404)
    letters = [one for row in rows if (one := to_print(here.office, _laid(row)))]
    if len(letters) == len(rows) and all(one.pdf for one in letters):
        try:
            pdf = bundle(here.office, cover_of(here.office, letters), letters)
            return download(pdf, f"letters {here.today}.pdf", "application/pdf")
        except LetterladderError:
            pass  # one that cannot be joined is printed alone
    cases = [(here.case(row.ref), row.letter) for row in rows]
    pdfs = [pdf_of(here.office, case, letter) for case, letter in cases]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for (case, letter), pdf in zip(cases, pdfs, strict=True):
            ending, content = ("pdf", pdf) if pdf else ("docx", docx_of(here.office, case, letter))
            archive.writestr(f"{case.ref} {letter.letter} v{letter.version}.{ending}", content)
    return download(out.getvalue(), f"letters {here.today}.zip", "application/zip")


def _laid(row: Waiting) -> LaidOut:
    letter = row.letter
    return LaidOut(
        ref=row.ref,
        letter=letter.letter,
        version=letter.version,
        to=row.to,
        post_on=row.dated or date.min,
    )


@page.post("/<school>/to-post")
def went(school: str) -> AnyResponse | tuple[str, int]:
    """The ticked letters went: each is recorded by itself, and what is refused stays ticked with the reason."""
    here = visit()
    form: Any = WentForm(request.form)
    ticked = {ref for ref in request.form.getlist("went") if ref}
    rows = _waiting(here)
    if not form.validate() or not ticked:
        told = [_again(row, ticked, {}) for row in rows]
        if not ticked:
            form.on.errors = [*form.on.errors, "Tick the letters that went."]
        return _page(here, told, form), 422
    faults, kept = dict[str, Problem](), set[str]()
    for ref in sorted(ticked):
        try:
            pressed = _record(here, ref, form)
        except KeptForLater as error:
            # It is on disk and will be carried out: it is not ticked any more.
            faults[ref] = plain_words(error.problems[0])
            kept.add(ref)
            continue
        if not pressed.done:
            faults[ref] = pressed.problems[0]
    if len(ticked) > len(faults):
        flash(_said(len(ticked) - len(faults), form))
    if faults:
        left = [_again(row, ticked - kept, faults) for row in _waiting(here)]
        return _page(here, left, form), 202 if kept == {*faults} else 422
    return redirect(url_for("to_post.show", school=school), code=303)


def _record(here: Visit, ref: str, form: Any) -> Pressed:
    """Record one posting."""
    here.case(ref)
    seen = request.form.get(f"seen-{ref}", "")
    order = orders.RecordPosted(
        ref=ref,
        on=form.on.day,
        method=Method(form.method.data) if form.method.data else None,
        late=request.form.get(f"late-{ref}") == "y",
        proof=form.proof.data or "",
        seen=int(seen) if seen.isascii() and seen.isdigit() else None,
        **here.signed(),
    )
    fields = ("on", "method", "proof", f"seen-{ref}", f"late-{ref}")
    return press(here, on_letters.posted, order, once=order_once(ref, fields))


def _again(row: Waiting, ticked: set[str], faults: dict[str, Problem]) -> Waiting:
    return replace(row, ticked=row.ref in ticked, problem=faults.get(row.ref))


def _said(count: int, form: Any) -> str:
    many = "1 letter is" if count == 1 else f"{count} letters are"
    return f"{many} recorded as posted on {uk_date(form.on.day)}."
