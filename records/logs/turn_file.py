"""When a school was last looked after, whatever came of it: the time of the empty file `<data>/turn.ended`.

A time and no content, so that it can be renewed on a disk that is full: then nothing hangs, and nobody need end us.
"""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from stat import S_ISREG

from .derived import TURN


def note_turn(data: Path) -> None:
    """A turn has ended just now. Where that cannot be noted, the note grows old, and whoever looks at it hears."""
    with suppress(OSError):
        (data / TURN).touch(mode=0o600)


def last_turn(data: Path) -> datetime | None:
    """When the last turn ended (UTC); None where none has, or where something else is in the place of the note."""
    try:
        found = (data / TURN).lstat()
    except OSError:
        return None
    return datetime.fromtimestamp(found.st_mtime, UTC) if S_ISREG(found.st_mode) else None
