"""One case: where it stands, what may be done next and why not the rest, its letters, papers, clock and history."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Blueprint, Response, abort, render_template, request

from ....records.papers.redrawn import drawn_anew
from ....rules.cases.case import Case
from ....rules.cases.corrections import corrections_of
from ....rules.cases.duties import duty_rows
from ....rules.cases.events import Entry
from ....rules.cases.promises import open_promises, promise_words
from ....rules.cases.shown_to import is_about_danger, sentence_for
from ....rules.people.rights import Right
from ....rules.standing.standing import standing
from ....workflows.office import RULES
from ...case_readings import kinds_noted
from ...listings import clock_view
from ...readings import reporters_noted
from ..case_papers import Offered, offered, with_reports
from ..case_words import doings, letter_name, not_now, where_it_stands
from ..clock_months import months_of
from ..visiting import Visit, visit

page = Blueprint("case", __name__)

NEWEST = 12
"""Lines of the history on the page of a case."""
MOST = 80
"""Lines on one page of the whole history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line of the history as this visitor sees it."""

    seq: int
    at: datetime
    by: str
    says: str
    corrected: str


@page.get("/<school>/cases/<ref>")
def show(school: str, ref: str) -> str:
    """The case."""
    here = visit()
    case = here.case(ref)
    entries = here.office.cases.read(ref)
    now = standing(case, here.school, here.today)
    danger = Right.CHILD_PROTECTION in here.rights
    return render_template(
        "case.html",
        case=case,
        stands=where_it_stands(case, here.school, now, danger=danger),
        doings=list(doings(here, case, now)),
        not_now=list(not_now(here.school, now, danger=danger)),
        duties=[one for one in duty_rows(case, here.school.policy) if one["state"] in {"open", "waived"}],
        promises=_promises(here, case),
        history=_told(here, case, entries, entries[-NEWEST:]),
        lines=len(entries),
        papers=offered(here, case, entries),
        kept_apart=with_reports(here, case, entries),
        pupils=_pupils(here, case),
        reporter_kinds=kinds_noted(here.office.cases, ref) if Right.REPORTER in here.rights else (),
        reporters=reporters_noted(here.office, ref) if Right.REPORTER in here.rights else (),
        conduct=[_conduct(here, one) for one in case.conduct],
        alert=_alert(here, case),
        letter_name=lambda letter: letter_name(here.school, letter),
        school_name=school,
        **_clock(here, case),
    )


def _promises(here: Visit, case: Case) -> list[str]:
    """What the letters promised and is still to be done, each with the word OVERDUE where its day has passed."""
    return [
        promise_words(one, here.today, name=letter_name(here.school, one.letter.letter))
        for one in open_promises(case, here.school.policy, here.today)
    ]


def _alert(here: Visit, case: Case) -> list[str]:
    if not case.alert:
        return []
    if Right.CHILD_PROTECTION not in here.rights:
        return ["Why is for the safeguarding lead."]
    return [f"{str(seen.flag).replace('-', ' ')}: “{seen.words}”" for seen in case.alert]


def _clock(here: Visit, case: Case) -> dict[str, Any]:
    clock = clock_view(case, here.school)
    return {"clock": clock, "months": months_of(clock) if clock else []}


def _pupils(here: Visit, case: Case) -> list[str]:
    known = here.people.pupils
    return [
        f"{known[one].full_name}, {known[one].school_class}" if one in known else one for one in case.pupils
    ]


def _conduct(here: Visit, name: str) -> str:
    known = here.school.policy.conduct.get(name)
    return known.title if known else name


@page.get("/<school>/cases/<ref>/history")
def history(school: str, ref: str) -> str:
    """All lines of the case, the newest first."""
    here = visit()
    case = here.case(ref)
    entries = here.office.cases.read(ref)
    start = max(0, request.args.get("from", 0, type=int)) // MOST * MOST
    end = max(0, len(entries) - start)
    return render_template(
        "case_history.html",
        case=case,
        history=_told(here, case, entries, entries[max(0, end - MOST) : end]),
        start=start,
        more=max(0, end - MOST),
        may_correct=Right.POST in here.rights and not case.closed,
        most=MOST,
        school_name=school,
    )


def _told(here: Visit, case: Case, entries: list[Entry], shown: list[Entry]) -> list[Told]:
    """These lines in this visitor's words, the newest first."""
    right = corrections_of(entries)
    danger, reporter = Right.CHILD_PROTECTION in here.rights, Right.REPORTER in here.rights
    apart = is_about_danger(case) and not danger
    return [
        Told(
            seq=entry.seq,
            at=entry.at,
            by="" if entry.by == RULES else entry.by,
            says=sentence_for(entry, case, danger=danger, reporter=reporter),
            corrected="" if apart else right.get(entry.seq, ""),
        )
        for entry in reversed(shown)
    ]


@page.get("/<school>/cases/<ref>/files/<int:seq>")
def file(school: str, ref: str, seq: int) -> Response:
    """A file of the case, as a download and nothing else."""
    del school
    wanted = _offered(ref, seq)
    return download(visit().office.cases.file(ref, wanted.path), wanted.name)


@page.get("/<school>/cases/<ref>/files/<int:seq>/picture")
def picture(school: str, ref: str, seq: int) -> Response:
    """A picture of the evidence, drawn again by us."""
    del school
    wanted = _offered(ref, seq)
    drawn = drawn_anew(visit().office.cases.file(ref, wanted.path)) if wanted.is_picture else None
    if drawn is None:
        abort(404)
    return Response(drawn, mimetype="image/jpeg")


def _offered(ref: str, seq: int) -> Offered:
    here = visit()
    case = here.case(ref)
    wanted = next((one for one in offered(here, case, here.office.cases.read(ref)) if one.seq == seq), None)
    if wanted is None:
        abort(404)
    return wanted


def download(content: bytes, name: str, kind: str = "application/octet-stream") -> Response:
    """Bytes to be kept on disk under this name, never opened in our own place."""
    answer = Response(content, mimetype=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
