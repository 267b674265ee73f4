"""Mails on disk until they are sent: `<data>/outbox/`, one file a mail; `sent/` and `withdrawn/` hold the others.

A file's name is `<order>-<id>.json`: the order number says which came first, the id is made from the Message-ID.
"""

import hashlib
import re
from pathlib import Path

import msgspec

from ..rules.errors import Problem, Refused
from ..rules.outgoing import OutgoingMail
from .durable import in_plain_words, make_folder, move_file, write_file

SENT = "sent"
WITHDRAWN = "withdrawn"
_NAME = re.compile(r"(\d{6,})-([0-9a-f]{20})\.json")


class FolderQueue:
    """The outgoing mails of one school. Whoever writes holds the writer lock (lock.py)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, mail: OutgoingMail) -> None:
        """Keep `mail` durably until it is sent; the same Message-ID twice is kept once, sent or not.

        Raises:
            WorldFailed: the disk is full or broken; the mail is not kept.
        """
        known = [*_files(self.folder), *_files(self.folder / SENT)]
        own = _id_of(mail.message_id)
        if any(_parts(file)[1] == own for file in known):
            return
        make_folder(self.folder)
        numbered = [*known, *_files(self.folder / WITHDRAWN)]
        order = max((_parts(file)[0] for file in numbered), default=0) + 1
        content = msgspec.json.format(msgspec.json.encode(mail), indent=1)
        write_file(self.folder / f"{order:06d}-{own}.json", content + b"\n")

    def waiting(self) -> list[OutgoingMail]:
        """The mails not yet sent, oldest first; a file that cannot be read is left out (see `problems`)."""
        return [mail for file in _files(self.folder) if (mail := _read(file)) is not None]

    def sent(self, message_id: str) -> None:
        """Note that this mail went out; it is kept among the sent ones.

        Raises:
            Refused: no mail of that Message-ID was ever put here.
            WorldFailed: the disk is full or broken.
        """
        if not self._move(message_id, SENT) and not self._lies_in(SENT, message_id):
            raise Refused(_unknown(message_id))

    def withdraw(self, message_id: str) -> None:
        """Take a mail out of the queue unsent; it is kept apart, and may be put into the queue again.

        Raises:
            Refused: it went out already, or no mail of that Message-ID was ever put here.
            WorldFailed: the disk is full or broken.
        """
        if not self._move(message_id, WITHDRAWN) and not self._lies_in(WITHDRAWN, message_id):
            raise Refused(_unknown(message_id))

    def _move(self, message_id: str, to: str) -> bool:
        own = _id_of(message_id)
        for file in _files(self.folder):
            if _parts(file)[1] == own:
                make_folder(self.folder / to)
                move_file(file, self.folder / to / file.name)
                return True
        return False

    def _lies_in(self, folder: str, message_id: str) -> bool:
        return any(_parts(file)[1] == _id_of(message_id) for file in _files(self.folder / folder))

    def problems(self) -> list[Problem]:
        """The files in the queue that cannot be read, so that their mails do not go out."""
        return [_unreadable(file) for file in _files(self.folder) if _read(file) is None]


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    with in_plain_words(folder):
        return sorted((file for file in folder.iterdir() if _NAME.fullmatch(file.name)), key=_parts)


def _parts(file: Path) -> tuple[int, str]:
    order, own = file.stem.split("-")
    return int(order), own


def _id_of(message_id: str) -> str:
    # The Message-ID itself may hold signs that no file name may.
    return hashlib.sha256(message_id.encode(errors="surrogateescape")).hexdigest()[:20]


def _read(file: Path) -> OutgoingMail | None:
    with in_plain_words(file):
        content = file.read_bytes()
    try:
        mail = msgspec.json.decode(content, type=OutgoingMail)
    except msgspec.DecodeError:
        return None
    return mail if _id_of(mail.message_id) == _parts(file)[1] else None


def _unreadable(file: Path) -> Problem:
    return Problem(
        where=str(file),
        what="This waiting mail cannot be read, so it does not go out.",
        what_to_do="Restore the file from the last backup, or remove it and ask for the mail anew.",
    )


def _unknown(message_id: str) -> Problem:
    return Problem(
        where=message_id,
        what="No such mail waits in the queue.",
        what_to_do="Run `verify`; a file may have been removed by hand.",
    )
