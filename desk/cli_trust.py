"""Several schools in one installation: counts for the trust, and nothing else of any school."""

import typer

from .cli_common import AsJson, Desk, Today, show_json, show_table


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(schools)


def schools(ctx: typer.Context, json: AsJson = False, today: Today = None) -> None:
    """The schools kept here, with counts only: no name, no conduct, no letter of any of them."""
    from ..rules.words import Verdict
    from ..workflows.keeping import rows_of

    desk: Desk = ctx.obj
    rows = []
    for name, one in desk.each().items():
        with one.reading(today) as office:
            day = office.clock.today()
            cases = [office.case(ref) for ref in office.cases.refs()]
            open_ = [case for case in cases if not case.closed]
            due = [case.last_posted.answer_by for case in open_ if case.last_posted]
            mails = rows_of(office).values()
            rows.append(
                {
                    "school": name,
                    "open": len(open_),
                    "closed": len(cases) - len(open_),
                    "alerts": sum(case.alerted for case in open_),
                    "intray": sum(row.verdict is Verdict.INTRAY for row in mails),
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
