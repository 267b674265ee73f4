"""Requests for information and complaints about its use: record, list, acknowledge, extend, prepare, answer."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..rules.office import orders
from ..rules.people.rights import Right
from ..rules.words import RequestAbout
from .cli_common import AsJson, By, Desk, Today, say, show_json, show_table
from .cli_order import carry_out, signed, signed_at

if TYPE_CHECKING:
    from ..rules.office.requests import Request

DAY = ["%Y-%m-%d"]
Number = Annotated[str, typer.Argument(help="The request, such as R2026-0001.")]
On = Annotated[datetime | None, typer.Option("--on", formats=DAY, help="The day; today if left out.")]

request = typer.Typer(help="Record a request, or what happened to it.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command("requests")(requests)
    app.add_typer(request, name="request")
    request.command("record")(record)
    request.command("acknowledged")(acknowledged)
    request.command("extended")(extended)
    request.command("answered")(answered)
    request.command("prepare")(prepare)


def requests(ctx: typer.Context, json: AsJson = False, today: Today = None) -> None:
    """All requests with their last days; emails that were flagged as one are among them after the next round."""
    from .readings import requests_of

    desk: Desk = ctx.obj
    with desk.reading(today) as office:
        found = sorted(requests_of(office).values(), key=lambda one: (not one.runs, one.due, one.number))
    if json:
        show_json([_plain(one) for one in found])
        return
    rows = [(one.number, one.about, one.received, one.due, one.ref, _state(one), one.rule) for one in found]
    columns = ("number", "about", "received", "last day", "case", "state", "clock")
    show_table("Requests", columns, rows, empty="No requests are recorded.")


def _state(one: "Request") -> str:
    if one.answered:
        return f"answered {one.answered}: {one.how}"
    return f"acknowledged {one.acknowledged}" if one.acknowledged else "open"


def _plain(one: "Request") -> dict[str, Any]:
    return {
        "number": one.number,
        "about": str(one.about),
        "received": one.received,
        "due": one.due,
        "rule": one.rule,
        "ref": one.ref,
        "mail": one.mail,
        "runs": one.runs,
        "acknowledged": one.acknowledged,
        "answered": one.answered,
        "how": one.how,
    }


def record(
    ctx: typer.Context,
    about: Annotated[RequestAbout, typer.Argument(help="sar, foi or dp-complaint.")],
    received: Annotated[
        datetime | None, typer.Option(formats=DAY, help="The day the school received it, by whatever route.")
    ] = None,
    mail: Annotated[str, typer.Option(help="The email it came in, as `mails` shows it.")] = "",
    who: Annotated[str, typer.Option(help="Who is asking.")] = "",
    ref: Annotated[str, typer.Option(help="The case it concerns.")] = "",
    by: By = "",
    today: Today = None,
) -> None:
    """Start the clock of a request that came by email, letter, telephone or in person."""
    from ..workflows.acts.on_requests import OfRequest
    from ..workflows.acts.on_requests import record as act

    def tell(stood: OfRequest) -> None:
        say(f"{stood.request.number}: last day {stood.request.due.isoformat()} ({stood.request.rule})")

    desk: Desk = ctx.obj
    day = received.date() if received else desk.today(today)
    order = orders.RecordRequest(about=about, received=day, mail=mail, who=who, ref=ref, **signed(by))
    carry_out(desk, act, order, tell, today=today)


def acknowledged(ctx: typer.Context, number: Number, on: On = None, by: By = "", today: Today = None) -> None:
    """The school wrote that it has the request; for a complaint that stops the clock."""
    from ..workflows.acts.on_requests import acknowledge

    desk: Desk = ctx.obj
    day = on.date() if on else desk.today(today)
    order = orders.AcknowledgeRequest(number=number, on=day, **signed(by))
    carry_out(
        desk, acknowledge, order, lambda _: say(f"{number} acknowledged on {day.isoformat()}"), today=today
    )


def extended(
    ctx: typer.Context,
    number: Number,
    due: Annotated[datetime, typer.Option(formats=DAY, help="The new last day.")],
    reason: Annotated[str, typer.Option(help="The reason given to the person.")],
    by: By = "",
    today: Today = None,
) -> None:
    """The last day moved, lawfully, and the person was told."""
    from ..workflows.acts.on_requests import OfRequest, extend

    def tell(stood: OfRequest) -> None:
        say(f"{number}: last day {stood.request.due.isoformat()}")

    desk: Desk = ctx.obj
    order = orders.ExtendRequest(number=number, due=due.date(), reason=reason, **signed(by))
    carry_out(desk, extend, order, tell, today=today)


def answered(
    ctx: typer.Context,
    number: Number,
    how: Annotated[str, typer.Option(help="Sent, refused, withdrawn, or that it was not a request.")],
    on: On = None,
    by: By = "",
    today: Today = None,
) -> None:
    """The request was answered; its clock ends."""
    from ..workflows.acts.on_requests import answer

    desk: Desk = ctx.obj
    day = on.date() if on else desk.today(today)
    order = orders.AnswerRequest(number=number, on=day, how=how, **signed(by))
    carry_out(desk, answer, order, lambda _: say(f"{number} answered on {day.isoformat()}"), today=today)


def prepare(
    ctx: typer.Context,
    number: Number,
    out: Annotated[Path, typer.Option(help="The bundle to write.")],
    by: By = "",
    today: Today = None,
) -> None:
    """Write the copy a request calls for: the adult's bundle for sar, the governors' bundle otherwise."""
    from ..workflows.acts.on_copies import PrepareOrder
    from ..workflows.acts.on_copies import prepare as act
    from .cli_register import say_copied, watch

    desk: Desk = ctx.obj
    named = signed_at(desk, by, Right.EXPORT, "make the copy that a request calls for", today=today)
    order = PrepareOrder(by=named, number=number, out=out)
    with desk.writing(today) as office:
        copied = act(office, order, watch)
    say_copied(copied, out)
