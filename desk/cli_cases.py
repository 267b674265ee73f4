"""Commands that show cases."""

import typer

from .cli_common import AsJson, Desk, Ref, Today, clean, show_json, show_table


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(cases)
    app.command()(case)


def cases(ctx: typer.Context, json: AsJson = False, today: Today = None) -> None:
    """All cases: for whom, where they stand, what they wait for."""
    from .listings import case_row

    desk: Desk = ctx.obj
    look = desk.glance(today)
    rows = [case_row(look.case(ref), look.school, look.today) for ref in look.cases.refs()]
    if json:
        show_json(rows)
        return
    show_table(
        "Cases",
        ("case", "adult", "conduct", "state", "last step", "answer by", "waits for"),
        [
            (
                one["ref"],
                one["name"],
                ", ".join(one["conduct"]),
                one["state"] + (" ALERT" if one["alert"] else ""),
                one["step"] or "-",
                one["answer_by"] or "-",
                one["waiting_for"],
            )
            for one in rows
        ],
        empty="No cases yet.",
    )


def case(ctx: typer.Context, ref: Ref, json: AsJson = False, today: Today = None) -> None:
    """One case: its history, its clock and its next step."""
    from .listings import case_view

    desk: Desk = ctx.obj
    look = desk.glance(today)
    entries = look.cases.read(ref)
    view = case_view(look.case(ref), entries, look.school, look.today)
    folder = look.cases.path(ref)
    if json:
        show_json(view)
        return
    typer.echo(f"Case {ref}: {clean(view['name'])} ({view['adult']}), {view['state']}")
    typer.echo(f"Waits for: {clean(view['waiting_for'])}")
    if view["next"].get("why"):
        typer.echo(f"  {clean(view['next']['why'])}")
    if view["blocked"]:
        typer.echo(f"  {clean(view['blocked'])}")
    if view["next"].get("options"):
        typer.echo(f"Steps the policy allows now: {', '.join(view['next']['options'])}")
    for one in view["duties"]:
        typer.echo(f"The policy requires ({one['state']}): {clean(one['says'])} {one['step']}".rstrip())
    for told in view["earlier"]:
        typer.echo(f"Earlier case: {clean(told)}")
    if view["clock"]:
        typer.echo(f"\nHow the answer-by date was reached ({view['clock']['letter']}):")
        typer.echo(f"  {view['clock']['explanation']}")
    show_table(
        "\nHistory",
        ("no.", "when (UTC)", "by", "what"),
        [(one["seq"], one["at"][:16], one["by"], one["says"]) for one in view["history"]],
        empty="Nothing has happened yet.",
    )
    typer.echo(f"Files: {folder}")
