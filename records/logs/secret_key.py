"""The school's secret: 32 random bytes in `<data>/secret.key`, made when they are first needed, readable by us alone.

It proves that a reference in a subject line is ours. Without it nothing is lost: emails that carry an older
reference then wait in the in-tray for a person, with the case as a suggestion.
"""

import os
from collections.abc import Callable
from pathlib import Path

from ...ground.disk import in_plain_words, make_folder, write_file
from ...ground.errors import DiskFailed, Problem
from ...ground.plain_file import read_plain

KEY = "secret.key"
SIZE = 32


def secret_of(folder: Path) -> bytes:
    """The secret of this data folder; made there, durably and 0600, where there is none.

    Raises:
        DiskFailed: the disk is full or broken, or the file was cut short.
    """
    path = folder / KEY
    with in_plain_words(path):
        if not path.exists():
            make_folder(folder)
            write_file(path, os.urandom(SIZE))
        found = read_plain(path)
    if len(found) < SIZE:
        raise DiskFailed(
            Problem(
                where=str(path),
                what="The secret is too short; the file was damaged.",
                what_to_do="Restore it from the last backup, or remove it: a new one is made.",
            )
        )
    return found


def lazily(folder: Path) -> Callable[[], bytes]:
    """The secret, read once and only when somebody asks: a command that merely looks makes no file."""
    held: list[bytes] = []

    def ask() -> bytes:
        if not held:
            held.append(secret_of(folder))
        return held[0]

    return ask
