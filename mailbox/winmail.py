"""winmail.dat, in which Outlook hides text and files (TNEF): opened, within limits that no file can talk its way past.

tnefparse reads the properties. The framing around them is read here: the library copies the rest of the file at
every step, follows emails inside emails without end, and believes every count it reads.
"""

import logging
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, SupportsIndex

from tnefparse import properties
from tnefparse.codepage import Codepage
from tnefparse.mapi import IMESSAGE_SIG, decode_mapi

from .charsets import to_text

MOST_PIECES = 5_000
"""Pieces of one winmail.dat that are looked at, and properties of one piece."""

MOST_READS = 50_000
"""Values read out of one piece."""

MOST_INSIDE = 20
"""Emails inside a winmail.dat that are opened."""

MAY_BE_WINMAIL = frozenset({"application/ms-tnef", "application/vnd.ms-tnef", "application/octet-stream"})
"""Media types under which a winmail.dat travels."""

_SIGNATURE = b"\x78\x9f\x3e\x22"
_HEADER, _FRAME = 6, struct.Struct("<BHHI")
_CHECKSUM = 2

# Names of pieces, from Microsoft's description of the format, [MS-OXTNEF] 2.1.3.
_BODY, _FILE_CONTENT, _FILE_NAME, _NEW_FILE = 0x800C, 0x800F, 0x8010, 0x9002
_PROPERTIES, _FILE_PROPERTIES, _CODEPAGE = 0x9003, 0x9005, 0x9007
_OF_FILES = frozenset({_FILE_CONTENT, _FILE_NAME, _FILE_PROPERTIES})

# The library reports every damaged property as an error; here that is said in the email's faults.
logging.getLogger("tnefparse").addHandler(logging.NullHandler())
logging.getLogger("tnefparse").propagate = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """One file out of a winmail.dat; `media_type` is "" where it says none."""

    name: str
    content: bytes
    media_type: str = ""


@dataclass(slots=True, kw_only=True)
class Winmail:
    """What a winmail.dat holds, files in their order; `whole` is False where something in it could not be read."""

    files: list[Unpacked] = field(default_factory=list)
    text: str = ""
    html: str = ""
    whole: bool = True


@dataclass(slots=True)
class _File:
    """A file that is still being put together."""

    title: str = ""
    long_name: str = ""
    media_type: str = ""
    content: bytes = b""
    inner: bytes = b""

    @property
    def is_plain(self) -> bool:
        """Whether it is a file; else it is an email, kept as a winmail.dat of its own."""
        return not self.inner.startswith(_SIGNATURE)

    def finished(self) -> Unpacked:
        """The file as a value."""
        name = self.long_name or self.title
        return Unpacked(name=name, content=self.content or self.inner, media_type=self.media_type)


class _Fenced(bytes):
    """Bytes in which reading past the end, or without end, is an error: a false count stops there.

    The library asks for the length before it reads a property and only skips it past the end, for all of the
    four thousand million that a file may claim; told a length without end, it reads, and fails.
    """

    reads = 0

    def __len__(self) -> int:
        return 1 << 62

    def __getitem__(self, key: SupportsIndex | slice) -> Any:
        self.reads += 1
        if self.reads > MOST_READS or (isinstance(key, slice) and (key.stop or 0) > super().__len__()):
            raise IndexError(self.reads)
        return super().__getitem__(key)


def is_winmail(content: bytes) -> bool:
    """Whether a file begins as a winmail.dat does."""
    return content.startswith(_SIGNATURE)


def open_winmail(content: bytes) -> Winmail:
    """The text and the files in it; of emails inside it the files, as far as the limits go."""
    opened = Winmail()
    waiting = [content]
    for level in range(MOST_INSIDE):
        if not waiting:
            return opened
        waiting += _read(waiting.pop(0), opened, outer=level == 0)
    opened.whole &= not waiting
    return opened


