"""Keeping and deleting: the review list, legal holds, and deletion by a named person."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..ground.errors import LogBroken, Problem
from ..rules.office import orders
from .cli_common import AsJson, By, Desk, Ref, Today, clean, say, show_json, show_table, warn
from .cli_order import Seen, carry_out, signed
from .cli_sign_in import in_person

if TYPE_CHECKING:
    from ..rules.office.retention import Keeping
    from ..workflows.office import Office

Reason = Annotated[str, typer.Option(help="Why; it is kept in the log of deletions.")]

STILL_HELD = (
    "Still held elsewhere: backups made before today (delete those too, or note when the last one expires), the mailbox"
    " itself, copies that were handed out, and the sender, subject and day of each email in the log of emails."
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


def list_(
    ctx: typer.Context,
    due: Annotated[bool, typer.Option("--due", help="Only what is due for review now.")] = False,
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
        show_table("Kept cases", columns, lines, empty="Nothing to review.")
    for problem in problems:
        warn(f"{clean(problem.where)}: {clean(problem.what)}\n  -> {clean(problem.what_to_do)}")
    if problems:
        raise typer.Exit(1)


def _each_keeping(office: "Office") -> tuple[list["Keeping"], list[Problem]]:
    """How every case is kept; one whose log cannot be read is a problem, and the others are listed."""
    from ..workflows.acts.on_keeping import keeping

    found: list[Keeping] = []
    problems: list[Problem] = []
    for ref in office.cases.refs():
        try:
            found.append(keeping(office, ref))
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


def hold(
    ctx: typer.Context, ref: Ref, reason: Reason, by: By = "", seen: Seen = None, today: Today = None
) -> None:
    """Keep a case whatever its review day, until it is released."""
    from ..workflows.acts.on_keeping import keep as act

    desk: Desk = ctx.obj
    order = orders.KeepCase(ref=ref, seen=seen, reason=reason, **signed(by))
    carry_out(desk, act, order, lambda _: say(f"{ref} is kept until it is released."), today=today)


def release(
    ctx: typer.Context, ref: Ref, reason: Reason, by: By = "", seen: Seen = None, today: Today = None
) -> None:
    """End a legal hold."""
    from ..workflows.acts.on_keeping import end_keeping

    desk: Desk = ctx.obj
    order = orders.EndKeeping(ref=ref, seen=seen, reason=reason, **signed(by))
    carry_out(desk, end_keeping, order, lambda _: say(f"{ref} is released."), today=today)


def keep(
    ctx: typer.Context,
    ref: Ref,
    until: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="The new review day.")],
    reason: Reason,
    by: By = "",
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Reviewed, and kept until another day; also sets the day for child protection content."""
    from ..workflows.acts.on_keeping import keep_until

    desk: Desk = ctx.obj
    day = until.date()
    order = orders.KeepUntil(ref=ref, seen=seen, until=day, reason=reason, **signed(by))
    carry_out(desk, keep_until, order, lambda _: say(f"{ref} is kept until {day.isoformat()}."), today=today)


def forget(
    ctx: typer.Context,
    ref: Ref,
    reason: Reason,
    by: Annotated[str, typer.Option(help="Your name; a deletion is signed.", metavar="NAME")],
    early: Annotated[
        bool, typer.Option("--early", help="Before its review day: for a request for erasure, or by order.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask for confirmation.")] = False,
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Delete a closed case for good: log, emails, evidence, letters. One line stays in the log of deletions."""
    from ..workflows.acts.on_keeping import Forgotten
    from ..workflows.acts.on_keeping import forget as act

    def tell(stood: Forgotten) -> None:
        say(f"{ref} is deleted: {stood.files} files. {STILL_HELD}")

    if not yes:
        typer.confirm(f"Delete case {ref} for good?", abort=True)
    desk: Desk = ctx.obj
    order = orders.ForgetCase(ref=ref, seen=seen, reason=reason, early=early, **in_person(desk, by))
    carry_out(desk, act, order, tell, today=today)
