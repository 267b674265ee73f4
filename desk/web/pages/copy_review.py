"""The pages of a copy for the adult: read one by one, each passage marked, each page signed."""

from collections.abc import Mapping

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ....ground.errors import Problem, Refused
from ....records.logs.lock import writer_lock
from ....records.papers.page_sheets import OUT, STAYS, pieces_of
from ....rules.privacy.passages import CopyPage
from ....workflows.acts.on_copy_pages import PageOrder, Signed, pages_of, sign_page
from ....workflows.copy_pages import LookedThrough
from ..attempting import Refusal, attempt
from ..copying import PATIENCE
from ..shown_cases import hides
from ..visiting import Visit, visit

page = Blueprint("copy_review", __name__)
AROUND = 50
"""Characters shown on each side of a passage that is to be marked."""


@page.get("/<school>/cases/<ref>/copy")
def show(school: str, ref: str) -> str:
    """The pages, and who signed which."""
    here = visit()
    here.case(ref)
    looked = _looked(here, ref)
    return render_template("copy_review.html", ref=ref, looked=looked, school_name=school)


@page.get("/<school>/cases/<ref>/copy/<sha256>")
def one(school: str, ref: str, sha256: str) -> tuple[str, int]:
    """One page: its text with the passages, and a choice for each."""
    here = visit()
    here.case(ref)
    return _one(school, ref, _page(_looked(here, ref), sha256), {}, refusal=None)


@page.post("/<school>/cases/<ref>/copy/<sha256>")
def sign(school: str, ref: str, sha256: str) -> tuple[str, int] | Response:
    """Sign it, and go on to the next page that waits."""
    here = visit()
    here.case(ref)
    shown = _page(_looked(here, ref), sha256)
    marks = {one.key: request.form.get(one.key, "") for one in shown.passages}
    order = PageOrder(
        by=here.visitor.name,
        ref=ref,
        sha256=sha256,
        goes={key: mark == OUT for key, mark in marks.items() if mark in {OUT, STAYS}},
        also=tuple(request.form.get("also", "").splitlines()),
        hides=hides(here),
    )
    signed: list[Signed] = []
    refusal = attempt(lambda: signed.append(_sign(here, order)))
    if refusal:
        return _one(school, ref, shown, request.form, refusal=refusal)
    waiting = signed[0].waiting
    flash(f"Signed. Pages that still wait: {len(waiting)}.")
    if waiting:
        return redirect(
            url_for("copy_review.one", school=school, ref=ref, sha256=waiting[0].sha256), code=303
        )
    return redirect(url_for("copy_review.show", school=school, ref=ref), code=303)


def _sign(here: Visit, order: PageOrder) -> Signed:
    if request.form.get("read") != "yes":
        what = "You have not said that you read the whole page."
        raise Refused(
            Problem(where="", what=what, what_to_do="Read it to the end, and tick the box below it.")
        )
    with writer_lock(here.pages.settings.data, seconds=PATIENCE, tell=lambda _: None):
        return sign_page(here.pages.office(), order)


def _looked(here: Visit, ref: str) -> LookedThrough:
    return pages_of(here.office, ref, hides(here))


def _page(looked: LookedThrough, sha256: str) -> CopyPage:
    found = next((one for one in looked.pages if one.sha256 == sha256), None)
    if found is None:
        abort(404)
    return found


def _one(
    school: str, ref: str, shown: CopyPage, typed: Mapping[str, str], *, refusal: Refusal | None
) -> tuple[str, int]:
    texts = [(text, pieces_of(text)) for text in shown.texts]
    around = {
        one.key: (text.text[max(0, one.start - AROUND) : one.start], text.text[one.end : one.end + AROUND])
        for text in shown.texts
        for one in text.passages
    }
    made = render_template(
        "copy_review_page.html",
        ref=ref,
        page=shown,
        texts=texts,
        around=around,
        typed=typed,
        refusal=refusal,
        out=OUT,
        stays=STAYS,
        school_name=school,
    )
    return made, refusal.status if refusal else 200
