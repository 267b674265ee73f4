"""One letter: its pages, what changed, and the three answers: approve it, send it back, edit it in Word."""

from typing import Any

from flask import Blueprint, Response, abort, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from ....ground.errors import Problem
from ....rules.cases.case import Case, LetterState
from ....rules.office import orders
from ....rules.people.rights import Right
from ....rules.standing.drafts import edited_next
from ....rules.standing.standing import Offer, why_not
from ....rules.standing.stops import Act
from ....rules.words import LetterStatus
from ....workflows.acts import on_letters
from ...case_readings import kinds_noted
from .. import begun
from ..case_words import letter_name, may_approve
from ..letter_pages import LetterPages
from ..letter_view import STATES, dates_of, docx_of, letter_view, pdf_of
from ..plain_words import plain_words
from ..pressing import Pressed, press, seen
from ..visiting import Visit, visit
from .case import download

page = Blueprint("letter", __name__)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_WORD = 20 * 1024 * 1024
"""Bytes of an edited Word file."""


@page.get("/<school>/cases/<ref>/letter")
def in_hand(school: str, ref: str) -> AnyResponse:
    """To the letter that is worked on, else the newest there is."""
    case = visit().case(ref)
    letter = case.in_hand or (case.letters[-1] if case.letters else None)
    if letter is None:
        abort(404)
    where = url_for("letter.show", school=school, ref=ref, letter=letter.letter, version=letter.version)
    return redirect(where, code=303)


@page.get("/<school>/cases/<ref>/letters/<letter>/<int:version>")
def show(school: str, ref: str, letter: str, version: int) -> str:
    """The letter."""
    del school
    here = visit()
    case = here.case(ref)
    return _page(here, case, _letter(case, letter, version))


def _letter(case: Case, letter: str, version: int) -> LetterState:
    found = case.letter(letter, version)
    if found is None or not found.file:
        abort(404)
    return found


def _page(
    here: Visit, case: Case, letter: LetterState, problems: tuple[Problem, ...] = (), **typed: Any
) -> str:
    waits = letter is case.in_hand and letter.status is LetterStatus.DRAFTED
    stop = _stop(here, case, Act.APPROVE) if waits else None
    may = here.rights
    left = begun.begun("letter.send_back", case.ref, letter.letter, letter.version)
    answers = Right.APPROVE in may and may_approve(here, case)
    return render_template(
        "letter.html",
        case=case,
        letter=letter,
        name=letter_name(here.school, letter.letter),
        view=letter_view(here.office, _pages(), case, letter),
        state=STATES[letter.status],
        dates=dates_of(letter),
        newest=case.newest(letter.letter),
        waits=waits,
        why_not=stop,
        may_approve=waits and stop is None and answers,
        may_return=waits and answers and _stop(here, case, Act.RETURN) is None,
        may_edit=_may_edit(case, letter) and Right.DRAFT in may,
        problems=problems,
        typed=typed or (dict(left.fields) if left else {}),
        begun=None if typed else left,
        told_by=kinds_noted(here.office.cases, case.ref) if Right.REPORTER in may else (),
        begun_of=f"letter.send_back {case.ref} {letter.letter} {letter.version}",
        school_name=here.pages.name,
    )


def _may_edit(case: Case, letter: LetterState) -> bool:
    return letter is edited_next(case) and letter.status is not LetterStatus.POSTING


def _stop(here: Visit, case: Case, act: Act) -> Problem | None:
    letter = case.in_hand.letter if case.in_hand else ""
    stop = why_not(case, here.school.policy, here.today, Offer(act=act, on=letter))
    return plain_words(stop.problem(case.ref)) if stop else None


def _pages() -> LetterPages:
    found = current_app.extensions.setdefault("letter_pages", LetterPages())
    assert isinstance(found, LetterPages)  # noqa: S101 nobody else puts anything there
    return found


