"""Sets the letterhead and the address in a smaller size where they would not fit their places.

The places are those of the window of a DL envelope: a longer letterhead would push the address out of it, and a line of
the address that runs over would push out the last.
"""

import unicodedata
from collections.abc import Callable

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from reportlab.pdfbase.pdfmetrics import stringWidth

from .word_styles import value_of_child

NAME, DETAILS, ADDRESS, REFERENCE = (
    "Letterhead Name",
    "Letterhead Details",
    "Letter Address",
    "Letter Reference",
)
HEAD_WIDTH, HEAD_HEIGHT = Mm(119), Mm(32.5)
"""The place of the letterhead, beside the logo and above the address."""
ADDRESS_WIDTH, ADDRESS_HEIGHT = Mm(87), Mm(32)
"""What the window shows of the sheet."""
REFERENCE_WIDTH = Mm(71)
LONGEST_DATE = "Wednesday 30 September 2026"
SMALLEST, STEP = 8.0, 0.5
LEADING = 1.15
"""The height of a line of Arial, as a share of its size."""

_FONTS = {True: "Helvetica-Bold", False: "Helvetica"}  # as wide as Arial, letter by letter


def fit(document: Document) -> None:
    """Make what is in the letterhead, the window and beside it as small as it must be, and no smaller."""
    names = {NAME, DETAILS, ADDRESS, REFERENCE}
    ids = {one.style_id: one for one in document.styles if one.name in names}
    for cell in document.element.body.iter(qn("w:tc")):
        found = [
            (one, value_of_child(one.find(qn("w:pPr")), "pStyle")) for one in cell.iterchildren(qn("w:p"))
        ]
        blocks = [_Block(Paragraph(one, document), ids[id]) for one, id in found if id in ids]
        head = [one for one in blocks if one.style in {NAME, DETAILS} and any(one.lines)]
        if any(one.style == NAME for one in head):
            _fit_height(head, HEAD_WIDTH, HEAD_HEIGHT)
        for one in blocks:
            if one.style == ADDRESS:
                _fit_words([one], ADDRESS_WIDTH, within=str.splitlines)
                _fit_height([one], ADDRESS_WIDTH, ADDRESS_HEIGHT)
        beside = [one for one in blocks if one.style == REFERENCE]
        # By the longest date, whatever is written there: a date that is put in later must not change the size.
        _fit_words(beside, REFERENCE_WIDTH, within=lambda _: [LONGEST_DATE])


class _Block:
    """A paragraph with the size it is set in."""

    def __init__(self, paragraph: Paragraph, style: ParagraphStyle) -> None:
        """Read its words, and the size that its style gives them."""
        self.paragraph, self.style = paragraph, str(style.name)
        size, after = style.font.size, style.paragraph_format.space_after
        self.size = size.pt if size is not None else 11.0
        self.after = after.pt if after is not None else 0.0
        self.bold = bool(style.font.bold)
        self.lines = paragraph.text.split("\n")

    def shrink(self) -> None:
        """Take the next smaller size."""
        self.size -= STEP
        for run in self.paragraph.runs:
            run.font.size = Pt(self.size)

    def height(self, width: Length) -> float:
        """In points, with lines that run over."""
        return sum(self._rows(line, width) for line in self.lines) * self.size * LEADING + self.after

    def _rows(self, line: str, width: Length) -> int:
        rows, row = 1, ""
        for word in line.split(" "):
            longer = f"{row} {word}" if row else word
            if row and self.width(longer) > width.pt:
                rows, longer = rows + 1, word
            row = longer
        return rows

    def width(self, text: str) -> float:
        """In points, on one line."""
        return float(stringWidth(_plain(text), _FONTS[self.bold], self.size))


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


def _fit_words(blocks: list[_Block], width: Length, *, within: Callable[[str], list[str]]) -> None:
    """What may not break must be no wider than its column: each of the pieces that `within` finds."""
    while blocks and blocks[0].size > SMALLEST and _widest(blocks, within) > width.pt:
        for block in blocks:
            block.shrink()


def _widest(blocks: list[_Block], within: Callable[[str], list[str]]) -> float:
    return max(
        (one.width(piece) for one in blocks for line in one.lines for piece in within(line)), default=0
    )
