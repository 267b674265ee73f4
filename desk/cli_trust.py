"""Several schools in one installation: counts for the trust, and nothing else of any school."""

import typer

from .cli_common import AsJson, Desk, Today, show_json, show_table


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(schools)


def schools(ctx: typer.Context, json: AsJson = False, today: Today = None) -> None:
    """The schools kept here, with counts only: no name, no conduct, no letter of any of them."""
    from .readings import school_counts

    desk: Desk = ctx.obj
    rows = []
    for name, one in desk.each().items():
        with one.reading(today) as office:
            rows.append({"school": name, **school_counts(office)})
    if json:
        show_json(rows)
        return
    show_table(
        "Schools",
        ("school", "open cases", "closed", "alerts", "in-tray", "due today", "overdue"),
        [tuple(row.values()) for row in rows],
        empty="No schools.",
    )
