"""Files beside the logs that an anchor names as well: the secret, each note of a reporter, each email that left.

Nothing of such a file changes once it is there. What an anchor keeps of a reporter is made with the school's secret, so
that nobody can guess it from a list of parents; its name says with which. With a new secret each is named again.
"""

import hashlib
import hmac
import os
from collections.abc import Container, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from ...ground.disk import in_plain_words
from ...ground.errors import LetterladderError
from ...ground.plain_file import read_plain
from ...rules.office.exports import LogHead
from .case_files import REPORTER, folder_refs, read_reporters
from .secret_key import KEY, SIZE

LEFT = ("outbox/sent", "outbox/gathered")
"""Where emails are kept that left the queue."""
_CASES = "cases"


def file_heads(data: Path, known: Container[str]) -> Iterator[LogHead]:
    """What an anchor names besides the logs; of what it knew before, the secret alone.

    Args:
        data: the data folder.
        known: the names that earlier anchors have.

    Raises:
        WorldFailed: the disk cannot be read.
    """
    with in_plain_words(data):
        secret = _secret(data)
        if secret:
            yield _head(KEY, _hash(data, KEY, secret))
        if secret:
            for ref in folder_refs(data / _CASES):
                yield from _reporters(data, ref, secret, known)
        for folder in LEFT:
            for name in _names(data / folder):
                if (log := f"{folder}/{name}") not in known:
                    yield _head(log, _hash(data, log, secret))


def is_file(log: str) -> bool:
    """Whether an anchor means one of these by this name, and not a log."""
    return log == KEY or log.startswith(LEFT) or f"/{REPORTER}/" in log


def hash_now(data: Path, log: str) -> str:
    """The hash that this name would get now; "" where there is no such thing any more, or where it cannot be told."""
    with suppress(OSError, LetterladderError):
        return _hash(data, log, _secret(data))
    return ""


def is_of_other_secret(data: Path, log: str) -> bool:
    """Whether an anchor named this with a secret that is not the one there is now, so that nobody can compare it."""
    with suppress(OSError, LetterladderError):
        return f"/{REPORTER}/" in log and not log.endswith(f".{_mark(_secret(data))}")
    return False


def is_unreadable(data: Path, log: str) -> bool:
    """Whether this is a note in a record of reporters that nobody can read: `verify` tells of that once."""
    if f"/{REPORTER}/" in log:
        try:
            read_reporters(data / log.rpartition("/")[0])
        except (OSError, LetterladderError):
            return True
    return False


def case_of(log: str) -> str:
    """The case of which this is a part, "" for none."""
    return log.split("/")[1] if f"/{REPORTER}/" in log else ""


def _head(log: str, digest: str) -> LogHead:
    return LogHead(log=log, seq=1, hash=digest)


def _secret(data: Path) -> bytes:
    """The secret; b"" where there is none, or half of one, with which nothing is to be named."""
    try:
        found = read_plain(data / KEY)
    except FileNotFoundError:
        return b""
    return found if len(found) >= SIZE else b""


def _mark(secret: bytes) -> str:
    """What tells one secret from another in a name, and no more of it."""
    return hashlib.sha256(b"letterladder secret, in a name\0" + secret).hexdigest()[:8]


def _hash(data: Path, log: str, secret: bytes) -> str:
    if log == KEY:
        return hashlib.sha256(b"letterladder secret\0" + secret).hexdigest() if secret else ""
    place, _, mail = log.rpartition("/")
    if place.endswith(f"/{REPORTER}"):
        known = read_reporters(data / place)
        found = next((note for one, note in known.items() if one.startswith(mail.partition(".")[0])), None)
        return "" if found is None else _of_reporter(secret, found)
    return hashlib.sha256(read_plain(data / log)).hexdigest()


def _of_reporter(secret: bytes, note: dict[str, str]) -> str:
    return hmac.new(secret, msgspec.json.encode(note, order="sorted"), hashlib.sha256).hexdigest()


def _reporters(data: Path, ref: str, secret: bytes, known: Container[str]) -> Iterator[LogHead]:
    place = f"{_CASES}/{ref}/{REPORTER}"
    with suppress(LetterladderError):  # one that is damaged is for `verify` to show
        for sha256, note in read_reporters(data / place).items():
            if (log := f"{place}/{sha256[:16]}.{_mark(secret)}") not in known:
                yield _head(log, _of_reporter(secret, note))


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(one.name for one in entries if one.name.endswith(".json"))
    except FileNotFoundError:
        return []
