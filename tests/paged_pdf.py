"""A converter whose PDFs can be read: as many pages as it is told, which say whose letter they are."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas


class PagedPdf:
    """Makes of a letter its pages; `pages` says how many by reference, one where it does not.

    `weight` is how many bytes more each has.
    """

    def __init__(self, pages: Mapping[str, int] | None = None, weight: int = 0) -> None:
        self._pages = pages or {}
        self._weight = weight

    def available(self) -> bool:
        """Always there."""
        return True

    def get_ready(self) -> None:
        """Nothing is started."""

    def convert(self, docx: bytes) -> bytes:
        """The pages, each with its case and number."""
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            found = re.search(rb"2026-\d{4}", archive.read("word/document.xml"))
        assert found
        ref, out = found[0].decode(), io.BytesIO()
        canvas = Canvas(out, pageCompression=0)
        for number in range(1, self._pages.get(ref, 1) + 1):
            canvas.drawString(72, 700, f"{ref} page {number}")
            if self._weight:
                # As a comment in what is drawn: copied with the page, and never seen.
                canvas._code.append("%" + "x" * self._weight)  # type: ignore[attr-defined]
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    def convert_all(self, letters: Sequence[bytes]) -> bytes:
        """Not asked of it."""
        raise NotImplementedError


def words_of(pdf: bytes) -> list[str]:
    """The words of each page, in one line."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]
