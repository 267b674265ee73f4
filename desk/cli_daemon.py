"""The daemon, and one round of it for cron."""

from typing import Annotated

import typer

from .cli_common import AsJson, Desk, Today, problems_json, show_json, show_problems


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command("round")(round_)
    app.command()(serve)


def round_(ctx: typer.Context, json: AsJson = False, today: Today = None) -> None:
    """One pass over mail, drafts, postings and deadlines, then exit (for cron or a timer)."""
    from ..workflows.rounds import run_round

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        tally = run_round(office)
    if json:
        show_json({**tally.counts(), "problems": problems_json(tally.problems)})
    else:
        done = ", ".join(f"{count} {name}" for name, count in tally.counts().items() if count)
        typer.echo(f"Round done: {done or 'nothing to do'}.")
        show_problems(tally.problems)
    if tally.problems:
        raise typer.Exit(3 if tally.world_failed else 1)


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
