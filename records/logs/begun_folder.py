"""Forms that were begun and not sent: `<data>/begun/`, a file each, removed when the form is sent or grows old.

A file's name is `<case or email>-<who and which form, as SHA-256>.json`: it names nobody, and all that is about one
case is found by it. They are in no log and no copy of the register; a backup holds them.
"""

import hashlib
import re
from datetime import datetime
from pathlib import Path

import msgspec

from ...ground.disk import in_plain_words, make_folder, remove_file, write_file
from ...ground.errors import DiskFailed, Problem, Refused
from ...rules.office.begun import Begun

BEGUN = "begun"
NAME = re.compile(r"(\d{4}-\d{4,}|[0-9a-f]{16}|new)-[0-9a-f]{32}\.json")
NEWEST = 1
"""The newest format that this program reads and writes (the field `v`)."""

_TRIES = 3


class FolderBegun:
    """The begun forms of one school. Threads and processes may use it at once; of one form the last writer counts."""

    def __init__(self, data: Path) -> None:
        """Remember the place: the data folder."""
        self.folder = data / BEGUN

    def keep(self, begun: Begun) -> None:
        """See `BegunWords`."""
        make_folder(self.folder)
        content = msgspec.json.encode(begun)
        for left in reversed(range(_TRIES)):
            try:
                write_file(self._file(begun.by, begun.form, begun.about), content)
            except DiskFailed as failure:
                # A writer that clears up after a stop takes half-written files away, this one perhaps among them.
                if not left or not isinstance(failure.__cause__, FileNotFoundError):
                    raise
            else:
                break

    def find(self, by: str, form: str, about: str) -> Begun | None:
        """See `BegunWords`."""
        found = _read(self._file(by, form, about))
        return found if found and (found.by, found.form, found.about) == (by, form, about) else None

    def drop(self, by: str, form: str, about: str) -> None:
        """See `BegunWords`."""
        remove_file(self._file(by, form, about))

    def drop_old(self, now: datetime) -> int:
        """See `BegunWords`; one that cannot be read goes by the age of its file."""
        old = [file for file in _files(self.folder) if _is_over(file, now)]
        for file in old:
            remove_file(file)
        return len(old)

    def _file(self, by: str, form: str, about: str) -> Path:
        """Raises `Refused` for what is no case and no email: it may be no way out of the folder."""
        whose = hashlib.sha256(f"{by}\n{form}".encode("utf-8", "replace")).hexdigest()[:32]
        name = f"{about}-{whose}.json"
        if not NAME.fullmatch(name):
            what = "These words are about no case and no email."
            raise Refused(Problem(where="", what=what, what_to_do="Open the page again."))
        return self.folder / name


def begun_about(data: Path, *about: str) -> list[Path]:
    """The files of forms that are about one of these: references of cases, or numbers of emails."""
    wanted = tuple(f"{one}-" for one in about)
    return [file for file in _files(data / BEGUN) if file.name.startswith(wanted)] if wanted else []


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    with in_plain_words(folder):
        return sorted(file for file in folder.iterdir() if NAME.fullmatch(file.name))


def _is_over(file: Path, now: datetime) -> bool:
    found = _read(file)
    try:
        at = found.at if found else datetime.fromtimestamp(file.stat().st_mtime, now.tzinfo)
    except FileNotFoundError:
        return False  # it was sent just now
    return Begun(by="", form="", about="", at=at).is_over(now)


def _read(file: Path) -> Begun | None:
    try:
        found = msgspec.json.decode(file.read_bytes(), type=Begun)
    except (OSError, RecursionError, UnicodeError, msgspec.MsgspecError):
        return None
    return found if found.v <= NEWEST else None
