"""Commands for steps that are not letters: done, sheets, what the policy requires, the signed agreements."""

from datetime import date
from typing import Annotated

import typer

from .cli_act import go_on
from .cli_common import AsJson, By, Day, Desk, Ref, Today, parse_fields, say, show_json, show_table, signer


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(done)
    app.command()(sheet)
    app.command()(waive)
    app.command()(duties)
    app.command()(agreements)


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
            help="When to look again; otherwise as the policy says.",
        ),
    ] = None,
    outcome: Annotated[str, typer.Option(help="What came of it, in a few words: facts.")] = "",
    by: By = "",
    today: Today = None,
) -> None:
    """Record that an action was carried out, or was looked at again: who, when, reference, outcome."""
    from ..ground.english import uk_date
    from ..rules.cases.events import ActionDone
    from ..workflows.actions import record_action

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        who = signer(by)
        event = ActionDone(
            step=step,
            done_by=who,
            on=on or office.clock.today(),
            reference=reference,
            follow_up=follow_up,
            outcome=outcome,
        )
        noted = record_action(office, office.case(ref), event, by=who)
        again = f" Look again on {uk_date(noted.follow_up)}." if noted.follow_up else ""
        say(f"{step} is recorded.{again}")
        go_on(office, ref)


def sheet(
    ctx: typer.Context,
    ref: Ref,
    step: Annotated[str, typer.Argument(help="The action whose sheet is wanted: P1, X2 or X3.")],
    set_: Annotated[
        list[str] | None, typer.Option("--set", help="Supply a field: name=words; may be given again.")
    ] = None,
    by: By = "",
    today: Today = None,
) -> None:
    """Write the sheet of an action for the person who carries it out; on a hold or an alert too."""
    from ..workflows.actions import order_sheet

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        file = order_sheet(office, office.case(ref), step, parse_fields(set_ or ()), by=signer(by))
        say(f"Written: {office.cases.path(ref, file)}")


def waive(
    ctx: typer.Context,
    ref: Ref,
    rule: Annotated[str, typer.Argument(help="The rule of the policy, by its id; see `duties REF`.")],
    reason: Annotated[str, typer.Option(help="Why it is not done; the register shows it.")],
    by: By = "",
    today: Today = None,
) -> None:
    """Set aside something that the policy requires, by name and with a reason."""
    from ..workflows.actions import waive_duty

    desk: Desk = ctx.obj
    if not by.strip():
        raise typer.BadParameter("this is signed with a name: add --by", param_hint="--by")
    with desk.writing(today) as office:
        waive_duty(office, office.case(ref), rule, reason, by=signer(by))
        say(f"{rule} is set aside.")
        go_on(office, ref)


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
        empty="The policy requires nothing beyond its steps.",
    )


def agreements(ctx: typer.Context, json: AsJson = False, today: Today = None) -> None:
    """Who has signed the school's agreement: sent, returned, overdue."""
    from ..workflows.agreements import agreement_rows

    desk: Desk = ctx.obj
    with desk.reading(today) as office:
        rows = agreement_rows(office)
    if json:
        show_json(rows)
        return
    show_table(
        "Signed agreements",
        ("adult", "name", "state", "sent", "return by", "signed", "case"),
        [
            tuple(one[key] or "-" for key in ("adult", "name", "state", "sent", "return_by", "signed", "ref"))
            for one in rows
        ],
        empty="Nobody is in the people register.",
    )
