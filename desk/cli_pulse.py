"""Is the daemon at work? Said by an exit code, for whatever watches over it: Kubernetes, a monitoring, a script."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from .cli_common import AsJson, Desk, say, show_json

AHEAD = timedelta(minutes=1)
"""By so much a disk's clock may be ahead of ours; a note from further ahead proves nothing."""


def add_to(app: typer.Typer) -> None:
    """Put the command of this file on the command line."""
    app.command()(pulse)


def pulse(
    ctx: typer.Context,
    within: Annotated[
        int, typer.Option(min=1, help="Minutes; the last round of each school must have ended since.")
    ] = 30,
    json: AsJson = False,
) -> None:
    """Say how long ago each school's last round ended; exit code 1 where that is too long. Changes nothing.

    A round counts whatever came of it: a mailbox that does not answer is told of by email, and no reason to start the
    daemon again.
    """
    from ..records.logs.turn_file import last_turn
    from .clock import WallClock

    desk: Desk = ctx.obj
    now = WallClock().now()
    ended = {name: last_turn(_data(desk, name, folder)) for name, folder in desk.folders().items()}
    late = {name for name, at in ended.items() if not _in_time(at, now, within)}
    if json:
        show_json(
            [
                {"school": name, "ended": at and at.isoformat(timespec="seconds"), "late": name in late}
                for name, at in ended.items()
            ]
        )
    else:
        for name, at in ended.items():
            say(f"{name}: {_said(at, now)}", err=name in late)
        if late:
            say(
                f"  -> Expected every {within} minutes at most. Is the daemon running? Its log says more, and `check`.",
                err=True,
            )
    if late:
        raise typer.Exit(1)


def _data(desk: Desk, name: str, folder: Path) -> Path:
    """The data folder of one school.

    Raises:
        WrongUsage: there is no school in that folder.
    """
    if (folder / "school.toml").is_file():
        return folder / "data"
    from ..ground.errors import Problem, WrongUsage

    raise WrongUsage(
        Problem(
            where=str(desk.config),
            what=f"There is no school folder '{name}' here.",
            what_to_do="Name the folder of school.toml or trust.toml: letterladder --config FOLDER pulse",
        )
    )


def _in_time(at: datetime | None, now: datetime, within: int) -> bool:
    return at is not None and -AHEAD <= now - at <= timedelta(minutes=within)


def _said(at: datetime | None, now: datetime) -> str:
    if at is None:
        return "no round has ended yet."
    if at - now > AHEAD:
        return "the last round ended in the future: is the clock of this computer right?"
    minutes = max(0, int((now - at).total_seconds() // 60))
    if minutes < 120:
        return f"the last round ended {minutes} {'minute' if minutes == 1 else 'minutes'} ago."
    hours = minutes // 60
    return f"the last round ended {hours if hours < 48 else hours // 24} {'hours' if hours < 48 else 'days'} ago."
