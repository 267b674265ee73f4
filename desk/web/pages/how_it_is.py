"""How it is: email, counts that add up, care of the records, what is wrong; in words, not codes."""

from datetime import datetime, timedelta

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from ....ground.errors import LetterladderError, Problem
from ....records.logs.care_file import CareFile
from ....records.logs.lock import writer_lock
from ....rules.office.kept_orders import KeptOrder
from ....rules.office.order_words import words_of_order
from ....rules.words import Verdict
from ....workflows.acts.waiting import orders_that_cannot_be_read
from ....workflows.digesting import leaving_now
from ....workflows.held_back import problems_of_waiting
from ...checking import check_everything
from ..attempting import attempt
from ..plain_words import all_plain
from ..schools import PATIENCE
from ..shown_cases import is_shown
from ..visiting import Visit, visit

page = Blueprint("how_it_is", __name__)
VERDICTS = {
    Verdict.OPENED: "opened a case",
    Verdict.ATTACHED: "were put on a case",
    Verdict.INTRAY: "wait in the in-tray",
    Verdict.DUPLICATE: "came a second time",
    Verdict.ROBOT: "are automatic replies or notices",
    Verdict.BOUNCE: "say that one of our emails did not arrive",
}
LONG_AGO = {"backup": timedelta(days=8), "verify": timedelta(days=35)}
"""After which a backup, or a check of all records, is said to be long ago."""


@page.get("/<school>/how-it-is")
def show(school: str) -> str:
    """The page, with what is known without looking further."""
    return _page(school, None)


@page.post("/<school>/how-it-is")
def check(school: str) -> str:
    """The same, after a look at settings, templates, people and what broke in the last round."""
    here = visit()
    problems, notes = check_everything(here.pages.settings.folder, here.pages.clock, login=False)
    return _page(school, (all_plain(problems), all_plain(notes)))


@page.post("/<school>/how-it-is/orders/<number>")
def drop(school: str, number: str) -> Response | tuple[str, int]:
    """Take an order away that was not done: somebody has read why."""
    here = visit()
    kept = next(
        (one for one in here.office.shelf.refused() if one.id == number and _is_shown(here, one)), None
    )
    if kept is None:
        abort(404)

    def take_away() -> None:
        with writer_lock(here.pages.settings.data, seconds=PATIENCE, tell=lambda _: None):
            here.office.shelf.drop(kept)

    refusal = attempt(take_away)
    if refusal:
        return render_template(
            "fault.html", title="That was not done", problems=refusal.problems
        ), refusal.status
    flash("It is taken away.")
    return redirect(url_for("how_it_is.show", school=school), code=303)


def _page(school: str, checked: tuple[list[Problem], list[Problem]] | None) -> str:
    here = visit()
    now = here.office.clock.now()
    pulse = here.office.pulse.read()
    care = CareFile(here.pages.settings.data).read()
    counts, mail_faults = _counts(here)
    return render_template(
        "how_it_is.html",
        pulse=pulse,
        held=all_plain(problems_of_waiting(here.office, pulse, named=False)),
        counts=counts,
        total=sum(number for _, number in counts),
        mail_faults=mail_faults,
        unsent=sum(1 for _ in leaving_now(here.office, pulse)),
        care=care,
        backup_is_old=_is_old(care.backed_up_at, now, "backup"),
        verify_is_old=_is_old(care.verified_at, now, "verify"),
        waiting=[
            (one, words_of_order(one.order)) for one in here.office.shelf.waiting() if _is_shown(here, one)
        ],
        refused=[
            (one, words_of_order(one.order), all_plain([_why(one)])[0])
            for one in here.office.shelf.refused()
            if _is_shown(here, one)
        ],
        unreadable=all_plain(orders_that_cannot_be_read(here.office)),
        settings_faults=all_plain(here.pages.faults),
        checked=checked,
        school_name=school,
    )


def _why(one: KeptOrder) -> Problem:
    return Problem(where="", what=one.refused, what_to_do=one.what_to_do)


def _is_old(at: datetime | None, now: datetime, what: str) -> bool:
    return at is None or now - at > LONG_AGO[what]


def _is_shown(here: Visit, one: KeptOrder) -> bool:
    return not one.ref or is_shown(here, one.ref, gone=True)


def _counts(here: Visit) -> tuple[list[tuple[str, int]], list[Problem]]:
    """What became of all emails ever seen, most first; what is wrong where that cannot be read."""
    try:
        found = here.pages.tray.counts(here.office)
    except LetterladderError as error:
        return [], all_plain(error.problems)
    counts = [(VERDICTS[verdict], number) for verdict, number in found if number]
    return sorted(counts, key=lambda one: -one[1]), []
