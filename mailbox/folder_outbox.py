"""A folder as an outbox: every email becomes one .eml file, named by its day and a number."""

import errno
import os
import re
import tempfile
from collections.abc import Callable, Iterable
from datetime import datetime
from heapq import nlargest
from pathlib import Path

from ..ground.disk import put_new
from ..ground.errors import LetterladderError, Problem, WorldFailed
from ..rules.mails.outgoing import OutgoingMail
from .compose import to_bytes

LOOK_BACK = 20
"""So many of the newest files are looked at for an email that was written just before a stop and is given again."""
_HEAD_BYTES = 16_384
_MESSAGE_ID = re.compile(rb"^message-id:\s*(<[^>\r\n]+>)", re.IGNORECASE | re.MULTILINE)


class FolderOutbox:
    """Writes emails into a folder, in the order sent. `now` is asked once per email; it must carry its zone.

    `answers_to` is the address whose mailbox is read.
    """

    def __init__(
        self, folder: Path, sender: str, now: Callable[[], datetime], *, answers_to: str = ""
    ) -> None:
        self._folder = folder
        self._sender = sender
        self._now = now
        self._answers_to = answers_to

    def send(self, mail: OutgoingMail) -> None:
        """Write the email durably under a name of its own; one that is there already is not written again.

        Raises:
            WorldFailed: the folder cannot be written to or the disk is full; nothing was written.
        """
        sent_at = self._now()
        content = composed(mail, self._sender, sent_at, self._answers_to)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            names = os.listdir(self._folder)  # noqa: PTH208 - a path for each name would take ten times as long
            if not self._lies_there(mail.message_id, names):
                put_new(self._folder, _name(sent_at, names), content)
        except OSError as error:
            raise WorldFailed(self._problem(error)) from error

    def check(self) -> list[Problem]:
        """Whether a file can be written into the folder."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self._folder):
                return []
        except OSError as error:
            return [self._problem(error)]

    def _lies_there(self, message_id: str, names: Iterable[str]) -> bool:
        newest = nlargest(LOOK_BACK, (name for name in names if name.endswith(".eml")))
        return any(_id_in(self._folder / name) == message_id.encode() for name in newest)

    def _problem(self, error: OSError) -> Problem:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        return Problem(
            where=str(self._folder),
            what=f"An email cannot be written there: {error.strerror or error}.",
            what_to_do="Free some space on the disk."
            if full
            else "Check that it is a folder and can be written to.",
        )


def _name(sent_at: datetime, names: Iterable[str]) -> str:
    """The next name of its day."""
    begins = f"{sent_at.date().isoformat()}-"
    numbers = (
        name.removeprefix(begins)[:-4] for name in names if name.startswith(begins) and name.endswith(".eml")
    )
    last = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return f"{begins}{last + 1:04}.eml"


def _id_in(file: Path) -> bytes:
    with file.open("rb") as opened:
        found = _MESSAGE_ID.search(opened.read(_HEAD_BYTES))
    return found[1] if found else b""


def composed(mail: OutgoingMail, sender: str, sent_at: datetime, answers_to: str = "") -> bytes:
    """The bytes of the email; an address that cannot be used is a failure to send, as an outbox promises."""
    try:
        return to_bytes(mail, sender, sent_at, answers_to)
    except LetterladderError as error:
        raise WorldFailed(*error.problems) from error
