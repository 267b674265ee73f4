"""Keeping and deleting: the review list, legal holds, and deletion by a named person."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..ground.errors import LogBroken, Problem
from .cli_common import AsJson, By, Desk, Ref, Today, clean, say, show_json, show_table, signer, warn

if TYPE_CHECKING:
    from ..rules.office.retention import Keeping
    from ..workflows.office import Office

Reason = Annotated[str, typer.Option(help="Why; it stays in the log of deletions.")]

STILL_HELD = (
    "Still held elsewhere: backups made before today (delete those too, or note when the last one goes), the mailbox"
    " itself, copies that were given out, and the sender, subject and day of each mail in the log of mails."
)
"""What `forget` cannot reach, for what the school tells the person; see docs/decisions/0010-forgetting-mails.md."""

retention = typer.Typer(help="Legal holds and reviews of how long a case is kept.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.add_typer(retention, name="retention")
    retention.command("list")(list_)
    retention.command("hold")(hold)
    retention.command("release")(release)
    retention.command("keep")(keep)
    app.command("forget")(forget)


def _keeping(office: "Office", ref: str) -> "Keeping":
    from ..rules.office.retention import Marks, fold_marks, keeping_of

    marks = fold_marks(office.deletions.entries()).get(ref, Marks())
    return keeping_of(office.case(ref), office.cases.read(ref), office.retention, marks)


def list_(
    ctx: typer.Context,
    due: Annotated[bool, typer.Option("--due", help="Only what should be looked at now.")] = False,
    json: AsJson = False,
    today: Today = None,
) -> None:
    """Every case with its class, the day it is looked at again, and holds."""
    desk: Desk = ctx.obj
    with desk.reading(today) as office:
        now = office.clock.today()
        found, problems = _each_keeping(office)
    rows = [_plain(one, now) for one in found if one.is_due(now) or not due]
    if json:
        show_json(rows)
    else:
        columns = ("ref", "class", "closed", "review_on", "hold", "due", "why")
        lines = [[row[name] if row[name] is not None else "" for name in columns] for row in rows]
        show_table("Kept cases", columns, lines, empty="Nothing to look at.")
    for problem in problems:
        warn(f"{clean(problem.where)}: {clean(problem.what)}\n  -> {clean(problem.what_to_do)}")
    if problems:
        raise typer.Exit(1)


def _each_keeping(office: "Office") -> tuple[list["Keeping"], list[Problem]]:
    """How every case is kept; one whose log cannot be read is a problem, and the others are listed."""
    found: list[Keeping] = []
    problems: list[Problem] = []
    for ref in office.cases.refs():
        try:
            found.append(_keeping(office, ref))
        except LogBroken as broken:
            problems += broken.problems
    return found, problems


def _plain(one: "Keeping", now: date) -> dict[str, Any]:
    return {
        "ref": one.ref,
        "class": str(one.kept_as),
        "closed": one.closed_on,
        "review_on": one.review_on,
        "hold": one.marks.held,
        "due": one.is_due(now),
        "why": one.why(now),
    }


def hold(ctx: typer.Context, ref: Ref, reason: Reason, by: By = "", today: Today = None) -> None:
    """Keep a case whatever its review day, until it is released."""
    from ..rules.office.exports import RetentionHeld

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        office.case(ref)
        office.deletions.append(office.clock.now(), signer(by), RetentionHeld(ref=ref, reason=reason))
    say(f"{ref} is kept until it is released.")


def release(ctx: typer.Context, ref: Ref, reason: Reason, by: By = "", today: Today = None) -> None:
    """End a legal hold."""
    from ..rules.office.exports import RetentionReleased

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        office.case(ref)
        office.deletions.append(office.clock.now(), signer(by), RetentionReleased(ref=ref, reason=reason))
    say(f"{ref} is released.")


def keep(
    ctx: typer.Context,
    ref: Ref,
    until: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="The new review day.")],
    reason: Reason,
    by: By = "",
    today: Today = None,
) -> None:
    """Looked at, and kept until another day; also sets the day for child protection content."""
    from ..rules.office.exports import RetentionReviewed

    desk: Desk = ctx.obj
    day = until.date().isoformat()
    with desk.writing(today) as office:
        office.case(ref)
        event = RetentionReviewed(ref=ref, keep_until=day, reason=reason)
        office.deletions.append(office.clock.now(), signer(by), event)
    say(f"{ref} is kept until {day}.")


def forget(
    ctx: typer.Context,
    ref: Ref,
    reason: Reason,
    by: Annotated[str, typer.Option(help="Your name; deleting is signed.", metavar="NAME")],
    early: Annotated[
        bool, typer.Option("--early", help="Before its review day: a request for erasure, or by order.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False,
    today: Today = None,
) -> None:
    """Delete a closed case for good: log, mails, evidence, letters. One line in the log of deletions stays."""
    from ..workflows.forgetting import Forget, forget_case

    if not by.strip() or not reason.strip():
        raise typer.BadParameter("deleting needs a name and a reason", param_hint="--by, --reason")
    if not yes:
        typer.confirm(f"Delete case {ref} for good?", abort=True)
    desk: Desk = ctx.obj
    order = Forget(ref=ref, reason=reason.strip(), by=by.strip(), early=early)
    with desk.writing(today) as office:
        count = forget_case(office, order)
    say(f"{ref} is deleted: {count} files. {STILL_HELD}")
