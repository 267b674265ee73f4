"""Commands for setting up: a fresh folder, a check of everything, and the demo."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..ground.errors import Problem
from ..ground.values import as_table
from .cli_common import (
    AsJson,
    Desk,
    Today,
    in_school,
    problems_json,
    program,
    say,
    show_json,
    show_problems,
)

Answers = Annotated[
    bool,
    typer.Option(
        "--answers", help="Also send an email to the mailbox that is read, and wait up to two minutes for it."
    ),
]


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(demo)
    app.command()(init)
    app.command()(rehearse)
    app.command()(check)
    app.command()(where)


def demo(
    folder: Annotated[
        Path, typer.Argument(help="A folder that does not exist yet, or an earlier demo.")
    ] = Path("demo-school"),
) -> None:
    """Watch a whole story in seconds: reports in, letters out, days passing; leaves the folder to look at."""
    from .demo import play

    play(folder)


def init(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Make a school's folder: school.toml, people.csv, calendar.toml, inbox, sent; runs without editing."""
    from .fresh_folder import make_school_folder

    made = make_school_folder(folder)
    for name in made:
        say(f"made {folder / name}")
    say(
        "\nThe school in it is invented. Put your own details into school.toml, people.csv, staff.csv and "
        "calendar.toml;"
    )
    say(f"this says what is still missing: {program()} --config {folder} check")


def rehearse(
    ctx: typer.Context,
    copy: Annotated[Path, typer.Argument(help="A folder that does not exist yet.")],
) -> None:
    """Copy the school's folder to rehearse other days in it with --today; no email leaves the copy."""
    from .rehearsal_folder import copy_to_rehearse

    desk: Desk = ctx.obj
    copy_to_rehearse(desk.folder, copy)
    say(f"The copy is in {copy}. It holds the same personal data: delete it when you have finished.")
    say(f"{program()} --config {copy} round --today 2027-01-04")


def check(
    ctx: typer.Context,
    json: AsJson = False,
    login: Annotated[
        bool, typer.Option("--login/--no-login", help="Also log in to the mailbox and SMTP.")
    ] = True,
    answers: Answers = False,
    today: Today = None,
) -> None:
    """List everything that is wrong or missing.

    Configuration, policy, calendar, letters, mailbox, SMTP, PDF, people.
    """
    from ..config.trust_file import shared_things
    from .checking import check_everything
    from .checking_desk import check_desk_of_trust
    from .checking_policy import PlayedPolicies
    from .cli_login import lead_through_sign_in
    from .clock import clock_for
    from .invented import what_is_invented

    desk: Desk = ctx.obj
    policies = PlayedPolicies()
    problems, invented, notes = shared_things(desk.folders()), list[Problem](), list[Problem]()
    of_desk, hints = check_desk_of_trust(desk.config, clock_for(today).today())
    problems, notes = [*problems, *of_desk], [*notes, *hints]
    for name, folder in desk.folders().items():
        if login and not json and sys.stdin.isatty():
            lead_through_sign_in(folder, say)
        ways = {"login": login, "answers": answers}
        found, hints = check_everything(folder, clock_for(today), **ways, policies=policies)
        left = what_is_invented(folder)
        problems += in_school(name, found, desk)
        invented += in_school(name, left.problems, desk)
        notes += in_school(name, [*hints, *left.notes], desk)
    _show_check([*problems, *invented], notes, json=json)
    if problems or invented:
        raise typer.Exit(2 if problems else 1)


def _show_check(problems: list[Problem], notes: list[Problem], *, json: bool) -> None:
    if json:
        show_json({"ok": not problems, "problems": problems_json(problems), "notes": problems_json(notes)})
        return
    show_problems([*problems, *notes])
    counted = f"{len(notes)} note{'' if len(notes) == 1 else 's'}"
    many = "" if len(problems) == 1 else "s"
    say(f"{len(problems)} problem{many}, {counted}." if problems else f"All is well ({counted}).")


def where(ctx: typer.Context, json: AsJson = False) -> None:
    """Where everything is: program, folders, versions, and the other programs that are used, or how to get them."""
    from .whereabouts import places

    desk: Desk = ctx.obj
    found = places(desk.folders())
    if json:
        show_json([{**as_table(one), "name": one.name.strip()} for one in found])
        return
    for one in found:
        say(f"{one.name:<14}{one.path or 'not found'}")
        if one.says:
            say(f"{'':<14}{one.says}")
        if one.to_get:
            say(f"{'':<14}-> {one.to_get}")
