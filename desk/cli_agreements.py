"""Agreements that families sign: who has signed, and letters to all of them at once, outside any case."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ..ground.errors import Problem, WrongUsage
from ..rules.people.rights import Right
from .cli_common import AsJson, By, Day, Desk, Today, say, show_json, show_table
from .cli_order import signed_at
from .cli_sign_in import in_person

if TYPE_CHECKING:
    from ..workflows.acts.agreement_letters import DrawnUp

MOST_LISTED = 10
"""People who get no letter that are named; the number counts all."""

agreements = typer.Typer(
    help="Who has signed the school's agreement; letters to many families at once.",
    invoke_without_command=True,
)
Round = Annotated[str, typer.Argument(help="The round, such as G-2026-1; see `agreements`.")]
Adult = Annotated[str, typer.Argument(help="The adult's number in people.csv; see `agreements`.")]


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.add_typer(agreements, name="agreements")
    agreements.callback()(show)
    agreements.command()(send)
    agreements.command()(approve)
    agreements.command()(withdraw)
    agreements.command()(posted)
    agreements.command()(signed)
    agreements.command()(declined)


def show(ctx: typer.Context, json: AsJson = False, today: Today = None) -> None:
    """Who has signed the school's agreement: sent, returned, overdue; and the rounds that were sent."""
    if ctx.invoked_subcommand:
        return
    from .readings import agreement_rows, round_rows

    desk: Desk = ctx.obj
    with desk.reading(today) as office:
        rows, rounds = agreement_rows(office), round_rows(office)
    if json:
        show_json(rows)
        return
    if rounds:
        keys = ("round", "title", "version", "letters", "state", "posted", "return_by", "signed", "declined")
        table = [tuple(one[key] or "-" for key in keys) for one in rounds]
        show_table("Rounds to families", tuple(key.replace("_", " ") for key in keys), table, empty="")
    show_table(
        "Signed agreements",
        ("adult", "name", "state", "sent", "return by", "signed", "case or round"),
        [
            tuple(one[key] or "-" for key in ("adult", "name", "state", "sent", "return_by", "signed", "ref"))
            for one in rows
        ],
        empty="Nobody is in the people register.",
    )


def send(
    ctx: typer.Context,
    title: Annotated[str, typer.Option(help="The name of the agreement, as the letter prints it.")],
    version: Annotated[str, typer.Option(help="Its version or date.")],
    points: Annotated[str, typer.Option(help="What is agreed, point by point, separated by semicolons.")],
    reason: Annotated[str, typer.Option(help="Why it is sent now, in one sentence.")],
    class_: Annotated[
        list[str] | None,
        typer.Option("--class", help="Families of this class only; may be given more than once."),
    ] = None,
    adult: Annotated[
        list[str] | None, typer.Option("--adult", help="This adult only; may be given more than once.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask for confirmation.")] = False,
    by: By = "",
    today: Today = None,
) -> None:
    """Write the agreement's letter to every adult of the register, and ask the head to approve all of them."""
    from ..workflows.acts.agreement_letters import Wanted, draw_up
    from ..workflows.acts.on_agreements import keep_round

    desk: Desk = ctx.obj
    wanted = Wanted(
        title=_said(title, "--title"),
        version=_said(version, "--version"),
        points=tuple(one.strip() for one in points.split(";") if one.strip()) or (_said("", "--points"),),
        reason=_said(reason, "--reason"),
        adults=tuple(adult or ()),
        classes=tuple(class_ or ()),
    )
    with desk.reading(today) as office:
        drawn = draw_up(office, wanted)
    _tell(drawn)
    if not yes:
        typer.confirm("Keep them, and ask for approval?", abort=True)
    who = signed_at(desk, by, Right.DRAFT, "draw agreements up", today=today)
    with desk.writing(today) as office:
        keep_round(office, drawn, by=who)
    say(f"Round {drawn.round} waits for approval. Its letters: agreements/{drawn.round} of the data folder.")


def _tell(drawn: "DrawnUp") -> None:
    say(f"{len(drawn.letters)} letters are written; {len(drawn.left_out)} adults get none.")
    for name, why in drawn.left_out[:MOST_LISTED]:
        say(f"  {name}: {why}")


def approve(ctx: typer.Context, round_: Round, by: By = "", today: Today = None) -> None:
    """Approve all letters of a round together; by the head, after `sign-in`."""
    from ..workflows.acts.on_agreements import approve_round

    desk: Desk = ctx.obj
    who = in_person(desk, by)
    with desk.writing(today) as office:
        approve_round(office, round_, by=who["by"] if who["named"] else "", way=who.get("way", "command"))
    say(f"Round {round_} is approved. Once the letters have gone: agreements posted {round_}.")


def withdraw(
    ctx: typer.Context,
    round_: Round,
    reason: Annotated[str, typer.Option(help="Why it is not sent.")],
    by: By = "",
    today: Today = None,
) -> None:
    """Take a round back before it has left."""
    from ..workflows.acts.on_agreements import withdraw_round

    desk: Desk = ctx.obj
    who = signed_at(desk, by, Right.DRAFT, "withdraw agreements", today=today)
    with desk.writing(today) as office:
        withdraw_round(office, round_, reason, by=who)
    say(f"Round {round_} is withdrawn.")


def posted(ctx: typer.Context, round_: Round, on: Day = None, by: By = "", today: Today = None) -> None:
    """Record that the letters of a round have gone."""
    from ..workflows.acts.on_agreements import round_posted

    desk: Desk = ctx.obj
    who = signed_at(desk, by, Right.POST, "record a posting", today=today)
    with desk.writing(today) as office:
        round_posted(office, round_, on or office.clock.today(), by=who)
    say(f"Round {round_} has gone. What comes back: agreements signed {round_} NUMBER.")


def signed(
    ctx: typer.Context, round_: Round, adult: Adult, on: Day = None, by: By = "", today: Today = None
) -> None:
    """Record that an adult signed, and when it came back."""
    _back(ctx, round_, adult, on, came=(True, ""), by=by, today=today)


def declined(
    ctx: typer.Context,
    round_: Round,
    adult: Adult,
    on: Day = None,
    note: Annotated[str, typer.Option(help="What they said, in a few words.")] = "",
    by: By = "",
    today: Today = None,
) -> None:
    """Record that an adult would rather not sign."""
    _back(ctx, round_, adult, on, came=(False, note), by=by, today=today)


def _back(
    ctx: typer.Context,
    round_: str,
    adult: str,
    on: date | None,
    *,
    came: tuple[bool, str],
    by: str,
    today: date | None,
) -> None:
    from ..workflows.acts.on_agreements import Back, came_back

    desk: Desk = ctx.obj
    who = signed_at(desk, by, Right.POST, "record what came back", today=today)
    with desk.writing(today) as office:
        back = Back(adult=adult, signed=came[0], on=on or office.clock.today(), note=came[1])
        came_back(office, round_, back, by=who)
    say(f"{adult} is recorded: {'signed' if came[0] else 'will not sign'}.")


def _said(text: str, option: str) -> str:
    if text.strip():
        return text.strip()
    raise WrongUsage(Problem(where=option, what="It is empty.", what_to_do=f"Write it: {option} '...'."))
