"""The folders of all cases: `<data>/cases/2026-0042/` with its log, its files, and a text for human eyes."""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from ...ground.disk import in_plain_words, make_folder, write_derived, write_file
from ...ground.errors import LogBroken, Problem, Refused, WorldFailed
from ...ground.plain_file import read_plain
from ...rules.cases.events import AnyEvent, Corrected, Entry
from ...rules.cases.sentences import one_line
from .case_text import case_text
from .chain import Log, in_utc
from .file_names import numbered, safe_name
from .stamps import Stamp
from .touched import Touched

LOG = "case.log"
TEXT = "case.txt"
REPORTER = "reporter.json"
NUMBERS = "numbers.json"  # beside the case folders: the highest of each year, so that none is given again

REF = re.compile(r"(\d{4})-(\d{4}|[1-9]\d{4,8})", re.ASCII)
"""One way to write each number: two folders never are the same case to anybody who sorts them."""
_FOLDER = re.compile(r"[a-z][a-z-]{0,30}")

UNUSED = "unused.txt"
"""A note in a case folder without a log: why this number has no case (a stop, a lawful deletion)."""

MOST_LOGS = 500
"""Logs kept in memory at once."""

WHY_UNUSED = "The program stopped before a case was written under this number. No email was lost.\n"


class FolderCaseFiles:
    """Case files in a folder, `<data>/cases`. Whoever writes holds the writer lock (lock.py)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.touched = Touched(folder.parent)
        self._logs: dict[str, Log[Entry]] = {}
        self._reserved: set[str] = set()

    def refs(self) -> list[str]:
        """The references of all cases that have a log, or have lost it, sorted by year and number."""
        return [ref for ref in folder_refs(self.folder) if _is_case(self.folder / ref)]

    def new_ref(self, year: int) -> str:
        """Reserve the next free reference such as "2026-0042" by making its folder; the note beside it forces both.

        Raises:
            WorldFailed: the disk is full or may not be written.
        """
        make_folder(self.folder)
        given = [int(ref[5:]) for ref in folder_refs(self.folder) if ref.startswith(f"{year:04d}-")]
        highest = read_numbers(self.folder)
        number = max([highest.get(f"{year:04d}", 0), *given]) + 1
        while not self._take(ref := f"{year:04d}-{number:04d}"):
            number += 1
        try:
            write_file(self.folder / NUMBERS, _pretty(highest | {f"{year:04d}": number}))
        except WorldFailed:
            # A full disk met every round must not use up a number every round, unless it is noted already.
            if read_numbers(self.folder).get(f"{year:04d}", 0) < number:
                (self.folder / ref).rmdir()
            raise
        return ref

    def explain_unused(self) -> None:
        """Say of references that were reserved here and got no case why that is, so that nobody looks for one.

        Raises:
            WorldFailed: the disk is full or may not be written.
        """
        for ref in sorted(self._reserved):
            if is_abandoned(self.folder / ref):
                _explain(self.folder / ref)
        self._reserved.clear()

    def _take(self, ref: str) -> bool:
        # Making the folder is the lock: of two who try, one is told that it is there.
        with in_plain_words(self.folder / ref):
            try:
                (self.folder / ref).mkdir(mode=0o700)
            except FileExistsError:
                return False
            self._reserved.add(ref)
        return True

    def seen(self, ref: str) -> Stamp | None:
        """The stamp of the log as it was last read or written here."""
        return self._logs[ref].seen if ref in self._logs else None

    def read(self, ref: str) -> list[Entry]:
        """All entries of one case, in order; none for a reference that is only reserved.

        Raises:
            Refused: there is no such case.
            LogBroken: the log does not fit its hash chain.
        """
        return list(self._log(ref).read().entries)

    def problems(self, ref: str) -> list[Problem]:
        """What a person should know of this case's log though it can be read, such as a torn last line.

        Raises:
            Refused: there is no such case.
            LogBroken: the log does not fit its hash chain.
        """
        return list(self._log(ref).read().problems)

    def append(self, ref: str, at: datetime, by: str, *events: AnyEvent, order: str = "") -> list[Entry]:
        """Append events with fsync; they are on disk when this returns.

        Args:
            ref: the case.
            at: when, with its zone; kept in UTC.
            by: who made them: a person's name or role, or the part of the program.
            events: in order.
            order: the id of the order that they carry out, where it waited on disk.

        Returns:
            The new entries alone, with their place in the log.

        Raises:
            Refused: there is no such case.
            LogBroken: the log does not fit its chain; nothing is put behind it.
            WorldFailed: the disk is full or broken; nothing was appended.
        """
        log = self._log(ref)
        self.touched.mark(ref)
        notes = [_torn_note(torn)] if (torn := log.set_torn_aside()) else []
        at, own = in_utc(at), order or msgspec.UNSET
        made = log.append([Entry(seq=0, at=at, by=by, event=one, order=own) for one in (*notes, *events)])
        # The text is derived: where the disk has no room for it, the entry itself is safe and counts.
        with suppress(WorldFailed):
            write_derived(self.folder / ref / TEXT, case_text(ref, log.read().entries).encode())
        return made[len(notes) :]

    def keep_file(self, ref: str, folder: str, name: str, content: bytes) -> str:
        """Write a file into the case durably and return its path within the case, "letters/1-x.docx".

        An equal file of that name is left; a different one gets a counter: nothing is overwritten.

        Raises:
            Refused: there is no such case, or `folder` is not a plain word such as "mail".
            WorldFailed: the disk is full or broken.
        """
        if not _FOLDER.fullmatch(folder):
            raise Refused(_no_such(ref, folder))
        place = self._case(ref) / folder
        make_folder(place)
        with in_plain_words(place):
            taken = {file.name.casefold(): file for file in place.iterdir()}
            for candidate in numbered(safe_name(name)):
                there = taken.get(candidate.casefold())
                if there is None:
                    write_file(place / candidate, content)
                    return f"{folder}/{candidate}"
                if there.is_file() and there.read_bytes() == content:
                    return f"{folder}/{there.name}"
        raise AssertionError("there is always a next number")

    def file(self, ref: str, path: str) -> bytes:
        """The bytes of a file kept in the case.

        Raises:
            Refused: there is no such case or file.
        """
        place = self.path(ref, path)
        if not place.is_file():
            raise Refused(_no_such(ref, path))
        with in_plain_words(place):
            return place.read_bytes()

    def path(self, ref: str, path: str = "") -> Path:
        """Where a file of the case is on disk.

        Raises:
            Refused: there is no such case, or the path leads out of its folder.
        """
        case = self._case(ref)
        place = case / path
        if not place.resolve().is_relative_to(case.resolve()):
            raise Refused(_no_such(ref, path))
        return place

    def keep_reporter(self, ref: str, mail: str, reporter: Mapping[str, str]) -> None:
        """Note who reported, apart from the log; `mail` is the SHA-256 of the report.

        Raises:
            Refused: there is no such case.
            LogBroken: the file of reporters was damaged; it is left as it is.
        """
        place = self._case(ref) / REPORTER
        write_file(place, _pretty(read_reporters(place) | {mail: dict(reporter)}))

    def _case(self, ref: str) -> Path:
        if not REF.fullmatch(ref) or not (self.folder / ref).is_dir():
            raise Refused(
                Problem(
                    where=one_line(ref),
                    what="There is no such case.",
                    what_to_do="The command `cases` lists all references.",
                )
            )
        return self.folder / ref

    def _log(self, ref: str) -> Log[Entry]:
        case = self._case(ref)
        if lost_its_log(case):
            raise LogBroken(log_is_gone(case))
        log = self._logs.pop(ref, None) or Log(case / LOG, Entry)
        # The last in use comes last, and the first goes: a school with many cases is not all kept in memory.
        self._logs[ref] = log
        if len(self._logs) > MOST_LOGS:
            del self._logs[next(iter(self._logs))]
        return log


def is_abandoned(case: Path) -> bool:
    """Whether this reference was reserved and no case was written; call it under the writer lock only."""
    return case.is_dir() and _is_empty(case / LOG) and not (case / UNUSED).exists() and not _was_written(case)


def lost_its_log(case: Path) -> bool:
    """Whether a case was written here and its log is gone or empty: its text is made from the log only."""
    return _is_empty(case / LOG) and (case / TEXT).is_file() and not (case / UNUSED).exists()


def _is_case(case: Path) -> bool:
    return (case / LOG).exists() or lost_its_log(case)


def _was_written(case: Path) -> bool:
    return (case / TEXT).is_file() or (case / "letters").is_dir()


def _is_empty(log: Path) -> bool:
    try:
        return log.stat().st_size == 0
    except OSError:
        return not log.exists()


def log_is_gone(case: Path) -> Problem:
    """What a person is told of such a case."""
    return Problem(
        where=str(case / LOG),
        what="The log of this case is gone or empty, though a case was written here.",
        what_to_do="Restore the file from the last backup; until then nothing is done in this case.",
    )


def _explain(case: Path) -> None:
    # A log without a line was only just opened; the note takes its place.
    with in_plain_words(case):
        (case / LOG).unlink(missing_ok=True)
    write_file(case / UNUSED, WHY_UNUSED.encode())


def explain_abandoned(cases: Path) -> None:
    """Say in each abandoned folder why its number has no case, so that nobody looks for one.

    Raises:
        WorldFailed: the disk is full or may not be written.
    """
    for ref in folder_refs(cases):
        if is_abandoned(cases / ref):
            _explain(cases / ref)


def folder_refs(folder: Path) -> list[str]:
    """Every folder that is named like a reference, with or without a log, sorted by year and number."""
    if not folder.is_dir():
        return []
    with in_plain_words(folder), os.scandir(folder) as places:
        found = [place.name for place in places if REF.fullmatch(place.name) and place.is_dir()]
    return sorted(found, key=_year_and_number)


def read_numbers(folder: Path) -> dict[str, int]:
    """The highest number given in each year, as noted beside the case folders; empty where nothing is noted."""
    try:
        return msgspec.json.decode(read_plain(folder / NUMBERS), type=dict[str, int])
    except (OSError, msgspec.DecodeError):
        return {}  # derived: the folders themselves tell nearly as much


def _year_and_number(ref: str) -> tuple[int, int]:
    year, number = ref.split("-")
    return int(year), int(number)


def _torn_note(name: str) -> Corrected:
    return Corrected(seq=0, what=f"The last line of the log was left unfinished by a crash; it is in {name}.")


def _no_such(ref: str, path: str) -> Problem:
    return Problem(
        where=f"{ref}/{one_line(path)}",
        what="There is no such file in the case.",
        what_to_do="The command `case` lists what the case contains; restore a lost file from the last backup.",
    )


def read_reporters(place: Path) -> dict[str, dict[str, str]]:
    """Who reported on this case, by the SHA-256 of the email; nobody where nothing is noted.

    Raises:
        LogBroken: the file was damaged.
        WorldFailed: the disk cannot be read.
    """
    with in_plain_words(place):
        try:
            return msgspec.json.decode(place.read_bytes(), type=dict[str, dict[str, str]])
        except FileNotFoundError:
            return {}
        except msgspec.DecodeError as error:
            raise LogBroken(
                Problem(
                    where=str(place),
                    what=f"The record of reporters cannot be read: {error}.",
                    what_to_do="Restore it from the last backup; nothing was changed.",
                )
            ) from error


def _pretty(content: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(content, order="sorted"), indent=2) + b"\n"