@page.get("/<school>/cases/<ref>/letters/<letter>/<int:version>/page-<int:number>.png")
def picture(*, school: str, ref: str, letter: str, version: int, number: int) -> Response:
    """One page of it as a picture."""
    del school
    here = visit()
    case = here.case(ref)
    pdf = pdf_of(here.office, case, _letter(case, letter, version))
    drawn = _pages().picture(pdf, number) if pdf else b""
    if not drawn:
        abort(404)
    return Response(drawn, mimetype="image/png")


@page.get("/<school>/cases/<ref>/letters/<letter>/<int:version>/word")
def word(school: str, ref: str, letter: str, version: int) -> Response:
    """Its Word file, to be edited."""
    del school
    here = visit()
    case = here.case(ref)
    state = _letter(case, letter, version)
    content = docx_of(here.office, case, state)
    if not content:
        abort(404)
    return download(content, f"{ref} {state.letter} v{version}.docx", WORD)


@page.post("/<school>/cases/<ref>/letters/<letter>/<int:version>/approve")
def approve(school: str, ref: str, letter: str, version: int) -> AnyResponse | tuple[str, int]:
    """Approve exactly the bytes that were shown."""
    here = visit()
    case = here.case(ref)
    state = _letter(case, letter, version)
    sha256 = request.form.get("sha256", "") or "none was named"
    order = orders.Approve(ref=ref, sha256=sha256, seen=seen(), **here.signed())
    pressed = press(here, on_letters.approve, order)
    name = letter_name(here.school, state.letter)
    return _after(here, (school, ref, state), pressed, f"{name} is approved.")


@page.post("/<school>/cases/<ref>/letters/<letter>/<int:version>/send-back")
def send_back(school: str, ref: str, letter: str, version: int) -> AnyResponse | tuple[str, int]:
    """Send it back, with words."""
    here = visit()
    case = here.case(ref)
    state = _letter(case, letter, version)
    note = request.form.get("note", "")
    if not note.strip():
        what = Problem(
            where="note", what="It does not say what should change.", what_to_do="Say it in a few words."
        )
        return _page(here, case, state, (what,), note=note), 422
    order = orders.SendBack(
        ref=ref, note=note, sha256=request.form.get("sha256", ""), seen=seen(), **here.signed()
    )
    pressed = press(here, on_letters.send_back, order)
    told = f"{letter_name(here.school, state.letter)} is sent back with your words."
    return _after(here, (school, ref, state), pressed, told, note=note)


@page.post("/<school>/cases/<ref>/letters/<letter>/<int:version>/edit")
def edit(school: str, ref: str, letter: str, version: int) -> AnyResponse | tuple[str, int]:
    """Take the edited Word file as the next version; what changed is shown then."""
    here = visit()
    case = here.case(ref)
    state = _letter(case, letter, version)
    sent = request.files.get("file")
    content = sent.stream.read(MOST_WORD + 1) if sent else b""
    if not content or len(content) > MOST_WORD:
        what = "There was no file." if not content else "The file is larger than 20 MB."
        problem = Problem(
            where="file", what=what, what_to_do="Choose the Word file that you edited, and upload it again."
        )
        return _page(here, case, state, (problem,)), 422
    order = orders.DraftLetter(ref=ref, file=content, seen=seen(), **here.signed())
    pressed = press(here, on_letters.draft, order)
    if not pressed.done:
        return _page(here, here.case(ref), state, pressed.problems), pressed.status
    flash("The edited letter is the next version. What you changed is shown below it.")
    return redirect(url_for("letter.in_hand", school=school, ref=ref), code=303)


def _after(
    here: Visit, which: tuple[str, str, LetterState], pressed: Pressed, told: str, **typed: Any
) -> AnyResponse | tuple[str, int]:
    school, ref, letter = which
    if not pressed.done:
        case = here.case(ref)
        now = case.letter(letter.letter, letter.version) or letter
        return _page(here, case, now, pressed.problems, **typed), pressed.status
    flash(told)
    for one in pressed.told:
        flash(f"{one.what} {one.what_to_do}")
    return redirect(url_for("case.show", school=school, ref=ref), code=303)
