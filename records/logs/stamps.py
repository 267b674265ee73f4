"""What tells that a file was changed, without reading it."""

import os
from pathlib import Path

Stamp = tuple[int, int, int]
"""Inode, size in bytes and time of change in nanoseconds of a file; all 0 where there is none."""

NO_FILE: Stamp = (0, 0, 0)

_MOST_INODE = (1 << 63) - 1


def stamp_of(path: str | Path) -> Stamp:
    """What tells that a file was changed."""
    try:
        status = os.stat(path)  # noqa: PTH116 - asked of many thousand logs; a Path for each takes longer
    except OSError:
        return NO_FILE
    return stamp_from(status)


def stamp_from(status: os.stat_result) -> Stamp:
    """The stamp of a file by what the disk says of it; inodes of some disks are larger than the index can hold."""
    return (status.st_ino & _MOST_INODE, status.st_size, status.st_mtime_ns)
