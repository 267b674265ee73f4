"""Copies of the register and reports, made beside the pages: under the writer's lock, noted, fetched by who asked."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ...records.logs.lock import writer_lock
from ...rules.register.register_filter import Wanted
from ...rules.words import Format, Profile
from ...workflows.acts import on_copies
from ...workflows.office import Office
from .making import Making, makings
from .pressing import order_once
from .shown_cases import hides
from .visiting import Visit

PATIENCE = 600.0
"""Seconds that a copy waits for a round or another copy."""

SUFFIX = {Format.BUNDLE: "zip"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What copy is asked for; `bom` marks CSV for Excel."""

    wanted: Wanted
    profile: Profile
    format: Format
    purpose: str = ""
    bom: bool = False
    reporter: bool = False


def begin_copy(here: Visit, asked: Asked) -> Making:
    """Begin a copy of the register.

    Raises:
        Refused: too many are in the making.
    """
    name = f"register-{asked.profile}-{here.today.isoformat()}.{SUFFIX.get(asked.format, asked.format)}"

    hiding = hides(here)

    def work(office: Office, making: Making) -> None:
        order = on_copies.CopyOrder(
            by=here.visitor.name,
            wanted=asked.wanted,
            profile=asked.profile,
            format=asked.format,
            out=making.folder / name,
            name=name,
            purpose=asked.purpose,
            bom=asked.bom,
            reporter=asked.reporter,
            hides=hiding,
        )
        _hand_out(making, on_copies.export(office, order, making.watch), making.folder / name)

    return _begin(here, f"A copy of the register for {WHOM[asked.profile]}", work)


def begin_prepared(here: Visit, number: str) -> Making:
    """Begin the copy that a request for information calls for.

    Raises:
        Refused: too many are in the making.
    """
    hiding = hides(here)

    def work(office: Office, making: Making) -> None:
        out = making.folder / f"request-{number}.zip"
        order = on_copies.PrepareOrder(by=here.visitor.name, number=number, out=out, hides=hiding)
        _hand_out(making, on_copies.prepare(office, order, making.watch), out)

    return _begin(here, f"The copy for request {number}", work)


def begin_report(here: Visit, *, term: str, year: str, as_pdf: bool) -> Making:
    """Begin the governors' report of a term or a year.

    Raises:
        Refused: too many are in the making.
    """

    def work(office: Office, making: Making) -> None:
        out = making.folder / f"governors-report.{'pdf' if as_pdf else 'html'}"
        order = on_copies.ReportOrder(by=here.visitor.name, out=out, term=term, year=year, as_pdf=as_pdf)
        making.result = on_copies.sum_up(office, order).report
        making.files[out.name] = out

    return _begin(here, "The governors' report", work)


WHOM = {Profile.GOVERNORS: "governors", Profile.PANEL: "a panel or authority", Profile.SUBJECT: "the adult"}


def _begin(here: Visit, title: str, work: Callable[[Office, Making], None]) -> Making:
    pages = here.pages

    def under_the_lock(making: Making) -> None:
        office = pages.office()  # of this thread
        with writer_lock(pages.settings.data, seconds=PATIENCE, tell=lambda _: None):
            work(office, making)

    return makings().begin(order_once(), owner_of(here), title, under_the_lock)


def owner_of(here: Visit) -> tuple[str, str]:
    """Whose file it is: nobody else is handed it."""
    return here.pages.name, here.visitor.email


def _hand_out(making: Making, copied: on_copies.Copied, out: Path) -> None:
    made = copied.made
    rows, cases = ("1 row" if made.rows == 1 else f"{made.rows} rows"), len(made.refs)
    making.told.append(f"{rows} of {'1 case' if cases == 1 else f'{cases} cases'}.")
    making.files[out.name] = out
    if made.hidden:
        hidden = "1 case is" if made.hidden == 1 else f"{made.hidden} cases are"
        making.told.append(f"{hidden} not in it, because you or your family are concerned.")
    if copied.worksheet:
        making.told.append(
            f"{copied.places} places are withheld. Look them through in the worksheet before the copy leaves;"
            " the worksheet itself stays in the school."
        )
        making.files[copied.worksheet.name] = copied.worksheet
    making.told += [f"Not in it: {one.where}: {one.what}" for one in made.unread]
