"""Writing so that it is on the disk when the call returns: files 0600, folders 0700, nothing half written."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from .errors import DiskFailed, Problem
from .plain_file import NotAFile, plain_handle

HALF = ".half"
"""How the name of a file ends while it is being written; a crash may leave one, and it never counts."""

_DISK_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_CANNOT_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})


def write_file(path: Path, content: bytes) -> None:
    """Put `content` at `path` as a whole or not at all, replacing what was there.

    Raises:
        DiskFailed: the disk is full, read-only or broken; the old file is untouched.
    """
    with whole_file(path) as file:
        file.write(content)


def write_derived(path: Path, content: bytes) -> None:
    """`write_file` for what is made of a log: after a loss of power the old file may be there instead, also whole.

    Raises:
        DiskFailed: the disk is full, read-only or broken; the old file is untouched.
    """
    with in_plain_words(path), _put_there(path) as file:
        file.write(content)


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write into, that is at `path` as a whole once the block ends well, and not at all otherwise.

    Raises:
        DiskFailed: the disk is full, read-only or broken; the old file is untouched.
    """
    with in_plain_words(path), _placed(path) as file:
        yield file


def put_whole(path: Path, content: bytes) -> None:
    """`write_file` for who says in words of their own what went wrong.

    Raises:
        OSError: it could not be written; the old file is untouched.
    """
    with _placed(path) as file:
        file.write(content)


def put_new(folder: Path, name: str, content: bytes) -> Path:
    """Write a new file, with a counter where the name is taken, also by another writer at this moment.

    Raises:
        OSError: it could not be written; nothing half-written is left.
    """
    handle, half = tempfile.mkstemp(dir=folder, prefix=f".{name[:40]}.", suffix=HALF)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        path = _put_under_free_name(Path(half), folder, name)
    finally:
        with suppress(OSError):
            Path(half).unlink(missing_ok=True)
    sync_folder(folder)
    return path


def _put_under_free_name(half: Path, folder: Path, name: str) -> Path:
    """Give a file its name without ever taking another's; where the disk knows no links, one writer is assumed."""
    while True:
        path = free_name(folder, name)
        try:
            os.link(half, path)
        except FileExistsError:
            continue
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            half.replace(path)
        return path


def put_into(file: Path, folder: Path) -> Path | None:
    """Move `file` into `folder`, with a counter where the name is taken; None where it is gone already.

    Raises:
        OSError: it could not be moved; it still is where it lay.
    """
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
    """`name` in `folder`, or "name-2.eml" and so on where that is taken."""
    target, number = folder / name, 1
    while os.path.lexists(target):
        number += 1
        target = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return target


@contextmanager
def _placed(path: Path) -> Iterator[IO[bytes]]:
    """`_put_there`, and fsync the folder."""
    with _put_there(path) as file:
        yield file
    sync_folder(path.parent)


@contextmanager
def _put_there(path: Path) -> Iterator[IO[bytes]]:
    """Write beside `path`, fsync, put it under that name; a block that fails leaves nothing."""
    handle, half = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=HALF)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(half).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(half).unlink()
        raise


def append_line(path: Path, line: bytes) -> None:
    """Append `line` (or several, separated by newlines) and its newline, durably; a failed write is taken back.

    Raises:
        DiskFailed: the disk is full, read-only or broken; the file ends where it ended before.
    """
    with in_plain_words(path):
        is_new = not path.exists()
        with _at_its_end(path) as handle:
            _append_whole(handle, line + b"\n", forced=True)
        if is_new:
            sync_folder(path.parent)


def append_derived(path: Path, line: bytes) -> None:
    """`append_line` for what can be found again elsewhere: a loss of power may take the line, or part of it.

    What such a loss left of a line is ended first, so that it spoils no other.

    Raises:
        DiskFailed: the disk is full, read-only or broken; the file ends where it ended before.
    """
    with in_plain_words(path), _at_its_end(path) as handle:
        begin = b"" if _ends_a_line(path) else b"\n"
        _append_whole(handle, begin + line + b"\n", forced=False)


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        if not file.seek(0, os.SEEK_END):
            return True
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


