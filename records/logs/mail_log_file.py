"""The log of every email ever seen, `<data>/ledger/mails.log`, and the raw emails it mentions.

A raw email is in exactly one of three places: `intake/` until it is filed, then on its case, or in
`ledger/filed/` where it belongs to no case. It leaves one only when the next one surely holds it.
"""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from ...ground.disk import append_derived, in_plain_words, make_folder, move_file, remove_file, write_file
from ...ground.errors import Problem, Refused, WorldFailed
from ...ground.plain_file import read_plain
from ...ground.together import write_files
from ...rules.mails.mail_log import AnyMailEvent, MailEntry
from .chain import in_utc
from .long_log import LongLog
from .stamps import NO_FILE, Stamp, stamp_of

LOG = "ledger/mails.log"
FILED = "ledger/filed"
INTAKE = "intake"
PLACES = "ledger/places.txt"
"""Derived: one JSON line per email on a case, its SHA-256 and where it is; rebuilt from the cases when it is gone."""

_SHA256 = re.compile(r"[0-9a-f]{64}")


class _Place(msgspec.Struct):
    sha256: str
    file: str


class FolderMailLog:
    """The email log and raw emails of one school in its data folder. Whoever writes holds the writer lock (lock.py)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._log = LongLog(folder / LOG, MailEntry)
        self._places: dict[str, str] | None = None
        self._looked: dict[str, Stamp] = {}

    def entries(self) -> list[MailEntry]:
        """All entries, in order.

        Raises:
            LogBroken: the log does not fit its hash chain.
        """
        return list(self._log.read().entries)

    def problems(self) -> list[Problem]:
        """What a person should know of the log though it can be read, such as a torn last line."""
        return list(self._log.read().problems)

    def append(self, at: datetime, by: str, *events: AnyMailEvent) -> None:
        """Append with fsync; `at` has a zone and is kept in UTC.

        Raises:
            LogBroken: the log does not fit its chain; nothing is put behind it.
            WorldFailed: the disk is full or broken; nothing was appended.
        """
        moment = in_utc(at)
        make_folder(self._log.path.parent)
        # A torn line needs no note here: the mailbox still shows that email, and it is entered again.
        self._log.append([MailEntry(seq=0, at=moment, by=by, event=event) for event in events])

    def keep_raw(self, sha256: str, raw: bytes) -> None:
        """Keep the raw email, with fsync, before anything else is done with it; one already kept stays where it is.

        Raises:
            Refused: `sha256` is not the hash of `raw`.
            WorldFailed: the disk is full or broken; the email is not kept.
        """
        if hash_of(raw) != sha256:
            raise Refused(_not_the_same(sha256))
        if self._find(sha256) is None:
            make_folder(self.folder / INTAKE)
            write_file(self._in(INTAKE, sha256), raw)

    def keep_raws(self, raws: Mapping[str, bytes]) -> None:
        """`keep_raw` for many emails by SHA-256, with one flush of the disk for all that are not kept yet.

        Raises:
            Refused: one of them is not the email of its hash; none was kept.
            WorldFailed: the disk is full or broken; some of them may be kept.
        """
        if wrong := next((one for one, raw in raws.items() if hash_of(raw) != one), None):
            raise Refused(_not_the_same(wrong))
        make_folder(self.folder / INTAKE)
        new = {self._in(INTAKE, one).name: raw for one, raw in raws.items() if self._find(one) is None}
        write_files(self.folder / INTAKE, new)

    def raw(self, sha256: str) -> bytes:
        """The raw email as kept, wherever it was filed since.

        Raises:
            Refused: no such email is kept.
        """
        return _read(self.place(sha256))

    def place(self, sha256: str) -> Path:
        """Where the raw email lies now.

        Raises:
            Refused: no such email is kept.
        """
        found = self._find(sha256)
        if found is None:
            # The derived list may be wrong, where somebody moved a file: look at every email once.
            self._look_on_cases()
            found = self._find(sha256)
        if found is None:
            raise Refused(_not_kept(sha256))
        return found

    def filed(self, sha256: str, case_path: Path | None) -> None:
        """The email is now on a case (its path), or is a robot's: it leaves the in-tray's folder.

        Raises:
            Refused: the file on the case is not this email, or the email was never kept; nothing was moved.
            WorldFailed: the disk is full or broken.
        """
        if case_path is None:
            self._file_apart(sha256)
            return
        if not _holds(case_path, sha256):
            raise Refused(_not_the_same(sha256))
        self._note_place(sha256, case_path)
        for folder in (INTAKE, FILED):
            if (here := self._in(folder, sha256)).exists():
                remove_file(here)

    def _file_apart(self, sha256: str) -> None:
        waiting = self._in(INTAKE, sha256)
        if waiting.exists():
            make_folder(self.folder / FILED)
            move_file(waiting, self._in(FILED, sha256))
        else:
            self.place(sha256)

    def _in(self, folder: str, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise Refused(_not_kept(sha256))
        return self.folder / folder / f"{sha256}.eml"

    def _find(self, sha256: str) -> Path | None:
        for folder in (INTAKE, FILED):
            if _holds(here := self._in(folder, sha256), sha256):
                return here
        noted = self._known_places().get(sha256)
        if noted and _holds(self.folder / noted, sha256):
            return self.folder / noted
        return None

    def _look_on_cases(self) -> None:
        """Note where every email on a case is; where none came or went since the last look, that is known."""
        for folder in _folders_of_mails(self.folder):
            stamp = stamp_of(folder)
            if stamp == self._looked.get(folder, NO_FILE):
                continue
            for mail in sorted(file for file in Path(folder).iterdir() if file.is_file()):
                self._note_place(hash_of(_read(mail)), mail)
            self._looked[folder] = stamp

    def _known_places(self) -> dict[str, str]:
        if self._places is None:
            self._places = {place.sha256: place.file for place in _read_places(self.folder / PLACES)}
            if not (self.folder / PLACES).exists():
                self._look_on_cases()
        return self._places

    def _note_place(self, sha256: str, mail: Path) -> None:
        file = mail.resolve().relative_to(self.folder.resolve()).as_posix()
        if self._known_places().get(sha256) == file:
            return
        self._known_places()[sha256] = file
        with suppress(WorldFailed):  # derived: found again by looking
            make_folder((self.folder / PLACES).parent)
            append_derived(self.folder / PLACES, msgspec.json.encode(_Place(sha256=sha256, file=file)))


def hash_of(content: bytes) -> str:
    """The SHA-256 of the bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


