"""The daemon, and one round of it for cron."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ..ground.errors import Problem, WrongUsage
from .cli_common import AsJson, Desk, Today, in_school, problems_json, say, show_json, show_problems

if TYPE_CHECKING:
    from pathlib import Path

    from ..config.settings import Settings
    from ..workflows.office import Tally


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command("round")(round_)
    app.command()(serve)


def _since(text: str) -> date:
    """A day, or "all" for everything."""
    from .one_round import ALL

    try:
        return ALL if text.casefold() == "all" else date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"'{text}' is not a date; write it as 2026-11-01, or all") from None


Since = Annotated[
    date | None,
    typer.Option(
        "--since",
        parser=_since,
        metavar="YYYY-MM-DD|all",
        help="First run on a mailbox: nothing is drafted for emails from before this day.",
    ),
]


def round_(
    ctx: typer.Context,
    json: AsJson = False,
    today: Today = None,
    since: Since = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Only count what would become of the waiting emails; change nothing."),
    ] = False,
) -> None:
    """One pass over email, drafts, postings and deadlines, then exit (for cron or a timer)."""
    from .one_round import looked_at, one, worked

    desk: Desk = ctx.obj
    look = looked_at if dry_run else worked
    tallies = {name: one(look, each, today, since) for name, each in desk.each().items()}
    if json:
        shown = {name: _as_json(tally) for name, tally in tallies.items()}
        show_json({"schools": shown} if len(shown) > 1 else next(iter(shown.values())))
    else:
        for name, tally in tallies.items():
            done = ", ".join(_counted(what, count) for what, count in tally.counts().items() if count)
            school = f"{name}, " if len(tallies) > 1 else ""
            say(f"{school}{'Would be' if dry_run else 'Round done'}: {done or 'nothing to do'}.")
            show_problems(in_school(name, tally.problems, desk))
    if any(tally.problems for tally in tallies.values()):
        raise typer.Exit(3 if any(tally.world_failed for tally in tallies.values()) else 1)


def _counted(what: str, count: int) -> str:
    """A count as a person reads it; its names are those of `--json`."""
    return f"{count} {'email' if count == 1 else 'emails'}" if what == "mails" else f"{count} {what}"


def _as_json(tally: "Tally") -> dict[str, object]:
    return {**tally.counts(), "problems": problems_json(tally.problems)}


def serve(
    ctx: typer.Context,
    minutes: Annotated[
        int | None, typer.Option(min=1, help="Minutes between rounds; otherwise mail.poll_minutes.")
    ] = None,
) -> None:
    """The daemon: a round every few minutes until it is told to stop."""
    from .clock import WallClock
    from .daemon import Daemon
    from .desk_beside import DeskBeside

    desk: Desk = ctx.obj
    schools = _with_settings(desk)
    known = [settings for _, settings in schools.values() if settings]
    pause = minutes or min(settings.mail.poll_minutes for settings in known)
    beside = DeskBeside(desk.config, desk.folders(), WallClock())
    Daemon(schools, every_minutes=pause, desk=beside).run()


def _with_settings(desk: Desk) -> "dict[str, tuple[Path, Settings | None]]":
    """Each school's folder and settings; in a trust, one whose settings are wrong does not stop the others.

    Raises:
        WrongUsage: the settings of the only school are wrong, or those of all.
    """
    found: dict[str, tuple[Path, Settings | None]] = {}
    wrong: list[Problem] = []
    for name, one in desk.each().items():
        try:
            found[name] = one.folder, one.settings()
        except WrongUsage as error:
            found[name] = one.folder, None
            wrong += in_school(name, list(error.problems), desk)
    if not any(settings for _, settings in found.values()):
        raise WrongUsage(*wrong)
    show_problems(wrong)
    return found
