"""Stop the real program at the N-th call of a kind, under strace; no seam in the program knows of it.

strace's own `signal=SIGKILL` is not delivered under `--seccomp-bpf` (strace 6.1), and without that option every call
of the interpreter stops twice, so that a try takes three times as long. So the N-th call is held back (`delay_enter`)
and the program gets its SIGKILL from here while it stands before it: the same point, the same signal.
"""

import os
import re
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

CALLS = (
    *("fsync", "fdatasync", "rename", "write", "pwrite64", "ftruncate"),
    *("mkdir", "unlink", "unlinkat", "rmdir", "connect", "sendto"),
)
"""What changes the disk, or speaks to a server."""

DISK = frozenset({"fsync", "fdatasync", "rename", "write", "pwrite64", "mkdir"})
"""The calls that a full or a failing disk refuses."""

KILL, FULL, BAD = "SIGKILL", "ENOSPC", "EIO"
SECONDS = 180
"""A command that takes longer is stuck."""
HELD = 30
"""Seconds that a call is held back; it is killed long before."""
_STILL = 0.04
"""Seconds without a switch of context, after which a stopped program is one that is held back."""
_LINE = re.compile(r"(\d+)\s+(\w+)\((\d+)?")
_SCREEN = {"1", "2"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How often a command makes each call, and which of its writes go to the screen."""

    times: Mapping[str, int]
    screen: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a try ended: killed where it should be, or with an exit code; and all that it printed."""

    killed: bool
    code: int
    said: str


def count_calls(command: list[str], environment: Mapping[str, str]) -> Counted:
    """Run the command to its end and count the calls of its main thread, where a try can be aimed at."""
    with tempfile.NamedTemporaryFile(mode="r", encoding="utf-8", errors="replace") as trace:
        with _started(("-e", f"trace={','.join(CALLS)}", "-o", trace.name), command, environment) as running:
            running.wait(timeout=SECONDS)
        found = [match for line in trace if (match := _LINE.match(line))]
    main = found[0][1] if found else ""
    calls = [match for match in found if match[1] == main]
    writes = [match[3] for match in calls if match[2] == "write"]
    return Counted(
        times={call: sum(match[2] == call for match in calls) for call in CALLS},
        screen=frozenset(number for number, to in enumerate(writes, start=1) if to in _SCREEN),
    )


def run_and_fail(
    command: list[str], call: str, number: int, environment: Mapping[str, str], *, how: str = KILL
) -> Ended:
    """Run the command and let its `number`-th `call` kill it, or fail with an error.

    Args:
        command: the program and its words.
        call: the system call.
        number: counted from 1.
        environment: the variables of the program.
        how: "SIGKILL", "ENOSPC" or "EIO".
    """
    what = f"delay_enter={HELD}s" if how == KILL else f"error={how}"
    options = ("-e", f"trace={call}", "-e", f"inject={call}:{what}:when={number}", "-o", os.devnull)
    with tempfile.TemporaryFile() as printed:
        with _started(options, command, environment, printed.fileno()) as running:
            killed = how == KILL and _kill_when_held(running)
            code = running.wait(timeout=SECONDS)
        printed.seek(0)
        return Ended(killed=killed, code=code, said=printed.read().decode(errors="replace"))


def _started(
    options: tuple[str, ...],
    command: list[str],
    environment: Mapping[str, str],
    printed: int = subprocess.DEVNULL,
) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        ["strace", "-f", "--seccomp-bpf", "-qq", *options, *command],
        env={**environment},
        stdin=subprocess.DEVNULL,
        stdout=printed,
        stderr=subprocess.STDOUT if printed != subprocess.DEVNULL else printed,
    )


def _kill_when_held(tracer: "subprocess.Popen[bytes]") -> bool:
    """Wait until the program stands before the call that is held back, and kill it; False where it ends before."""
    since: dict[int, tuple[str, float]] = {}
    end = time.monotonic() + SECONDS
    while tracer.poll() is None:
        for pid, switches in _stopped(tracer.pid):
            before, first = since.get(pid, ("", 0.0))
            if before != switches:
                since[pid] = (switches, time.monotonic())
            elif time.monotonic() - first > _STILL:
                os.kill(pid, signal.SIGKILL)
                # strace would sit out the delay before it let the killed program go.
                tracer.kill()
                _wait_for_end(pid)
                return True
        assert time.monotonic() < end, "the command is stuck"
        time.sleep(0.01)
    return False


def _stopped(tracer: int) -> Iterator[tuple[int, str]]:
    """The program, where its tracer has stopped it, and its switches of context so far."""
    pid = _first_child(tracer)
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
        if any(line.startswith("State:\tt") for line in lines):
            yield pid, "".join(line for line in lines if "ctxt_switches" in line)


def _first_child(tracer: int) -> int:
    with suppress(OSError):
        children = Path(f"/proc/{tracer}/task/{tracer}/children").read_text(encoding="ascii").split()
        return int(children[0]) if children else 0
    return 0


def _lives(pid: int) -> bool:
    with suppress(OSError):
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return False


def _wait_for_end(pid: int) -> None:
    end = time.monotonic() + SECONDS
    while _lives(pid):
        assert time.monotonic() < end, "the program outlived its SIGKILL"
        time.sleep(0.002)
