"""A lock file that also holds if somebody removes it: whoever has it holds the folder it guards as well.

Another process would make the removed file again and hold that: two would write at once. A folder in use cannot be
replaced without being missed. Where a disk locks no folders (Windows, some network drives) the file alone counts;
Windows lets nobody remove it.
"""

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

POLL_SECONDS = 0.05
_TAKEN = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES})


class SureLock:
    """The lock file `file`, together with the folder `place`, where that is there."""

    def __init__(self, file: Path, place: Path) -> None:
        self._file = FileLock(file, mode=0o600)
        self._place = place
        self._handle: int | None = None

    @property
    def is_locked(self) -> bool:
        """Whether it is held here."""
        return self._file.is_locked

    def acquire(self, timeout: float, poll_interval: float = POLL_SECONDS) -> None:
        """Take it; a negative time waits for ever.

        Raises:
            Timeout: somebody else held it for so long.
        """
        ends = time.monotonic() + timeout
        while True:
            left = timeout if timeout <= 0 else max(0.0, ends - time.monotonic())
            self._file.acquire(timeout=left, poll_interval=poll_interval)
            try:
                if self._holds_place():
                    return
            except BaseException:
                self._file.release()
                raise
            self._file.release()
            if timeout >= 0 and time.monotonic() >= ends:
                raise Timeout(self._file.lock_file)
            time.sleep(poll_interval)

    def release(self) -> None:
        """Let go of both; nothing where it is not held."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
        self._file.release()

    def _holds_place(self) -> bool:
        """Whether the folder is now held too, or cannot be."""
        if sys.platform == "win32" or self._handle is not None:
            return True
        import fcntl  # noqa: PLC0415 - not on Windows

        try:
            handle = os.open(self._place, os.O_RDONLY)
        except OSError:
            return True
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            with suppress(OSError):
                os.close(handle)
            return error.errno not in _TAKEN
        self._handle = handle
        return True
