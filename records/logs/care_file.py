"""When the school's folder was last backed up and last checked, in a small file: `<data>/ledger/care.json`.

It is a note for the page that says how it is, and for nothing else: without it, nobody knows when that was.
"""

from datetime import datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from ...ground.disk import make_folder, write_file

CARE = "care.json"


class Care(msgspec.Struct, frozen=True, kw_only=True):
    """When `backup` and `verify` last came to their end, UTC; `wrong` is how many things were not in order."""

    backed_up_at: datetime | None = None
    verified_at: datetime | None = None
    wrong: int = 0


class CareFile:
    """The note of one school."""

    def __init__(self, data: Path) -> None:
        self._path = data / "ledger" / CARE

    def read(self) -> Care:
        """What is noted; nothing where there is no note, or none that can be read."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Care)
        except (OSError, msgspec.MsgspecError, UnicodeError):
            return Care()

    def backed_up(self, at: datetime) -> None:
        """A backup was made.

        Raises:
            DiskFailed: it cannot be noted.
        """
        self._write(replace(self.read(), backed_up_at=at))

    def verified(self, at: datetime, wrong: int) -> None:
        """Everything was checked.

        Raises:
            DiskFailed: it cannot be noted.
        """
        self._write(replace(self.read(), verified_at=at, wrong=wrong))

    def _write(self, care: Care) -> None:
        make_folder(self._path.parent)
        write_file(self._path, msgspec.json.encode(care) + b"\n")
