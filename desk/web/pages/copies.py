"""Copies in the making: how far they are, and the files once they are ready; and the governors' report."""

from collections.abc import Mapping

from flask import (
    Blueprint,
    Response,
    abort,
    make_response,
    redirect,
    render_template,
    request,
    send_file,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from ....records.papers.summary_html import chart_svg, narrow_chart_svg
from ..attempting import Refusal, attempt
from ..copying import begin_prepared, begin_report, owner_of
from ..fields import Fields
from ..making import Making, makings
from ..pressing import order_once
from ..visiting import Visit, visit

page = Blueprint("copies", __name__)
REFRESH_SECONDS = 3
AT_ONCE_SECONDS = 1.0
"""A short copy is waited for, so that most people never see a page of progress."""


@page.get("/<school>/copies/<number>")
def show(school: str, number: str) -> Response:
    """How far it is; the page asks again by itself while it is not ready."""
    making = _making(number)
    makings().wait(number, AT_ONCE_SECONDS)
    template = "report.html" if making.result and making.state == "ready" else "copy.html"
    shown = render_template(
        template, making=making, chart=chart_svg, narrow=narrow_chart_svg, school_name=school
    )
    answer = make_response(shown, 422 if making.state == "failed" else 200)
    if making.state == "runs":
        answer.headers["Refresh"] = str(REFRESH_SECONDS)
    return answer


@page.get("/<school>/copies/<number>/<name>")
def file(school: str, number: str, name: str) -> Response:
    """One file of it, as a download."""
    del school
    making = _making(number)
    if making.state != "ready" or name not in making.files:
        abort(404)
    path = making.files[name]
    return send_file(path, as_attachment=True, download_name=name, mimetype="application/octet-stream")


@page.post("/<school>/copies/<number>")
def remove(school: str, number: str) -> AnyResponse:
    """It was fetched: remove it from this computer at once."""
    if _making(number).state == "runs":
        abort(404)
    makings().remove(number)
    return redirect(url_for("register.show", school=school), code=303)


@page.post("/<school>/requests/<number>/copy")
def prepare(school: str, number: str) -> AnyResponse | tuple[str, int]:
    """Make the copy that a request calls for."""
    here = visit()
    refusal = attempt(lambda: begin_prepared(here, number))
    if refusal:
        return render_template("fault.html", title="That was not done", problems=refusal.problems), 422
    return redirect(url_for("copies.show", school=school, number=order_once()), code=303)


@page.get("/<school>/governors-report")
def choose(school: str) -> tuple[str, int]:
    """Which term or year."""
    here = visit()
    return _choose(here, school, {"period": _now(here), "format": "pdf"}, faults={}, refusal=None)


@page.post("/<school>/governors-report")
def report(school: str) -> AnyResponse | tuple[str, int]:
    """Make it."""
    here = visit()
    fields = Fields(typed=request.form, today=here.today)
    period = fields.one_of("period", [value for value, _ in _periods(here)], "Choose a term or a year.")
    form = fields.one_of("format", ("pdf", "html"), "Choose a format.")
    if fields.faults:
        return _choose(here, school, request.form, faults=fields.faults, refusal=None)
    kind, _, name = period.partition(":")
    term, year = (name, "") if kind == "term" else ("", name)
    refusal = attempt(lambda: begin_report(here, term=term, year=year, as_pdf=form == "pdf"))
    if refusal:
        return _choose(here, school, request.form, faults={}, refusal=refusal)
    return redirect(url_for("copies.show", school=school, number=order_once()), code=303)


def _choose(
    here: Visit, school: str, typed: Mapping[str, str], *, faults: Mapping[str, str], refusal: Refusal | None
) -> tuple[str, int]:
    shown = render_template(
        "report_choose.html",
        periods=_periods(here),
        typed=typed,
        faults=faults,
        refusal=refusal,
        school_name=school,
    )
    return shown, refusal.status if refusal else 422 if faults else 200


def _now(here: Visit) -> str:
    """The term that runs, or else the school year."""
    terms = here.school.calendar.terms
    running = next((one.name for one in terms if one.name and one.first <= here.today <= one.last), "")
    return f"term:{running}" if running else f"year:{_year(here)}"


def _year(here: Visit) -> int:
    return here.today.year if here.today.month >= 9 else here.today.year - 1


def _periods(here: Visit) -> list[tuple[str, str]]:
    year = _year(here)
    years = [(f"year:{one}", f"School year {one} to {one + 1}") for one in range(year, year - 7, -1)]
    return [*((f"term:{one.name}", one.name) for one in here.school.calendar.terms if one.name), *years]


def _making(number: str) -> Making:
    found = makings().find(number, owner_of(visit()))
    if found is None:
        abort(404)
    return found
