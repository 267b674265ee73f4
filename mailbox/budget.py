"""A budget for every email: reading one is given up when it has computed for too long, whatever it does.

Emails are read, and judged once by way of trial, in a process beside this one. The system ends that process when
an email has used its seconds (RLIMIT_CPU): a parser that hangs in C has no say in it. What is left of such an email is
`plain_report`. Windows has no such limit; there the clock ends it, later.
"""

import atexit
import contextlib
import pickle
import subprocess
import sys
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from threading import Event, Lock, Timer
from typing import NamedTuple

from ..rules.reports.looked import Asked, Looked
from ..rules.texts.report import Arrival, Report
from .message import read_arrival
from .plain_reading import plain_report
from .reading_process import Answer, Setup, Task

SECONDS = 10
"""Seconds of computing that one email may take; an ordinary one takes a tenth of one."""

PATIENCE = 600.0
"""Seconds by the clock after which a process that does not even compute is ended; the machine may be busy."""

PATIENCE_ON_WINDOWS = 60.0
"""The same where the clock is all there is."""

TRIES = 2
"""Times that an email is tried where its process ended and nobody knows why, such as for want of memory."""

REMEMBERED = 10_000
"""Emails of which it is remembered how they went."""

_CHECKOUT = Path(__file__).resolve().parent.parent / "run.py"
_MODULE = "letterladder.mailbox.reading_process"
_START = f"from {_MODULE} import main; main()"
_FROM_CHECKOUT = f"import runpy, sys; runpy.run_path(sys.argv[1]); {_START}"
COMMAND: tuple[str, ...] = (
    (sys.executable, "-P", "-c", _FROM_CHECKOUT, str(_CHECKOUT))
    if _CHECKOUT.is_file()
    else (sys.executable, "-P", "-c", _START)
)
"""Starts the process, as a module of its own name: what is sent to it is of that name. -P: the folder in which
the program was started holds no code of ours."""


class Known(NamedTuple):
    """The report of an email, and what triage found in it; None where that is not known."""

    report: Report
    looked: Looked | None = None


class Ended(Exception):
    """The process ended before it answered; `spent` where that is because the email had used its seconds."""

    def __init__(self, *, spent: bool) -> None:
        """Say why it ended."""
        super().__init__("the reading process ended")
        self.spent = spent


