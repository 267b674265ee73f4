"""A folder as a mailbox: every .eml file put into it is email; taken ones go to its folder `taken`."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ..ground.disk import put_into
from ..ground.errors import Problem, SomeUnread, WorldFailed
from ..ground.plain_file import open_plain
from ..rules.texts.plain_signs import kept_name, storable
from ..rules.texts.report import Arrival
from .batches import BATCH, BATCH_BYTES

TAKEN = "taken"
LONGEST_HEADERS = 256_000
"""Bytes of headers taken from an email over the limit."""

_UNFINISHED = (".part", ".tmp", ".crdownload")


class FolderInbox:
    """Reads emails from a folder. A key is the file's name and time of change in nanoseconds.

    A file's name is bytes, and may not be UTF-8: it came from another system, or out of an archive. Such a name cannot
    be kept in a log, so the key then holds it as far as it can be read, and what sets it apart.
    """

    def __init__(self, folder: Path, limit: int, name: str = "folder") -> None:
        self.name = name
        self.has_a_past = False
        self._folder = folder
        self._limit = limit

    def arrivals(self, known: Callable[[str], bool]) -> Iterator[Sequence[Arrival]]:
        """Batches of emails whose key is not `known`, oldest first.

        Raises:
            WorldFailed: the folder cannot be read.
            SomeUnread: some files cannot be read; all other emails were handed over.
        """
        batch: list[Arrival] = []
        waiting = self._waiting()
        unread = self._odd()
        for key, file in waiting:
            if known(key):
                continue
            try:
                batch.append(self._read(key, file))
            except FileNotFoundError:
                continue
            except (OSError, MemoryError) as error:
                unread.append(_unreadable(file, error))
            if len(batch) >= BATCH or sum(len(one.raw) for one in batch) > BATCH_BYTES:
                yield batch
                batch = []
        if batch:
            yield batch
        if unread:
            raise SomeUnread(*unread)

    def put_aside(self, keys: Sequence[str]) -> None:
        """Move these emails to `taken`; what is gone or was changed since stays as it is."""
        present = dict(self._waiting())
        taken = self._folder / TAKEN
        unmoved: list[Problem] = []
        for key in keys:
            if key in present:
                try:
                    put_into(present[key], taken)
                except OSError as error:
                    unmoved.append(_unmoved(taken, error))
        if unmoved:
            raise WorldFailed(*dict.fromkeys(unmoved))

    def count(self) -> int:
        """How many emails are in the folder and in `taken`, together.

        Raises:
            WorldFailed: the folder cannot be read.
        """
        taken = self._folder / TAKEN
        return len(self._waiting()) + (sum(map(_is_mail, os.scandir(taken))) if taken.is_dir() else 0)

    def check(self) -> list[Problem]:
        """Whether the folder is there, and what is in it that is never read."""
        try:
            strangers = sorted(
                storable(entry.name) for entry in os.scandir(self._folder) if _is_stranger(entry)
            )
        except OSError as error:
            return [_no_folder(self._folder, error)]
        problems = [_unreadable(file, None) for _, file in self._waiting() if not os.access(file, os.R_OK)]
        if strangers:
            shown = ", ".join(strangers[:5]) + (" ..." if len(strangers) > 5 else "")
            problems.append(
                Problem(
                    where=storable(str(self._folder)),
                    what=f"Not read, because it is not a file with a name ending in .eml: {shown}.",
                    what_to_do="Save emails as .eml files, not as links or folders, and keep other files elsewhere.",
                )
            )
        return problems

    def _waiting(self) -> list[tuple[str, Path]]:
        """Key and file of every email in the folder, oldest first, then by name."""
        try:
            found = [
                (changed, entry.name)
                for entry in os.scandir(self._folder)
                if _is_mail(entry) and (changed := _changed(entry)) is not None
            ]
        except OSError as error:
            raise WorldFailed(_no_folder(self._folder, error)) from error
        return [(f"{kept_name(name)}:{changed}", self._folder / name) for changed, name in sorted(found)]

    def _odd(self) -> list[Problem]:
        """What has the name of an email and is none: a folder, a link, a pipe or a device; none is ever opened."""
        with os.scandir(self._folder) as entries:
            odd = sorted(entry.name for entry in entries if _is_named_so(entry) and not _is_mail(entry))
        return [_not_an_email(self._folder / name) for name in odd]

    def _read(self, key: str, file: Path) -> Arrival:
        # No link: it may have taken the place of the file since the folder was listed.
        with open_plain(file, links=False) as stream:
            size = os.fstat(stream.fileno()).st_size
            if size <= self._limit:
                # No more than it had, should it grow meanwhile: once it is whole it has another time, and comes again.
                raw = stream.read(size)
                return Arrival(key=key, raw=raw, size=len(raw))
            return Arrival(key=key, raw=headers_only(stream.read(LONGEST_HEADERS)), size=size, cut=True)


def headers_only(start: bytes) -> bytes:
    """The header block of an email that begins with `start`, its empty line included."""
    ends = [place + len(gap) for gap in (b"\r\n\r\n", b"\n\n") if (place := start.find(gap)) >= 0]
    return start[: min(ends)] if ends else start


def _is_named_so(entry: os.DirEntry[str]) -> bool:
    return entry.name.lower().endswith(".eml") and not entry.name.startswith(".")


def _is_mail(entry: os.DirEntry[str]) -> bool:
    # No links: a link could show any file of this machine as an email.
    return _is_named_so(entry) and entry.is_file(follow_symlinks=False)


def _is_stranger(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(".") or entry.name.lower().endswith(_UNFINISHED) or _is_mail(entry):
        return False
    return not (entry.name == TAKEN and entry.is_dir())


def _changed(entry: os.DirEntry[str]) -> int | None:
    """When it was changed last, in nanoseconds; None where it is gone, 0 where the disk does not say."""
    try:
        return entry.stat(follow_symlinks=False).st_mtime_ns
    except FileNotFoundError:
        return None
    except OSError:
        return 0


def _unmoved(taken: Path, error: OSError) -> Problem:
    return Problem(
        where=storable(str(taken)),
        what=f"An email cannot be moved there: {error.strerror or error}.",
        what_to_do="Check that the folder can be written to; the email is safe and will not be read twice.",
    )


def _no_folder(folder: Path, error: OSError) -> Problem:
    return Problem(
        where=storable(str(folder)),
        what=f"The folder for incoming emails cannot be read: {error.strerror or error}.",
        what_to_do="Create the folder, or put the right path into school.toml.",
    )


def _not_an_email(file: Path) -> Problem:
    return Problem(
        where=storable(str(file)),
        what="This was not read: it is named like an email, but it is a folder, a link, a pipe or a device.",
        what_to_do="Take it away; if an email is in it, save that as a file ending in .eml.",
    )


def _unreadable(file: Path, error: OSError | MemoryError | None) -> Problem:
    why = (getattr(error, "strerror", None) or str(error)) if error else "no permission"
    return Problem(
        where=storable(str(file)),
        what=f"This email cannot be read: {why}.",
        what_to_do="Give the program permission to read the file; it will try again in the next round.",
    )
