"""The command of the anchor: two people say that they know why something no longer fits it."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ..ground.errors import Problem, Refused
from .cli_common import By, Desk, Today, say
from .cli_register import typed_anchor, watch
from .cli_sign_in import in_person

if TYPE_CHECKING:
    from ..rules.office.acknowledged import Breaks
    from ..workflows.acts.on_anchors import Acknowledged


def add_to(app: typer.Typer) -> None:
    """Put the command of this file on the command line."""
    app.command("acknowledge-break")(acknowledge_break)


def acknowledge_break(
    ctx: typer.Context,
    why: Annotated[
        str, typer.Option(help="Why it no longer fits: 'restored from the backup of 2 November'.")
    ],
    anchor: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NUMBER",
            help="A number from an anchor email that is of no anchor of this folder; may be repeated.",
        ),
    ] = None,
    by: By = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask for confirmation.")] = False,
    today: Today = None,
) -> None:
    """Say that you know why something no longer fits its anchor; it counts when a second person says so, too."""
    from ..workflows.acts.on_anchors import AcknowledgeBreak, acknowledge, who_acknowledges

    desk: Desk = ctx.obj
    signed = in_person(desk, by)
    who, way = signed["by"], signed.get("way", "command")
    numbers = tuple(typed_anchor(one) for one in anchor or ())
    with desk.reading(today) as office:
        who_acknowledges(office, who, way)
    shown = None if yes else _ask(desk, numbers, today)
    with desk.round(today) as office:
        breaks = _found(desk)
        if shown is not None and set(breaks.lost) - set(shown.lost):
            what = "Something else has broken since it was shown, and nothing was written."
            raise Refused(
                Problem(where="acknowledge-break", what=what, what_to_do="Run `verify`, and look again.")
            )
        order = AcknowledgeBreak(by=who, way=way, why=why, breaks=breaks, numbers=numbers)
        stood = acknowledge(office, order)
    _tell(stood)


def _ask(desk: Desk, numbers: tuple[str, ...], today: date | None) -> "Breaks":
    """Show what would be acknowledged, where there is something, and ask."""
    from ..rules.office.acknowledged import what_of

    with desk.round(today):
        breaks = _found(desk)
    if breaks.lost or numbers:
        say(f"This does not fit its anchor: {what_of(breaks.lost, numbers)}.")
        typer.confirm("Do you know why, and acknowledge it?", abort=True)
    return breaks


def _found(desk: Desk) -> "Breaks":
    from ..records.verify.verify import walk

    return walk(desk.settings().data, watch=watch).breaks


def _tell(stood: "Acknowledged") -> None:
    if stood.counts:
        say(f"Two people have acknowledged it now: {stood.counts}. `verify` says so from now on.")
    if stood.waits:
        say(
            f"One of two has acknowledged; a second person is needed, after their own sign-in: {stood.waits}."
            " Until then it is a break as before."
        )
