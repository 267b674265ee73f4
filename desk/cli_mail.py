"""Commands about email: every email ever seen, filing by hand, and what our own emails look like."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from ..rules.office import orders
from ..rules.words import Verdict
from .cli_common import AsJson, By, Desk, Today, say, show_json, show_table
from .cli_order import Seen, carry_out, signed


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(mails)
    app.command()(file)


def mails(
    ctx: typer.Context,
    action: Annotated[str, typer.Argument(help="'preview' with a DIR; nothing to list the emails.")] = "",
    folder: Annotated[Path | None, typer.Argument(help="Where the preview is written.")] = None,
    verdict: Annotated[
        Verdict | None, typer.Option(help="Only those that became this, such as automatic replies.")
    ] = None,
    json: AsJson = False,
    today: Today = None,
) -> None:
    """Every email ever seen and what became of it; or, for a look, every kind of email that we send to staff."""
    if action == "preview" and folder is not None:
        _preview(ctx.obj, folder, today)
        return
    if action:
        raise typer.BadParameter("use `mails` or `mails preview DIR`")
    _list_mails(ctx.obj, verdict, json=json, today=today)


def _preview(desk: Desk, folder: Path, today: date | None) -> None:
    from .mail_preview import write_preview

    with desk.reading(today) as office:
        written, pictures = write_preview(office, folder)
    say(
        f"{len(written)} emails were written to {folder}. The case in them is invented, and nothing was sent."
    )
    if not pictures:
        say(
            "There is no Chromium or Chrome here, so no pictures were made: open the .html files in a browser."
        )


def _list_mails(desk: Desk, verdict: Verdict | None, *, json: bool, today: date | None) -> None:
    from .mail_listing import mail_row
    from .whole_trust import schools_of

    schools = schools_of(desk, today)
    listed = {
        name: [mail_row(row) for row in look.mails().values() if verdict in {None, row.verdict}]
        for name, look in schools.looks.items()
    }
    if json:
        show_json([row for name, rows in listed.items() for row in schools.named(name, rows)])
    else:
        for name, rows in listed.items():
            _table(schools.titled("Emails", name), rows)
    schools.leave_if_wrong()


def _table(title: str, rows: Iterable[dict[str, Any]]) -> None:
    show_table(
        title,
        ("mail", "received", "from", "subject", "became", "case", "why"),
        [
            (
                one["sha256"][:12],
                one["received"][:16],
                *(one[name] for name in ("from", "subject", "verdict", "ref")),
                _why(one),
            )
            for one in rows
        ],
        empty="No such email has been seen yet.",
    )


def _why(one: dict[str, Any]) -> str:
    """Why an email is where it is, for one cell, with what a machine proposed."""
    return " ".join([one["reason"], *one["machine"]])


def file(
    ctx: typer.Context,
    mail: Annotated[str, typer.Argument(help="The email, by the first characters of its SHA-256.")],
    to: Annotated[
        str, typer.Option("--to", help="A case such as 2026-0042, 'new', or 'none' to put it aside.")
    ],
    adult: Annotated[str, typer.Option(help="For a new case: the adult's person_id.")] = "",
    pupil: Annotated[list[str] | None, typer.Option(help="For a new case: a pupil_id.")] = None,
    conduct: Annotated[list[str] | None, typer.Option(help="For a new case: the kind of conduct.")] = None,
    words: Annotated[
        str, typer.Option(help="The exact words of the post, letter for letter, such as those of a picture.")
    ] = "",
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
    about["facts"] = {"words": words} if words.strip() else {}
    order = orders.FileMail(mail=mail, to=to, seen=seen, clear=clear, note=note, **about, **signed(by))
    carry_out(desk, act, order, lambda stood: say(stood.said), today=today)
