"""Kill the real program at the N-th call of a kind, under strace; no seam in the program knows of it."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

CALLS = ("fsync", "rename", "write", "mkdir", "unlink", "ftruncate", "sendto")
SECONDS = 60
"""A command that takes longer is stuck."""


def count_calls(command: list[str], log: Path, environment: Mapping[str, str]) -> dict[str, int]:
    """How often the command makes each of the calls when nothing stops it."""
    traced = ["strace", "-f", "-qq", "-e", f"trace={','.join(CALLS)}", "-o", str(log), *command]
    _run(traced, environment)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    names = [line.split(None, 1)[1].partition("(")[0] for line in lines if "(" in line]
    return {call: names.count(call) for call in CALLS}


def run_and_fail(
    command: list[str], call: str, number: int, environment: Mapping[str, str], *, how: str = "signal=SIGKILL"
) -> int:
    """Run the command and let its `number`-th `call` kill it, or fail with an error; returns the exit code.

    Args:
        command: the program and its words.
        call: the system call.
        number: counted from 1, over all threads and children.
        environment: the variables of the program.
        how: "signal=SIGKILL", "error=ENOSPC" or "error=EIO".
    """
    inject = f"inject={call}:{how}:when={number}"
    traced = ["strace", "-f", "-qq", "-e", f"trace={call}", "-e", inject, "-o", os.devnull, *command]
    return _run(traced, environment)


def _run(command: list[str], environment: Mapping[str, str]) -> int:
    done = subprocess.run(
        command,
        env={**environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=SECONDS,
        check=False,
    )
    return done.returncode
