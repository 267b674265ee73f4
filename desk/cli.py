"""The command line: `letterladder [--config DIR] COMMAND`. Says what happened; the exit code says how it went."""

import os
import sys
from functools import cache
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer

from ..ground.errors import LetterladderError
from . import (
    cli_act,
    cli_agreements,
    cli_anchors,
    cli_backup,
    cli_cases,
    cli_correct,
    cli_daemon,
    cli_desk,
    cli_forms,
    cli_intray,
    cli_letters,
    cli_mail,
    cli_orders,
    cli_people,
    cli_policy,
    cli_register,
    cli_requests,
    cli_retention,
    cli_review,
    cli_setup,
    cli_sign_in,
    cli_steps,
    cli_templates,
    cli_trust,
)
from .cli_common import Desk, say

app = typer.Typer(
    name="letterladder",
    help="Watches a school's safeguarding inbox, drafts the right letter and keeps track of its deadline.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for part in (
    cli_setup,
    cli_templates,
    cli_daemon,
    cli_desk,
    cli_sign_in,
    cli_forms,
    cli_intray,
    cli_mail,
    cli_cases,
    cli_orders,
    cli_act,
    cli_correct,
    cli_register,
    cli_review,
    cli_requests,
    cli_retention,
    cli_people,
    cli_policy,
    cli_trust,
    cli_backup,
    cli_agreements,
    cli_anchors,
    cli_steps,
    cli_policy,
    cli_letters,
):
    part.add_to(app)


@app.callback()
def desk(
    ctx: typer.Context,
    config: Annotated[
        Path,
        typer.Option(
            "--config", help="The school's folder, as made by `init`.", envvar="LETTERLADDER_CONFIG"
        ),
    ] = Path(),
    school: Annotated[
        str,
        typer.Option(
            "--school", help="In a trust of several schools: which one. May be given anywhere on the line."
        ),
    ] = "",
) -> None:
    """Watches a school's safeguarding inbox, drafts the right letter and keeps track of its deadline.

    Exit codes: 0 done, 1 something needs a person, 2 wrong usage or configuration, 3 a mail server or disk failed,
    4 kept because somebody else is writing; it is carried out without typing it again.
    """
    ctx.obj = Desk(config, school)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code; whatever it writes is for this account alone."""
    os.umask(0o077)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its number: no listing ends in the middle because of a name.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; errors of people and of the world become sentences and an exit code."""
    try:
        _commands()(
            args=_school_first(sys.argv[1:] if arguments is None else arguments), prog_name=app.info.name
        )
    except LetterladderError as error:
        for problem in error.problems:
            say(f"{problem.where}: {problem.what}\n  -> {problem.what_to_do}", err=True)
        return error.exit_code
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    return 0


@cache
def _commands() -> Any:
    """All commands with their options, put together once in a process."""
    return typer.main.get_command(app)


def _school_first(arguments: list[str]) -> list[str]:
    """Let --school NAME stand after the command too: `cases --school larkfield`."""
    for place, word in enumerate(arguments):
        if word == "--school" and place + 1 < len(arguments):
            rest = arguments[:place] + arguments[place + 2 :]
            return [*arguments[place : place + 2], *rest]
        if word.startswith("--school="):
            return [word, *arguments[:place], *arguments[place + 1 :]]
    return arguments
