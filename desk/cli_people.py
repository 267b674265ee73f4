"""The register of people and the list of staff: look, and put a new export in place."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..ground.errors import Problem, Refused, WrongUsage
from ..rules.people.rights import Right
from .cli_common import AsJson, By, Desk, say, show_json, show_problems, show_table
from .cli_order import signed_at

if TYPE_CHECKING:
    from ..rules.people.sheet_shapes import Apart
    from .people_plan import Plan

MOST_LISTED = 20
"""Names of each sort that are printed before the question; the numbers count all."""

people = typer.Typer(help="The register of adults and pupils, and the list of staff.")


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.add_typer(people, name="people")
    people.command("list")(list_)
    people.command("import")(import_)
    people.command("find")(find)


def list_(
    ctx: typer.Context,
    staff: Annotated[bool, typer.Option("--staff", help="The list of staff.")] = False,
    json: AsJson = False,
) -> None:
    """Who is in the register, or in the list of staff."""
    desk: Desk = ctx.obj
    with desk.reading() as office:
        register = office.people.read()
    if staff:
        rows = [{"name": one.name, "role": one.role, "email": one.email} for one in register.staff]
    else:
        rows = [
            {
                "person_id": one.person_id,
                "name": one.full_name,
                "pupils": ", ".join(register.pupils[pupil].full_name for pupil in one.relationships),
                "flags": ", ".join(sorted(one.flags)),
            }
            for one in register.adults.values()
        ]
    if json:
        show_json(rows)
        return
    columns = tuple(rows[0]) if rows else ()
    show_table("People", columns, [tuple(row.values()) for row in rows], empty="Nobody is listed.")
    show_problems(register.faults)


def find(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(help="A name, a child's, an email address, a number, a street.")
    ],
    json: AsJson = False,
) -> None:
    """Whoever fits these words, and every email, case and log that names them; for somebody who asks what you hold."""
    from .people_found import find_people

    if not find_people(ctx.obj, " ".join(words), json=json):
        raise typer.Exit(1)


def import_(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="An export of the school's system: CSV or Excel (.xlsx).")],
    staff: Annotated[bool, typer.Option("--staff", help="It is the list of staff.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask for confirmation.")] = False,
    by: By = "",
) -> None:
    """Show what a new export changes, then put it in place; the old file is kept beside it with the day."""
    from ..config.people_columns import columns_of, keep_columns
    from ..workflows.acts.on_people import replace_register
    from .people_plan import plan_of

    desk: Desk = ctx.obj
    kind = "staff" if staff else "people"
    shaped = _shaped(file, kind)
    matched = columns_of(desk.folder, shaped.sheet.headings, kind)
    with desk.reading() as office:
        plan = plan_of(
            office,
            shaped.sheet,
            matched,
            kind=kind,
            open_cases=office.index.cases.running(),
            doubts=shaped.doubts,
        )
    _tell(plan)
    if plan.problems:
        raise Refused(*plan.problems)
    if plan.differences.is_nothing:
        say("Nothing changes.")
        return
    if not yes:
        typer.confirm("Put it in place?", abort=True)
    signed = signed_at(desk, by, Right.PEOPLE, "put another list in place")
    with desk.writing() as writing:
        kept = replace_register(writing, plan.order(signed)).kept
    keep_columns(desk.folder, shaped.sheet.headings, matched, kind)
    say(f"It is in place.{f' The old list is kept as {kept}.' if kept else ''}")


def _shaped(file: Path, kind: str) -> "Apart":
    from ..records.people.sheet_file import read_sheet
    from ..rules.people.sheet_shapes import Apart, apart

    read = read_sheet(_content(file), kind)
    return apart(read) if kind == "people" else Apart(sheet=read)


def _content(file: Path) -> bytes:
    from ..records.people.sheet_file import MOST_BYTES

    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        what = f"It cannot be read: {error.strerror or error}."
        raise WrongUsage(Problem(where=str(file), what=what, what_to_do="Check the name.")) from None


def _tell(plan: "Plan") -> None:
    found = plan.differences
    counts = (
        f"{len(found.new)} new, {len(found.changed)} changed, {len(found.gone)} gone, {found.same} the same"
    )
    say(counts)
    _names("New", found.new)
    changed = (
        f"{one.name}: {'; '.join(f'{a}: {b} -> {c}' for a, b, c in one.what)}" for one in found.changed
    )
    _names("Changed", changed)
    _names("Gone", found.gone)
    if plan.empty:
        say(f"Not in the file, so empty for everybody: {', '.join(plan.empty)}")
    show_problems(plan.faults)
    if found.loud:
        say("LOOK AT THIS FIRST")
        show_problems(found.loud)


def _names(title: str, names: Iterable[Any]) -> None:
    for place, name in enumerate(names):
        if place == MOST_LISTED:
            say("  ...")
            return
        say(f"{title}: {name}")