def _folders_of_mails(folder: Path) -> Iterator[str]:
    """Every folder in which emails of a case are kept, in order."""
    cases = folder / "cases"
    for ref in sorted(os.listdir(cases)) if cases.is_dir() else ():  # noqa: PTH208 - a Path for each of many thousand takes long
        if os.path.isdir(mails := f"{cases}/{ref}/mail"):  # noqa: PTH112 - the same
            yield mails


def _read_places(path: Path) -> Iterator[_Place]:
    try:
        lines = read_plain(path).splitlines()
    except FileNotFoundError:
        return
    for line in lines:
        with suppress(msgspec.DecodeError):
            yield msgspec.json.decode(line, type=_Place)


def _holds(path: Path, sha256: str) -> bool:
    return path.is_file() and hash_of(_read(path)) == sha256


def _read(path: Path) -> bytes:
    with in_plain_words(path):
        return read_plain(path)


def _not_kept(sha256: str) -> Problem:
    return Problem(
        where=f"email {sha256[:12]}",
        what="There is no such email here.",
        what_to_do="The command `mails` lists every email ever seen; `verify` says whether one is missing.",
    )


def _not_the_same(sha256: str) -> Problem:
    return Problem(
        where=f"email {sha256[:12]}",
        what="The bytes to be filed are not this email.",
        what_to_do="Run `verify`; the email itself stays where it was.",
    )
