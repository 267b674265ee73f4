"""Emails that will be asked for in a moment are read meanwhile, by several processes at a time.

A round that finds many emails writes what was made of one while the next ones are read. Each is read within its own
budget (budget.py), and whoever asks for it waits for it alone.
"""

import atexit
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import lru_cache
from queue import Empty, LifoQueue
from threading import Lock

from ..ground.processes import how_many
from .budget import COMMAND, SECONDS, Known, ReadingProcess, usual_process

WORTH_ANOTHER = 100
"""Emails after which one process more is started: its start computes for about as long as it takes to read so many."""


class Pool:
    """Processes that read, each one email at a time; started when they are needed, one after the other."""

    def __init__(
        self,
        count: int,
        *,
        first: ReadingProcess | None = None,
        command: Sequence[str] = COMMAND,
        seconds: int = SECONDS,
    ) -> None:
        """Use up to so many processes.

        Args:
            count: processes at most.
            first: the one that runs anyway, and goes on at rest; None for one of the pool's own.
            command: starts the others.
            seconds: of computing that each is allowed for an email.
        """
        self._first = first
        own = [ReadingProcess(command=command, seconds=seconds) for _ in range(count - (first is not None))]
        self._own = own
        self._free: LifoQueue[ReadingProcess] = LifoQueue()
        self._left = own[first is None :]
        self._always = first or own[0]
        self._free.put(self._always)
        self._submitted = 0
        self._lock = Lock()
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="reading")

    def submit(self, read: Callable[[ReadingProcess], Known]) -> "Future[Known]":
        """Read by the next process that is free; one more is started where many were asked for."""
        with self._lock:
            self._submitted += 1
            if self._left and self._submitted % WORTH_ANOTHER == 0:
                self._free.put(self._left.pop())
        return self._threads.submit(self._by_a_free_one, read)

    def _by_a_free_one(self, read: Callable[[ReadingProcess], Known]) -> Known:
        with self._taken() as process:
            return read(process)

    @contextmanager
    def _taken(self) -> Iterator[ReadingProcess]:
        process = self._free.get()
        try:
            yield process
        finally:
            self._free.put(process)

    @property
    def running(self) -> int:
        """Processes of its own that have been started and not ended."""
        return sum(one.is_running for one in self._own)

    def rest(self) -> None:
        """End those that do not read now: there is nothing more to do for some time, and each holds memory."""
        free = []
        with suppress(Empty):
            while True:
                free.append(self._free.get_nowait())
        for process in free:
            if process is not self._first:
                process.end()
        with self._lock:
            self._submitted = 0
            self._left += [one for one in free if one is not self._always]
        if self._always in free:
            self._free.put(self._always)

    def end(self) -> None:
        """End them all; what was not begun is left."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for one in (*self._own, *filter(None, [self._first])):
            one.end()


@lru_cache(maxsize=1)
def shared_pool() -> Pool:
    """The one of this process."""
    pool = Pool(how_many(), first=usual_process())  # each holds about 90 MB
    atexit.register(pool.end)
    return pool
