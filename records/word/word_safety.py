"""Whether a Word file that came from outside may become a letter: read in small pieces, before any library opens it.

A letter is printed, emailed and turned into a PDF; whoever opens it must fetch nothing, start nothing and be shown
nothing but the words that were approved. What may not be in it is refused with words; nothing is repaired.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache

from ...ground.errors import Problem, Refused
from .word_contents import faults_of_part, has_place_in_letter

REMEMBERED = 300_000
"""Bytes of a file whose answer is kept; a letter has some 50,000."""

MOST_PACKED = 30_000_000
"""Bytes of the file as it comes."""

MOST_PARTS = 2_000
"""Files inside; a long letter with a logo has some twenty."""

MOST_UNPACKED = 50_000_000
"""Bytes of all files inside together."""

MOST_PER_PART = 10_000_000
"""Bytes of one file inside."""

MOST_SQUEEZED = 200
"""How many times smaller a file inside may have been made; honest text comes to thirty or so."""

_WHAT_TO_DO = (
    "Put the words into the draft that Letterladder made, save it as .docx, and send only that file."
)
_SMALL = 1_000_000
_PIECE = 1_000_000
_DIRECTORY_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, ValueError, NotImplementedError, EOFError)

_OTHER_FILES = {
    b"\xd0\xcf\x11\xe0": "This is an old .doc file, or one that is protected by a password.",
    b"MZ": "This is a program, not a Word file.",
    b"{\\rtf": "This is an RTF file, not a Word file (.docx).",
    b"%PDF": "This is a PDF, not a Word file (.docx).",
}


def refuse_unsafe(docx: bytes, where: str = "letter") -> None:
    """Let a plain Word document pass.

    Raises:
        Refused: it is not a Word file, far too large once unpacked, locked, or holds what a letter may not; says what.
    """
    what = _known(docx) if len(docx) <= REMEMBERED else _worst(docx)
    if what:
        raise Refused(Problem(where=where, what=what, what_to_do=_WHAT_TO_DO))


def _worst(docx: bytes) -> str:
    """Why this file is refused; "" where it may pass."""
    return next(unsafe_parts(docx), "")


_known = lru_cache(maxsize=16)(_worst)
"""The same of the last few letters: each gate of each round looks at the same ones."""


def unsafe_parts(docx: bytes) -> Iterator[str]:
    """All that keeps these bytes from being a letter, each in one sentence; the worst stands first."""
    fault = _fault_of_file(docx)
    if fault:
        yield fault
        return
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as packed:
            parts = packed.infolist()
            fault = next(_faults_of_list(parts), "")
            if fault:
                yield fault
                return
            for part in parts:
                yield from faults_of_part(part.filename, _unpacked(docx, part))
    except _BROKEN:
        yield "This is not a Word file (.docx), or it was damaged."


def _fault_of_file(docx: bytes) -> str:
    """What can be said before the list of files inside is read."""
    if len(docx) > MOST_PACKED:
        return f"The file is larger than {MOST_PACKED // 1_000_000} MB."
    if docx.count(_DIRECTORY_ENTRY) > MOST_PARTS:
        return f"The file contains more than {MOST_PARTS} files."
    known = (what for begins, what in _OTHER_FILES.items() if docx.startswith(begins))
    return next(known, "" if docx.startswith(b"PK") else "This is not a Word file (.docx).")


def _faults_of_list(parts: list[zipfile.ZipInfo]) -> Iterator[str]:
    """What the list of files inside says about itself."""
    names = [part.filename for part in parts]
    if "[Content_Types].xml" not in names:
        yield "This is not a Word file (.docx)."
    if len({name.casefold() for name in names}) < len(names):
        yield "Two files inside it have the same name."
    if any(part.flag_bits & 0x1 for part in parts):
        yield "The file is protected by a password."
    if any(part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for part in parts):
        yield "The file is packed in a way that Word does not use."
    if any(_leads_out(name) for name in names):
        yield "A file inside it has a name that leads out of its folder."
    if any(_is_bomb(part) for part in parts) or sum(part.file_size for part in parts) > MOST_UNPACKED:
        yield "The file becomes far too large when it is unpacked."
    if strange := next((name for name in names if not has_place_in_letter(name)), ""):
        yield f"It contains a file that has no place in a letter: {_shown(strange)}."


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    squeezed = part.file_size > _SMALL and part.file_size > MOST_SQUEEZED * max(1, part.compress_size)
    return squeezed or part.file_size > MOST_PER_PART


def _unpacked(docx: bytes, part: zipfile.ZipInfo) -> bytes:
    """The bytes of one file inside, and never more than its list entry says.

    `zipfile` would unpack a file whole before it looks at the size that was stated for it.
    """
    place = part.header_offset
    mark, name, extra = _LOCAL_HEADER.unpack_from(docx, place)
    if mark != b"PK\x03\x04":
        raise zipfile.BadZipFile
    start = place + _LOCAL_HEADER.size + name + extra
    packed = docx[start : start + part.compress_size]
    content = packed if part.compress_type == zipfile.ZIP_STORED else _inflated(packed, part.file_size + 1)
    if len(content) != part.file_size:
        raise zipfile.BadZipFile
    return content


def _inflated(packed: bytes, room: int) -> bytes:
    """As much of the unpacked bytes as there is room for."""
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    pieces = []
    while packed and room > 0 and not unpacking.eof:
        pieces.append(unpacking.decompress(packed, min(room, _PIECE)))
        packed = unpacking.unconsumed_tail
        room -= len(pieces[-1])
    return b"".join(pieces)


def _shown(name: str) -> str:
    plain = "".join(sign if sign.isprintable() else "?" for sign in name)
    return plain if len(plain) <= 80 else f"{plain[:79]}…"
