"""`setup`: a school's folder by questions, in the terminal or in a browser."""

from pathlib import Path
from typing import Annotated

import typer

from .cli_common import Desk, program, say


def add_to(app: typer.Typer) -> None:
    """Put the command of this file on the command line."""
    app.command()(setup)


def setup(
    ctx: typer.Context,
    browser: Annotated[
        bool, typer.Option("--browser", help="Ask in a browser on this computer instead.")
    ] = False,
    listen: Annotated[
        str, typer.Option(help="With --browser: another port of this computer.", metavar="HOST:PORT")
    ] = "127.0.0.1:8401",
) -> None:
    """Set a school up by questions: what is answered is kept at once, and you may leave and come back.

    Makes the folder of --config where there is none yet. The last step is a letter to yourself.
    """
    from .clock import WallClock
    from .setting_up import begin

    desk: Desk = ctx.obj
    if begin(desk.config):
        say(f"Made {desk.config}. The school in it is invented until you have answered.")
    if browser:
        from .web.setup_app import serve_setup

        serve_setup(desk.folder, WallClock(), listen, say)
        return
    _in_terminal(ctx)


def _in_terminal(ctx: typer.Context) -> None:
    from .clock import WallClock
    from .setup_terminal import Terminal

    desk: Desk = ctx.obj

    def import_people(file: Path, staff: bool) -> None:
        from ..rules.people.school import OFFICE
        from .cli_people import import_

        import_(ctx, file, staff=staff, yes=False, by=desk.settings().school.people[OFFICE].name)

    def write_review() -> None:
        from .cli_letters import review

        review(ctx, out=desk.folder / "letters-for-adviser.pdf")

    say("Enter takes what is in brackets; 'leave' ends, and keeps what was answered.")
    stood = Terminal(
        folder=desk.folder, clock=WallClock(), import_people=import_people, write_review=write_review
    ).run()
    open_ = [one.section.title for one in stood if not one.is_done]
    if open_:
        say(f"Still open: {', '.join(open_)}. To go on: {program()} --config {desk.folder} setup")
        raise typer.Exit(1)
    say(f"See what is left: {program()} --config {desk.folder} check; then start: serve")
