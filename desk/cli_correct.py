"""Commands for what turned out to be otherwise: a wrong line, a case that is not over."""

from datetime import datetime
from typing import Annotated

import typer

from .cli_act import go_on
from .cli_common import Desk, Ref, Today, say

Name = Annotated[str, typer.Option("--by", help="Your name, as the log will show it.", metavar="NAME")]


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(correct)
    app.command()(reopen)


def _named(by: str) -> str:
    if not by.strip():
        raise typer.BadParameter("this is signed with a name", param_hint="--by")
    return by.strip()


def correct(
    ctx: typer.Context,
    ref: Ref,
    line: Annotated[int, typer.Argument(min=1, help="The line's number in `case REF`.")],
    what: Annotated[str, typer.Option(help="What is right, and how you know.")],
    by: Name,
    posted_on: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], help="The line is a posting: the day on which the letter really left."
        ),
    ] = None,
    no_answer: Annotated[
        bool, typer.Option("--no-answer", help="The line is an answer: it never was one to this letter.")
    ] = False,
    today: Today = None,
) -> None:
    """Say what is wrong in a line of the case; it is shown beside that line for ever, and nothing is edited."""
    from ..workflows.correcting import Correction
    from ..workflows.correcting import correct as take

    desk: Desk = ctx.obj
    day = posted_on.date() if posted_on else None
    said = Correction(line=line, what=what, posted_on=day, no_answer=no_answer)
    with desk.writing(today) as office:
        take(office, office.case(ref), said, by=_named(by))
        say(f"Line {line} of {ref} is corrected; it stays as it was written, with the correction beside it.")
        go_on(office, ref)


def reopen(
    ctx: typer.Context,
    ref: Ref,
    reason: Annotated[str, typer.Option(help="Why the case is not over.")],
    by: Name,
    today: Today = None,
) -> None:
    """Take a closed case up again; the head is asked how it goes on, and no letter's date begins again by itself."""
    from ..workflows.reopening import reopen as take

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        take(office, office.case(ref), reason, by=_named(by))
        say(f"{ref} is open again.")
        go_on(office, ref)
