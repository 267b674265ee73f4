"""The list of all cases, one by one: what is over from the index, the rest from their logs."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import msgspec

from ..ground.errors import LogBroken, Problem, Refused, WorldFailed
from ..records.index.case_rows import pack, unpack
from ..records.index.index import FolderIndex, without_collecting
from ..records.logs.case_files import LOG, folder_refs, lost_its_log
from ..records.logs.lock import round_lock, writer_lock
from ..records.logs.touched import NO_FILE, Stamp, stamp_of
from .glance import Glance
from .listings import Plain, case_row, closed_row, unread_row

WORTH_KEEPING = 20
"""Closed cases whose logs had to be read, from which on the index is told what they say."""


@dataclass(slots=True, kw_only=True)
class CaseList:
    """Goes over all cases, oldest first; then `unread` says what is wrong with the logs that could not be read."""

    look: Glance
    only_open: bool = False
    unread: list[Problem] = field(default_factory=list)

    def __iter__(self) -> Iterator[Plain]:
        """One row for each case; a log that cannot be read has one, too."""
        with without_collecting():
            yield from self._rows()

    def _rows(self) -> Iterator[Plain]:
        folder = self.look.cases.folder
        index = FolderIndex(self.look.data, self.look.cases)
        over, read = _Over(index), list[tuple[str, Stamp, bytes]]()
        for ref in folder_refs(folder):
            stamp = stamp_of(f"{folder}/{ref}/{LOG}")
            summary = over.of(ref, stamp)
            if summary is None and (stamp != NO_FILE or lost_its_log(folder / ref)):
                row = self._from_log(ref, stamp, read)
            elif summary is not None and not self.only_open:
                row = _closed(summary) or self._from_log(ref, stamp, read)
            else:
                continue
            if row and not (self.only_open and row["state"] == "closed"):
                yield row
        self._keep(index, read)

    def _keep(self, index: FolderIndex, read: list[tuple[str, Stamp, bytes]]) -> None:
        """The next list is faster, where nobody else is writing just now."""
        if len(read) >= WORTH_KEEPING:
            data = self.look.data
            with suppress(Refused, WorldFailed), round_lock(data, seconds=0), writer_lock(data, seconds=0):
                index.learn(read)

    def _from_log(self, ref: str, stamp: Stamp, read: list[tuple[str, Stamp, bytes]]) -> Plain | None:
        try:
            case = self.look.case(ref)
        except LogBroken as broken:
            self.unread.extend(broken.problems)
            return unread_row(ref)
        if case.closed:
            read.append((ref, stamp, pack(case)))
        return case_row(case, self.look.school, self.look.today) if case.last_seq else None


class _Over:
    """The cases that the index knows to be over, met in the order of their references."""

    def __init__(self, index: FolderIndex) -> None:
        self._rows = index.cases.closed()
        self._next = self._following()

    def _following(self) -> tuple[str, Stamp, bytes] | None:
        """The next one; an index that is no good is not needed for a list."""
        try:
            return next(self._rows, None)
        except WorldFailed:
            return None

    def of(self, ref: str, stamp: Stamp) -> bytes | None:
        """The packed summary of a case that is over, where its log is still the file that the index knows."""
        while self._next and _order(self._next[0]) < _order(ref):
            self._next = self._following()
        found = self._next
        return found[2] if found and found[0] == ref and found[1] == stamp else None


def _order(ref: str) -> tuple[int, int]:
    return int(ref[:4]), int(ref[5:])


def _closed(summary: bytes) -> Plain | None:
    try:
        return closed_row(unpack(summary))
    except msgspec.DecodeError:
        return None
