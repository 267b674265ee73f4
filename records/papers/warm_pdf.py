"""A LibreOffice that stays open beside the daemon or the desk, so that a letter need not wait for one to start.

A second `soffice --convert-to` with the profile of one that runs hands its work over to it, by a socket file that is
this account's alone: nothing listens on the network, and no library of LibreOffice's is needed. The one that runs
stays because a file is open in it. Whatever goes wrong with it, the letter is printed by one started for it alone.
"""

import atexit
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from threading import Lock, Thread, Timer

from ...ground.errors import WorldFailed
from .pdf import LibreOfficePrinter
from .pdf_profile import quiet_profile

MOST_LETTERS = 200
"""Letters after which it is started again."""
MOST_MEMORY = 600_000_000
"""Bytes of memory from which on it is started again (Linux)."""
IDLE = 3600.0
"""Seconds without a letter after which it is ended; it holds about 160 MB."""
PATIENCE = 20.0
"""Seconds for one letter, for its start, and for another thread's letter; then it is printed the other way."""
PAUSE = 600.0
"""Seconds after a failure in which letters are printed the other way without a try."""

_OPEN = "open.txt"
_OPENED = f".~lock.{_OPEN}#"
"""The file that LibreOffice puts beside one that it has open: from then on it takes work."""
_WARDEN = Path(__file__).resolve().parent / "pdf_warden.py"
_PROC = Path("/proc")


class Listener:
    """One LibreOffice that runs; its warden ends it with this process, even if that is killed."""

    def __init__(self, program: str) -> None:
        """Start it; it is ready a second or two later.

        Raises:
            OSError: the warden cannot be started.
        """
        self.letters = 0
        self._group = 0
        self._folder = Path(tempfile.mkdtemp(prefix="letterladder-"))
        self.profile = quiet_profile(self._folder / "profile")
        (self._folder / _OPEN).write_text("\n", encoding="ascii")
        shown = f"-env:UserInstallation={self.profile.as_uri()}"
        command = [program, shown, "--headless", "--norestore", "--nologo", str(self._folder / _OPEN)]
        self._warden = subprocess.Popen(
            [sys.executable, "-I", str(_WARDEN), str(self._folder), *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # what ends our whole group must not end the one that clears up after us
        )

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self._warden.poll() is None

    def wait(self, seconds: float) -> bool:
        """Wait until it takes work; whether it does within so many seconds."""
        until = time.monotonic() + seconds
        while self.is_running and time.monotonic() < until:
            if (self._folder / _OPENED).exists():
                return True
            time.sleep(0.05)
        return False

    @property
    def is_worn(self) -> bool:
        """Whether it has printed enough, or grown too large."""
        return self.letters >= MOST_LETTERS or self.memory > MOST_MEMORY

    @property
    def memory(self) -> int:
        """Bytes that it holds; 0 where the system does not tell."""
        return sum(_held(pid) for pid in self.processes)

    @property
    def processes(self) -> list[int]:
        """The numbers of its processes (Linux)."""
        if not self._group and self._warden.stdout:
            line = self._warden.stdout.readline().strip()
            self._group = int(line) if line.isdigit() else 0
        return [pid for pid in _numbers() if _group_of(pid) == self._group] if self._group else []

    def end(self) -> None:
        """End it, and what it has left on the disk."""
        with suppress(OSError):
            if self._warden.stdin:
                self._warden.stdin.close()
        try:
            self._warden.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._warden.kill()
            self._warden.wait()
        if self._warden.stdout:
            self._warden.stdout.close()


class WarmPrinter(LibreOfficePrinter):
    """Prints by a LibreOffice that stays open; for a program that runs for long, and any number of its threads."""

    def __init__(self, program: str | None = None, *, patience: float = PATIENCE, idle: float = IDLE) -> None:
        """Start nothing yet; `patience` and `idle` are seconds."""
        super().__init__(program)
        self._patience, self._idle = patience, idle
        self._lock = Lock()
        self._listener: Listener | None = None
        self._timer: Timer | None = None
        self._failed_at = -PAUSE

    @property
    def listener(self) -> Listener | None:
        """The one that is open; None for none."""
        return self._listener

    def get_ready(self) -> None:
        """A letter may come soon: start it meanwhile."""
        listener = self._listener
        if self._may_try and (listener is None or not listener.is_running):
            Thread(target=self._begin, name="LibreOffice", daemon=True).start()

    @property
    def _may_try(self) -> bool:
        """Whether there is a LibreOffice, and none failed a moment ago."""
        return self._program is not None and time.monotonic() - self._failed_at >= PAUSE

    def _begin(self) -> None:
        with self._lock, suppress(OSError):
            self._open()

    def _open(self) -> Listener:
        """The one that is open, or one that was just started."""
        listener = self._listener
        if listener and (not listener.is_running or listener.is_worn):
            self._close()
        if self._listener is None:
            self._listener = Listener(str(self._program))
        self._watch()
        return self._listener

    def _watch(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = Timer(self._idle, self.end)
        self._timer.daemon = True
        self._timer.start()

    def _convert_once(self, letters: Sequence[bytes]) -> list[bytes]:
        if letters and self._may_try and self._lock.acquire(timeout=self._patience):
            try:
                return self._handed_over(letters)
            except (WorldFailed, OSError):
                self._failed_at = time.monotonic()
            finally:
                self._lock.release()
        return super()._convert_once(letters)

    def _handed_over(self, letters: Sequence[bytes]) -> list[bytes]:
        """Printed by the one that is open.

        Raises:
            WorldFailed, OSError: it does not start, hangs, or makes no PDF; it is ended.
        """
        try:
            listener = self._open()
            listener.letters += len(letters)
            if not listener.wait(self._patience):
                raise OSError
            return self._converted(letters, profile=listener.profile, timeout=self._patience)
        except (WorldFailed, OSError):
            self._close()
            raise

    def _close(self) -> None:
        listener, self._listener = self._listener, None
        if listener:
            listener.end()

    def end(self) -> None:
        """End the one that is open; the next letter starts another."""
        with self._lock:
            if self._timer:
                self._timer.cancel()
            self._close()


@lru_cache(maxsize=1)
def shared_printer() -> LibreOfficePrinter:
    """The one of this process, for all its schools; Windows ends no groups of processes, and prints one by one."""
    if sys.platform == "win32":
        return LibreOfficePrinter()
    printer = WarmPrinter()
    atexit.register(printer.end)
    return printer


def _numbers() -> list[int]:
    return [int(one.name) for one in _PROC.iterdir() if one.name.isdigit()] if _PROC.is_dir() else []


def _group_of(pid: int) -> int:
    with suppress(OSError, ProcessLookupError):
        return os.getpgid(pid)
    return 0


def _held(pid: int) -> int:
    with suppress(OSError, ValueError):
        pages = int((_PROC / str(pid) / "statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    return 0
