"""Backup and restore of one school's whole folder."""

from pathlib import Path
from typing import Annotated

import typer

from .cli_common import Desk, say, show_problems, warn

PATIENCE = 600
"""Seconds that a backup waits for a round under way: it is started by night, with nobody there to try again."""


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(backup)
    app.command()(restore)


def backup(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            help="The archive to write; if this is an existing folder, the archive is named by day and time."
        ),
    ],
) -> None:
    """Write one archive of everything, with a manifest of hashes; rounds wait while it is written."""
    from ..records.keeping.backup import backup as write
    from ..records.keeping.backup import unfinished
    from ..records.logs.care_file import CareFile
    from ..records.logs.lock import round_lock, writer_lock
    from .clock import WallClock

    desk: Desk = ctx.obj
    settings = desk.settings()
    slug = settings.school.slug
    with (
        round_lock(settings.data, seconds=PATIENCE, tell=warn),
        writer_lock(settings.data, seconds=PATIENCE, tell=warn),
    ):
        now = WallClock().now()
        if file.is_dir():
            file = file / f"{slug}-{now:%Y-%m-%d-%H%M%S}.zip"
        made = now.isoformat(timespec="seconds")
        manifest = write(settings.folder, file, school=slug, made=made, tell=_progress)
        CareFile(settings.data).backed_up(now)
    for left in unfinished(file.parent):
        warn(
            f"{left}: A backup was interrupted here, or is still running. If none is running, delete it: it "
            "was never complete."
        )
    size = file.stat().st_size
    say(f"{len(manifest.files)} files are in {file} ({size:,} bytes). Passwords are not in it.")


def _progress(count: int) -> None:
    if count % 5000 == 0:
        warn(f"{count} files so far")


def restore(
    file: Annotated[Path, typer.Argument(help="The archive.")],
    folder: Annotated[Path, typer.Argument(help="A new folder to restore into.")],
) -> None:
    """Restore an archive into a new folder and verify it; nothing is overwritten."""
    from ..records.keeping.restore import left_by_a_stop
    from ..records.keeping.restore import restore as unpack
    from ..records.verify.verify import verify

    for left in left_by_a_stop(folder):
        warn(
            f"{left}: A restore was interrupted here, or is still running. If none is running, delete it: it "
            "was never complete."
        )
    manifest = unpack(file, folder)
    problems = verify(folder / "data")
    say(f"{len(manifest.files)} files of {manifest.school}, made {manifest.made}, are in {folder}.")
    if problems:
        show_problems(problems)
        raise typer.Exit(1)
    say("Everything checks out: logs, hash chains, emails, evidence, letters, outbox.")
    say("It knows no anchor emails of later days; two people can acknowledge that: acknowledge-break.")
