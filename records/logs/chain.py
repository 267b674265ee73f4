"""Append-only logs, one JSON line per entry, each line carrying the SHA-256 of itself and of the line before.

A line ends in `,"hash":"<64 hex digits>"}`; the hash is of the raw bytes before that, so a check never
writes an entry again and a log of an older version stays checkable.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import msgspec
from msgspec import Struct

from ...ground.disk import append_line, cut_file, in_plain_words, write_file
from ...ground.errors import LogBroken, Problem
from ...ground.plain_file import read_plain
from ...rules.cases.events import Entry
from ...rules.mails.mail_log import MailEntry
from ...rules.office.exports import OfficeEntry
from .stamps import Stamp, stamp_from

EntryT = TypeVar("EntryT", bound=Entry | MailEntry | OfficeEntry)

NEWEST = 1
"""The newest line format this program writes and reads (the field `v`)."""

_TAIL_SIZE = len(b',"hash":""}') + 64
# How msgspec mentions a kind of event, a word of a closed set, or a field that it does not know.
_UNKNOWN_WORD = re.compile(r"Invalid (enum )?value|Object contains unknown field")
NEWER = "was written by a newer Letterladder"
"""How a fault says that a line is of a later version, which this one cannot read."""


class Chain(Struct, Generic[EntryT], frozen=True, kw_only=True):
    """What a log says: its whole entries, how many bytes they fill, and the torn bytes after them.

    A torn last line is the trace of a crash while writing. Its append never returned, so nothing in the
    world was done because of it; it is not believed, and `problems` says that it is there.
    """

    entries: tuple[EntryT, ...] = ()
    whole: int = 0
    torn: bytes = b""
    problems: tuple[Problem, ...] = ()


class End(NamedTuple):
    """Where a chain stands: the place and the hash of its last line; 0 and "" before the first."""

    seq: int = 0
    hash: str = ""


class _Envelope(msgspec.Struct):
    v: int = NEWEST


def chain_up(last: EntryT | End | None, bare: Iterable[EntryT]) -> tuple[list[bytes], list[EntryT]]:
    """Give `bare` entries their places and hashes behind `last`: their lines, without newlines, and the entries."""
    seq, prev = (last.seq, last.hash) if last else (0, "")
    lines: list[bytes] = []
    made: list[EntryT] = []
    for place, entry in enumerate(bare, start=seq + 1):
        placed = msgspec.structs.replace(entry, seq=place, prev=prev, hash="")
        try:
            whole = msgspec.json.encode(placed)
        except UnicodeEncodeError:
            placed = _without_surrogates(placed)
            whole = msgspec.json.encode(placed)
        body = whole[: -len(b',"hash":""}')]
        own = hashlib.sha256(body).hexdigest()
        lines.append(body + b',"hash":"' + own.encode() + b'"}')
        made.append(msgspec.structs.replace(placed, hash=own))
        prev = own
    return lines, made


def _without_surrogates(entry: EntryT) -> EntryT:
    # Broken bytes of an email can reach a text as lone surrogates, which no file can hold; the raw email keeps them.
    return msgspec.convert(_mended(msgspec.to_builtins(entry)), type=type(entry))


def _mended(part: object) -> object:
    match part:
        case str():
            return part.encode(errors="replace").decode()
        case list():
            return [_mended(item) for item in part]
        case dict():
            return {_mended(key): _mended(item) for key, item in part.items()}
        case _:
            return part


def read_chain(path: Path, kind: type[EntryT]) -> Chain[EntryT]:
    """Read a log from disk; one that does not exist is empty.

    Raises:
        LogBroken: a line was changed, is missing, cannot be read, or was written by a newer Letterladder.
        WorldFailed: the disk cannot be read.
    """
    with in_plain_words(path):
        try:
            content = read_plain(path, links=False)
        except FileNotFoundError:
            content = b""
    return parse_chain(content, kind, str(path))


def parse_chain(content: bytes, kind: type[EntryT], where: str) -> Chain[EntryT]:
    """Read the bytes of a log; `where` names it in what is said about faults.

    Raises:
        LogBroken: as for `read_chain`.
    """
    lines = content.split(b"\n")
    torn = lines.pop()
    if not torn and lines and not is_json(lines[-1]):
        torn = lines.pop() + b"\n"
    entries: list[EntryT] = []
    decode = msgspec.json.Decoder(kind).decode
    last: EntryT | End = End()
    for line in lines:
        last = as_it_should_be(line, decode, last) or read_line(line, kind, last, where)
        entries.append(last)
    return Chain(
        entries=tuple(entries),
        whole=len(content) - len(torn),
        torn=torn,
        problems=(torn_problem(where, len(lines) + 1),) if torn else (),
    )


def as_it_should_be(line: bytes, decode: Callable[[bytes], EntryT], before: EntryT | End) -> EntryT | None:
    """The entry of a line that is right in every way, as nearly all are; None sends it to be looked at slowly."""
    own = hashlib.sha256(line[:-_TAIL_SIZE]).hexdigest()
    try:
        entry = decode(line)
    except msgspec.DecodeError:
        return None
    follows = entry.seq == before.seq + 1 and entry.prev == before.hash
    whole = entry.hash == own and line.endswith(own.encode() + b'"}')
    return entry if follows and whole and entry.v <= NEWEST else None


def read_line(line: bytes, kind: type[EntryT], before: EntryT | End | None, where: str) -> EntryT:
    """One line of a log, without its newline, that follows `before` (None: not asked).

    Args:
        line: without its newline.
        kind: of the log's entries.
        before: the line before it, or where the chain stood; None where only the line itself is looked at.
        where: names the log in what is said of faults.

    Raises:
        LogBroken: it was changed after it was written, does not follow, or cannot be read.
    """
    body, tail = line[:-_TAIL_SIZE], line[-_TAIL_SIZE:]
    if tail != b',"hash":"' + hashlib.sha256(body).hexdigest().encode() + b'"}':
        raise LogBroken(_broken(_place(where, before), "The line was changed after it was written."))
    entry = _decode(line, kind, where, before)
    if before is not None and (entry.seq != before.seq + 1 or entry.prev != before.hash):
        what = "It does not follow on from the line before; a line is missing or was moved."
        raise LogBroken(_broken(_place(where, before), what))
    return entry


def _decode(line: bytes, kind: type[EntryT], where: str, before: EntryT | End | None) -> EntryT:
    try:
        entry = msgspec.json.decode(line, type=kind)
    except msgspec.ValidationError as error:
        # The hash fits, so the line is as it was written: what we do not know, a later version wrote.
        if not _is_newer(line) and not _UNKNOWN_WORD.match(str(error)):
            what = f"The line cannot be read: {error}."
            raise LogBroken(_broken(_place(where, before), what)) from error
    except msgspec.DecodeError as error:
        what = f"The line cannot be read: {error}."
        raise LogBroken(_broken(_place(where, before), what)) from error
    else:
        if entry.v <= NEWEST:
            return entry
    raise LogBroken(
        Problem(
            where=_place(where, before),
            what=f"The line {NEWER}.",
            what_to_do="Use the newest version ever used on this folder; nothing was changed.",
        )
    )


def _place(where: str, before: EntryT | End | None) -> str:
    return f"{where}, line {before.seq + 1}" if before is not None else f"{where}, last line"


def _is_newer(line: bytes) -> bool:
    try:
        return msgspec.json.decode(line, type=_Envelope).v > NEWEST
    except msgspec.DecodeError:
        return False


def is_json(line: bytes) -> bool:
    """Whether a line is JSON at all; one that is not was never written whole."""
    try:
        msgspec.json.decode(line)
    except msgspec.DecodeError:
        return False
    return True


def _broken(where: str, what: str) -> Problem:
    return Problem(
        where=where,
        what=what,
        what_to_do="Do not edit the log. Keep a copy of it as it is, and restore the file from the last backup.",
    )


def torn_problem(where: str, number: int) -> Problem:
    """What is said of a last line that was never written whole."""
    return Problem(
        where=f"{where}, line {number}",
        what="The last line is unfinished: the program or the computer stopped while writing it.",
        what_to_do="Nothing to do: it will be set aside at the next entry. What it was about will be asked for again.",
    )


class Log(Generic[EntryT]):
    """One chained log on disk; reads again only when the file changed."""

    def __init__(self, path: Path, kind: type[EntryT]) -> None:
        self.path = path
        self._kind = kind
        self.seen: Stamp | None = None
        """The file as it was last read or written here."""
        self._chain: Chain[EntryT] = Chain()

    def read(self) -> Chain[EntryT]:
        """The log as it stands.

        Raises:
            LogBroken: as for `read_chain`.
        """
        stamp = self._stamp()
        if stamp is None or stamp != self.seen:
            self._chain = read_chain(self.path, self._kind)
            self.seen = stamp
        return self._chain

    def append(self, bare: Sequence[EntryT]) -> list[EntryT]:
        """Append entries behind the log's present end, which gives them their `seq`, `prev` and `hash`.

        They are on disk when this returns.

        Raises:
            LogBroken: the log does not fit its chain, so nothing is put behind it.
            WorldFailed: the disk is full or broken; the log is as before.
        """
        self.set_torn_aside()
        chain = self.read()
        lines, made = chain_up(chain.entries[-1] if chain.entries else None, bare)
        if not lines:
            return []
        content = b"\n".join(lines)
        self.seen = None
        append_line(self.path, content)
        self._chain = Chain(entries=(*chain.entries, *made), whole=chain.whole + len(content) + 1)
        self.seen = self._stamp()
        return made

    def set_torn_aside(self) -> str:
        """Copy the bytes after the last whole line to `<log>.torn-N`, then cut them off; the name, or "".

        Raises:
            WorldFailed: the disk is full or broken; the log is as before.
        """
        chain = self.read()
        if not chain.torn:
            return ""
        name = set_aside(self.path, chain.whole, chain.torn)
        self.seen = None
        return name

    def _stamp(self) -> Stamp | None:
        with in_plain_words(self.path):
            try:
                status = self.path.stat()
            except FileNotFoundError:
                return None
        return stamp_from(status)


def set_aside(log: Path, whole: int, torn: bytes) -> str:
    """Copy the torn bytes behind the first `whole` bytes of a log to `<log>.torn-N`, then cut them off; the name.

    Raises:
        WorldFailed: the disk is full or broken; the log is as before.
    """
    beside = _free_torn_name(log, torn)
    write_file(beside, torn)
    cut_file(log, whole)
    return beside.name


def _free_torn_name(path: Path, torn: bytes) -> Path:
    # A crash between the copy and the cut finds its own copy again.
    number = 1
    while True:
        beside = path.with_name(f"{path.name}.torn-{number}")
        if not beside.exists() or beside.read_bytes() == torn:
            return beside
        number += 1


def in_utc(at: datetime) -> datetime:
    """The same moment in UTC.

    Raises:
        ValueError: the time has no zone, so nobody could say later when it was.
    """
    if at.tzinfo is None:
        raise ValueError("a time in a log needs its zone")
    return at.astimezone(UTC)
