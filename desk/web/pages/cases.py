"""The list of cases: open ones first, then those that are over; searched by reference or by the adult's name."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, render_template, request

from ....ground.errors import Problem, Refused
from ....rules.cases.case import Case
from ....rules.people.rights import Right
from ....rules.standing.standing import standing
from ....rules.texts.names import fold
from ..case_words import where_it_stands
from ..visiting import Visit, visit

page = Blueprint("cases", __name__)
MOST = 40
"""Cases on one page."""
MOST_ADULTS = 60
"""Adults of the register whose cases are looked up for a name; a name that means more is too short."""

_NUMBER = re.compile(r"(?:(\d{4})[-/ ])?0*(\d{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One case of the list."""

    ref: str
    name: str
    stands: str
    since: date | None
    danger: bool
    closed: bool


@page.get("/<school>/cases")
def show(school: str) -> str:
    """The list."""
    here = visit()
    asked = " ".join(request.args.get("q", "").split())
    start = max(0, request.args.get("from", 0, type=int)) // MOST * MOST
    over = request.args.get("over") == "yes"
    found, hidden, more = _found(here, asked) if asked else _over(here) if over else _open(here, start)
    return render_template(
        "cases.html",
        rows=[_row(here, case) for case in found],
        asked=asked,
        over=over,
        hidden=hidden,
        more=more,
        start=start,
        most=MOST,
        last=found[-1].ref if found else "",
        school_name=school,
    )


def _open(here: Visit, start: int) -> tuple[list[Case], int, int]:
    """The open cases, those with an alert first; how many are not shown, and how many more there are."""
    shown = here.open_cases()
    cases = sorted(shown.cases, key=lambda case: (not case.alerted, case.ref))
    return cases[start : start + MOST], shown.hidden, max(0, len(cases) - start - MOST)


def _over(here: Visit) -> tuple[list[Case], int, int]:
    """The cases that are over, the newest first, by pages."""
    before = request.args.get("before", "")
    before = before if re.fullmatch(r"\d{4}-\d{4,9}", before, re.ASCII) else ""
    refs = here.office.index.cases.closed_refs(before, MOST + 1)
    read = [one for one in here.pages.cases.read(here.office, refs[:MOST]) if not isinstance(one, Problem)]
    shown = [case for case in read if not here.hides(case)]
    return shown, len(read) - len(shown), max(0, len(refs) - MOST)


def _found(here: Visit, asked: str) -> tuple[list[Case], int, int]:
    """The cases of this reference, or of adults of this name."""
    refs = [*dict.fromkeys([*_of_number(here, asked), *_of_name(here, asked)])]
    read = [
        one for one in here.pages.cases.read(here.office, refs[: MOST * 2]) if not isinstance(one, Problem)
    ]
    shown = [case for case in read if case.last_seq and not here.hides(case)]
    return shown[:MOST], 0, max(0, len(shown) - MOST)


def _of_number(here: Visit, asked: str) -> Iterator[str]:
    told = _NUMBER.fullmatch(asked)
    if told is None:
        return
    years = [int(told[1])] if told[1] else [here.today.year, here.today.year - 1, here.today.year - 2]
    for year in years:
        ref = f"{year}-{int(told[2]):04d}"
        with suppress(Refused):
            here.office.cases.path(ref)
            yield ref


def _of_name(here: Visit, asked: str) -> Iterator[str]:
    wanted = fold(asked).text.split()
    if not wanted or not any(part.isalpha() for part in wanted):
        return
    named = [
        one.person_id
        for one in here.people.adults.values()
        if all(part in fold(one.full_name).text for part in wanted)
    ]
    for adult in named[:MOST_ADULTS]:
        yield from reversed(here.office.index.cases.of_adult(adult))


def _row(here: Visit, case: Case) -> Row:
    now = standing(case, here.school, here.today)
    stands = where_it_stands(case, here.school, now, danger=Right.CHILD_PROTECTION in here.rights)
    return Row(
        ref=case.ref,
        name=case.adult_name or "Adult not known yet",
        stands=stands,
        since=case.waiting_since,
        danger=case.alerted,
        closed=bool(case.closed),
    )
