"""Several schools looked after at once: a few threads, never two for one school, and a slow mailbox delays no other.

A round mostly waits: for a mailbox, a disk, LibreOffice. So threads are enough, and one of them is enough for a
single school. What a school was asked for while it was busy comes again afterwards, once, however often it was asked.
"""

import heapq
import threading
import time
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

School = TypeVar("School", bound=Hashable)

LANES = 6
"""Schools that are looked after at once."""

SLOW_LANES = 2
"""So many of those lanes, at most, are given to schools that were slow the last time."""

SLOW_SECONDS = 5.0
"""From so long on a school counts as slow: its mailbox does not answer, or it has very much to do."""


class SideBySide(Generic[School]):
    """A few threads that look after schools, in the order in which they were asked for.

    Args:
        look_after: one school's turn; what it raises is its own affair, so it had better raise nothing.
        schools: how many there are; no more threads than that are started.
        clock: seconds that only ever grow.
    """

    def __init__(
        self,
        look_after: Callable[[School], None],
        *,
        schools: int,
        lanes: int = LANES,
        slow_lanes: int = SLOW_LANES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._look_after, self._clock = look_after, clock
        self._lanes = min(lanes, schools)
        self._slow_lanes = max(1, min(slow_lanes, self._lanes - 1))
        self._changed = threading.Condition()
        self._waiting: list[tuple[int, int, School]] = []
        self._asked: set[School] = set()
        self._busy: dict[School, float] = {}
        self._slow: set[School] = set()
        self._number, self._stopping = 0, False
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begin; what was asked for before is done now."""
        for lane in range(self._lanes):
            thread = threading.Thread(target=self._work, name=f"schools-{lane + 1}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def ask(self, school: School, *, first: bool = False) -> None:
        """Have this school looked after soon; before the others where `first`, such as one with new email."""
        with self._changed:
            if school in self._asked and not first:
                return
            # One that waits already and has news now is put in again, ahead; its old place is passed over.
            self._asked.add(school)
            self._number += 1
            heapq.heappush(self._waiting, (0 if first else 1, self._number, school))
            self._changed.notify()

    def stop(self) -> None:
        """Begin nothing more, and return when all that is under way has ended."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()

    def wait_until_idle(self) -> None:
        """Return when nothing waits and nobody is busy."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopping or not (self._asked or self._busy))

    def longest(self) -> float:
        """Seconds that the longest turn under way has taken so far; 0 where nobody is busy."""
        with self._changed:
            return max((self._clock() - began for began in self._busy.values()), default=0.0)

    def _work(self) -> None:
        while (school := self._next()) is not None:
            began = self._clock()
            try:
                self._look_after(school)
            finally:
                self._done(school, is_slow=self._clock() - began >= SLOW_SECONDS)

    def _next(self) -> School | None:
        """The school whose turn it is; None when told to stop."""
        with self._changed:
            while not self._stopping:
                school = self._taken()
                if school is not None:
                    self._asked.discard(school)
                    self._busy[school] = self._clock()
                    return school
                self._changed.wait()
        return None

    def _taken(self) -> School | None:
        """The first that waits and may begin now; what may not stays where it is in the line."""
        passed: list[tuple[int, int, School]] = []
        found: School | None = None
        slow_ones = len(self._slow.intersection(self._busy))
        while self._waiting and found is None:
            turn = heapq.heappop(self._waiting)
            school = turn[2]
            if school not in self._asked:
                continue  # it came before, by a place further ahead
            if school in self._busy or (school in self._slow and slow_ones >= self._slow_lanes):
                passed.append(turn)
            else:
                found = school
        for turn in passed:
            heapq.heappush(self._waiting, turn)
        return found

    def _done(self, school: School, *, is_slow: bool) -> None:
        with self._changed:
            del self._busy[school]
            (self._slow.add if is_slow else self._slow.discard)(school)
            self._changed.notify_all()
