"""Commands about email: every email ever seen, and filing by hand."""

from typing import Annotated, Any

import typer

from ..rules.office import orders
from .cli_common import AsJson, By, Desk, Today, say, show_json, show_table
from .cli_order import Seen, carry_out, signed


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(mails)
    app.command()(file)


def mails(ctx: typer.Context, json: AsJson = False, today: Today = None) -> None:
    """Every email ever seen and what became of it."""
    from .listings import mail_row
    from .readings import mails_of

    desk: Desk = ctx.obj
    with desk.reading(today) as office:
        rows = [mail_row(row) for row in mails_of(office).values()]
    if json:
        show_json(rows)
        return
    names = ("from", "subject", "verdict", "ref", "reason")
    show_table(
        "Emails",
        ("mail", "received", "from", "subject", "became", "case", "why"),
        [(one["sha256"][:12], one["received"][:16], *(one[name] for name in names)) for one in rows],
        empty="No emails have been seen yet.",
    )


def file(
    ctx: typer.Context,
    mail: Annotated[str, typer.Argument(help="The email, by the first characters of its SHA-256.")],
    to: Annotated[
        str, typer.Option("--to", help="A case such as 2026-0042, 'new', or 'none' to put it aside.")
    ],
    adult: Annotated[str, typer.Option(help="For a new case: the adult's person_id.")] = "",
    pupil: Annotated[list[str] | None, typer.Option(help="For a new case: a pupil_id.")] = None,
    conduct: Annotated[list[str] | None, typer.Option(help="For a new case: the kind of conduct.")] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Clear the case to proceed at once.")] = False,
    note: Annotated[str, typer.Option(help="Why.")] = "",
    by: By = "",
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Put an email from the in-tray into a case, open a case with it, or set it aside with a note."""
    from ..workflows.acts.on_mails import file as act

    desk: Desk = ctx.obj
    about: dict[str, Any] = {"adult": adult, "pupils": tuple(pupil or ()), "conduct": tuple(conduct or ())}
    order = orders.FileMail(mail=mail, to=to, seen=seen, clear=clear, note=note, **about, **signed(by))
    carry_out(desk, act, order, lambda stood: say(stood.said), today=today)
