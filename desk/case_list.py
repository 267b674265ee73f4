"""The list of all cases, one by one: what is over from the index, the rest from their logs."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from ..ground.collecting import without_collecting
from ..ground.errors import LogBroken, Problem, Refused
from ..records.index.case_rows import pack, unpack
from ..records.index.index import FolderIndex
from ..records.logs.stamps import Stamp
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
        index = FolderIndex(self.look.data, self.look.cases)
        read = list[tuple[str, Stamp, bytes]]()
        for ref, stamp, summary in index.cases.listed():
            if summary and self.only_open:
                continue
            row = _closed(summary) or self._from_log(ref, stamp, read)
            if row and not (self.only_open and row["state"] == "closed"):
                yield row
        if len(read) >= WORTH_KEEPING:
            index.cases.learn(read)

    def _from_log(self, ref: str, stamp: Stamp, read: list[tuple[str, Stamp, bytes]]) -> Plain | None:
        try:
            case = self.look.case(ref)
        except LogBroken as broken:
            self.unread.extend(broken.problems)
            return unread_row(ref)
        except Refused:
            return None  # its folder is gone: the round says so
        if case.closed:
            read.append((ref, stamp, pack(case)))
        return case_row(case, self.look.school, self.look.today) if case.last_seq else None


def _closed(summary: bytes) -> Plain | None:
    try:
        return closed_row(unpack(summary)) if summary else None
    except msgspec.DecodeError:
        return None
