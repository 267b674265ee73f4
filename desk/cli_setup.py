"""Commands for setting up: a fresh folder, a check of everything, the letters, and the demo."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from ..ground.errors import Problem
from .cli_common import (
    AsJson,
    Desk,
    Today,
    clean,
    in_school,
    problems_json,
    program,
    say,
    show_json,
    show_problems,
    show_table,
)


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(demo)
    app.command()(init)
    app.command()(check)
    app.command()(templates)


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


def check(
    ctx: typer.Context,
    json: AsJson = False,
    login: Annotated[
        bool, typer.Option("--login/--no-login", help="Also log in to the mailbox and SMTP.")
    ] = True,
    today: Today = None,
) -> None:
    """List everything that is wrong or missing.

    Configuration, policy, calendar, letters, mailbox, SMTP, PDF, people.
    """
    from ..config.trust_file import shared_things
    from .checking import check_everything
    from .checking_desk import check_desk_of_trust
    from .cli_login import lead_through_sign_in
    from .clock import clock_for
    from .invented import what_is_invented

    desk: Desk = ctx.obj
    problems, invented, notes = shared_things(desk.folders()), list[Problem](), list[Problem]()
    of_desk, hints = check_desk_of_trust(desk.config, clock_for(today).today())
    problems, notes = [*problems, *of_desk], [*notes, *hints]
    for name, folder in desk.folders().items():
        if login and not json and sys.stdin.isatty():
            lead_through_sign_in(folder, say)
        found, hints = check_everything(folder, clock_for(today), login=login)
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


def templates(
    ctx: typer.Context,
    action: Annotated[
        str,
        typer.Argument(
            help="'check' with a FILE, 'translate' with the id of a letter; nothing to list the letters."
        ),
    ] = "",
    file: Annotated[
        Path | None, typer.Argument(help="The Word file to check, or the letter to translate.")
    ] = None,
    json: AsJson = False,
    to: Annotated[str, typer.Option(help="The language to translate into, such as cy or Welsh.")] = "",
) -> None:
    """List the letters with their fields, say what is wrong in a Word file, or make one for a translator."""
    desk: Desk = ctx.obj
    if action == "check" and file is not None:
        _check_template(desk, file, json=json)
        return
    if action == "translate" and file is not None and to:
        from .for_translator import write_for_translator

        path, told = write_for_translator(desk.settings(), str(file), to)
        say(f"made {path}\n{told}")
        return
    if action:
        raise typer.BadParameter(
            "use `templates`, `templates check FILE` or `templates translate LETTER --to cy`"
        )
    _list_templates(desk, json=json)


def _check_template(desk: Desk, file: Path, *, json: bool) -> None:
    from ..config.letters_file import read_letters
    from ..config.paths import LETTER_TEMPLATES, OWN_TEMPLATES
    from ..records.word.template_check import check_template
    from ..records.word.translation_check import check_translation
    from ..rules.policies.letters import english_file

    # The letters of the school alone, not its settings: a Word file can be checked before the rest is filled in.
    letters, problems = read_letters(_school_of(desk, file) / OWN_TEMPLATES)
    name = english_file(file.name)
    beside = [one for one in (file.with_name(name), LETTER_TEMPLATES / name) if one.is_file()]
    translated = name != file.name and beside
    problems += check_translation(file, beside[0], letters) if translated else check_template(file, letters)
    if json:
        show_json({"ok": not problems, "problems": problems_json(problems)})
    else:
        show_problems(problems)
        say(f"{clean(file.name)}: {len(problems)} problems." if problems else f"{file.name}: nothing wrong.")
    if problems:
        raise typer.Exit(1)


def _school_of(desk: Desk, file: Path) -> Path:
    """The folder of the school whose letter it is: of several schools the one in whose folder it lies."""
    folders = list(desk.folders().values())
    holds = (folder for folder in folders if file.resolve().is_relative_to(folder.resolve()))
    return next(holds, folders[0] if len(folders) == 1 else desk.config)


def _list_templates(desk: Desk, *, json: bool) -> None:
    from .letter_list import letter_rows

    rows = list(letter_rows(desk.settings()))
    if json:
        show_json([asdict(row) for row in rows])
        return
    show_table(
        "Letters",
        ("id", "letter", "file", "fields"),
        [(row.letter, row.name, row.file, row.told) for row in rows],
        empty="",
    )
