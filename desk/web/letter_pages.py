"""The pages of a letter as pictures, from its PDF, and its words, from the Word file as harmless HTML.

Pictures are kept in memory by the SHA-256 of the PDF, so that a letter is drawn once; they are never kept on disk.
"""

import hashlib
import io
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from zipfile import BadZipFile

import mammoth
import nh3
import pypdfium2
from markupsafe import Markup

SCALE = 1.5
"""Of 72 dots an inch: sharp on a phone held upright, and small enough to send."""
MOST_BYTES = 48 * 1024 * 1024
"""Bytes of pictures kept in memory; those that were asked for longest ago go first."""
MOST_LETTERS = 300
"""Letters of which the words and the number of pages are kept in memory."""
MOST_PAGES = 40
"""Pages shown of one letter; ours have one to four."""

TAGS = {"p", "br", "strong", "em", "u", "h1", "h2", "h3", "h4", "ul", "ol", "li"}
TABLES = {"table", "thead", "tbody", "tr", "td", "th"}
LOWERED = (("h4", "h5"), ("h3", "h5"), ("h2", "h4"), ("h1", "h3"))
"""Headings of a letter are of a lower rank than those of the page."""

_PDFIUM = threading.Lock()
"""The library that draws PDFs is not made for several threads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page: the number from 1, and the size of its picture in pixels."""

    number: int
    width: int
    height: int


@dataclass(slots=True)
class LetterPages:
    """The pages and words of letters, shared by all threads."""

    _pictures: OrderedDict[tuple[str, int], bytes] = field(default_factory=OrderedDict)
    _sheets: dict[str, tuple[Sheet, ...]] = field(default_factory=dict)
    _words: dict[str, Markup] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def sheets(self, pdf: bytes) -> tuple[Sheet, ...]:
        """The pages of this PDF ; none where it cannot be read."""
        key = hashlib.sha256(pdf).hexdigest()
        with self._lock:
            known = self._sheets.get(key)
        if known is None:
            known = _sheets(pdf)
            with self._lock:
                if len(self._sheets) > MOST_LETTERS:
                    self._sheets.clear()
                self._sheets[key] = known
        return known

    def words(self, docx: bytes) -> Markup:
        """The words of this Word file, as `word_html`."""
        key = hashlib.sha256(docx).hexdigest()
        with self._lock:
            known = self._words.get(key)
        if known is None:
            known = word_html(docx)
            with self._lock:
                if len(self._words) > MOST_LETTERS:
                    self._words.clear()
                self._words[key] = known
        return known

    def picture(self, pdf: bytes, number: int) -> bytes:
        """One page as a PNG; b"" where there is no such page."""
        key = (hashlib.sha256(pdf).hexdigest(), number)
        with self._lock:
            if key in self._pictures:
                self._pictures.move_to_end(key)
                return self._pictures[key]
        drawn = _drawn(pdf, number)
        with self._lock:
            self._pictures[key] = drawn
            while len(self._pictures) > 1 and sum(map(len, self._pictures.values())) > MOST_BYTES:
                self._pictures.popitem(last=False)
        return drawn


def _sheets(pdf: bytes) -> tuple[Sheet, ...]:
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError:
            return ()
        try:
            return tuple(_sheet(document, number) for number in range(min(len(document), MOST_PAGES)))
        finally:
            document.close()


def _sheet(document: pypdfium2.PdfDocument, number: int) -> Sheet:
    page = document[number]
    width, height = page.get_size()
    return Sheet(
        number=number + 1,
        width=round(width * SCALE),
        height=round(height * SCALE),
    )


def _drawn(pdf: bytes, number: int) -> bytes:
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError:
            return b""
        try:
            if not 1 <= number <= min(len(document), MOST_PAGES):
                return b""
            image = document[number - 1].render(scale=SCALE, grayscale=True).to_pil()
        finally:
            document.close()
    out = io.BytesIO()
    image.quantize(16).save(out, format="PNG", optimize=True)
    return out.getvalue()


def word_html(docx: bytes) -> Markup:
    """A Word file of ours as HTML without pictures, links, styles or anything that runs; "" where it cannot be read."""
    try:
        made = mammoth.convert_to_html(io.BytesIO(docx), convert_image=mammoth.images.img_element(_no_image))
    except (KeyError, ValueError, OSError, BadZipFile):
        return Markup()
    clean = nh3.clean(made.value, tags=TAGS | TABLES, attributes={})
    for high, low in LOWERED:
        clean = clean.replace(f"<{high}>", f"<{low}>").replace(f"</{high}>", f"</{low}>")
    return Markup(clean)  # noqa: S704 cleaned just here


def _no_image(_: object) -> dict[str, str]:
    return {"src": ""}
