"""One case: where it stands, what may be done next, its history."""

from flask import Blueprint, render_template

from ...listings import case_view
from ..visiting import visit

page = Blueprint("case", __name__)


@page.get("/<school>/cases/<ref>")
def show(school: str, ref: str) -> str:
    """The case."""
    here = visit()
    case = here.case(ref)
    view = case_view(case, here.office.cases.read(ref), here.school, here.today)
    return render_template("case.html", view=view, school_name=school)
