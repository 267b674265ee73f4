"""Look at one case folder: does the log fit its chain, and is every file it mentions there, byte for byte?"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ...ground.errors import LetterladderError, Problem
from ...ground.plain_file import open_plain
from ...rules.cases.events import Corrected, Entry
from ...rules.office.reading_events import READINGS
from ..logs.case_files import (
    LOG,
    REPORTER,
    TEXT,
    UNUSED,
    log_is_gone,
    lost_its_log,
)
from ..logs.case_text import case_text
from ..logs.chain import read_chain
from .case_claims import Expected, expected_of, leaving_of, mails_on, queued_by, reports_on
from .verify_beside import problems_of_readings, problems_of_reporters
from .verify_letters import dated_otherwise, problems_of_letters

_TORN = ".torn-"
_KIND = re.compile(rb'"kind":"([A-Za-z]{1,40})"')
_PDF = b"%PDF-"
_RESTORE = "Restore it from the last backup; the log holds its SHA-256."


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFound:
    """What one case folder holds.

    Attributes:
        problems: what does not fit.
        readable: whether the log could be read.
        hashes: those of its lines, in order; the first is of line 1.
        mails: the SHA-256 of the emails that the log says are on the case.
        raw_mails: the SHA-256 of the files in its folder of emails.
        leaving: the letters whose posting has begun and has not ended.
        queued: the Message-IDs of emails that the log says were put into the queue.
    """

    problems: tuple[Problem, ...]
    readable: bool = True
    hashes: tuple[str, ...] = ()
    mails: frozenset[str] = frozenset()
    raw_mails: frozenset[str] = frozenset()
    leaving: frozenset[tuple[str, int]] = frozenset()
    queued: frozenset[str] = frozenset()


@dataclass(slots=True, kw_only=True)
class _Files:
    """The files of a case folder by their path in it, each hashed once and only when somebody asks."""

    case: Path
    paths: frozenset[str]
    hashes: dict[str, str] = field(default_factory=dict)

    def hash(self, path: str) -> str:
        if path not in self.hashes:
            self.hashes[path] = hash_file(self.case / path)
        return self.hashes[path]

    def known(self, path: str, sha256: str) -> bytes:
        """The file, if it is the one that the log knows by this hash; else b""."""
        known = path in self.paths and self.hash(path) == sha256
        return (self.case / path).read_bytes() if known else b""

    def mails(self) -> frozenset[str]:
        return frozenset(self.hash(path) for path in self.paths if path.startswith("mail/"))


def look_at_case(case: Path) -> CaseFound:
    """Check the log, its torn lines, its letters, its files and its text; only reads."""
    log = case / LOG
    files = _Files(case=case, paths=_files_in(case))
    if lost_its_log(case):
        return CaseFound(problems=(log_is_gone(case),), readable=False, raw_mails=files.mails())
    try:
        chain = read_chain(log, Entry)
    except LetterladderError as error:
        return CaseFound(problems=error.problems, readable=False, raw_mails=files.mails())
    if not chain.entries:
        return CaseFound(problems=(*chain.problems, _empty(case)), raw_mails=files.mails())
    return CaseFound(
        problems=(*chain.problems, *_problems(case, chain.entries, files)),
        hashes=tuple(entry.hash for entry in chain.entries),
        leaving=leaving_of(chain.entries),
        mails=mails_on(chain.entries),
        raw_mails=files.mails(),
        queued=queued_by(chain.entries),
    )


def _problems(case: Path, entries: tuple[Entry, ...], files: _Files) -> Iterator[Problem]:
    noted = [entry.event.what for entry in entries if isinstance(entry.event, Corrected)]
    yield from torn_files(case / LOG, noted)
    expected = expected_of(entries)
    for one in expected:
        yield from _missing(one, files)
    yield from problems_of_letters(case.name, entries)
    yield from dated_otherwise(case.name, entries, files.known)
    yield from problems_of_reporters(case, mails_on(entries), reports_on(entries))
    yield from problems_of_readings(case)
    yield from _problems_of_text(case, entries)
    yield from _unspoken(files, {one.file for one in expected})


def _files_in(case: Path) -> frozenset[str]:
    # Links are not followed: what they point to is not part of the case; they are said elsewhere.
    return frozenset(_names(case, ""))


def _names(folder: str | Path, before: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return  # said where all folders are walked, see verify_places.py
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _names(entry.path, f"{before}{entry.name}/")
        elif entry.is_file(follow_symlinks=False):
            yield before + entry.name


def files_without_a_case(case: Path) -> list[str]:
    """What is in a folder whose number has no case, besides the note that says why."""
    return sorted(_files_in(case) - {UNUSED})


def torn_files(log: Path, noted: Iterable[str]) -> Iterator[Problem]:
    """The lines set aside after a crash that no entry of the log mentions, and what each was about."""
    told = " ".join(noted)
    for file in sorted(log.parent.glob(f"{log.name}{_TORN}*")):
        if f"{file.name}." not in told:
            yield Problem(
                where=str(file),
                what=f"The last line of the log was left unfinished by a crash and was set aside here: {_gist(file)}.",
                what_to_do="Look at it, note on the case what it was about if that matters, then remove it.",
            )


def _gist(torn: Path) -> str:
    try:
        content = torn.read_bytes()
    except OSError:
        return "it cannot be read"
    kind = _KIND.search(content)
    about = f" about {kind[1].decode()}" if kind else ""
    return f"{len(content)} bytes{about}"


def digest_of(sha256: str) -> bytes:
    """The 32 bytes of a SHA-256 in hex; none where it is no such thing."""
    try:
        return bytes.fromhex(sha256)
    except ValueError:
        return b""


def hash_file(path: Path) -> str:
    """The SHA-256 of a file, in hex; "" where it cannot be read."""
    try:
        with open_plain(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _missing(expected: Expected, files: _Files) -> Iterator[Problem]:
    if not expected.file:
        return
    what = ""
    if expected.file not in files.paths:
        what = "The log mentions this file, but it is gone."
    elif expected.sha256:
        if files.hash(expected.file) != expected.sha256:
            what = "This file was changed after it was kept."
    elif expected.file.endswith(".pdf") and not _is_pdf(files.case / expected.file):
        what = "This file is not, or no longer, a PDF."
    if what:
        yield Problem(where=str(files.case / expected.file), what=what, what_to_do=_RESTORE)


def _is_pdf(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_PDF)) == _PDF
    except OSError:
        return False


def _unspoken(files: _Files, spoken: set[str]) -> Iterator[Problem]:
    """Files in the case folder that no log line mentions."""
    ours = {LOG, TEXT, REPORTER, READINGS}
    for path in sorted(files.paths - spoken - ours):
        if not path.startswith((f"{LOG}{_TORN}", f"{READINGS}{_TORN}")) and not path.endswith(".half"):
            yield Problem(
                where=str(files.case / path),
                what="No line of the log mentions this file: somebody put it there, or it was left behind "
                "when the program "
                "stopped.",
                what_to_do="Look at it. If it belongs to the case, email it to the mailbox; then move it out.",
            )


def _problems_of_text(case: Path, entries: tuple[Entry, ...]) -> Iterator[Problem]:
    """The text is written from the log after each entry; where it is behind, the program stopped in between."""
    try:
        text = (case / TEXT).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    if text == case_text(case.name, entries):
        return
    numbers = _numbers(text)
    if numbers > entries[-1].seq:
        # A chain cannot show that whole lines were cut off its end; the text written from it can.
        yield Problem(
            where=str(case / LOG),
            what=f"The log ends at entry {entries[-1].seq}, but {TEXT} was written from {numbers}: lines are missing.",
            what_to_do="Do not write to this case; restore its folder from the last backup.",
        )
    elif text != case_text(case.name, entries[:numbers]):
        yield Problem(
            where=str(case / TEXT),
            what="This text does not match the log; it was changed, or written by another version.",
            what_to_do="Do not rely on it: only the log counts. Remove it; the next entry writes it again.",
        )


def _numbers(text: str) -> int:
    """The number of the last line of a case's text; 0 where it has none."""
    words = [line[:8].strip().split(" ")[0] for line in text.splitlines()[2:]]
    return max((int(word) for word in words if word.isdecimal()), default=0)


def _empty(case: Path) -> Problem:
    return Problem(
        where=str(case),
        what="This reference was reserved, but no case was written: the program stopped in between.",
        what_to_do="No email was lost. Put a file unused.txt there that says so; the number stays unused.",
    )
