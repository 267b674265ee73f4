"""Sets the letterhead and the address in a smaller size where they would not fit their places.

The places are those of the window of a DL envelope: a longer letterhead would push the address out of it, and a line of
the address that runs over would push out the last.
"""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.shared import Length, Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.font import Font
from lxml import etree
from reportlab.pdfbase.pdfmetrics import stringWidth

from .word_styles import value_of_child

NAME, DETAILS, ADDRESS, REFERENCE = (
    "Letterhead Name",
    "Letterhead Details",
    "Letter Address",
    "Letter Reference",
)
_NAMES = frozenset({NAME, DETAILS, ADDRESS, REFERENCE})
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A style of the letterhead or the address: its name, its size and the room below in points, and its weight."""

    name: str
    size: float
    after: float
    bold: bool


def places_of(document: Document) -> dict[str, Place]:
    """The places that a letter has, by the id of their style."""
    return {
        one.style_id: _place(one)
        for one in document.styles
        if isinstance(one, ParagraphStyle) and one.name in _NAMES
    }


def _place(style: ParagraphStyle) -> Place:
    size, after = style.font.size, style.paragraph_format.space_after
    return Place(
        name=str(style.name),
        size=size.pt if size is not None else 11.0,
        after=after.pt if after is not None else 0.0,
        bold=bool(style.font.bold),
    )


def fit(body: etree._Element, places: Mapping[str, Place]) -> None:
    """Make what is in the letterhead, the window and beside it as small as it must be, and no smaller."""
    for cell in body.iter(qn("w:tc")):
        found = [
            (one, places.get(value_of_child(one.find(qn("w:pPr")), "pStyle")))
            for one in cell.iterchildren(qn("w:p"))
        ]
        blocks = [_Block(one, place) for one, place in found if place and isinstance(one, CT_P)]
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

    def __init__(self, paragraph: CT_P, place: Place) -> None:
        """Read its words; its style gives them their size."""
        self.paragraph, self.style = paragraph, place.name
        self.size, self.after, self.bold = place.size, place.after, place.bold
        self.lines = paragraph.text.split("\n")

    def shrink(self) -> None:
        """Take the next smaller size."""
        self.size -= STEP
        for run in self.paragraph.r_lst:
            Font(run).size = Pt(self.size)

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
        return _width(text, self.bold, self.size)


@lru_cache(maxsize=1024)
def _width(text: str, bold: bool, size: float) -> float:
    return float(stringWidth(_plain(text), _FONTS[bold], size))


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
