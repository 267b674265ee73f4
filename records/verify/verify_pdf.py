"""Is the PDF of all letters made of these letters? Page by page, by what is drawn, whatever wrote the file."""

import io
from collections.abc import Iterator, Sequence

from pypdf import PdfReader
from pypdf.errors import PyPdfError

_BLANK = b""


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
        yield _BLANK if drawn is None else drawn.get_data()
