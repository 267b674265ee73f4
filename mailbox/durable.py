"""Files that are on disk for good when the call returns, and never over one another."""

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def write_durably(folder: Path, name: str, content: bytes) -> Path:
    """Write a new file: first beside it, then fsync, then under its name, then fsync of the folder.

    Raises:
        OSError: it could not be written; nothing half-written is left under the name.
    """
    return _written(folder, lambda: free_name(folder, name), content)


def replace_durably(path: Path, content: bytes) -> None:
    """Put `content` at `path` as a whole or not at all, over what was there; only this account may read it.

    Raises:
        OSError: it could not be written; the old file is untouched.
    """
    _written(path.parent, lambda: path, content)


def _written(folder: Path, target: Callable[[], Path], content: bytes) -> Path:
    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        written = Path(temporary).replace(target())
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
    sync_folder(folder)
    return written


def move_durably(file: Path, folder: Path) -> Path | None:
    """Move `file` into `folder`, with a counter where the name is taken; None where it is gone already."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = free_name(folder, file.name)
    try:
        file.rename(target)
    except FileNotFoundError:
        return None
    sync_folder(folder)
    sync_folder(file.parent)
    return target


def free_name(folder: Path, name: str) -> Path:
    """`name` in `folder`, or "name-2.eml" and so on where that is taken. One writer at a time is assumed."""
    target, number = folder / name, 1
    while os.path.lexists(target):
        number += 1
        target = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return target


def sync_folder(folder: Path) -> None:
    """Make a new name in `folder` outlive a power cut; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