@contextmanager
def _at_its_end(path: Path) -> Iterator[int]:
    handle = plain_handle(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    try:
        yield handle
    finally:
        os.close(handle)


def _append_whole(handle: int, content: bytes, *, forced: bool) -> None:
    before = os.fstat(handle).st_size
    rest = memoryview(content)
    try:
        while rest:
            rest = rest[os.write(handle, rest) :]
        if forced:
            os.fsync(handle)
    except OSError:
        # The caller is told that nothing was written, so nothing may be found there later.
        with suppress(OSError):
            os.ftruncate(handle, before)
            os.fsync(handle)
        raise


def cut_file(path: Path, size: int) -> None:
    """Shorten the file to `size` bytes, durably.

    Raises:
        DiskFailed: the disk is read-only or broken.
    """
    with in_plain_words(path):
        handle = plain_handle(path, os.O_RDWR)
        try:
            os.ftruncate(handle, size)
            os.fsync(handle)
        finally:
            os.close(handle)


def make_folder(path: Path) -> None:
    """Make the folder and those above it where they are missing, for this account alone.

    Raises:
        DiskFailed: the disk is full, read-only or broken, or a file stands in the way.
    """
    with in_plain_words(path):
        for folder in reversed([path, *path.parents]):
            if not folder.is_dir():
                _make_one(folder)


def _make_one(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        if not folder.is_dir():
            raise
    else:
        sync_folder(folder.parent)


def move_file(source: Path, target: Path) -> None:
    """Move a file within one disk, durably on both sides.

    Raises:
        DiskFailed: it could not be moved; it is still at `source`.
    """
    with in_plain_words(target):
        source.replace(target)
        sync_folder(target.parent)
        if source.parent != target.parent:
            sync_folder(source.parent)


def remove_file(path: Path) -> None:
    """Remove a file, durably; one that is already gone is not an error.

    Raises:
        DiskFailed: it may not be removed.
    """
    with in_plain_words(path):
        path.unlink(missing_ok=True)
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows and some network disks cannot, and keep their own order."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(handle)


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn what the disk says about `path` into a `DiskFailed` with a next step."""
    try:
        yield
    except OSError as error:
        raise DiskFailed(_problem(path, error)) from error


def _problem(path: Path, error: OSError) -> Problem:
    folder = path.parent
    if error.errno == errno.ENOSPC and _files_left(folder) == 0:
        return Problem(
            where=str(folder),
            what=f"The disk cannot hold any more files, however much space is free; {path.name} was not written.",
            what_to_do="Remove files nobody needs from that disk and try again; everything kept so far is safe.",
        )
    if error.errno in _DISK_FULL:
        return Problem(
            where=str(folder),
            what=f"The disk is full{_free_space(folder)}; {path.name} was not written.",
            what_to_do="Free some space on that disk and try again; everything kept so far is safe.",
        )
    if error.errno in _FORBIDDEN:
        return Problem(
            where=str(path),
            what="This account is not allowed to write here.",
            what_to_do=f"Let it read and write {folder}, or start Letterladder under the right account.",
        )
    if isinstance(error, NotAFile):
        return Problem(
            where=str(path),
            what=f"It cannot be used: {error.strerror}.",
            what_to_do="Find out who put it there and take it away; run `verify`, and restore the file that was there.",
        )
    return Problem(
        where=str(path),
        what=f"The disk reported: {error.strerror or error}.",
        what_to_do="Check that the disk or network drive is connected and healthy, then try again.",
    )


def _files_left(folder: Path) -> int:
    """How many more files the disk can hold; -1 where it does not say."""
    try:
        found = os.statvfs(folder)
    except (OSError, AttributeError):
        return -1
    return found.f_ffree if found.f_files else -1


def _free_space(folder: Path) -> str:
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return ""
    return f" ({free // 1_000_000} MB free)"
