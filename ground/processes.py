"""Very many pieces of work side by side over several processes, and in their order.

The processes are copies of this one (fork), so they begin at once and know all that it knows; what they find comes back
through a pipe. They write nothing. Where copies cannot be made safely (not on Linux, or beside other threads), where
there is too little to gain, and for every part whose process ended, this process does the work itself: what comes out
is the same. A piece of work therefore tells all that it finds by what it returns, and is harmless when done twice.
"""

import ctypes
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from itertools import islice
from typing import Any, Generic, TypeVar

import msgspec

MOST_PROCESSES = 4
"""Processes at a time, on a machine with as many processors or more."""

LEAST = 500
"""Below so many pieces, copying the process and sending what is found takes as long as it saves."""

PART = 50
"""Pieces that a process is given at once, at most; of two such parts a process is what was found in memory."""

Piece = TypeVar("Piece")
Found = TypeVar("Found")

_END_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux
_work: Callable[[Any], Any] | None = None


def how_many() -> int:
    """Processes that may compute at a time on this machine."""
    return max(1, min(MOST_PROCESSES, os.cpu_count() or 1))


def side_by_side(
    work: Callable[[Piece], Found],
    pieces: Sequence[Piece],
    kind: type[Found],
    *,
    least: int = LEAST,
    count: int | None = None,
) -> Generator[Found, None, None]:
    """What `work` finds of each piece, in the order of the pieces.

    Args:
        work: looks at one piece, and changes nothing.
        pieces: all of them.
        kind: of what it returns, made of plain values that msgspec can pack.
        least: with fewer pieces, this process does it alone.
        count: processes at a time; as many as the machine is good for where nothing is said.

    Raises:
        Exception: what `work` raises of the first piece for which it does.
    """
    count = how_many() if count is None else count
    if len(pieces) < least or count < 2 or not _may_be_copied():
        yield from map(work, pieces)
    else:
        yield from _in_parts(_Pool(work, kind, count), pieces)


def _may_be_copied() -> bool:
    """Another thread may hold a lock that its copy would wait for for ever; other systems cannot end with a parent."""
    return sys.platform == "linux" and threading.active_count() == 1


def _in_parts(pool: "_Pool[Piece, Found]", pieces: Sequence[Piece]) -> Iterator[Found]:
    size = max(1, min(PART, len(pieces) // (4 * pool.count)))
    parts = iter([pieces[start : start + size] for start in range(0, len(pieces), size)])
    try:
        waiting = deque((part, pool.begin(part)) for part in islice(parts, 2 * pool.count))
        while waiting:
            part, begun = waiting.popleft()
            found = pool.found(begun)
            waiting.extend((one, pool.begin(one)) for one in islice(parts, 1))
            # Also where the work itself failed: here it fails again, at its piece, and says so as if it were alone.
            yield from map(pool.work, part) if found is None else found
    finally:
        pool.end()


class _Pool(Generic[Piece, Found]):
    """Copies of this process; none where the system has no room for them."""

    def __init__(self, work: Callable[[Piece], Found], kind: type[Found], count: int) -> None:
        self.work, self.count = work, count
        self._unpack = msgspec.msgpack.Decoder(list[kind])  # type: ignore[valid-type]
        # What is not written out yet would be written out by each copy.
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
        # Loaded by whoever has that much to do, and by no other command.
        from concurrent.futures.process import ProcessPoolExecutor  # noqa: PLC0415
        from multiprocessing import get_context  # noqa: PLC0415

        self._pool: ProcessPoolExecutor | None = None
        try:
            self._pool = ProcessPoolExecutor(count, get_context("fork"), _begin, (work, os.getpid()))
        except (OSError, NotImplementedError, ImportError):
            return

    def begin(self, part: Sequence[Piece]) -> "Future[bytes] | None":
        """Have a part done; None where no process is left."""
        try:
            return self._pool.submit(_do, part) if self._pool else None
        except (BrokenExecutor, OSError):
            self.end()
            return None

    def found(self, begun: "Future[bytes] | None") -> list[Found] | None:
        """What a process found; None where it ended before, or the work failed."""
        if begun is None:
            return None
        try:
            return self._unpack.decode(begun.result())
        except Exception:  # noqa: BLE001 - whatever it is, the part is done again
            return None

    def end(self) -> None:
        """Let the processes end, each after the part that it is at."""
        pool, self._pool = self._pool, None
        if pool:
            pool.shutdown(wait=True, cancel_futures=True)


def _begin(work: Callable[[Any], Any], parent: int) -> None:
    """In a copy: it ends with the process that made it, whatever becomes of that, so that it holds no lock of it."""
    global _work  # noqa: PLW0603 - a copy has one work, which cannot be pickled
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(_END_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _do(part: Sequence[Any]) -> bytes:
    if _work is None:
        raise RuntimeError("this is no copy")
    return msgspec.msgpack.encode([_work(piece) for piece in part])
