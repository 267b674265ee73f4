"""A new report: somebody rang, came to the gate, or left a letter. It is taken in as if it had come by email."""

from collections.abc import Sequence

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ....ground.errors import Problem
from ....rules.mails.mail_log import MailRow
from ....rules.mails.told_report import BOX, LABELS, MOST_FILES, faults_in
from ....rules.office.orders import GivenFile, NewReport
from ....rules.words import Verdict
from ....workflows.acts import on_mails
from .. import begun
from ..pressing import order_once, press
from ..visiting import NOT_YOURS, Visit, visit

page = Blueprint("new_report", __name__)
WAYS = ("by phone", "at the gate or in the office", "in a letter or a note", "another way")
HINTS = {
    "reporter": "Their name is kept apart and is never in a letter. Leave it empty if you saw it yourself.",
    "parent": "The adult it is about, with first name and surname if you can.",
    "pupil": "Their child, with the class. One of the two, adult or child, must be named.",
    "where": "For example Facebook, in the village group. Leave it empty if it was not online.",
    "link": "The web address of the post. Nobody opens it here.",
    "posted_on": "The day of the post, as you know it.",
    "on_site": "For example the main gate. Leave it empty if it was online.",
    "seen_when": "The day and the time, as you know them.",
    "seen_by": "Who saw or heard it, and when.",
    "affected": "",
    "what": "In your own words. No letter repeats them; it quotes exact words alone.",
    "exact": "Only what was posted or said, copied letter for letter, also from a screenshot. A letter may quote it.",
}
SAYS = {
    **LABELS,
    "reporter": "Who told you",
    "parent": "Parent or carer",
    "where": "Where online",
    "on_site": "Where on the school site",
}
Answer = str | Response | tuple[str, int]


@page.get("/<school>/new-report")
def show(school: str) -> str:
    """The form."""
    return _page(school)


@page.post("/<school>/new-report")
def send(school: str) -> Answer:
    """Take the report in."""
    here = visit()
    lines = {name: words for name in LABELS if (words := request.form.get(name, "").strip())}
    files = tuple(
        GivenFile(name=one.filename or "file", content=one.stream.read())
        for one in request.files.getlist("files")
        if one.filename
    )
    problems = [*faults_in(lines, files), *_nobody(lines)]
    if problems:
        return _page(school, problems, had_files=bool(files)), 422
    order = NewReport(
        received=here.office.clock.now(), sender=here.visitor.email, lines=lines, files=files, **here.signed()
    )
    pressed = press(here, on_mails.new_report, order)
    if not pressed.done:
        return _page(school, pressed.problems, had_files=bool(files)), pressed.status
    return redirect(url_for("new_report.kept", school=school, number=order_once()), code=303)


@page.get("/<school>/new-report/<number>")
def kept(school: str, number: str) -> str:
    """What became of it."""
    here = visit()
    row = here.office.index.mails.row(BOX, number)
    if row is None or row.seen.sender.casefold() != here.visitor.email.casefold():
        abort(404)
    ref = row.judged.ref if row.judged else ""
    return render_template(
        "new_report_kept.html", row=row, ref=ref, said=_became(here, row), school_name=school
    )


def _became(here: Visit, row: MailRow) -> str:
    if row.judged is None:
        return "It is kept, and will be sorted in a few minutes."
    if here.hides_mail(row) not in {"", NOT_YOURS}:
        return "It is kept, and somebody else at the school reads it."
    ref = row.judged.ref
    said = {
        Verdict.OPENED: f"A case was opened: {ref}.",
        Verdict.ATTACHED: f"It belongs to a case that is open already: {ref}.",
        Verdict.INTRAY: "It is in the in-tray: somebody must say what it is.",
    }
    return said.get(row.verdict, "It is kept.")


def _nobody(lines: dict[str, str]) -> list[Problem]:
    if lines.get("parent") or lines.get("pupil"):
        return []
    what, do = (
        "Nobody is named.",
        "Name the parent or carer, or their child. If you do not know, write: not known.",
    )
    return [Problem(where="parent", what=what, what_to_do=do)]


def _page(school: str, problems: Sequence[Problem] = (), *, had_files: bool = False) -> str:
    left = begun.begun("new_report.send") if request.method == "GET" else None
    return render_template(
        "new_report.html",
        problems=problems,
        labels=SAYS,
        hints=HINTS,
        ways=WAYS,
        typed=begun.words_in(left) or request.form,
        begun=left,
        begun_of="new_report.send",
        had_files=had_files,
        most_files=MOST_FILES,
        school_name=school,
    )
