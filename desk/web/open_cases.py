"""The open cases in memory, each read again only when its log was changed: a list of a thousand answers at once."""

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ...ground.errors import LogBroken, Problem, Refused
from ...records.logs.stamps import Stamp, stamp_of
from ...rules.cases.case import Case
from ...workflows.office import Office

MOST_KEPT = 5_000
"""Cases kept in memory; the oldest to be asked for goes first."""


@dataclass(slots=True)
class OpenCases:
    """The cases of one school, shared by all threads. A case is never changed: a log that grew makes a new one."""

    data: Path
    _known: dict[str, tuple[Stamp, Case]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def case(self, office: Office, ref: str) -> Case:
        """The case as its log tells it now.

        Raises:
            Refused: there is no such case.
            LogBroken: its log cannot be read.
        """
        stamp = stamp_of(f"{self.data}/cases/{ref}/case.log")
        with self._lock:
            known = self._known.get(ref)
        if known and known[0] == stamp and any(stamp):
            return known[1]
        case = office.case(ref)
        with self._lock:
            self._known.pop(ref, None)
            self._known[ref] = (stamp, case)
            while len(self._known) > MOST_KEPT:
                self._known.pop(next(iter(self._known)))
        return case

    def open(self, office: Office) -> Iterator[Case | Problem]:
        """The cases that are not over, oldest first; for one that cannot be read, what is wrong."""
        yield from self.read(office, office.index.cases.open_refs())

    def read(self, office: Office, refs: Iterable[str]) -> Iterator[Case | Problem]:
        """These cases; for one that cannot be read, what is wrong."""
        for ref in refs:
            try:
                case = self.case(office, ref)
            except LogBroken as broken:
                yield broken.problems[0]
            except Refused:
                continue  # its folder is gone: the round says so
            else:
                if case.last_seq:
                    yield case
