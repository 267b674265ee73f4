"""Counts of each school: how many, and nothing of whom; for a trust, and for whoever looks after several schools."""

from flask import Blueprint, current_app, g, render_template

from ....ground.errors import Problem
from ....rules.people.rights import Right, rights_of
from ..schools import SchoolPages, Schools
from ..sign_in import Door

page = Blueprint("counts", __name__)


@page.get("/<school>/counts")
def show(school: str) -> str:
    """A row for each school whose counts the visitor may see."""
    schools: Schools = current_app.extensions["schools"]
    door: Door = current_app.extensions["door"]
    found = [
        (one.settings.school.name, counts_of(one))
        for one in schools
        if Right.COUNTS in rights_of(door.roles_at(one, g.visitor))
    ]
    names = ("open", "closed", "alerts", "intray", "due_today", "overdue", "unread")
    totals = {name: sum(counts[name] for _, counts in found) for name in names}
    rows = [{"name": name, **counts} for name, counts in found]
    return render_template("counts.html", rows=rows, totals=totals, school_name=school)


ALL = 1 << 40
"""More cases than any school has."""


def counts_of(pages: SchoolPages) -> dict[str, int]:
    """How many cases and emails of each sort; no name, no conduct, no letter. Cases stay in memory while they rest."""
    office, day = pages.office(), pages.clock.today()
    running, mails = office.index.cases.open_refs(), office.index.mails
    cases = list(pages.cases.open(office))
    read = [case for case in cases if not isinstance(case, Problem)]
    due = [case.last_posted.answer_by for case in read if case.last_posted and case.last_posted.answer_by]
    return {
        "open": len(running),
        "closed": len(office.index.cases.closed_refs("", ALL)),
        "alerts": sum(case.alerted for case in read),
        "intray": len(mails.unjudged()) + len(pages.tray.rows(office)),
        "due_today": sum(when == day for when in due),
        "overdue": sum(when < day for when in due),
        "unread": len(cases) - len(read),
    }
