"""Orders on disk until they are carried out: `<data>/orders/`, a file each; `refused/` holds those that were not done.

A file's name is `<when it was given, UTC>-<id>.json`, so that the names are in the order of typing. Whoever gives an
order writes it before trying any lock; only whoever holds the writer's lock takes one away.
"""

import re
import secrets
from datetime import date, datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from ...ground.disk import in_plain_words, make_folder, move_file, remove_file, write_file
from ...ground.errors import DiskFailed, Problem, Refused
from ...ground.plain_file import read_plain
from ...rules.office.kept_orders import KeptOrder
from ...rules.office.orders import AnyOrder
from .chain import in_utc

ORDERS, REFUSED = "orders", "refused"
NAME = re.compile(r"\d{8}T\d{12}-[0-9a-f]{16}\.json")
NEWEST = 1
"""The newest format that this program reads and writes (the field `v`)."""

_TRIES = 3


class FolderShelf:
    """The orders of one school."""

    def __init__(self, data: Path) -> None:
        self.folder = data / ORDERS

    def put(self, order: AnyOrder, at: datetime, today: date | None = None, *, id: str = "") -> KeptOrder:
        """Keep an order durably before anything is tried; `id` where its maker chose one.

        Raises:
            WorldFailed: the disk is full or broken; it is not kept.
        """
        kept = KeptOrder(id=id or secrets.token_hex(8), at=in_utc(at), order=order, today=today)
        make_folder(self.folder)
        for left in reversed(range(_TRIES)):
            try:
                write_file(self.folder / _name(kept), _pretty(kept))
            except DiskFailed as failure:
                # A writer that clears up after a stop takes half-written files away, this one perhaps among them.
                if not left or not isinstance(failure.__cause__, FileNotFoundError):
                    raise
            else:
                break
        return kept

    def waiting(self) -> list[KeptOrder]:
        """The orders that wait, in the order of typing; a file that cannot be read is left out (see `problems`)."""
        return [kept for file in files_of(self.folder) if (kept := read_order(file))]

    def holds(self, kept: KeptOrder) -> bool:
        """Whether this order still waits."""
        return (self.folder / _name(kept)).exists()

    def done(self, kept: KeptOrder) -> None:
        """It was carried out, or its maker knows that it was not.

        Raises:
            WorldFailed: the file may not be removed.
        """
        remove_file(self.folder / _name(kept))

    def refuse(self, kept: KeptOrder, problem: Problem) -> None:
        """It was not carried out: it is kept apart, with why, until somebody has read that.

        Raises:
            WorldFailed: the disk is full or broken; it still waits.
        """
        waits, apart = self.folder / _name(kept), self.folder / REFUSED
        make_folder(apart)
        write_file(waits, _pretty(replace(kept, refused=problem.what, what_to_do=problem.what_to_do)))
        move_file(waits, apart / waits.name)

    def refused(self) -> list[KeptOrder]:
        """The orders that were not done, and that nobody has taken away yet."""
        return [kept for file in files_of(self.folder / REFUSED) if (kept := read_order(file))]

    def drop(self, kept: KeptOrder) -> None:
        """Somebody has read why it was not done.

        Raises:
            WorldFailed: the file may not be removed.
        """
        remove_file(self.folder / REFUSED / _name(kept))

    def find(self, beginning: str) -> KeptOrder:
        """The order, waiting or refused, whose id begins so.

        Raises:
            Refused: there is none, or several.
        """
        found = [
            one for one in (*self.waiting(), *self.refused()) if beginning and one.id.startswith(beginning)
        ]
        if len(found) != 1:
            what = f"{len(found)} orders have an id that begins with '{beginning}'."
            raise Refused(Problem(where="orders", what=what, what_to_do="The command `orders` lists them."))
        return found[0]

    def problems(self) -> list[Problem]:
        """The files that cannot be read, so that nobody knows what was ordered."""
        return problems_of_orders(self.folder)


def problems_of_orders(folder: Path) -> list[Problem]:
    """The files of orders that cannot be read."""
    files = (*files_of(folder), *files_of(folder / REFUSED))
    return [_unreadable(file) for file in files if read_order(file) is None]


def files_of(folder: Path) -> list[Path]:
    """The files of orders in this folder, in the order of typing."""
    if not folder.is_dir():
        return []
    with in_plain_words(folder):
        return sorted(file for file in folder.iterdir() if NAME.fullmatch(file.name))


def read_order(file: Path) -> KeptOrder | None:
    """The order in this file; None where it cannot be read: the others are carried out."""
    try:
        kept = msgspec.json.decode(read_plain(file), type=KeptOrder)
    except (OSError, RecursionError, UnicodeError, msgspec.MsgspecError):
        return None
    return kept if kept.v <= NEWEST and file.stem.endswith(f"-{kept.id}") else None


def _name(kept: KeptOrder) -> str:
    return f"{kept.at:%Y%m%dT%H%M%S%f}-{kept.id}.json"


def _pretty(kept: KeptOrder) -> bytes:
    return msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n"


def _unreadable(file: Path) -> Problem:
    return Problem(
        where=str(file),
        what="This order cannot be read, so it is not carried out.",
        what_to_do="Read it with an editor and type it again; then remove the file.",
    )
