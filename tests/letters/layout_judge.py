"""Looks at a letter as it is printed: where its pages end, what shows in the window, what is torn apart."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from letterladder.ground.english import MONTHS
from letterladder.ground.values import replace

FEWEST_LINES = 5
"""A page with fewer lines than these could be spared, or could belong to any letter."""
MM = 72 / 25.4
WINDOW = (20.0, 46.0, 110.0, 81.0)
"""Left, top, right and bottom in mm of what the window of a DL envelope shows, however the folded sheet slides."""
COLUMN_GAP = 6.0
"""Millimetres between two words that are not of one line but of two columns."""
WHOLE = (
    re.compile(r"(?:[A-Z][a-z]+day )?\d{1,2} (?:" + "|".join(MONTHS) + r")(?: \d{4})?"),
    re.compile(r"\d{1,2}(?:\.\d\d)? [ap]m\b"),
    re.compile(r"\d+ (?:(?:school|working|calendar) )?(?:days?|weeks?|months?)\b"),
    re.compile(r"\b0\d{3,4} \d{6}\b"),
)
"""Days, times, amounts and phone numbers, which nobody should have to read round a corner."""
_PAGE = re.compile(r"\b(?:Page|Tudalen|Strona) \d+ ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of print, with its edges in millimetres from the left and the top of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is wrong with the look of a letter."""

    pages: int
    stranded: tuple[str, ...]
    short_pages: tuple[int, ...]
    window: tuple[str, ...]
    torn: tuple[str, ...]

    @property
    def faults(self) -> list[str]:
        """All that is wrong, in words."""
        return [
            *(f"page ends on the heading '{one}'" for one in self.stranded),
            *(f"page {one} has fewer than {FEWEST_LINES} lines" for one in self.short_pages),
            *self.window,
            *(f"'{one}' is broken over two lines" for one in self.torn),
        ]


def judged(pdf: bytes, docx: bytes, address: Sequence[str], names: Iterable[str] = ()) -> Verdict:
    """Look at a letter.

    Args:
        pdf: as it is printed.
        docx: the Word file of it, which tells headings from other words.
        address: the lines that must show in the window, and nothing else.
        names: what must stand on one line wherever it stands, besides dates, times and amounts.
    """
    document = Document(io.BytesIO(docx))
    foot = _foot(document)
    pages = [[line for line in page if not _is_foot(line, foot)] for page in lines_of(pdf)]
    headings = _headings(document)
    return Verdict(
        pages=len(pages),
        stranded=tuple(found for page in pages if (found := _ends_on(page, headings))),
        short_pages=tuple(n for n, page in enumerate(pages, 1) if _rows(page) < FEWEST_LINES),
        window=tuple(_window_faults(pages[0], address)),
        torn=tuple(_torn(pages, document, names)),
    )


def lines_of(pdf: bytes) -> list[list[Line]]:
    """The lines of each page from top to bottom; words far apart on one height are lines of their own."""
    return [_lines(page) for page in pypdfium2.PdfDocument(pdf)]


def _lines(page: pypdfium2.PdfPage) -> list[Line]:
    text, height = page.get_textpage(), page.get_height()
    made: list[Line] = []
    for place in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text, place))
        if letter.isspace():
            made[-1:] = [replace(one, text=f"{one.text} ") for one in made[-1:]]
        if not letter.isprintable() or letter.isspace():
            continue
        left, low, right, high = (one / MM for one in text.get_charbox(place, loose=True))
        box = Line(text=letter, left=left, top=height / MM - high, right=right, bottom=height / MM - low)
        if made and _runs_on(made[-1], box):
            made[-1] = _longer(made[-1], box)
        else:
            made.append(box)
    plain = (replace(one, text=" ".join(one.text.split())) for one in made)
    return sorted(plain, key=lambda one: (round(one.bottom), one.left))


def _runs_on(line: Line, box: Line) -> bool:
    """Whether a letter belongs to the line that is being read."""
    middle = (box.top + box.bottom) / 2
    return line.top < middle < line.bottom and -1 < box.left - line.right < COLUMN_GAP


def _longer(line: Line, box: Line) -> Line:
    return Line(
        text=line.text + box.text,
        left=min(line.left, box.left),
        top=min(line.top, box.top),
        right=max(line.right, box.right),
        bottom=max(line.bottom, box.bottom),
    )


def _plain(text: str) -> str:
    return " ".join(text.split())


def _foot(document: WordDocument) -> str:
    """The words at the foot of every page."""
    roots = {part.partname: part for part in document.part.package.iter_parts() if "footer" in part.partname}
    return _plain(" ".join(text for part in roots.values() for text in _texts(part.element)))


def _texts(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(qn("w:p")):
        yield _plain("".join(one.text or "" for one in paragraph.iter(qn("w:t"))))


def _is_foot(line: Line, foot: str) -> bool:
    return line.top > 250 and (line.text in foot or bool(_PAGE.search(line.text)))


def _headings(document: WordDocument) -> list[str]:
    return [
        _plain(one.text)
        for one in document.paragraphs
        if one.style is not None and "Heading" in str(one.style.name) and one.text.strip()
    ]


def _ends_on(page: list[Line], headings: list[str]) -> str:
    """The heading whose words, or first words, are the last of this page; "" where there is none."""
    end = _plain(" ".join(line.text for line in page))
    last = page[-1].text if page else ""
    return next((one for one in headings if end.endswith(one) or (last and one.startswith(last))), "")


def _rows(page: list[Line]) -> int:
    """Lines of print, what stands on one height counted once."""
    return len({round(line.bottom) for line in page})


def _window_faults(page: list[Line], address: Sequence[str]) -> Iterator[str]:
    left, top, right, bottom = WINDOW
    shown = [line for line in page if line.left < right and line.bottom > top and line.top < bottom]
    wanted = [_plain(line) for line in address]
    found = [line.text for line in shown]
    yield from (f"'{one}' does not stand whole in the window" for one in wanted if one not in found)
    yield from (f"'{one}' shows in the window" for one in found if one not in wanted)
    for line in shown:
        if line.text in wanted and not (
            left <= line.left and line.right <= right and top <= line.top and line.bottom <= bottom
        ):
            yield f"'{line.text}' is cut by the edge of the window"


def _torn(pages: list[list[Line]], document: WordDocument, names: Iterable[str]) -> Iterator[str]:
    """What must be on one line and is printed so less often than it is in the file."""
    written = list(_texts(document.element.body))
    printed = [line.text for page in pages for line in page]
    wholes = {found[0] for text in written for pattern in WHOLE for found in pattern.finditer(text)}
    pieces = {_plain(piece) for name in names for piece in name.split("-")}  # a name may break at its hyphen
    for whole in sorted(wholes | pieces):
        if sum(line.count(whole) for line in printed) < sum(text.count(whole) for text in written):
            yield whole
