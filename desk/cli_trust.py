"""Several schools in one installation: counts for the trust, and nothing else of any school."""

import typer

from .cli_common import AsJson, Desk, Today, show_json, show_table


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(schools)


def schools(ctx: typer.Context, json: AsJson = False, today: Today = None) -> None:
    """The schools kept here, with counts only: no name, no conduct, no letter of any of them."""
    from ..workflows.case_book import CaseBook

    desk: Desk = ctx.obj
    rows = []
    for name, one in desk.each().items():
        with one.reading(today) as office:
            day, cases, mails = office.clock.today(), office.index.cases, office.index.mails
            # One whose log cannot be read counts as open: nobody knows that it is over.
            running = cases.open_refs()
            open_ = list(CaseBook(office).still_open())
            due = [case.last_posted.answer_by for case in open_ if case.last_posted]
            rows.append(
                {
                    "school": name,
                    "open": len(running),
                    "closed": len({*office.cases.refs()}.difference(running)),
                    "alerts": sum(case.alerted for case in open_),
                    "intray": len(mails.unjudged()) + len(mails.in_tray()),
                    "due_today": sum(when == day for when in due),
                    "overdue": sum(when is not None and when < day for when in due),
                }
            )
    if json:
        show_json(rows)
        return
    show_table(
        "Schools",
        ("school", "open cases", "closed", "alerts", "in-tray", "due today", "overdue"),
        [tuple(row.values()) for row in rows],
        empty="No schools.",
    )
