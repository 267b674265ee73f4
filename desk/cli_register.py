"""The register, and the check of everything on disk."""

import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..ground.values import replace
from ..rules.people.rights import Right
from ..rules.words import Format, Profile
from .cli_common import AsJson, By, Desk, Today, say, show_json, show_problems, warn
from .cli_order import signed_at

if TYPE_CHECKING:
    from ..workflows.acts.on_copies import Copied, CopyOrder


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(export)
    app.command()(summary)
    app.command()(verify)


PATIENCE = 1.5
"""Seconds after which somebody at a terminal is shown how far it is."""

DAY = ["%Y-%m-%d"]
Since = Annotated[datetime | None, typer.Option("--from", formats=DAY, help="Events from this day.")]
Until = Annotated[datetime | None, typer.Option("--until", formats=DAY, help="Events up to this day.")]
OneRef = Annotated[str | None, typer.Argument(help="One case; if left out, all.")]
AsFormat = Annotated[Format, typer.Option("--format", help="The format.")]
For = Annotated[Profile, typer.Option("--for", help="For whom: decides what is withheld.")]
Out = Annotated[Path | None, typer.Option(help="The file to write; if left out, the screen.")]
School = Annotated[str, typer.Option(help="A school's short name.")]
Adult = Annotated[str, typer.Option(help="A person_id, or part of the name.")]
Pupil = Annotated[str, typer.Option(help="A pupil_id.")]
Conduct = Annotated[str, typer.Option(help="A kind of conduct in the policy.")]
Step = Annotated[str, typer.Option(help="A letter or action that was carried out.")]
Ended = Annotated[str, typer.Option("--outcome", help="How a step ended.")]
State = Annotated[str, typer.Option(help="open, held or closed.")]
SignedBy = Annotated[str, typer.Option("--signer", help="Who approved or decided.")]
Excel = Annotated[bool, typer.Option("--excel", help="For csv: mark it as UTF-8, for Excel.")]
WithReporter = Annotated[
    bool, typer.Option("--with-reporter", help="In a panel's bundle: include the note of who reported.")
]
Purpose = Annotated[str, typer.Option(help="Why, or for which hearing; kept in the log of exports.")]


def export(
    ctx: typer.Context,
    ref: OneRef = None,
    format_: AsFormat = Format.CSV,
    for_: For = Profile.GOVERNORS,
    out: Out = None,
    since: Since = None,
    until: Until = None,
    school: School = "",
    adult: Adult = "",
    pupil: Pupil = "",
    conduct: Conduct = "",
    step: Step = "",
    outcome: Ended = "",
    state: State = "",
    signed_by: SignedBy = "",
    excel: Excel = False,
    reporter: WithReporter = False,
    purpose: Purpose = "",
    by: By = "",
    today: Today = None,
) -> None:
    """A copy of the register (correspondence log) of one case or of all; each copy is noted in a log."""
    from ..rules.register.register_filter import Wanted
    from ..workflows.acts.on_copies import CopyOrder

    days = (one.date() if one else None for one in (since, until))
    asked = {"school": school, "adult": adult, "pupil": pupil, "conduct": conduct, "step": step}
    asked |= {"outcome": outcome, "state": state, "signer": signed_by}
    first, last = days
    wanted = Wanted(refs=(ref,) if ref else (), since=first, until=last, **asked)
    into = out or Path()
    how: dict[str, Any] = {"profile": for_, "format": format_, "purpose": purpose}
    how |= {"bom": excel, "reporter": reporter, "out": into, "name": into.name}
    right = Right.GOVERNORS if for_ is Profile.GOVERNORS else Right.EXPORT
    named = signed_at(ctx.obj, by, right, f"make a copy for {for_}", today=today)
    order = CopyOrder(by=named, wanted=wanted, **how)
    _make_copy(ctx.obj, order, today, to_screen=out is None)


def _make_copy(desk: Desk, order: "CopyOrder", today: date | None, *, to_screen: bool) -> None:
    from ..workflows.acts.on_copies import export as act

    if to_screen:
        _to_screen(desk, order, today)
        return
    with desk.writing(today) as office:
        copied = act(office, order, watch)
    say_copied(copied, order.out)


