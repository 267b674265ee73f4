"""Fills the places for dates in an approved Word file: other words in these places, and the same file elsewhere."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from docx.oxml.ns import qn
from lxml import etree
from markupsafe import escape

from ...rules.texts.unbroken import unbroken_date
from .word_bytes import entry_of

_PARTS = "word/"
_DAMAGED = "a part of this Word file is damaged"
_BEFORE_LENGTHS, _LENGTHS = 26, struct.Struct("<2H")  # where the head of a part says how long its name is
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def with_dates(docx: bytes, words: Mapping[str, str]) -> bytes:
    """The file with each of these words replaced by its date, wherever it stands whole in a part of the text.

    Args:
        docx: the file as it was approved.
        words: the words in each place, "[date of this letter]", and the date that takes it.
    """
    return _packed({name: _filled(name, content, words) for name, content in _parts(docx).items()})


def with_dates_by_hand(docx: bytes, words: Mapping[str, str]) -> bytes:
    """The same for a file that was saved by Word, which may break a line of text at any place into several runs.

    A file without such words stays byte for byte what it is.
    """
    parts = _parts(docx)
    changed = {name: new for name, content in parts.items() if (new := _in_runs(name, content, words))}
    return _packed({**parts, **changed}) if changed else docx


def other_parts(docx: bytes, other: bytes, words: Mapping[str, str]) -> list[str]:
    """The parts in which two files differ once these words of the first are replaced."""
    one, two = _squeezed(docx), _squeezed(other)
    return sorted(name for name in {*one, *two} if _differs(name, one.get(name), two.get(name), words))


class _Squeezed(NamedTuple):
    """A part as the file holds it. Equal ones are equal parts: most need not be unpacked to compare them."""

    content: bytes
    how: int
    size: int
    crc: int


def _squeezed(docx: bytes) -> dict[str, _Squeezed]:
    """What is in the file, packed; one that is not a Word file is one part."""
    if not zipfile.is_zipfile(io.BytesIO(docx)):
        return {"": _Squeezed(docx, zipfile.ZIP_STORED, len(docx), zlib.crc32(docx))}
    with zipfile.ZipFile(io.BytesIO(docx)) as packed:
        return {one.filename: _packed_part(docx, one) for one in packed.infolist()}


def _packed_part(docx: bytes, part: zipfile.ZipInfo) -> _Squeezed:
    try:
        name, extra = _LENGTHS.unpack_from(docx, part.header_offset + _BEFORE_LENGTHS)
    except struct.error as error:
        raise zipfile.BadZipFile(_DAMAGED) from error
    start = part.header_offset + _BEFORE_LENGTHS + _LENGTHS.size + name + extra
    content = docx[start : start + part.compress_size]
    return _Squeezed(content, part.compress_type, part.file_size, part.CRC)


def _differs(name: str, one: _Squeezed | None, two: _Squeezed | None, words: Mapping[str, str]) -> bool:
    if one is None or two is None:
        return True
    if one == two and not _is_text(name):
        return False
    return _filled(name, _unpacked(one), words) != _unpacked(two)


@lru_cache(maxsize=40)  # the parts that a letter has from its template are those of the letter before
def _unpacked(part: _Squeezed) -> bytes:
    content = part.content
    if part.how != zipfile.ZIP_STORED:
        try:
            content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(content)
        except zlib.error as error:
            raise zipfile.BadZipFile(_DAMAGED) from error
    if zlib.crc32(content) != part.crc:
        raise zipfile.BadZipFile(_DAMAGED)
    return content


def _parts(docx: bytes) -> dict[str, bytes]:
    """What is in the file; one that is not a Word file is one part."""
    if not zipfile.is_zipfile(io.BytesIO(docx)):
        return {"": docx}
    with zipfile.ZipFile(io.BytesIO(docx)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, content in parts.items():
            packed.writestr(entry_of(name), content)
    return made.getvalue()


def _is_text(name: str) -> bool:
    return name.startswith(_PARTS) and name.endswith(".xml")


def _filled(name: str, content: bytes, words: Mapping[str, str]) -> bytes:
    if _is_text(name):
        for old, new in words.items():
            content = content.replace(_as_xml(old), _as_xml(unbroken_date(new)))
    return content


def _as_xml(text: str) -> bytes:
    return str(escape(text)).encode()


def _in_runs(name: str, content: bytes, words: Mapping[str, str]) -> bytes:
    """The part with the words replaced; b"" where it has none."""
    if not _is_text(name):
        return b""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    found = False
    for paragraph in root.iter(qn("w:p")):
        found |= _in_paragraph(_texts(paragraph), words)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if found else b""


def _texts(paragraph: etree._Element) -> list[etree._Element]:
    """The pieces of text of a paragraph, without those of paragraphs in it, such as in a text box."""
    own = qn("w:p")
    return [one for one in paragraph.iter(qn("w:t")) if next(one.iterancestors(own), paragraph) is paragraph]


def _in_paragraph(pieces: list[etree._Element], words: Mapping[str, str]) -> bool:
    found = False
    for old, new in words.items():
        while (start := "".join(one.text or "" for one in pieces).find(old)) >= 0:
            _replace(pieces, start, start + len(old), unbroken_date(new))
            found = True
    return found


def _replace(pieces: Iterable[etree._Element], start: int, end: int, new: str) -> None:
    """Put `new` where the first of these characters was, and take the others out of the pieces they are in."""
    place = 0
    for piece in pieces:
        text = piece.text or ""
        first, last = max(start - place, 0), min(end - place, len(text))
        place += len(text)
        if first < last:
            piece.text = text[:first] + new + text[last:]
            piece.set(_SPACE, "preserve")  # a space at its end is one of the text
            new = ""
