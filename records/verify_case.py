"""Look at one case folder: does the log fit its chain, and is every file it speaks of there, byte for byte?"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..rules.errors import LetterladderError, Problem
from ..rules.events import (
    Corrected,
    DraftVoided,
    Entry,
    EvidenceKept,
    LetterDrafted,
    LetterPosted,
    LetterReturned,
    MailAttached,
    PostingNotMade,
    PostingStarted,
    ReportReceived,
    SheetWritten,
)
from .case_files import LOG, TEXT
from .chain import read_chain


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFound:
    """The problems found, whether the log could be read, the SHA-256 of its mails, and the letters leaving."""

    problems: tuple[Problem, ...]
    readable: bool = True
    mails: frozenset[str] = frozenset()
    leaving: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expected:
    """A file the log speaks of; `sha256` is "" where only its presence can be asked."""

    file: str
    sha256: str


def look_at_case(case: Path) -> CaseFound:
    """Check the log, its torn lines, its files and its text; only reads."""
    log = case / LOG
    try:
        chain = read_chain(log, Entry)
    except LetterladderError as error:
        return CaseFound(problems=error.problems, readable=False)
    if not chain.entries:
        return CaseFound(problems=(*chain.problems, _empty(case)))
    entries = chain.entries
    noted = [entry.event.what for entry in entries if isinstance(entry.event, Corrected)]
    return CaseFound(
        problems=(
            *chain.problems,
            *torn_files(log, noted),
            *(problem for expected in _expected(entries) for problem in _missing(case, expected)),
            *_text_is_ahead(case, entries[-1].seq),
        ),
        leaving=_leaving(entries),
        mails=frozenset(
            entry.event.mail
            for entry in entries
            if isinstance(entry.event, ReportReceived | MailAttached) and entry.event.file
        ),
    )


def torn_files(log: Path, noted: Iterable[str]) -> Iterator[Problem]:
    """The lines set aside after a crash that no entry of the log speaks of."""
    told = " ".join(noted)
    for file in sorted(log.parent.glob(f"{log.name}.torn-*")):
        if f"{file.name}." not in told:
            yield Problem(
                where=str(file),
                what="The last line of the log was unfinished after a crash and was set aside here.",
                what_to_do="Look at it, note on the case what it was about if it matters, then remove it.",
            )


def hash_file(path: Path) -> str:
    """The SHA-256 of a file, in hex; "" where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _expected(entries: Iterable[Entry]) -> list[_Expected]:
    files: list[_Expected] = []
    drafts: dict[tuple[str, int], LetterDrafted] = {}
    given_up: set[tuple[str, int]] = set()
    for entry in entries:
        match entry.event:
            case ReportReceived(file=file, mail=sha256) | MailAttached(file=file, mail=sha256):
                files.append(_Expected(file=file, sha256=sha256))
            case EvidenceKept(file=file, sha256=sha256) | SheetWritten(file=file, sha256=sha256):
                files.append(_Expected(file=file, sha256=sha256))
            case LetterDrafted(letter=letter, version=version) as drafted:
                drafts[letter, version] = drafted
            case DraftVoided(letter=letter, version=version) | LetterReturned(letter=letter, version=version):
                given_up.add((letter, version))
            case LetterPosted(letter=letter, version=version):
                given_up.discard((letter, version))
            case _:
                pass
    for place, drafted in drafts.items():
        # A version that no longer counts may have been changed by hand; that may be just why it no longer counts.
        files.append(_Expected(file=drafted.file, sha256="" if place in given_up else drafted.sha256))
        files.append(_Expected(file=drafted.pdf, sha256=""))
    return files


def _leaving(entries: Iterable[Entry]) -> frozenset[tuple[str, int]]:
    """The letters, with their version, whose posting has begun and has not ended."""
    leaving: set[tuple[str, int]] = set()
    for entry in entries:
        match entry.event:
            case PostingStarted(letter=letter, version=version):
                leaving.add((letter, version))
            case LetterPosted() | PostingNotMade() | DraftVoided() as ended:
                leaving.discard((ended.letter, ended.version))
            case _:
                pass
    return frozenset(leaving)


def _missing(case: Path, expected: _Expected) -> Iterator[Problem]:
    if not expected.file:
        return
    place = case / expected.file
    restore = "Restore it from the last backup; the log holds its SHA-256."
    if not place.is_file():
        yield Problem(
            where=str(place), what="The log speaks of this file, but it is gone.", what_to_do=restore
        )
    elif expected.sha256 and hash_file(place) != expected.sha256:
        yield Problem(where=str(place), what="This file was changed after it was kept.", what_to_do=restore)


def _text_is_ahead(case: Path, last: int) -> Iterator[Problem]:
    # A chain cannot show that whole lines were cut off its end; the text written from it can.
    try:
        lines = (case / TEXT).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    numbers = [int(word) for line in lines[2:] if (word := line[:8].strip().split(" ")[0]).isdecimal()]
    if numbers and numbers[-1] > last:
        yield Problem(
            where=str(case / LOG),
            what=f"The log ends at entry {last}, but {TEXT} was written from {numbers[-1]}: lines are missing.",
            what_to_do="Do not write to this case; restore its folder from the last backup.",
        )


def _empty(case: Path) -> Problem:
    return Problem(
        where=str(case),
        what="This reference was reserved, but no case was written; the program stopped in between.",
        what_to_do="No mail is lost by it. Put a file unused.txt there that says so; the number stays unused.",
    )
