"""Commands for signing in at the command line, where a typed name is not enough."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..ground.errors import Problem, WrongUsage
from .cli_common import By, Desk, say

if TYPE_CHECKING:
    from ..workflows.acts.by_code import Proved
    from .signing_in import CommandDoor

NO_DRAFT, NO_QUESTION = "none", -1
"""What a code says of a draft, or of a question, that it does not belong to: never the one that waits."""

Code = Annotated[
    str,
    typer.Option(
        "--code",
        metavar="XXXX-XXXX",
        help="The one-time code of the email that asked for this; it says who you are, and --by is not needed.",
    ),
]


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command("sign-in")(sign_in)
    app.command("sign-out")(sign_out)


def sign_in(
    ctx: typer.Context,
    by: By = "",
    code: Annotated[
        str, typer.Option("--code", metavar="XXXX-XXXX", help="The code of the email that came.")
    ] = "",
) -> None:
    """Sign in: first --by NAME, and a code comes by email; then --code CODE. It ends like a visit to the desk."""
    from ..workflows.acts.who_is import who_signs_in
    from .clock import WallClock

    if bool(by.strip()) is bool(code.strip()):
        what, do = (
            "Say who you are, or give the code that came.",
            "sign-in --by NAME, then sign-in --code CODE.",
        )
        raise WrongUsage(Problem(where="sign-in", what=what, what_to_do=do))
    desk: Desk = ctx.obj
    door, now = _door(desk), WallClock().now()
    if code:
        email, desking = door.come_in(code, now), desk.settings().school.desking
        idle, longest = desking.idle_minutes, desking.longest_hours
        say(
            f"{email} is signed in here, for {longest} hours at most, or until {idle} minutes pass without a command."
        )
        return
    with desk.reading() as office:
        person = who_signs_in(office, by)
        door.ask(office, person, now)
    say(f"A code is on its way to {person.name} at the address in school.toml. Then: sign-in --code CODE")


def sign_out(ctx: typer.Context) -> None:
    """End the visit of this account."""
    say("You are signed out." if _door(ctx.obj).go_out() else "Nobody was signed in here.")


def in_person(desk: Desk, by: str) -> dict[str, Any]:
    """Who gives an order that needs their own word: whoever is signed in, else the name typed, which proves nothing.

    Raises:
        WrongUsage: the typed name is not that of whoever is signed in.
    """
    from ..workflows.acts.who_is import refuse_other
    from .cli_order import signed
    from .clock import WallClock

    email = _door(desk).who(desk.settings().school.desking, WallClock().now())
    if not email:
        return signed(by)
    with desk.reading() as office:
        refuse_other(office, email, by)
    return {"by": email, "named": True, "way": "signed-in"}


def of_letter(desk: Desk, ref: str, by: str, code: str, today: date | None) -> dict[str, Any]:
    """Who answers for a letter, and with a code for which draft; raises as `in_person` and `_proved`."""
    if not code.strip():
        return in_person(desk, by)
    proof = _proved(desk, ref, by, code, today)
    return {"sha256": proof.sha256 or NO_DRAFT, **_by_code(proof)}


def of_decision(desk: Desk, ref: str, by: str, code: str, today: date | None) -> dict[str, Any]:
    """Who decides, and with a code on which question; raises as `in_person` and `_proved`."""
    if not code.strip():
        return in_person(desk, by)
    proof = _proved(desk, ref, by, code, today)
    return {"trigger": proof.trigger or NO_QUESTION, **_by_code(proof)}


def _proved(desk: Desk, ref: str, by: str, code: str, today: date | None) -> "Proved":
    """Whom a code was sent to, and what for.

    Raises:
        Refused: it belongs to nothing that waits, or has expired.
        WrongUsage: a name is given as well.
    """
    from ..workflows.acts.by_code import proved_by

    if by.strip():
        what, do = "The code says who you are.", "Leave --by out."
        raise WrongUsage(Problem(where="--by", what=what, what_to_do=do))
    with desk.reading(today) as office:
        return proved_by(office, ref, code)


def _by_code(proof: "Proved") -> dict[str, Any]:
    return {"by": proof.by, "named": True, "way": "code"}


def _door(desk: Desk) -> "CommandDoor":
    from .signing_in import CommandDoor

    return CommandDoor(desk.config)
