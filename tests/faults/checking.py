"""What the tests of all families share: make the fault, judge what came of it, compare the table's row."""

import subprocess
from functools import cache
from pathlib import Path

from faults.fault import Fault, faults_of, own_mounts, show
from faults.rows import TABLE, row
from servers.needs import missing, need


def wrong(fault: Fault, folder: Path) -> list[str]:
    """Everything that is not as the row says; empty where all is. Skips, or fails in CI, where a tool is missing."""
    if fault.needs == "strace":
        need("strace", "strace")
    if fault.needs == "mount" and not may_mount():
        missing("this account may not mount a small disk, not even in a namespace of its own")
    shown = show(fault, folder)
    found = faults_of(fault, shown)
    stale = row(fault, shown) not in TABLE.read_text(encoding="utf-8").splitlines()
    return [*found, *(["docs/faults.md says otherwise: run tests/tools/fault_table.py"] if stale else [])]


@cache
def may_mount() -> bool:
    """Whether a small disk can be mounted here for one command."""
    try:
        tried = [*own_mounts(), "/bin/sh", "-c", "mount -t tmpfs -o size=1m none /mnt"]
        return subprocess.run(tried, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
