"""One case as the derived index keeps it, read from its log."""

import os
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from ...ground.errors import LogBroken, Problem
from ...ground.plain_file import open_plain
from ...rules.cases.case import Case
from ...rules.cases.case_summary import CaseSummary, summary_of
from ...rules.cases.events import CaseOpened, Entry, Triaged
from ...rules.cases.fold import fold
from ..logs.case_files import LOG
from ..logs.chain import End, parse_chain
from ..logs.stamps import NO_FILE, Stamp, stamp_from
from .case_skim import skim

_ENCODE = msgspec.msgpack.Encoder()
_DECODE = msgspec.msgpack.Decoder(CaseSummary)


class CaseRow(Struct, frozen=True, kw_only=True):
    """What the index keeps of a case.

    Attributes:
        ref: the case.
        adult: whose it is; of a log that cannot be read, as far as its good lines tell.
        open: not closed, or nobody can say.
        broken: the log cannot be read to its end.
        stamp: inode, size and time of the log as it was read.
        end: the place and hash of its last line.
        mails: the SHA-256 of the emails on it.
        summary: the packed summary; b"" for a log that cannot be read, or was read only in passing.
    """

    ref: str
    adult: str
    open: bool
    broken: bool
    stamp: Stamp
    end: End
    mails: frozenset[str] = frozenset()
    summary: bytes = b""

    @property
    def number(self) -> int:
        """The reference as a number that sorts as references do."""
        return number_of(self.ref)


def number_of(ref: str) -> int:
    """The reference as a number that sorts as references do: 2026-0042 is 2026 * 10**9 + 42."""
    return int(ref[:4]) * 10**9 + int(ref[5:])


def pack(case: Case) -> bytes:
    """The packed summary of a case."""
    return _ENCODE.encode(summary_of(case))


def unpack(summary: bytes) -> CaseSummary:
    """A packed summary.

    Raises:
        msgspec.DecodeError: it was packed by another version.
    """
    return _DECODE.decode(summary)


def read_row(log: str | Path, ref: str, *, in_passing: bool = False) -> CaseRow | None:
    """The case's row from its log; None where there is no log or it holds no line yet.

    Args:
        log: the file.
        ref: the case.
        in_passing: of a case that is over, the summary may be left out.
    """
    try:
        with open_plain(log, links=False) as file:
            status = os.fstat(file.fileno())
            content = file.read()
    except FileNotFoundError:
        return None
    except OSError:
        return _broken(ref, NO_FILE, b"")
    stamp = stamp_from(status)
    skimmed = skim(content, ref) if in_passing else None
    if skimmed:
        return CaseRow(
            ref=ref,
            adult=skimmed.adult,
            open=False,
            broken=False,
            stamp=stamp,
            end=skimmed.end,
            mails=skimmed.mails,
        )
    return _folded(ref, str(log), stamp, content)


def _folded(ref: str, log: str, stamp: Stamp, content: bytes) -> CaseRow | None:
    try:
        entries = parse_chain(content, Entry, log).entries
    except LogBroken:
        return _broken(ref, stamp, content)
    if not entries:
        return None
    case = fold(ref, entries)
    return CaseRow(
        ref=ref,
        adult=case.adult,
        open=not case.closed,
        broken=False,
        stamp=stamp,
        end=End(case.last_seq, case.last_hash),
        mails=case.mails,
        summary=pack(case),
    )


def _broken(ref: str, stamp: Stamp, content: bytes) -> CaseRow:
    """A case whose log cannot be read: open until somebody knows, of the adult whom its readable lines name."""
    adult = ""
    for line in content.split(b"\n"):
        with suppress(msgspec.DecodeError):
            event = msgspec.json.decode(line, type=Entry).event
            if isinstance(event, CaseOpened | Triaged) and event.adult:
                adult = event.adult
    return CaseRow(ref=ref, adult=adult, open=True, broken=True, stamp=stamp, end=End())


def shorter_log(ref: str, now: str, before: str) -> Problem:
    """What is said of a log that has fewer lines than it had."""
    return Problem(
        where=f"{ref}/{LOG}",
        what=f"The log has {now} lines, where it once had {before}. It was restored from a backup, or lines were lost.",
        what_to_do="If nobody restored it, run `verify` and restore the case from the newest backup.",
    )
