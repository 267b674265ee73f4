"""Commands for steps that are not letters: done, sheets, and what the policy requires."""

from datetime import date
from typing import Annotated, Any

import typer

from ..rules.office import orders
from .cli_common import AsJson, By, Day, Desk, Ref, Today, parse_fields, say, show_json, show_table
from .cli_order import Seen, carry_out, say_standing, signed


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(done)
    app.command()(sheet)
    app.command()(waive)
    app.command()(duties)


def done(
    ctx: typer.Context,
    ref: Ref,
    step: Annotated[str, typer.Argument(help="The action, such as P1 or X3; see `case REF`.")],
    on: Day = None,
    reference: Annotated[str, typer.Option(help="Their reference: a report id, a crime reference.")] = "",
    follow_up: Annotated[
        date | None,
        typer.Option(
            parser=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="When to look again; if left out, as the policy says.",
        ),
    ] = None,
    outcome: Annotated[str, typer.Option(help="What came of it, in a few words; facts only.")] = "",
    by: By = "",
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Record that an action was carried out, or was looked at again: who, when, reference, outcome."""
    from ..ground.english import uk_date
    from ..workflows.acts.on_steps import StepDone
    from ..workflows.acts.on_steps import done as act

    def tell(stood: StepDone) -> None:
        again = f" Look again on {uk_date(stood.follow_up)}." if stood.follow_up else ""
        say(f"{step} is recorded.{again}")
        say_standing(stood)

    desk: Desk = ctx.obj
    said: dict[str, Any] = {"reference": reference, "follow_up": follow_up, "outcome": outcome}
    day = on or desk.today(today)
    order = orders.RecordDone(ref=ref, seen=seen, step=step, on=day, **said, **signed(by))
    carry_out(desk, act, order, tell, today=today)


def sheet(
    ctx: typer.Context,
    ref: Ref,
    step: Annotated[str, typer.Argument(help="The action whose sheet is needed, such as P1 or X3.")],
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", help="Supply a field: name=words; may be given more than once."),
    ] = None,
    by: By = "",
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Write the sheet of an action for the person who carries it out; on a hold or an alert too."""
    from ..workflows.acts.on_steps import sheet as act

    desk: Desk = ctx.obj
    order = orders.WriteSheet(
        ref=ref, seen=seen, step=step, fields=dict(parse_fields(set_ or ())), **signed(by)
    )
    carry_out(desk, act, order, lambda stood: say(f"Written: {stood.file}"), today=today)


def waive(
    ctx: typer.Context,
    ref: Ref,
    rule: Annotated[str, typer.Argument(help="The rule of the policy, by its id; see `duties REF`.")],
    reason: Annotated[str, typer.Option(help="Why it has not been done; the register shows it.")],
    by: By = "",
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Set aside something the policy requires, signed with a name and with a reason."""
    from ..workflows.acts.on_steps import waive as act
    from ..workflows.acts.standing import Stood

    def tell(stood: Stood) -> None:
        say(f"{rule} has been set aside.")
        say_standing(stood)

    desk: Desk = ctx.obj
    order = orders.WaiveDuty(ref=ref, seen=seen, rule=rule, reason=reason, **signed(by))
    carry_out(desk, act, order, tell, today=today)


def duties(ctx: typer.Context, ref: Ref, json: AsJson = False, today: Today = None) -> None:
    """What the policy requires in this case: done, set aside, or still open."""
    from ..rules.cases.duties import duty_rows

    desk: Desk = ctx.obj
    with desk.reading(today) as office:
        rows = duty_rows(office.case(ref), office.school.policy)
    if json:
        show_json(rows)
        return
    show_table(
        f"What the policy requires in {ref}",
        ("rule", "step", "state", "what", "source"),
        [(one["rule"], one["step"] or "-", one["state"], one["says"], one["source"]) for one in rows],
        empty="The policy requires nothing apart from its steps.",
    )
