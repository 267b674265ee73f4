"""The daemon, and one round of it for cron."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from .cli_common import AsJson, Desk, Today, problems_json, show_json, show_problems

if TYPE_CHECKING:
    from ..workflows.office import Tally


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command("round")(round_)
    app.command()(serve)


def _since(text: str) -> date:
    """A day, or "all" for everything."""
    from ..workflows.keeping import ALL

    try:
        return ALL if text.casefold() == "all" else date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"'{text}' is no date; write it as 2026-11-01, or all") from None


Since = Annotated[
    date | None,
    typer.Option(
        "--since",
        parser=_since,
        metavar="YYYY-MM-DD|all",
        help="First run on a mailbox: nothing is drafted for mail from before this day.",
    ),
]


def round_(
    ctx: typer.Context,
    json: AsJson = False,
    today: Today = None,
    since: Since = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only count what waiting mails would become; change nothing.")
    ] = False,
) -> None:
    """One pass over mail, drafts, postings and deadlines, then exit (for cron or a timer)."""
    desk: Desk = ctx.obj
    tally = _looked_at(desk, today, since) if dry_run else _worked(desk, today, since)
    if json:
        show_json({**tally.counts(), "problems": problems_json(tally.problems)})
    else:
        done = ", ".join(f"{count} {name}" for name, count in tally.counts().items() if count)
        typer.echo(f"{'Would be' if dry_run else 'Round done'}: {done or 'nothing to do'}.")
        show_problems(tally.problems)
    if tally.problems:
        raise typer.Exit(3 if tally.world_failed else 1)


def _worked(desk: Desk, today: date | None, since: date | None) -> "Tally":
    from ..workflows.rounds import run_round

    with desk.writing(today) as office:
        return run_round(office, since=since)


def _looked_at(desk: Desk, today: date | None, since: date | None) -> "Tally":
    from .rehearsing import dry_round

    with desk.reading(today) as office:
        return dry_round(office, desk.settings().data, since=since)


def serve(
    ctx: typer.Context,
    minutes: Annotated[
        int | None, typer.Option(min=1, help="Minutes between rounds; otherwise mail.poll_minutes.")
    ] = None,
) -> None:
    """The daemon: a round every few minutes until it is told to stop."""
    from .daemon import Daemon

    desk: Desk = ctx.obj
    settings = desk.settings()
    Daemon(settings, every_minutes=minutes or settings.poll_minutes).run()
