"""Where the files of a run are quickest: in memory, where there is room for them and programs may run."""

import os
import re
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - folders of our own are made in it
MEMINFO = Path("/proc/meminfo")
_AVAILABLE = re.compile(r"^MemAvailable: +(\d+) kB$", re.MULTILINE)


def roomy(room: int, memory: Path = MEMORY, meminfo: Path = MEMINFO) -> str | None:
    """A folder in memory that so many bytes can be written to; None where there is none, for the usual place.

    Args:
        room: bytes; twice as many must be available, as the programs that write them want some, too.
        memory: a file system in memory.
        meminfo: what Linux says of its memory.
    """
    try:
        flags, free = os.statvfs(memory).f_flag, shutil.disk_usage(memory).free
        said = _AVAILABLE.search(meminfo.read_text(encoding="ascii"))
    except OSError:
        return None
    available = int(said[1]) * 1024 if said else 0
    if flags & (os.ST_NOEXEC | os.ST_NODEV) or free < room or available < 2 * room:
        return None
    return str(memory)
