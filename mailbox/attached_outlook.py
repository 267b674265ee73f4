"""An email that Outlook saved as a file of its own (.msg): its subject, its text and its files.

The file is a small file system ([MS-CFB]) with a stream for each property ([MS-OXMSG]). What it says of itself is not
believed: every chain of sectors ends after as many as the file has.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from .charsets import to_text

BEGINS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_ENTRIES = 20_000
"""Streams and folders of one file that are looked at."""

_END = 0xFFFFFFFA
"""Numbers of sectors from here on end a chain."""
_MINI = 4_096
"""Bytes below which a stream is in small sectors."""
_PROPERTY = "__substg1.0_"
_SUBJECT, _BODY, _PAGE, _PACKED, _DATA, _NAME, _SHORT_NAME = (
    "0037",
    "1000",
    "1013",
    "1009",
    "3701",
    "3707",
    "3704",
)


@dataclass(slots=True, kw_only=True)
class Saved:
    """What the file holds; emails inside it have their words among its own."""

    texts: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    whole: bool = True


@dataclass(frozen=True, slots=True)
class _Entry:
    """A stream or a folder."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class _Sectors:
    """The file system of the file."""

    def __init__(self, content: bytes) -> None:
        """Read its tables.

        Raises:
            ValueError, struct.error: it is none.
        """
        self.content = content
        shift, mini_shift = struct.unpack_from("<HH", content, 30)
        if not 7 <= shift <= 16 or not 4 <= mini_shift <= shift:
            raise ValueError(shift)
        self.size, self.mini_size = 1 << shift, 1 << mini_shift
        self.most = len(content) // self.size + 1
        first_entry, first_mini = (
            struct.unpack_from("<I", content, 48)[0],
            struct.unpack_from("<I", content, 60)[0],
        )
        self.table = self._table()
        listed = self._chained(first_entry)
        self.entries = [
            _entry(listed, at) for at in range(0, min(len(listed), 128 * MOST_ENTRIES) - 127, 128)
        ]
        self.mini_table = _numbers(self._chained(first_mini))
        self.mini = self._chained(self.entries[0].start) if self.entries else b""

    def _sector(self, number: int) -> bytes:
        return self.content[(number + 1) * self.size : (number + 2) * self.size]

    def _table(self) -> tuple[int, ...]:
        """Which sector follows each."""
        numbers = list(struct.unpack_from("<109I", self.content, 76))
        more, left = struct.unpack_from("<I", self.content, 68)[0], self.most
        while more < _END and left > 0 and (held := _numbers(self._sector(more))):
            numbers += held[:-1]
            more, left = held[-1], left - 1
        known = [number for number in numbers if number < _END][: self.most]
        return _numbers(b"".join(self._sector(number) for number in known))

    def _chained(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in _chain(start, self.table, self.most))

    def stream(self, entry: _Entry) -> bytes:
        """The bytes of a stream."""
        if entry.size >= _MINI:
            return self._chained(entry.start)[: entry.size]
        step = self.mini_size
        numbers = _chain(entry.start, self.mini_table, len(self.mini) // step + 1)
        return b"".join(self.mini[number * step : (number + 1) * step] for number in numbers)[: entry.size]

    def folder(self, number: int) -> Iterator[tuple[int, _Entry]]:
        """What is in a folder; every entry once."""
        waiting, seen = [self.entries[number].child], set[int]()
        while waiting:
            one = waiting.pop()
            if one < len(self.entries) and one not in seen:
                seen.add(one)
                entry = self.entries[one]
                waiting += [entry.left, entry.right]
                yield one, entry


def saved_email(content: bytes) -> Saved | None:
    """The email that the file holds; None where it is another kind of old Office file."""
    try:
        sectors = _Sectors(content)
        top = {entry.name for _, entry in sectors.folder(0)} if sectors.entries else set[str]()
    except (ValueError, struct.error, IndexError, OverflowError):
        return None
    if "__properties_version1.0" not in top:
        return None
    saved = Saved()
    waiting, seen = [0], set[int]()
    while waiting:
        number = waiting.pop()
        if number not in seen:
            seen.add(number)
            waiting += _take(sectors, number, saved)
    return saved


def _take(sectors: _Sectors, number: int, saved: Saved) -> list[int]:
    """Take the properties of one folder; the folders in it come back."""
    held: dict[str, bytes] = {}
    deeper: list[int] = []
    for place, entry in sectors.folder(number):
        if entry.kind == 1:
            deeper.append(place)
        elif entry.kind == 2 and entry.name.startswith(_PROPERTY):
            held[entry.name.removeprefix(_PROPERTY).upper()] = sectors.stream(entry)
    texts = [_text(held, name) for name in (_SUBJECT, _BODY)]
    page = _text(held, _PAGE) or to_text(held.get(f"{_PAGE}0102", b""))
    saved.texts += [text for text in texts if text.strip()]
    saved.pages += [page] if page.strip() else []
    saved.whole = saved.whole and bool(texts[1].strip() or page.strip() or f"{_PACKED}0102" not in held)
    if f"{_DATA}0102" in held:
        saved.files.append((_text(held, _NAME) or _text(held, _SHORT_NAME), held[f"{_DATA}0102"]))
    return deeper


def _text(held: dict[str, bytes], name: str) -> str:
    if wide := held.get(f"{name}001F"):
        return wide.decode("utf-16-le", "replace")
    return to_text(held.get(f"{name}001E", b""))


def _chain(start: int, table: tuple[int, ...], most: int) -> Iterator[int]:
    number = start
    for _ in range(most):
        if number >= _END or number >= len(table):
            return
        yield number
        number = table[number]


def _numbers(held: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(held) // 4}I", held[: len(held) // 4 * 4])


def _entry(held: bytes, at: int) -> _Entry:
    length, kind = struct.unpack_from("<HB", held, at + 64)
    left, right, child = struct.unpack_from("<III", held, at + 68)
    start, size = struct.unpack_from("<II", held, at + 116)
    name = held[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return _Entry(name, kind, left, right, child, start, size)
