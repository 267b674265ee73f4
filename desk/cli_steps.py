"""Commands for steps that are not letters: done, sheets, and what the policy requires."""

from datetime import date
from typing import Annotated, Any

import typer

from ..rules.office import orders
from ..rules.policies.outcome_words import RESULT_WORDS
from .cli_common import AsJson, By, Day, Desk, Ref, Today, parse_fields, say, show_json, show_table
from .cli_order import Seen, carry_out, say_standing, signed
from .cli_sign_in import in_person

OutOfOrder = Annotated[
    str,
    typer.Option(
        metavar="REASON",
        help="It really happened, though the policy did not allow it yet, and why; "
        "it is recorded, and does not count as the policy's step.",
    ),
]
FollowUp = Annotated[
    date | None,
    typer.Option(
        parser=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="When to look again; if left out, as the policy says.",
    ),
]

MayTell = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="Who agreed that the adult may be told of it, such as the officer; until then no letter says so.",
    ),
]


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(done)
    app.command()(consulted)
    app.command()(sheet)
    app.command()(waive)
    app.command()(duties)


def done(
    ctx: typer.Context,
    ref: Ref,
    step: Annotated[str, typer.Argument(help="The action, such as P1 or X3; see `case REF`.")],
    on: Day = None,
    reference: Annotated[str, typer.Option(help="Their reference: a report id, a crime reference.")] = "",
    follow_up: FollowUp = None,
    outcome: Annotated[str, typer.Option(help="What came of it, in a few words; facts only.")] = "",
    out_of_order: OutOfOrder = "",
    result: Annotated[
        str, typer.Option(help=f"Of an appeal: how it ended. One of {', '.join(RESULT_WORDS)}.")
    ] = "",
    may_tell: MayTell = "",
    by: By = "",
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Record that an action was carried out, or was looked at again: who, when, reference, outcome.

    Where the policy says whose it is, --by must be them. What the policy asks for first must have happened.
    """
    from ..ground.english import uk_date
    from ..workflows.acts.on_steps import StepDone
    from ..workflows.acts.on_steps import done as act

    def tell(stood: StepDone) -> None:
        again = f" Look again on {uk_date(stood.follow_up)}." if stood.follow_up else ""
        beside = " It was out of order, so it does not count as the policy's step." if out_of_order else ""
        say(f"{step} is recorded.{beside}{again}")
        say_standing(stood)

    desk: Desk = ctx.obj
    said: dict[str, Any] = {"reference": reference, "follow_up": follow_up, "outcome": outcome}
    said |= {"out_of_order": out_of_order, "result": result, "may_tell": may_tell}
    day = on or desk.today(today)
    order = orders.RecordDone(ref=ref, seen=seen, step=step, on=day, **said, **signed(by))
    carry_out(desk, act, order, tell, today=today)


def consulted(
    ctx: typer.Context,
    ref: Ref,
    step: Annotated[str, typer.Argument(help="The step that they were asked about; see `case REF`.")],
    with_: Annotated[
        str, typer.Option("--with", help="The role that was consulted, as the policy names it.")
    ],
    result: Annotated[str, typer.Option(help="What they said, in a few words.")],
    person: Annotated[
        str, typer.Option(help="Who of several was asked; if left out, whoever speaks for the role.")
    ] = "",
    on: Day = None,
    by: By = "",
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Record whom the policy wants consulted about a step, and what they said; until then the step waits."""
    from ..workflows.acts.on_steps import consulted as act
    from ..workflows.acts.standing import Stood

    def tell(stood: Stood) -> None:
        say(f"It is recorded that {with_} was consulted about {step}.")
        say_standing(stood)

    desk: Desk = ctx.obj
    day = on or desk.today(today)
    said: dict[str, Any] = {"role": with_, "result": result, "person": person}
    order = orders.RecordConsulted(ref=ref, seen=seen, step=step, on=day, **said, **signed(by))
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
    """Set aside something the policy requires, after `sign-in` and with a reason."""
    from ..workflows.acts.on_steps import waive as act
    from ..workflows.acts.standing import Stood

    def tell(stood: Stood) -> None:
        say(f"{rule} has been set aside.")
        say_standing(stood)

    desk: Desk = ctx.obj
    order = orders.WaiveDuty(ref=ref, seen=seen, rule=rule, reason=reason, **in_person(desk, by))
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
        [(one["rule"], one["step"] or "-", _state(one), one["says"], one["source"]) for one in rows],
        empty="The policy requires nothing apart from its steps.",
    )


def _state(row: dict[str, str]) -> str:
    """Where a duty stands, with who did it or set it aside and when."""
    state = {"open": "to be answered", "waived": "answered: no"}.get(row["state"], row["state"])
    parts = (row["reason"], row["by"], row["on"])
    return ", ".join([state if row["asks"] else row["state"], *(part for part in parts if part)])
