"""Measure work on many cases: each thing in a process of its own, with its time and its peak of memory."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / "tests" / "tools"
INDEXES = ("index.*",)
"""Derived files below data/ that a cold start does without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One measurement: what, seconds of the fastest run, and the most memory a process of it held, in MiB.

    `cpu`: seconds of computing, of all its processes together.
    """

    what: str
    seconds: float
    peak: float
    said: str = ""
    cpu: float = 0.0


class Failed(Exception):
    """A measured command ended otherwise than it may."""


def inside(what: str, name: str, folder: Path, *words: str) -> Measured:
    """Run one of the works of many_cases_inside.py in a fresh Python; it tells its own time, without its start."""
    _, _, peak, said = _ran(
        [sys.executable, str(TOOLS / "many_cases_inside.py"), name, str(folder), *words], (0,)
    )
    told = json.loads(said)
    return Measured(what=what, seconds=told["seconds"], peak=peak, said=told["said"], cpu=told["cpu"])


def command(
    what: str, folder: Path, *words: str, times: int = 1, allowed: Sequence[int] = (0, 1)
) -> Measured:
    """A command of the real program from the prompt to the prompt, the fastest of so many."""
    start = [sys.executable, str(ROOT / "run.py"), "--config", str(folder)]
    runs = [_ran([*start, *words], allowed) for _ in range(times)]
    return Measured(
        what=what,
        seconds=min(run[0] for run in runs),
        cpu=min(run[1] for run in runs),
        peak=max(run[2] for run in runs),
        said=runs[-1][3][-200:],
    )


def _ran(words: Sequence[str], allowed: Sequence[int]) -> tuple[float, float, float, str]:
    """Seconds, those of computing, peak MiB and the standard output of a child; its errors are shown where it fails."""
    read, write = os.pipe()
    started = time.perf_counter()
    with os.fdopen(read, encoding="utf-8") as told:
        child = subprocess.Popen(words, stdout=write, stderr=subprocess.DEVNULL)
        os.close(write)
        said = ""
        # A long list is read as it comes and not kept: a child's peak of memory begins with its parent's.
        while part := told.read(65_536):
            said = (said + part)[-65_536:]
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if child.returncode not in allowed:
        raise Failed(f"exit code {child.returncode}: {' '.join(words)}\n{said[-2000:]}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


def make(folder: Path, cases: int, opened: int, *, due: int, sent: bool) -> str:
    """Make a school in a process of its own, so that this one stays small, and return the first line it said."""
    tool = str(TOOLS / "make_cases.py")
    words = [str(folder), "--cases", str(cases), "--open", str(opened), "--due", str(due)]
    words += ["--sent"] if sent else []
    return _ran([sys.executable, tool, *words], (0,))[3].splitlines(keepends=True)[0]


def drop_index(folder: Path) -> None:
    """Remove what is derived, as somebody may at any time."""
    for pattern in INDEXES:
        for file in (folder / "data").glob(pattern):
            file.unlink()
