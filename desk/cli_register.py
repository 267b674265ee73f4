"""The register, and the check of everything on disk."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from .cli_common import AsJson, Desk, Today, in_school, problems_json, show_json, show_problems, warn


class Format(StrEnum):
    """The formats of the register."""

    CSV = "csv"
    JSON = "json"


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(export)
    app.command()(verify)


def export(
    ctx: typer.Context,
    ref: Annotated[str | None, typer.Argument(help="One case; otherwise all.")] = None,
    format_: Annotated[Format, typer.Option("--format", help="The format.")] = Format.CSV,
    out: Annotated[Path | None, typer.Option(help="The file to write; otherwise to the screen.")] = None,
    excel: Annotated[
        bool, typer.Option("--excel", help="For csv: mark it as UTF-8, as Excel wants.")
    ] = False,
    today: Today = None,
) -> None:
    """The register (correspondence log) of one case or of all."""
    import sys

    from ..records.durable import write_file
    from ..records.register_files import to_csv, to_json
    from .register_rows import rows_of_cases

    desk: Desk = ctx.obj
    with desk.reading(today) as office:
        rows = rows_of_cases(office, [ref] if ref else office.cases.refs())
    content = to_csv(rows, bom=excel) if format_ is Format.CSV else to_json(rows)
    if out is None:
        sys.stdout.buffer.write(content)
        return
    write_file(out, content)
    typer.echo(f"{len(rows)} rows written to {out}")


def verify(ctx: typer.Context, json: AsJson = False) -> None:
    """Walk every log, hash chain and file; say what does not fit."""
    from ..records.lock import writer_lock
    from ..records.verify import verify as walk

    desk: Desk = ctx.obj
    problems = []
    for name, one in desk.each().items():
        settings = one.settings()
        with writer_lock(settings.data, tell=warn):
            problems += in_school(name, walk(settings.data), desk)
    if json:
        show_json({"ok": not problems, "problems": problems_json(problems)})
    elif not problems:
        typer.echo("Everything fits: logs, hash chains, mails, evidence, letters, outbox.")
    else:
        show_problems(problems)
    if problems:
        raise typer.Exit(1)