@dataclass(slots=True, kw_only=True)
class ReadingProcess:
    """One process that reads; it is started with the first email, and again after it was ended."""

    command: Sequence[str] = COMMAND
    seconds: int = SECONDS
    patience: float = PATIENCE_ON_WINDOWS if sys.platform == "win32" else PATIENCE
    _lock: Lock = field(default_factory=Lock)
    _running: "subprocess.Popen[bytes] | None" = None
    _told: Setup | None = None

    def read(self, setup: Setup, task: Task) -> Answer:
        """The report of an email, and what was found in it.

        Raises:
            Ended: the process was ended, or ended by itself.
            OSError: it cannot be started.
        """
        with self._lock:
            running = self._started()
            late = Event()
            timer = Timer(self.patience, _end_late, (running, late))
            timer.daemon = True
            timer.start()
            try:
                return self._asked(running, setup, task)
            except (OSError, EOFError, pickle.UnpicklingError) as error:
                self.end()
                raise Ended(spent=late.is_set() or _used_its_seconds(running.returncode)) from error
            finally:
                timer.cancel()

    @property
    def is_running(self) -> bool:
        """Whether it was started and has not ended."""
        return self._running is not None and self._running.poll() is None

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._running is None or self._running.poll() is not None:
            self._told = None
            self._running = subprocess.Popen(
                list(self.command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is for us; it ends when we close its input
            )
        return self._running

    def _asked(self, running: "subprocess.Popen[bytes]", setup: Setup, task: Task) -> Answer:
        if not running.stdin or not running.stdout:
            raise EOFError
        if self._told is not setup:
            pickle.dump(setup, running.stdin, pickle.HIGHEST_PROTOCOL)
            self._told = setup
        pickle.dump(task, running.stdin, pickle.HIGHEST_PROTOCOL)
        running.stdin.flush()
        answer = pickle.load(running.stdout)  # noqa: S301 - from our own process, through a pipe nobody else has
        if not isinstance(answer, Answer):
            raise EOFError
        return answer

    def end(self) -> None:
        """End the process, if it runs."""
        running, self._running = self._running, None
        if running is None:
            return
        for pipe in (running.stdin, running.stdout):
            with contextlib.suppress(OSError):
                if pipe:
                    pipe.close()
        try:
            running.wait(timeout=1)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def _end_late(running: "subprocess.Popen[bytes]", late: Event) -> None:
    late.set()
    running.kill()


def _used_its_seconds(code: int | None) -> bool:
    """Whether the system ended a process for its computing (SIGXCPU)."""
    if sys.platform == "win32":
        return False
    import signal  # noqa: PLC0415 - SIGXCPU is not on Windows

    return code == -signal.SIGXCPU


_SHARED = ReadingProcess()
"""The one of this process: offices come and go with every command, and starting it takes most of a second."""
atexit.register(_SHARED.end)


def usual_process() -> ReadingProcess:
    """The one by which this process has an email read where nothing else is said."""
    return _SHARED


class BudgetedReader:
    """Reads emails within the budget. What it says of an email that is too much has the fault `TOO_MUCH`."""

    def __init__(self, setup: Callable[[], Setup], process: ReadingProcess | None = None) -> None:
        """Read by what `setup` gives, the same value for as long as nothing has changed."""
        self._setup, self._process = setup, process or _SHARED
        self._went: OrderedDict[tuple[bytes, bool], bool] = OrderedDict()
        self._by: Setup | None = None
        self._lock = Lock()

    def __call__(
        self,
        arrival: Arrival,
        taken_at: datetime,
        *,
        process: ReadingProcess | None = None,
        judged: bool = False,
    ) -> Known:
        """The report of an email, and what triage found in it the first time.

        Args:
            arrival: the email.
            taken_at: see `MailReader`.
            process: by which it is read, where that is another than the usual one.
            judged: it is judged again even if that was done before.
        """
        setup = self._now()
        key = (sha256(arrival.raw).digest(), arrival.cut)
        with self._lock:
            went = self._went.get(key)
        if went is False:
            return Known(plain_report(arrival, taken_at))
        by = process or self._process
        task = Task(arrival=arrival, taken_at=taken_at, seconds=by.seconds, judged=judged or went is None)
        answer = _tried(by, setup, task)
        with self._lock:
            self._went[key] = answer is not None
            if len(self._went) > REMEMBERED:
                self._went.popitem(last=False)
        if answer is None:
            return Known(plain_report(arrival, taken_at))
        return Known(answer.report, _looked(setup, answer))

    def _now(self) -> Setup:
        """By what is read now; how emails went by another one says nothing."""
        setup = self._setup()
        with self._lock:
            if setup is not self._by:
                self._by = setup
                self._went.clear()
        return setup


def _tried(process: ReadingProcess, setup: Setup, task: Task) -> Answer | None:
    """The answer; None where the email is too much."""
    for _ in range(TRIES):
        try:
            return process.read(setup, task)
        except Ended as ended:
            if ended.spent:
                return None
        except OSError:
            # No process can be started here: better without a budget than not at all.
            return Answer(report=read_arrival(task.arrival, task.taken_at, setup.forms))
    return None


def _looked(setup: Setup, answer: Answer) -> Looked | None:
    if not (answer.told and answer.found and setup.register and setup.policy and setup.staff):
        return None
    by = Asked(register=setup.register, policy=setup.policy, staff=setup.staff)
    return Looked(report=answer.told, by=by, found=answer.found)
