"""Requests for information and complaints about its use: record, list, acknowledge, extend, prepare, answer."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..rules.words import RequestAbout
from .cli_common import AsJson, By, Desk, Today, say, show_json, show_table, signer

if TYPE_CHECKING:
    from ..rules.office.requests import Request

DAY = ["%Y-%m-%d"]
Number = Annotated[str, typer.Argument(help="The request, such as R2026-0001.")]
On = Annotated[datetime | None, typer.Option("--on", formats=DAY, help="The day; today where left out.")]

request = typer.Typer(help="Record a request, or what became of it.", no_args_is_help=True)


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
    """All requests with their last days; mails that were flagged as one are among them after the next round."""
    from ..workflows.requesting import requests_of

    desk: Desk = ctx.obj
    with desk.reading(today) as office:
        found = sorted(requests_of(office).values(), key=lambda one: (not one.runs, one.due, one.number))
    if json:
        show_json([_plain(one) for one in found])
        return
    rows = [(one.number, one.about, one.received, one.due, one.ref, _state(one), one.rule) for one in found]
    columns = ("number", "about", "received", "last day", "case", "state", "clock")
    show_table("Requests", columns, rows, empty="No request is recorded.")


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
        datetime | None, typer.Option(formats=DAY, help="The day the school got it, by any way.")
    ] = None,
    mail: Annotated[str, typer.Option(help="The mail that holds it, as `mails` names it.")] = "",
    who: Annotated[str, typer.Option(help="Who asks.")] = "",
    ref: Annotated[str, typer.Option(help="The case it is about.")] = "",
    by: By = "",
    today: Today = None,
) -> None:
    """Start the clock of a request that came by mail, letter, telephone or in person."""
    from ..workflows.requesting import NewRequest, record_request, request_in_mail

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        if mail:
            new = request_in_mail(office, mail, about)
        else:
            day = received.date() if received else office.clock.today()
            new = NewRequest(about=about, received=day, who=who, ref=ref)
        found = record_request(office, new, by=signer(by))
    say(f"{found.number}: last day {found.due.isoformat()} ({found.rule})")


def acknowledged(ctx: typer.Context, number: Number, on: On = None, by: By = "", today: Today = None) -> None:
    """The school wrote that it has the request; for a complaint that stops the clock."""
    from ..workflows.requesting import acknowledge_request

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        day = on.date() if on else office.clock.today()
        acknowledge_request(office, number, day, by=signer(by))
    say(f"{number} acknowledged on {day.isoformat()}")


def extended(
    ctx: typer.Context,
    number: Number,
    due: Annotated[datetime, typer.Option(formats=DAY, help="The new last day.")],
    reason: Annotated[str, typer.Option(help="Why, as the person was told.")],
    by: By = "",
    today: Today = None,
) -> None:
    """The last day moved, lawfully, and the person was told."""
    from ..workflows.requesting import extend_request

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        extend_request(office, number, due.date(), reason, by=signer(by))
    say(f"{number}: last day {due.date().isoformat()}")


def answered(
    ctx: typer.Context,
    number: Number,
    how: Annotated[str, typer.Option(help="Sent, refused, taken back, or that it was no request.")],
    on: On = None,
    by: By = "",
    today: Today = None,
) -> None:
    """The request was answered; its clock ends."""
    from ..workflows.requesting import answer_request

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        day = on.date() if on else office.clock.today()
        answer_request(office, number, day, how, by=signer(by))
    say(f"{number} answered on {day.isoformat()}")


def prepare(
    ctx: typer.Context,
    number: Number,
    out: Annotated[Path, typer.Option(help="The bundle to write.")],
    by: By = "",
    today: Today = None,
) -> None:
    """Write the copy a request calls for: the adult's bundle for sar, the governors' bundle otherwise."""
    from ..ground.errors import Problem, Refused
    from ..rules.register.register_filter import Wanted
    from ..rules.words import Format, Profile
    from ..workflows.exporting import Order
    from ..workflows.requesting import open_request
    from .cli_register import write_copy

    desk: Desk = ctx.obj
    with desk.reading(today) as office:
        found = open_request(office, number)
        if found.about is not RequestAbout.FREEDOM_OF_INFORMATION and not found.ref:
            what = "The request is tied to no case, so it is not known whose information it is about."
            raise Refused(Problem(where=number, what=what, what_to_do="Use export --for subject --adult ID."))
        adult = office.case(found.ref).adult if found.ref else ""
    is_foi = found.about is RequestAbout.FREEDOM_OF_INFORMATION
    wanted = Wanted() if is_foi else Wanted(adult=adult)
    profile = Profile.GOVERNORS if is_foi else Profile.SUBJECT
    order = Order(wanted=wanted, profile=profile, format=Format.BUNDLE, purpose=f"request {number}")
    write_copy(desk, order, out, by=signer(by), today=today)
