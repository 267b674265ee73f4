"""Emails on disk until they are sent: `<data>/outbox/`, one file per email.

`sent/`, `withdrawn/` and `gathered/` hold the others.

A file's name is `<order>-<id>.json`: the order number says which came first, the id is made from the Message-ID.
What is kept of an email that left the queue has no one-time code in it: its receiver alone has that. One that held the
letters of several cases to be printed is kept without them.
"""

import hashlib
import os
import re
from collections.abc import Collection, Set
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec

from ...ground.disk import in_plain_words, make_folder, move_file, sync_folder, write_file
from ...ground.errors import Problem, Refused, WorldFailed
from ...ground.plain_file import read_plain
from ...ground.values import replace
from ...rules.mails.codes import without_sent_codes
from ...rules.mails.outgoing import MailKind, OutgoingMail

SENT = "sent"
WITHDRAWN = "withdrawn"
GATHERED = "gathered"
_NAME = re.compile(r"(\d{6,})-([0-9a-f]{20})\.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Left:
    """The emails that left the queue for one folder: their ids, the highest order number, and as of when."""

    ids: Set[bytes] = frozenset()
    last: int = 0
    changed: int = 0


class _Waiting(NamedTuple):
    """The file of an email: its order number, the id made from the Message-ID, and its whole name."""

    order: int
    own: str
    name: str


class FolderQueue:
    """The outgoing emails of one school. Whoever writes holds the writer lock (lock.py)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[str, _Left] = {}

    def put(self, mail: OutgoingMail) -> None:
        """Keep `mail` durably until it is sent; the same Message-ID twice is kept once, sent, gathered or not.

        Raises:
            WorldFailed: the disk is full or broken; the email is not kept.
        """
        waiting = _listed(self.folder)
        sent, gathered, withdrawn = (self._left(name) for name in (SENT, GATHERED, WITHDRAWN))
        own = id_of(mail.message_id)
        gone = bytes.fromhex(own)
        if gone in sent.ids or gone in gathered.ids or any(one.own == own for one in waiting):
            return
        make_folder(self.folder)
        order = max(sent.last, gathered.last, withdrawn.last, *(one.order for one in waiting)) + 1
        write_file(self.folder / f"{order:06d}-{own}.json", _as_json(mail))

    def waiting(self) -> list[OutgoingMail]:
        """The emails not yet sent, oldest first; a file that cannot be read is left out (see `problems`)."""
        return [mail for file in _files(self.folder) if (mail := _read(file)) is not None]

    def sent(self, message_id: str) -> None:
        """Note that this email went out; it is kept among the sent ones.

        Raises:
            Refused: no email of that Message-ID was ever put here.
            WorldFailed: the disk is full or broken.
        """
        if not self._move(message_id, SENT) and not self._lies_in(SENT, message_id):
            raise Refused(_unknown(message_id))

    def has_left(self, message_id: str) -> bool:
        """Whether an email of this Message-ID is among the sent ones."""
        return bytes.fromhex(id_of(message_id)) in self._left(SENT).ids

    def kept(self, message_id: str) -> OutgoingMail | None:
        """The email of this Message-ID among the sent ones, without its codes; None where it cannot be read."""
        if not self.has_left(message_id):
            return None
        found = (self.folder / SENT).glob(f"*-{id_of(message_id)}.json")
        return next((mail for file in found if (mail := _read(file))), None)

    def withdraw(self, message_id: str) -> None:
        """Take an email out of the queue unsent; it is kept apart, and may be put into the queue again.

        Raises:
            Refused: it went out already, or no email of that Message-ID was ever put here.
            WorldFailed: the disk is full or broken.
        """
        if not self._move(message_id, WITHDRAWN) and not self._lies_in(WITHDRAWN, message_id):
            raise Refused(_unknown(message_id))

    def gather(self, message_ids: Collection[str]) -> None:
        """Take these out of the queue: one email told of all of them. Kept apart; none is put into the queue again.

        Raises:
            WorldFailed: the disk is full or broken; some may have been moved.
        """
        own, to = {id_of(one) for one in message_ids}, self.folder / GATHERED
        make_folder(to)
        with in_plain_words(to):
            for file in _files(self.folder):
                if _parts(file)[1] in own:
                    _take_codes_out(file)
                    file.replace(to / file.name)
            sync_folder(to)
            sync_folder(self.folder)
        self._known.pop(GATHERED, None)

    def _move(self, message_id: str, to: str) -> bool:
        own = id_of(message_id)
        name = next((one.name for one in _listed(self.folder) if one.own == own), None)
        if name is None:
            return False
        make_folder(self.folder / to)
        self._known.pop(to, None)
        _take_codes_out(self.folder / name)
        move_file(self.folder / name, self.folder / to / name)
        return True

    def _left(self, name: str) -> _Left:
        """The emails in this folder. After years they are very many: it is listed again only when it changed."""
        folder = self.folder / name
        if not folder.is_dir():
            return _Left()
        with in_plain_words(folder):
            changed = folder.stat().st_mtime_ns
            known = self._known.get(name)
            if known is None or known.changed != changed:
                known = self._known[name] = _left_in(folder, changed)
        return known

    def _lies_in(self, folder: str, message_id: str) -> bool:
        own = id_of(message_id)
        return any(one.own == own for one in _listed(self.folder / folder))

    def problems(self) -> list[Problem]:
        """The files in the queue that cannot be read, so that their emails do not go out."""
        return [_unreadable(file) for file in _files(self.folder) if _read(file) is None]


def _left_in(folder: Path, changed: int) -> _Left:
    ids: set[bytes] = set()
    last = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            if found := _NAME.fullmatch(entry.name):
                ids.add(bytes.fromhex(found[2]))
                last = max(last, int(found[1]))
    return _Left(ids=ids, last=last, changed=changed)


def _listed(folder: Path) -> list[_Waiting]:
    """The emails in a folder, oldest first, by the names of their files."""
    if not folder.is_dir():
        return []
    with in_plain_words(folder), os.scandir(folder) as entries:
        found = [(name, entry.name) for entry in entries if (name := _NAME.fullmatch(entry.name))]
    return sorted(_Waiting(int(name[1]), name[2], whole) for name, whole in found)


def _files(folder: Path) -> list[Path]:
    return [folder / one.name for one in _listed(folder)]


def _parts(file: Path) -> tuple[int, str]:
    order, own = file.stem.split("-")
    return int(order), own


def id_of(message_id: str) -> str:
    """What names the file of an email after its order number: 20 hex digits."""
    # The Message-ID itself may hold characters that no file name may.
    return hashlib.sha256(message_id.encode(errors="surrogateescape")).hexdigest()[:20]


def _read(file: Path) -> OutgoingMail | None:
    """The email in this file; None where it cannot be read, whatever the reason: the others go out."""
    try:
        mail = msgspec.json.decode(read_plain(file), type=OutgoingMail)
    except (OSError, RecursionError, UnicodeError, msgspec.MsgspecError):
        return None
    return mail if id_of(mail.message_id) == _parts(file)[1] else None


def _take_codes_out(file: Path) -> None:
    """Before it is moved: a stop in between sends it again at most without the code that its receiver has already."""
    mail = _read(file)
    if mail is None:
        return
    plain = replace(mail, text=without_sent_codes(mail.text), html=without_sent_codes(mail.html))
    if mail.kind is MailKind.PRINT:
        # They are with their cases, and would be here still when one of these is deleted.
        plain = replace(plain, files=())
    if plain != mail:
        with suppress(WorldFailed):  # on a full disk it is moved as it is, rather than sent twice
            write_file(file, _as_json(plain))


def _as_json(mail: OutgoingMail) -> bytes:
    return msgspec.json.format(msgspec.json.encode(mail), indent=1) + b"\n"


def _unreadable(file: Path) -> Problem:
    return Problem(
        where=str(file),
        what="This waiting email cannot be read, so it will not go out.",
        what_to_do="Restore the file from the last backup, or remove it and ask for the email again.",
    )


def _unknown(message_id: str) -> Problem:
    return Problem(
        where=message_id,
        what="There is no such email in the queue.",
        what_to_do="Run `verify`; a file may have been removed by hand.",
    )
