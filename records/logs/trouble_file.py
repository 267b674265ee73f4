"""What went wrong in the daemon, in full words: `<data>/ledger/trouble.txt`, for this account alone.

The log of a service is read by many and kept by others, so it holds no names; what it leaves out is here. The
file is not a record: it is cut at its beginning when it grows, and goes when a case is deleted.
"""

from datetime import datetime
from pathlib import Path

from ...ground.disk import in_plain_words, make_folder, remove_file, write_file
from ...ground.plain_file import read_plain

TROUBLE = "ledger/trouble.txt"

MOST_BYTES = 200_000
"""Bytes that are kept; the newest."""


def note_trouble(folder: Path, at: datetime, words: str) -> None:
    """Add what went wrong, with its time.

    Args:
        folder: the data folder.
        at: now, UTC.
        words: as many lines as wanted.

    Raises:
        WorldFailed: the disk is full or broken.
    """
    path = folder / TROUBLE
    make_folder(path.parent)
    with in_plain_words(path):
        before = read_plain(path) if path.is_file() else b""
    entry = f"{at:%Y-%m-%d %H:%M:%S} UTC\n{words.rstrip()}\n\n".encode("utf-8", "replace")
    write_file(path, _newest(before + entry))


def forget_trouble(folder: Path) -> None:
    """Remove the file: it may mention a case that is being deleted.

    Raises:
        WorldFailed: it may not be removed.
    """
    if (folder / TROUBLE).exists():
        remove_file(folder / TROUBLE)


def _newest(whole: bytes) -> bytes:
    if len(whole) <= MOST_BYTES:
        return whole
    return whole[-MOST_BYTES:].partition(b"\n\n")[2] or whole[-MOST_BYTES:]
