"""Several new files made durable together, by one flush of the disk, where each by itself would wait for one."""

import ctypes
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from .disk import HALF, in_plain_words, sync_folder


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Put each of `contents` into `folder` under its name, whole and durably when the call returns.

    Raises:
        DiskFailed: the disk is full, read-only or broken; some of the files may be there, each of them whole.
    """
    if not contents:
        return
    with in_plain_words(folder), ExitStack() as left:
        halves: list[tuple[Path, str]] = []
        for name, content in contents.items():
            handle, half = tempfile.mkstemp(dir=folder, prefix=f".{name[:40]}.", suffix=HALF)
            left.callback(Path(half).unlink, missing_ok=True)
            halves.append((Path(half), name))
            with os.fdopen(handle, "wb") as file:
                file.write(content)
        _flush([half for half, _ in halves])
        for whole, name in halves:
            whole.replace(folder / name)
        sync_folder(folder)


def _flush(files: Sequence[Path]) -> None:
    """Make what new files of one folder hold durable."""
    if _flush_disk_of(files[0]):
        return
    for file in files:
        handle = os.open(file, os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _flush_disk_of(file: Path) -> bool:
    """Flush the whole disk that it is on; whether the system can do that and did (Linux)."""
    if sys.platform != "linux":
        return False
    flush = getattr(ctypes.CDLL(None), "syncfs", None)
    if flush is None:
        return False
    handle = os.open(file, os.O_RDONLY)
    try:
        return bool(flush(handle) == 0)
    finally:
        os.close(handle)
