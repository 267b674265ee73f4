"""Commands for what turned out to be otherwise: a wrong line, a case that is not over."""

from datetime import datetime
from typing import Annotated

import typer

from ..rules.office import orders
from .cli_common import Desk, Ref, Today, say
from .cli_order import Seen, carry_out, say_standing, signed
from .cli_sign_in import in_person

Name = Annotated[
    str,
    typer.Option(
        "--by",
        help="Who you are: a name, a role or an email address of somebody of the school.",
        metavar="NAME",
    ),
]


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(correct)
    app.command()(reopen)


def correct(
    ctx: typer.Context,
    ref: Ref,
    line: Annotated[int, typer.Argument(min=1, help="The line's number in `case REF`.")],
    what: Annotated[str, typer.Option(help="What is correct, and how you know.")],
    by: Name,
    posted_on: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="If the line is a posting: the day the letter really left."),
    ] = None,
    no_answer: Annotated[
        bool,
        typer.Option("--no-answer", help="If the line is an answer: it was never an answer to this letter."),
    ] = False,
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Say what is wrong in a line of the case; it is shown beside that line for ever, and nothing is edited."""
    from ..workflows.acts.on_cases import correct as act
    from ..workflows.acts.standing import Stood

    def tell(stood: Stood) -> None:
        say(
            f"Line {line} of {ref} is corrected; it stays as it was written, with the correction shown beside it."
        )
        say_standing(stood)

    desk: Desk = ctx.obj
    day = posted_on.date() if posted_on else None
    order = orders.Correct(
        ref=ref, seen=seen, line=line, what=what, posted_on=day, no_answer=no_answer, **signed(by)
    )
    carry_out(desk, act, order, tell, today=today)


def reopen(
    ctx: typer.Context,
    ref: Ref,
    reason: Annotated[str, typer.Option(help="Why the case is not finished.")],
    by: Name,
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Reopen a closed case, after `sign-in`; the head is asked how to go on, and no deadline starts again by itself."""
    from ..workflows.acts.on_cases import reopen as act
    from ..workflows.acts.standing import Stood

    def tell(stood: Stood) -> None:
        say(f"{ref} is open again.")
        say_standing(stood)

    desk: Desk = ctx.obj
    carry_out(
        desk, act, orders.Reopen(ref=ref, seen=seen, reason=reason, **in_person(desk, by)), tell, today=today
    )
