"""The paper of every PDF we draw: A4, one family of letters, page x of y; equal contents give equal bytes."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    Image,
    LongTable,
    PageTemplate,
    Paragraph,
    Spacer,
)

FONTS = Path(__file__).resolve().parent / "fonts"
PLAIN, BOLD = "DejaVuSans", "DejaVuSans-Bold"
MARGIN = 16 * mm
WIDTH = A4[0] - 2 * MARGIN
MISSING = "□"
"""Stands for a character that the shipped letters do not have (Arabic, Chinese, emoji); the json has it."""

PALE = HexColor(0xEDEDED)
LINE = HexColor(0x8A8A8A)
_ROWS_AT_ONCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is on every page: the document's title, and the line at its foot."""

    title: str
    foot: str


@cache
def _font() -> TTFont:
    plain = TTFont(PLAIN, FONTS / f"{PLAIN}.ttf")
    registerFont(plain)
    registerFont(TTFont(BOLD, FONTS / f"{BOLD}.ttf"))
    registerFontFamily(PLAIN, normal=PLAIN, bold=BOLD, italic=PLAIN, boldItalic=BOLD)
    return plain


STYLES = {
    "title": ParagraphStyle("title", fontName=BOLD, fontSize=18, leading=23, spaceAfter=4),
    "heading": ParagraphStyle(
        "heading", fontName=BOLD, fontSize=12, leading=16, spaceBefore=12, spaceAfter=4
    ),
    "text": ParagraphStyle("text", fontName=PLAIN, fontSize=9.5, leading=13, spaceAfter=4),
    "cell": ParagraphStyle("cell", fontName=PLAIN, fontSize=7.5, leading=9.6, splitLongWords=1),
    "small": ParagraphStyle("small", fontName=PLAIN, fontSize=6.5, leading=8.2, splitLongWords=1),
    "box": ParagraphStyle("box", fontName=PLAIN, fontSize=14, leading=16),
    "head": ParagraphStyle("head", fontName=BOLD, fontSize=7.5, leading=9.6),
}


def text(words: str, style: str = "text") -> Paragraph:
    """Plain words as a paragraph; nothing in them is markup, and line ends stay."""
    return Paragraph(escape(_printable(words)).replace("\n", "<br/>"), STYLES[style])


def heading(words: str) -> list[Flowable]:
    """A heading that does not stay alone at the foot of a page."""
    return [CondPageBreak(30 * mm), text(words, "heading")]


def small_picture(jpeg: bytes, most: float) -> Flowable:
    """A picture, no wider and no higher than `most` points."""
    drawn = Image(io.BytesIO(jpeg))
    scale = most / max(drawn.imageWidth, drawn.imageHeight)
    drawn.drawWidth, drawn.drawHeight = drawn.imageWidth * scale, drawn.imageHeight * scale
    drawn.hAlign = "LEFT"
    return drawn


def _printable(words: str) -> str:
    known = _font().face.charToGlyph
    return "".join(sign if sign == "\n" or ord(sign) in known else MISSING for sign in words)


def table(
    header: Sequence[str],
    lines: Iterable[Iterable[str | Flowable]],
    widths: Sequence[float],
    *,
    empty: str,
    style: str = "cell",
) -> list[Flowable]:
    """A ruled table whose head is repeated on each page, or one sentence where there is nothing.

    Args:
        header: the columns.
        lines: their texts, or what is drawn there.
        widths: shares of the page's width.
        empty: what to say where there are no lines.
        style: how its texts are printed.
    """
    rows: list[list[Flowable]] = [
        [text(cell, style) if isinstance(cell, str) else cell for cell in line] for line in lines
    ]
    if not rows:
        return [text(empty)]
    head: list[Flowable] = [text(cell, "head") for cell in header]
    whole = sum(widths)
    columns = [WIDTH * width / whole for width in widths]
    parts: list[Flowable] = []
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        part = [head, *rows[start : start + _ROWS_AT_ONCE]]
        parts.append(LongTable(part, colWidths=columns, repeatRows=1, style=_RULES, splitInRow=1))
    return [*parts, Spacer(1, 4)]


_RULES: list[Any] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("BACKGROUND", (0, 0), (-1, 0), PALE),
    ("LINEBELOW", (0, 0), (-1, 0), 0.8, black),
    ("LINEBELOW", (0, 1), (-1, -1), 0.25, LINE),
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 3),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
]


def make_pdf(sheet: Sheet, story: list[Flowable]) -> bytes:
    """The finished document."""
    _font()
    made = io.BytesIO()
    document = BaseDocTemplate(
        made,
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN + 6 * mm,
        title=sheet.title,
        author="",
        subject="Register of correspondence",
        creator="Letterladder",
        invariant=1,
        lang="en-GB",
    )
    frame = Frame(MARGIN, MARGIN + 6 * mm, WIDTH, A4[1] - 2 * MARGIN - 6 * mm, leftPadding=0, rightPadding=0)
    document.addPageTemplates([PageTemplate(id="page", frames=[frame])])
    document.build(story, canvasmaker=_counting(sheet))
    return made.getvalue()


def _counting(sheet: Sheet) -> type[Canvas]:
    """A canvas that knows at the end how many pages there are."""

    class Counting(Canvas):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._pages: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - the library's name
            self._pages.append(dict(self.__dict__))
            self._startPage()  # type: ignore[attr-defined]

        def save(self) -> None:
            for number, page in enumerate(self._pages, start=1):
                self.__dict__.update(page)
                _foot(self, sheet, number, len(self._pages))
                super().showPage()
            super().save()

    return Counting


def _foot(canvas: Canvas, sheet: Sheet, number: int, last: int) -> None:
    canvas.setFont(PLAIN, 7.5)
    canvas.setStrokeColor(LINE)
    canvas.line(MARGIN, MARGIN + 4 * mm, A4[0] - MARGIN, MARGIN + 4 * mm)
    canvas.drawString(MARGIN, MARGIN, _printable(sheet.foot))
    canvas.drawRightString(A4[0] - MARGIN, MARGIN, f"page {number} of {last}")
