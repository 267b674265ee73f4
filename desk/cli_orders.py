"""Orders that wait for their turn, or that were not done."""

from typing import Annotated, Any

import typer

from ..rules.office.kept_orders import KeptOrder
from .cli_common import AsJson, Desk, say, show_json, show_problems, show_table, warn


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(orders)


Drop = Annotated[
    str, typer.Option("--drop", metavar="ID", help="Take one away: you have dealt with it, or take it back.")
]


def orders(ctx: typer.Context, json: AsJson = False, drop: Drop = "") -> None:
    """What was typed while somebody else was writing: still waiting, or not done and why."""
    desk: Desk = ctx.obj
    if drop:
        _take_away(desk, drop)
        return
    with desk.reading() as office:
        kept = [*office.shelf.waiting(), *office.shelf.refused()]
        problems = list(office.shelf.problems())
    if json:
        show_json([_plain(one) for one in kept])
    else:
        rows = [
            (one.id[:8], f"{one.at:%Y-%m-%d %H:%M}", one.order.by, one.about, one.refused or "waits")
            for one in kept
        ]
        show_table("Orders", ("id", "typed (UTC)", "by", "what", "state"), rows, empty="No order waits.")
        show_problems(problems)
    if problems or any(one.refused for one in kept):
        raise typer.Exit(1)


def _take_away(desk: Desk, beginning: str) -> None:
    from ..records.logs.lock import writer_lock

    with desk.reading() as office:
        kept = office.shelf.find(beginning)
    with writer_lock(desk.settings().data, tell=warn):
        # One that still waited may have been carried out meanwhile.
        gone = not kept.refused and not office.shelf.holds(kept)
        office.shelf.drop(kept) if kept.refused else office.shelf.done(kept)
    say(f"{kept.about} was carried out meanwhile." if gone else f"{kept.about} is taken away.")


def _plain(kept: KeptOrder) -> dict[str, Any]:
    from msgspec import to_builtins

    words = {**to_builtins(kept.order)}
    if words.get("file"):
        words["file"] = f"{len(words['file'])} characters"
    return {
        "id": kept.id,
        "at": kept.at.isoformat(),
        "about": kept.about,
        "order": words,
        "refused": kept.refused,
        "what_to_do": kept.what_to_do,
    }
