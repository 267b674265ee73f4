"""The command about forms and systems: which are known, and what is read in one email."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..ground.values import as_table
from .cli_common import AsJson, Desk, clean, say, show_json, show_table

if TYPE_CHECKING:
    from .form_list import Tried


def add_to(app: typer.Typer) -> None:
    """Put the command of this file on the command line."""
    app.command()(forms)


def forms(
    ctx: typer.Context,
    action: Annotated[str, typer.Argument(help="'try' with a FILE; nothing to list the forms.")] = "",
    file: Annotated[Path | None, typer.Argument(help="An email saved as .eml.")] = None,
    json: AsJson = False,
) -> None:
    """List the forms and systems that are recognised, or say what is read in an email (`forms try FILE.eml`)."""
    desk: Desk = ctx.obj
    if action == "try" and file is not None:
        _try(desk, file, json=json)
        return
    if action:
        raise typer.BadParameter("use `forms` or `forms try FILE.eml`")
    _list(desk, json=json)


def _list(desk: Desk, *, json: bool) -> None:
    from .form_list import form_rows

    rows = list(form_rows(desk.settings()))
    if json:
        show_json([as_table(row) for row in rows])
        return
    show_table(
        "Forms and systems",
        ("id", "what it is", "holds", "filled in by", "comes from", "whose file"),
        [
            (
                row.id,
                row.title,
                row.kind or "switched off",
                {"staff": "staff", "public": "anybody"}.get(row.trust, ""),
                ", ".join(row.senders) or "any address",
                "the school's" if row.own else "ours",
            )
            for row in rows
        ],
        empty="",
    )
    say("What is read in one email: letterladder forms try FILE.eml. To add or change one: docs/forms.md.")


def _try(desk: Desk, file: Path, *, json: bool) -> None:
    from .form_list import tried

    found = tried(desk.settings(), file)
    if json:
        show_json(as_table(found))
    else:
        _show(found)
    if found.needs_a_person:
        raise typer.Exit(1)


def _show(found: "Tried") -> None:
    if not found.form:
        say("No form or system is recognised in this email; it is read as free text.")
        if found.machine:
            say(f"It is filed as a machine's email: {clean(found.machine)}")
        return
    what = "only says that there is something to read" if found.kind == "notice" else "holds a report"
    say(f"Recognised: {found.form} ({clean(found.title)}); it {what}.")
    say("Sender: known." if found.known_sender else f"Sender: not known, because {clean(found.doubt)}.")
    say(f"Filled in by: {'staff' if found.trust == 'staff' else 'anybody, as far as can be told'}.")
    if found.fields:
        rows = [(name, one["label"], one["value"]) for name, one in found.fields.items()]
        show_table("What was read", ("field", "label in the email", "answer"), rows, empty="")
    if found.missing:
        say(f"Missing: {'; '.join(found.missing)}.")
    if found.not_given:
        say(f"Not given: {', '.join(found.not_given)}.")
    say("Left over:" if found.beside else "Nothing is left over.")
    for line in found.beside.split("\n") if found.beside else ():
        say(f"  {clean(line)}")
