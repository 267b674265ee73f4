"""Is the PDF of all letters made of these letters? Page by page, by what is drawn, whatever wrote the file.

What is drawn is not only a page's own words: its fonts, pictures and what is laid over it (notes, stamps) count too,
and so do how large it is and which way up.
"""

import hashlib
import io
from collections.abc import Iterator, Sequence

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

_BLANK = b""
_DRAWS = ("/Resources", "/Annots", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit")
"""What of a page decides how it looks, beside its own words."""
_BESIDE = frozenset(
    {"/Parent", "/P", "/Length", "/Filter", "/DecodeParms", "/StructParent", "/StructParents"}
)
"""What says how a thing is kept in the file, or where it hangs."""
_DEEPEST = 40


def is_made_of(whole: bytes, parts: Sequence[bytes]) -> bool:
    """Whether `whole` holds the pages of all parts in order, each part beginning on a fresh sheet, and nothing more.

    What cannot be read as PDF is made of nothing.
    """
    try:
        return list(_pages(whole)) == list(_on_fresh_sheets(parts))
    except (PyPdfError, ValueError, KeyError):
        return False


def _on_fresh_sheets(parts: Sequence[bytes]) -> Iterator[bytes]:
    count = 0
    for place, part in enumerate(parts, start=1):
        for page in _pages(part):
            count += 1
            yield page
        if count % 2 and place < len(parts):
            count += 1
            yield _BLANK


def _pages(pdf: bytes) -> Iterator[bytes]:
    for page in PdfReader(io.BytesIO(pdf)).pages:
        drawn = page.get_contents()
        if drawn is None and not page.get("/Annots"):
            yield _BLANK
        else:
            yield b"\0".join([b"" if drawn is None else drawn.get_data(), *_looks(page)])


def _looks(page: PageObject) -> Iterator[bytes]:
    for name in _DRAWS:
        found = page.get(name)  # what a page takes from those above it was put into it when it was read
        yield b"" if found is None else _digest(found, 0)


def _digest(thing: object, depth: int) -> bytes:
    """One number for a thing and all below it, however the file keeps it; what leads in circles ends at a depth."""
    if isinstance(thing, IndirectObject):
        thing = thing.get_object()
    found = hashlib.sha256(type(thing).__name__.encode())
    if depth > _DEEPEST:
        return found.digest()
    if isinstance(thing, DictionaryObject):
        if isinstance(thing, StreamObject):
            found = hashlib.sha256(b"stream\0" + thing.get_data())
        for key in sorted(set(thing) - _BESIDE):
            found.update(key.encode() + b"\0" + _digest(thing.raw_get(key), depth + 1))
    elif isinstance(thing, ArrayObject):
        for one in list(thing):
            found.update(_digest(one, depth + 1))
    else:
        found.update(repr(thing).encode())
    return found.digest()
