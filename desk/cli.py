"""The command line: `letterladder [--config DIR] COMMAND`. Says what happened; the exit code says how it went."""

import os
import sys
from functools import cache
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer

from ..ground.collecting import collect_seldom
from ..ground.errors import LetterladderError
from .cli_common import Desk, say
from .plain_words import read_plainly

MODULES = {
    "cli_setup": ("demo", "init", "rehearse", "check", "where"),
    "cli_setting_up": ("setup",),
    "cli_templates": ("templates",),
    "cli_daemon": ("round", "serve"),
    "cli_pulse": ("pulse",),
    "cli_desk": ("desk",),
    "cli_sign_in": ("sign-in", "sign-out"),
    "cli_forms": ("forms",),
    "cli_intray": ("intray", "mail", "take", "alarm"),
    "cli_mail": ("mails", "file"),
    "cli_cases": ("cases", "case"),
    "cli_orders": ("orders",),
    "cli_act": ("triage", "draft", "approve", "return", "posted", "answer", "decide", "hold", "release"),
    "cli_correct": ("correct", "reopen"),
    "cli_register": ("export", "summary", "verify"),
    "cli_review": ("review",),
    "cli_requests": ("requests", "request"),
    "cli_retention": ("forget", "retention"),
    "cli_people": ("people",),
    "cli_policy": ("policy",),
    "cli_trust": ("schools",),
    "cli_backup": ("backup", "restore"),
    "cli_upgrade": ("upgrade-check",),
    "cli_agreements": ("agreements",),
    "cli_away": ("away",),
    "cli_anchors": ("acknowledge-break",),
    "cli_steps": ("done", "consulted", "sheet", "waive", "duties"),
    "cli_letters": ("letters",),
}
"""The commands of each module, in the order of `--help`: what is typed loads its own module and no other."""

NAME = "letterladder"


def _say_version(asked: bool) -> None:
    if asked:
        from .whereabouts import own_version

        say(f"{NAME} {own_version()}")
        raise typer.Exit


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
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Say which version this is, and leave.", is_eager=True, callback=_say_version
        ),
    ] = False,
) -> None:
    """Watches a school's safeguarding inbox, drafts the right letter and keeps track of its deadline.

    Exit codes: 0 done, 1 something needs a person, 2 wrong usage or configuration, 3 a mail server or disk failed,
    4 kept because somebody else is writing; it is carried out without typing it again.
    """
    del version
    ctx.obj = Desk(config, school)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code; whatever it writes is for this account alone."""
    os.umask(0o077)
    collect_seldom()
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its number: no listing ends in the middle because of a name.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; errors of people and of the world become sentences and an exit code."""
    try:
        typed = _school_first(sys.argv[1:] if arguments is None else arguments)
        commands(_module_of(typed))(args=typed, prog_name=NAME)
    except LetterladderError as error:
        for problem in error.problems:
            say(f"{problem.where}: {problem.what}\n  -> {problem.what_to_do}", err=True)
        return error.exit_code
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    return 0


@cache
def commands(module: str = "") -> Any:
    """All commands with their options, or those of one module; put together once in a process."""
    app = typer.Typer(
        name=NAME,
        help="Watches a school's safeguarding inbox, drafts the right letter and keeps track of its deadline.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(desk)
    for name in [module] if module else MODULES:
        import_module(f".{name}", __package__).add_to(app)
    made = typer.main.get_command(app)
    read_plainly(made)
    return made


def _module_of(arguments: list[str]) -> str:
    """The module of the command that was typed; "" where that is not plain: all are loaded, and help is whole."""
    rest = iter(arguments)
    for word in rest:
        if word in _WITH_VALUE:
            next(rest, "")
        elif not word.startswith("--config=") and not word.startswith("--school="):
            return next((module for module, names in MODULES.items() if word in names), "")
    return ""


_WITH_VALUE = ("--config", "--school")


def _school_first(arguments: list[str]) -> list[str]:
    """Let --school NAME stand after the command too: `cases --school larkfield`."""
    for place, word in enumerate(arguments):
        if word == "--school" and place + 1 < len(arguments):
            rest = arguments[:place] + arguments[place + 2 :]
            return [*arguments[place : place + 2], *rest]
        if word.startswith("--school="):
            return [word, *arguments[:place], *arguments[place + 1 :]]
    return arguments
