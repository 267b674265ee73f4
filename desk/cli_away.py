"""`away`: who is away from when to when, and who answers in their place."""

from datetime import date
from typing import Annotated

import typer

from ..ground.english import uk_date
from ..ground.errors import Problem, WrongUsage
from ..rules.people.rights import Right
from .cli_common import AsJson, By, Desk, First, Last, Today, say, show_json, show_table
from .cli_order import signed_at


def add_to(app: typer.Typer) -> None:
    """Put the command of this file on the command line."""
    app.command()(away)


def away(
    ctx: typer.Context,
    role: Annotated[
        str, typer.Argument(help="The role of whoever is away: head, dsl ...; without it, all are listed.")
    ] = "",
    first: First = None,
    last: Last = None,
    to_role: Annotated[
        str,
        typer.Option(
            "--to-role", metavar="ROLE", help="Who answers for them; letters only the alternate may approve."
        ),
    ] = "",
    back: Annotated[
        bool, typer.Option("--back", help="They are back, or will not be away after all.")
    ] = False,
    by: By = "",
    json: AsJson = False,
    today: Today = None,
) -> None:
    """Say that somebody is away: they are not reminded, and letters wait or go to the alternate; list who is."""
    desk: Desk = ctx.obj
    if not role:
        _list(desk, json=json, today=today)
        return
    if not back and (first is None or last is None):
        what = "It does not say from when to when."
        do = "Write: away ROLE --from YYYY-MM-DD --to YYYY-MM-DD; or, once they are there again, away ROLE --back."
        raise WrongUsage(Problem(where="away", what=what, what_to_do=do))
    who = signed_at(desk, by, Right.PEOPLE, "say who is away", today=today)
    if first is None or last is None or back:
        _end(desk, role, who, today)
        return
    from ..rules.office.absences import Absence
    from ..workflows.acts.on_absences import say_away

    with desk.writing(today) as office:
        meant = say_away(office, Absence(role=role, first=first, last=last, to_role=to_role, by=who))
        say(meant.words(office.school))


def _end(desk: Desk, role: str, who: str, today: date | None) -> None:
    from ..workflows.acts.on_absences import say_back

    with desk.writing(today) as office:
        for one in say_back(office, role, by=who):
            days = f"{uk_date(one.first)} to {uk_date(one.last)}"
            say(f"{office.school.people[role].name} is there; the absence from {days} has ended.")


def _list(desk: Desk, *, json: bool, today: date | None) -> None:
    from .readings import away_rows

    with desk.reading(today) as office:
        rows = away_rows(office)
    if json:
        show_json(rows)
        return
    table = [
        (one["role"], one["name"], one["from"], one["to"], one["to_role"] or "-", one["by"]) for one in rows
    ]
    columns = ("role", "name", "from", "to", "answers for them", "noted by")
    show_table("Who is away", columns, table, empty="Nobody is noted as away.")
