"""Sets the letterhead and the address in a smaller size where they would not fit their places.

The places are those of the window of a DL envelope: a longer letterhead would push the address out of it, and a line of
the address that runs over would push out the last.
"""

import math
import unicodedata

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph
from lxml import etree
from reportlab.pdfbase.pdfmetrics import stringWidth

NAME, DETAILS, ADDRESS, REFERENCE = "Letterhead Name", "Letterhead Details", "Letter Address", "Letter Reference"
HEAD_WIDTH, HEAD_HEIGHT = Mm(119), Mm(32.5)
"""The place of the letterhead, beside the logo and above the address."""
ADDRESS_WIDTH, ADDRESS_HEIGHT = Mm(87), Mm(32)
"""What the window shows of the sheet."""
REFERENCE_WIDTH = Mm(71)
SMALLEST, STEP = 8.0, 0.5
LEADING = 1.15
"""The height of a line of Arial, as a share of its size."""

_FONTS = {True: "Helvetica-Bold", False: "Helvetica"}  # as wide as Arial, letter by letter


def fit(document: Document) -> None:
    """Make what stands in the letterhead, the window and beside it as small as it must be, and no smaller."""
    for cell in document.element.body.iter(qn("w:tc")):
        blocks = [_Block(document, one) for one in cell.iterchildren(qn("w:p"))]
        head = [one for one in blocks if one.style in {NAME, DETAILS} and one.lines != [""]]
        if any(one.style == NAME for one in head):
            _fit_height(head, HEAD_WIDTH, HEAD_HEIGHT)
        for one in blocks:
            if one.style == ADDRESS:
                _fit_lines([one], ADDRESS_WIDTH)
                _fit_height([one], ADDRESS_WIDTH, ADDRESS_HEIGHT)
        _fit_words([one for one in blocks if one.style == REFERENCE], REFERENCE_WIDTH)


class _Block:
    """A paragraph with the size it is set in."""

    def __init__(self, document: Document, element: etree._Element) -> None:
        paragraph = Paragraph(element, document)  # type: ignore[arg-type] # any story will do
        style = paragraph.style
        self.paragraph = paragraph
        self.style = str(style.name) if style is not None else ""
        font = style.font if style is not None else None
        self.size = font.size.pt if font is not None and font.size is not None else 11.0
        self.bold = bool(font is not None and font.bold)
        after = style.paragraph_format.space_after if style is not None else None
        self.after = after.pt if after is not None else 0.0
        self.lines = paragraph.text.split("\n")

    def shrink(self) -> None:
        self.size -= STEP
        for run in self.paragraph.runs:
            run.font.size = Pt(self.size)

    def height(self, width: Length) -> float:
        """In points, with lines that run over."""
        rows = sum(max(1, math.ceil(self.width(line) / (width.pt * 0.97))) for line in self.lines)
        return rows * self.size * LEADING + self.after

    def width(self, text: str) -> float:
        return stringWidth(_plain(text), _FONTS[self.bold], self.size)


def _plain(text: str) -> str:
    """Letters as wide as these: accents take no room."""
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


def _fit_height(blocks: list[_Block], width: Length, height: Length) -> None:
    """The largest becomes smaller first, so that a name gives way before a phone number does."""
    while sum(one.height(width) for one in blocks) > height.pt:
        largest = max(blocks, key=lambda one: one.size)
        if largest.size <= SMALLEST:
            return
        largest.shrink()


def _fit_lines(blocks: list[_Block], width: Length) -> None:
    for block in blocks:
        while block.size > SMALLEST and max(map(block.width, block.lines)) > width.pt:
            block.shrink()


def _fit_words(blocks: list[_Block], width: Length) -> None:
    """What may not break must be no wider than its column."""
    def widest() -> float:
        return max((one.width(word) for one in blocks for line in one.lines for word in line.split(" ")), default=0)

    while blocks and widest() > width.pt and blocks[0].size > SMALLEST:
        for block in blocks:
            block.shrink()
