"""Backup and restore of one school's whole folder."""

from pathlib import Path
from typing import Annotated

import typer

from .cli_common import Desk, show_problems, warn


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(backup)
    app.command()(restore)


def backup(ctx: typer.Context, file: Annotated[Path, typer.Argument(help="The archive to write.")]) -> None:
    """Write one archive of everything, with a manifest of hashes; rounds wait while it is written."""
    from ..records.backup import backup as write
    from ..records.lock import writer_lock
    from .clock import WallClock

    desk: Desk = ctx.obj
    settings = desk.settings()
    made = WallClock().now().isoformat(timespec="seconds")
    with writer_lock(settings.data, tell=warn):
        manifest = write(settings.folder, file, school=settings.school.slug, made=made, tell=_progress)
    size = file.stat().st_size
    typer.echo(f"{len(manifest.files)} files are in {file} ({size:,} bytes). Passwords are not in it.")


def _progress(count: int) -> None:
    if count % 5000 == 0:
        warn(f"{count} files so far")


def restore(
    file: Annotated[Path, typer.Argument(help="The archive.")],
    folder: Annotated[Path, typer.Argument(help="A new folder to restore into.")],
) -> None:
    """Restore an archive into a new folder and verify it; nothing is overwritten."""
    from ..records.backup import restore as unpack
    from ..records.verify import verify

    manifest = unpack(file, folder)
    problems = verify(folder / "data")
    typer.echo(f"{len(manifest.files)} files of {manifest.school}, made {manifest.made}, are in {folder}.")
    if problems:
        show_problems(problems)
        raise typer.Exit(1)
    typer.echo("Everything fits: logs, hash chains, mails, evidence, letters, outbox.")
