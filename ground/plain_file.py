"""Opening a file that must be one: a pipe, a device or a planted link is refused at once, and never waited for."""

import errno
import os
from io import BufferedReader
from pathlib import Path
from stat import S_ISDIR, S_ISREG

_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
"""Opening a pipe would wait for whoever is at its other end; of a plain file this changes nothing."""
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn "\n" into "\r\n" and break every hash


class NotAFile(OSError):
    """Something else has the name of a file: a pipe, a device, a socket, or a link where none may be."""

    def __init__(self, path: str | Path, what: str = "a pipe, a device or a socket") -> None:
        super().__init__(errno.EINVAL, f"it is not a plain file but {what}", str(path))


def open_plain(path: str | Path, *, links: bool = True) -> BufferedReader:
    """The file, opened for reading.

    Args:
        path: where it is.
        links: a link to a file will do.

    Raises:
        NotAFile: it is no plain file.
        OSError: it is not there or cannot be read.
    """
    return os.fdopen(plain_handle(path, os.O_RDONLY, links=links), "rb")


def plain_handle(path: str | Path, flags: int, *, links: bool = False) -> int:
    """The file, opened with these flags of `os.open`; the arguments and errors are otherwise those of `open_plain`."""
    try:
        handle = os.open(path, flags | _NO_WAIT | _BINARY | (0 if links else _NO_LINKS), 0o600)
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise NotAFile(path) from error
        if error.errno == errno.ELOOP and Path(path).is_symlink():
            raise NotAFile(path, "a link") from error
        raise
    mode = os.fstat(handle).st_mode
    if S_ISREG(mode):
        return handle
    os.close(handle)
    if S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    raise NotAFile(path)


def read_plain(path: Path, *, links: bool = True) -> bytes:
    """What the file holds; the arguments and errors are those of `open_plain`."""
    with open_plain(path, links=links) as file:
        return file.read()


def text_of_plain(path: Path) -> str:
    """The same as text in UTF-8, with any ends of lines, without a byte order mark.

    Raises:
        OSError: it is no plain file, is not there, or cannot be read.
        UnicodeDecodeError: it is not UTF-8.
    """
    return read_plain(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
