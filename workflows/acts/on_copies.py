"""Acts that make a copy and note it: of the register, for a request, the governors' report.

These are not kept to be carried out later: their maker waits for the file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ...ground.errors import Problem, Refused, WrongUsage
from ...rules.cases.case import Case
from ...rules.register.register_case import Title
from ...rules.register.register_filter import Wanted
from ...rules.register.summary_report import Report
from ...rules.words import Format, Profile, RequestAbout
from ..copy_pages import NotReviewed
from ..exporting import Made, Order, Watch, make_copy, note_copy
from ..office import Office
from ..requesting import open_request
from ..summing_up import note_report, write_report
from .standing import Stood


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOrder:
    """Who wants a copy of what, for whom, in which format, written where.

    Attributes:
        by: who.
        wanted: which cases and rows.
        profile: for whom.
        format: of the file.
        out: where it is written.
        name: what the log calls the file; "" for one that does not stay.
        purpose: why.
        bom: CSV is marked as UTF-8, for Excel.
        reporter: a panel's bundle holds the note of who reported, too.
        hides: says of a case that its maker may not see it; None where they may see all.
    """

    by: str
    wanted: Wanted
    profile: Profile
    format: Format
    out: Path
    name: str = ""
    purpose: str = ""
    bom: bool = False
    reporter: bool = False
    hides: Callable[[Case], object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareOrder:
    """Who wants the copy that a request calls for, and where."""

    by: str
    number: str
    out: Path
    hides: Callable[[Case], object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOrder:
    """Who wants the governors' report of which term or year, and where."""

    by: str
    out: Path
    term: str = ""
    year: str = ""
    as_pdf: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied(Stood):
    """The copy, and for one that goes to the adult the worksheet beside it and how many places were withheld."""

    made: Made
    worksheet: Path | None = None
    places: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported(Stood):
    """The governors' report."""

    report: Report


def export(office: Office, order: CopyOrder, watch: Watch = iter) -> Copied:
    """Write a copy of the register, whole or not at all, and note it; `watch` may show how far it is.

    Raises:
        WrongUsage: a copy for the adult was asked for, and the cases are not all of one adult.
        NotReviewed: a page of a copy for the adult was not looked through; only the worksheet was written.
        WorldFailed: the disk is full or broken; what was at `out` is untouched.
    """
    copy = Order(
        wanted=order.wanted,
        profile=order.profile,
        format=order.format,
        purpose=order.purpose,
        bom=order.bom,
        reporter=order.reporter,
        hides=order.hides,
    )
    title = Title(school=office.school.name, profile=order.profile, scope=order.wanted.scope)
    sheet = order.out.with_name(f"{order.out.stem}-worksheet.xlsx")
    try:
        made = make_copy(office, copy, order.out, watch)
    except NotReviewed as waits:
        if order.name:
            office.papers.write_worksheet(sheet, title, waits.looked.withheld, waits.looked.pages)
        raise
    note_copy(office, copy, made, by=order.by, file=order.name)
    if order.profile is not Profile.SUBJECT or not order.name:
        return Copied(made=made)
    places = office.papers.write_worksheet(sheet, title, made.withheld, made.pages)
    return Copied(made=made, worksheet=sheet, places=places)


def prepare(office: Office, order: PrepareOrder, watch: Watch = iter) -> Copied:
    """Write the copy that a request calls for: the adult's bundle, or for freedom of information the governors'.

    Raises:
        Refused: there is no such open request, it is tied to no case, or it is a complaint, which asks for no copy.
        NotReviewed: as `export`.
    """
    found = open_request(office, order.number)
    if found.about is RequestAbout.COMPLAINT:
        what = "This is a complaint about how information was used: it asks for no copy, so none was made."
        do = "Answer it, and note that with: request acknowledged. A copy is a request of its own: request record sar."
        raise Refused(Problem(where=order.number, what=what, what_to_do=do))
    is_foi = found.about is RequestAbout.FREEDOM_OF_INFORMATION
    if not is_foi and not found.ref:
        what = "The request is not linked to a case, so it is not known whose information it is about."
        do = "Use export --for subject --adult ID."
        raise Refused(Problem(where=order.number, what=what, what_to_do=do))
    wanted = Wanted() if is_foi else Wanted(adult=office.case(found.ref).adult)
    copy = CopyOrder(
        by=order.by,
        wanted=wanted,
        profile=Profile.GOVERNORS if is_foi else Profile.SUBJECT,
        format=Format.BUNDLE,
        out=order.out,
        name=order.out.name,
        purpose=f"request {order.number}",
        hides=order.hides,
    )
    return export(office, copy, watch)


def sum_up(office: Office, order: ReportOrder) -> Reported:
    """Write the governors' report of a term or a year, and note it.

    Raises:
        WrongUsage: not exactly one of the two is named, or there is no such term or year.
    """
    if bool(order.term) == bool(order.year):
        what = "Not exactly one of term and year is named."
        raise WrongUsage(Problem(where="--term, --year", what=what, what_to_do="Name a term or a year."))
    report = write_report(office, order.out, term=order.term, year=order.year, as_pdf=order.as_pdf)
    note_report(office, order.out, by=order.by)
    return Reported(report=report)
