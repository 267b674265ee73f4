"""Whether other accounts of this machine could read a school's folder: its secrets, its people, its cases.

Where modes mean nothing (Windows), nothing is said here; docs/privacy.md says what to do there.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from ..ground.errors import Problem
from .desk_tables import DeskTable
from .settings import Settings
from .settings_tables import FolderBox, ServerBox

READABLE, PASSABLE = 0o044, 0o011
"""Mode bits by which a group or everybody may read a file, or step through a folder."""


def open_secrets(settings: Settings) -> list[Problem]:
    """Passwords, keys and tokens that other accounts can read."""
    boxes = [box for box in (settings.mail.incoming, settings.mail.outgoing) if isinstance(box, ServerBox)]
    named = [settings.folder / name for box in boxes for name in _secrets_of(box) if name]
    named += [settings.folder / name for name in (settings.school.assisting.key_file,) if name]
    named += [settings.folder / name for name in (settings.school.posting.notify_key_file,) if name]
    bell = settings.bell
    named += [settings.folder / name for name in (bell.webhook_file, bell.sms_key_file) if name]
    named += [settings.folder / name for name in _secrets_of_desk(settings.desk) if name]
    secrets = dict.fromkeys([*named, settings.data / "secret.key"])
    what = "Other accounts on this computer can read this secret."
    return [
        Problem(
            where=path.name,
            what=what,
            what_to_do="Remove their access: chmod 600 FILE; then change the password.",
        )
        for path in secrets
        if _is_open(path, settings.folder)
    ]


def open_folders(settings: Settings) -> list[Problem]:
    """Personal data that other accounts can read."""
    boxes = [
        settings.folder / box.folder
        for box in (settings.mail.incoming, settings.mail.outgoing)
        if isinstance(box, FolderBox)
    ]
    what = "Other accounts on this computer can read what is kept about people here."
    return [
        Problem(where=path.name, what=what, what_to_do="Remove their access: chmod -R go= FOLDER.")
        for path in dict.fromkeys([settings.data, settings.people_csv, *boxes])
        if _is_open(path, settings.folder)
    ]


def _secrets_of(box: ServerBox) -> Iterator[str]:
    yield from (box.password_file, box.token_file)
    if box.microsoft:
        yield from (box.microsoft.secret_file, box.microsoft.certificate_file)
    if box.google:
        yield box.google.key_file


def _secrets_of_desk(table: DeskTable) -> Iterator[str]:
    yield table.desking.key
    for one in (table.microsoft, table.google):
        yield one.secret_file if one else ""
    yield from ("desk/cookie.key", "desk/sign-in.sqlite")


def _is_open(path: Path, folder: Path) -> bool:
    """Whether others may read it; what is in a folder that nobody else may enter is closed whatever its own mode."""
    if os.name == "nt":
        return False
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
        reached = not inside or bool(folder.stat().st_mode & PASSABLE)
        return reached and bool(path.stat().st_mode & READABLE)
    except OSError:
        return False