def _read(content: bytes, opened: Winmail, *, outer: bool) -> list[bytes]:
    """Take what one winmail.dat holds; returns those inside it."""
    codepage = "cp1252"
    files: list[_File] = []
    for name, piece in _pieces(content, opened):
        if name == _CODEPAGE:
            codepage = _named(bytes(piece))
        elif name == _NEW_FILE:
            files.append(_File())
        elif name in _OF_FILES:
            if files:
                _fill(files[-1], name, piece, codepage=codepage, opened=opened)
        elif outer and name == _BODY:
            opened.text = opened.text or _string(bytes(piece), codepage)
        elif outer and name == _PROPERTIES:
            _take_text(_decoded(piece, codepage, opened), opened)
    opened.files += [file.finished() for file in files if file.is_plain]
    return [file.inner for file in files if not file.is_plain]


def _pieces(content: bytes, opened: Winmail) -> Iterator[tuple[int, memoryview]]:
    """Every piece's name and bytes; what is cut short ends the list."""
    view, place = memoryview(content), _HEADER
    for _ in range(MOST_PIECES):
        if place + _FRAME.size + _CHECKSUM > len(view):
            opened.whole &= place >= len(view)
            return
        _, name, _, length = _FRAME.unpack_from(view, place)
        start = place + _FRAME.size
        place = start + length + _CHECKSUM
        opened.whole &= place <= len(view)
        yield name, view[start : start + length]
    opened.whole = False


def _fill(file: _File, name: int, piece: memoryview, *, codepage: str, opened: Winmail) -> None:
    if name == _FILE_NAME:
        file.title = _string(bytes(piece), codepage)
    elif name == _FILE_CONTENT:
        file.content = bytes(piece)
    elif name == _FILE_PROPERTIES:
        for key, value in _decoded(piece, codepage, opened):
            if key == properties.MAPI_ATTACH_LONG_FILENAME:
                file.long_name = _as_text(value)
            elif key == properties.MAPI_ATTACH_MIME_TAG:
                file.media_type = _as_text(value).lower()
            elif key == properties.MAPI_DISPLAY_NAME and not file.title:
                file.title = _as_text(value)
            elif key == properties.MAPI_ATTACH_DATA_OBJ and isinstance(value, bytes):
                file.inner = value.removeprefix(IMESSAGE_SIG)


def _take_text(found: list[tuple[int, object]], opened: Winmail) -> None:
    for key, value in found:
        if key in (properties.MAPI_BODY, properties.MAPI_UNCOMPRESSED_BODY):
            opened.text = _as_text(value) or opened.text
        elif key == properties.MAPI_BODY_HTML:
            opened.html = _as_text(value)


def _decoded(piece: memoryview, codepage: str, opened: Winmail) -> list[tuple[int, object]]:
    """Properties as (name, value); a damaged one ends them."""
    stated = struct.unpack_from("<I", piece)[0] if len(piece) >= 4 else 0
    # A property may be empty, so that even a short piece can hold far more of them than any program writes.
    believed = struct.pack("<I", min(stated, MOST_PIECES))
    found = decode_mapi(_Fenced(believed + piece[4:]), codepage) if stated else []
    opened.whole &= len(found) >= stated
    return [(one.name, _value(one.raw_data)) for one in found]


def _value(raw: object) -> object:
    """The library keeps strings as a list of one; its own joining would cut zero bytes off a file's end."""
    return raw[0] if isinstance(raw, list) and raw else raw


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return to_text(value.rstrip("\x00").encode("utf-8", "surrogatepass"), "utf-8")
    return to_text(value.rstrip(b"\x00")) if isinstance(value, bytes) else ""


def _string(piece: bytes, codepage: str) -> str:
    return to_text(piece.rstrip(b"\x00"), codepage)


def _named(piece: bytes) -> str:
    """The Python name of the code page that a file states; windows-1252 where it is none."""
    name = Codepage(struct.unpack_from("<I", piece)[0]).codepage() if len(piece) >= 4 else "cp1252"
    try:
        "".encode(name)
    except (LookupError, ValueError):
        return "cp1252"
    return name