def _to_screen(desk: Desk, order: "CopyOrder", today: date | None) -> None:
    from ..workflows.acts.on_copies import export as act

    with tempfile.TemporaryDirectory(prefix="letterladder-") as folder:
        path = Path(folder) / "copy"
        with desk.writing(today) as office:
            copied = act(office, replace(order, out=path), watch)
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.flush()
    _say_unread(copied)


def say_copied(copied: "Copied", out: Path) -> None:
    """What was written where, what somebody must look through, and what could not be read."""
    made = copied.made
    say(f"{made.rows} rows of {len(made.refs)} cases written to {out} (SHA-256 {made.sha256})")
    if copied.worksheet:
        sheet = f"{copied.places} places withheld: look them through in {copied.worksheet}"
        say(f"{sheet}, which stays in the school.")
    _say_unread(copied)


class Paper(StrEnum):
    """What the governors' report is written as."""

    PDF = "pdf"
    HTML = "html"


def summary(
    ctx: typer.Context,
    out: Annotated[Path, typer.Option(help="The file to write.")],
    term: Annotated[str, typer.Option(help="A term, by its name or part of it.")] = "",
    year: Annotated[str, typer.Option(help="A school year: 2026 for 2026 to 2027.")] = "",
    format_: Annotated[Paper, typer.Option("--format", help="pdf or html.")] = Paper.PDF,
    by: By = "",
    today: Today = None,
) -> None:
    """The governors' report of a term or a year: how many, how fast, which steps, which deadlines were kept."""
    from ..workflows.acts.on_copies import ReportOrder, sum_up

    desk: Desk = ctx.obj
    named = signed_at(desk, by, Right.GOVERNORS, "make the governors' report", today=today)
    order = ReportOrder(by=named, out=out, term=term, year=year, as_pdf=format_ is Paper.PDF)
    with desk.writing(today) as office:
        report = sum_up(office, order).report
    say(f"{report.title} written to {out}")


def _say_unread(copied: "Copied") -> None:
    """Which cases are not in the copy, because their logs cannot be read."""
    for problem in copied.made.unread:
        warn(f"Not included: {problem.where}: {problem.what}\n  -> {problem.what_to_do}")
    if copied.made.unread:
        raise typer.Exit(1)


def watch(refs: list[str]) -> Iterable[str]:
    """The references, with a bar on the terminal from when it has taken long."""
    return _watched(refs) if sys.stderr.isatty() else refs


def _watched(refs: list[str]) -> Iterator[str]:
    begun = time.monotonic()
    for place, ref in enumerate(refs):
        if time.monotonic() - begun >= PATIENCE:
            from rich.console import Console
            from rich.progress import track

            how: dict[str, Any] = {"console": Console(stderr=True), "transient": True}
            yield from track(refs[place:], "cases", total=len(refs), completed=place, **how)
            return
        yield ref


def verify(
    ctx: typer.Context,
    anchor: Annotated[
        str,
        typer.Option(
            metavar="NUMBER",
            help="Also check this number from an anchor email: is everything as it was on that day? 16 "
            "characters are "
            "enough.",
        ),
    ] = "",
    json: AsJson = False,
) -> None:
    """Go through every log, hash chain, anchor and file, and say what is wrong."""
    from ..records.logs.lock import round_lock, writer_lock
    from .verifying import as_json, verify_school

    desk: Desk = ctx.obj
    settings = desk.settings()
    typed = typed_anchor(anchor) if anchor else ""
    with round_lock(settings.data, tell=warn), writer_lock(settings.data, tell=warn):
        found = verify_school(settings, typed, watch)
    if json:
        show_json(as_json(found))
    else:
        show_problems(found.problems)
        for line in (*found.notes, found.anchor):
            if line:
                say(line)
        count = len(found.problems)
        fits = {0: f"all {'else ' if found.notes else ''}is in order", 1: "1 thing is not in order"}.get(
            count, f"{count} things are not in order"
        )
        say(f"Looked at {found.cases} cases, {found.lines} lines, {found.files} files: {fits}.")
    if found.problems:
        raise typer.Exit(1)


def typed_anchor(anchor: str) -> str:
    """The digits of a number from an anchor email.

    Raises:
        BadParameter: it is none.
    """
    from ..rules.office.anchors import LEAST_DIGITS, read_typed

    typed = read_typed(anchor)
    if not typed:
        what = f"'{anchor}' is not an anchor; type at least {LEAST_DIGITS} characters of it, each 0 to 9 or a to f"
        raise typer.BadParameter(what, param_hint="--anchor")
    return typed
