"""The words that a letter needs: asked for in one form, shown in a preview, and in the log only once it is drafted."""

from collections.abc import Mapping

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from ....ground.errors import Problem
from ....rules.cases.case import Case
from ....rules.office import orders
from ....rules.office.begun import Begun
from ....rules.words import LetterStatus
from ....workflows.acts import on_letters, on_steps
from ...readings import Previewed, preview_of
from .. import begun
from ..case_words import letter_name
from ..letter_fields import news, typed_fields, wanted
from ..letter_pages import word_html
from ..plain_words import all_plain
from ..pressing import Pressed, press, seen
from ..visiting import Visit, visit

page = Blueprint("letter_words", __name__)
Answered = str | tuple[str, int] | Response


@page.route("/<school>/cases/<ref>/words/<letter>", methods=["GET", "POST"])
def show(school: str, ref: str, letter: str) -> Answered:
    """The form; sent, the letter is drafted."""
    here = visit()
    case = _case(here, ref, letter)
    if request.method == "GET":
        left = begun.words_in(_left(case, letter))
        return _page(here, case, letter, typed_fields(here.office, letter, left or {}))
    typed = typed_fields(here.office, letter, request.form)
    pressed = _draft(here, case, letter, news(case, here.office, letter, typed))
    if not pressed.done:
        return _page(here, here.case(ref), letter, typed, problems=pressed.problems), pressed.status
    if isinstance(pressed.stood, on_letters.Drafted) and pressed.stood.blocked:
        told = tuple(all_plain(pressed.stood.blocked))
        begun.keep_typed(here)
        return _page(here, here.case(ref), letter, typed, problems=told), 422
    flash(f"{letter_name(here.school, letter)} is {_done(pressed)}.")
    return redirect(url_for("case.show", school=school, ref=ref), code=303)


@page.post("/<school>/cases/<ref>/words/<letter>/preview")
def preview(school: str, ref: str, letter: str) -> str:
    """The letter with these words, which are kept; nothing is drafted."""
    del school
    here = visit()
    case = _case(here, ref, letter)
    typed = typed_fields(here.office, letter, request.form)
    begun.keep_typed(here)
    made = preview_of(here.office, case, letter, news(case, here.office, letter, typed))
    return _page(here, case, letter, typed, problems=tuple(all_plain(made.problems)), made=made)


def _left(case: Case, letter: str) -> Begun | None:
    return begun.begun("letter_words.show", case.ref, letter)


def _case(here: Visit, ref: str, letter: str) -> Case:
    case = here.case(ref)
    if letter not in here.school.policy.steps or here.school.policy.letters.get(letter) is None:
        abort(404)
    return case


def _draft(here: Visit, case: Case, letter: str, fields: dict[str, str]) -> Pressed:
    if here.school.policy.letters.is_sheet(letter):
        sheet = orders.WriteSheet(ref=case.ref, step=letter, fields=fields, seen=seen(), **here.signed())
        return press(here, on_steps.sheet, sheet)
    order = orders.DraftLetter(ref=case.ref, letter=letter, fields=fields, seen=seen(), **here.signed())
    return press(here, on_letters.draft, order)


def _done(pressed: Pressed) -> str:
    if isinstance(pressed.stood, on_letters.Drafted) and pressed.stood.stands:
        return "word for word as it was, so the present draft stays"
    return "drafted"


def _page(
    here: Visit,
    case: Case,
    letter: str,
    typed: Mapping[str, str],
    *,
    problems: tuple[Problem, ...] = (),
    made: Previewed | None = None,
) -> str:
    office = here.office
    made = made or preview_of(office, case, letter, news(case, office, letter, typed))
    fields = wanted(
        office,
        letter,
        {**case.given(letter, here.school.policy.letters), **typed},
        needed=_needed(here, case, letter, made),
        says=made.says,
        problems=(*problems, *made.problems),
    )
    return render_template(
        "letter_words.html",
        case=case,
        letter=letter,
        name=letter_name(here.school, letter),
        is_sheet=here.school.policy.letters.is_sheet(letter),
        needed=[one for one in fields if one.needed],
        more=[one for one in fields if not one.needed],
        lacking=all_plain(made.problems) if not problems else [],
        preview=word_html(made.docx) if made.docx else Markup(),
        problems=problems,
        begun=_left(case, letter) if request.method == "GET" else None,
        begun_of=f"letter_words.show {case.ref} {letter}",
        note=_came_back(case, letter),
        school_name=here.pages.name,
    )


def _needed(here: Visit, case: Case, letter: str, made: Previewed) -> list[str]:
    """What the letter lacks, and what a person has said in it that it always needs."""
    blocked = case.blocked.missing if case.blocked and case.blocked.letter == letter else ()
    known = case.given(letter, here.school.policy.letters)
    always = here.school.policy.steps[letter].always_needs
    return [*made.missing, *blocked, *(name for name in always if name in known)]


def _came_back(case: Case, letter: str) -> str:
    newest = case.newest(letter)
    return newest.note if newest and newest.status is LetterStatus.RETURNED else ""
