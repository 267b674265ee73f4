"""Emails that will be asked for in a moment are read meanwhile, by several processes at a time.

A round that finds many emails writes what was made of one while the next ones are read. Each is read within its own
budget (budget.py), and whoever asks for it waits for it alone.
"""

import atexit
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import lru_cache
from queue import Empty, SimpleQueue

from ..ground.processes import how_many
from .budget import COMMAND, SECONDS, Known, ReadingProcess


class Pool:
    """Processes that read, each one email at a time; they are started with the first one, and stay."""

    def __init__(self, count: int, *, command: Sequence[str] = COMMAND, seconds: int = SECONDS) -> None:
        """Use up to so many processes; each is allowed so many seconds of computing for an email."""
        self._free: SimpleQueue[ReadingProcess] = SimpleQueue()
        self._all = [ReadingProcess(command=command, seconds=seconds) for _ in range(count)]
        for one in self._all:
            self._free.put(one)
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="reading")

    def submit(self, read: Callable[[ReadingProcess], Known]) -> "Future[Known]":
        """Read by the next process that is free."""
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
        """Processes that have been started and not ended."""
        return sum(one.is_running for one in self._all)

    def rest(self) -> None:
        """End those that do not read now: there is nothing more to do for some time, and each holds memory."""
        for _ in self._all:
            with suppress(Empty):
                process = self._free.get_nowait()
                process.end()
                self._free.put(process)

    def end(self) -> None:
        """End them all; what was not begun is left."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for one in self._all:
            one.end()


@lru_cache(maxsize=1)
def shared_pool() -> Pool:
    """The one of this process."""
    pool = Pool(how_many())  # each holds about 90 MB
    atexit.register(pool.end)
    return pool
