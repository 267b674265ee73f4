"""Large print: everything in 16 points or more, and headings as much larger than the text as they were."""

from collections.abc import Iterator

from docx.document import Document
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.text.font import CT_RPr
from docx.shared import Pt
from lxml import etree

LARGE_PRINT_POINTS = 16
"""The smallest size that counts as large print (RNIB's clear-print advice)."""
SPACER_POINTS = 4
WORDS_OWN_POINTS = 10.0
"""The size of text in a file that names none."""


def enlarge(document: Document) -> None:
    """Raise the text to 16 points and what is larger in the same measure, and let exact line heights grow.

    What is smaller than the text becomes as large as the text; no size below 16 points is left.
    """
    text = _text_size(document)
    for root in _roots(document):
        for size in (*root.iter(qn("w:sz")), *root.iter(qn("w:szCs"))):
            size.set(qn("w:val"), _raised(size.get(qn("w:val"), ""), text))
        for spacing in root.iter(qn("w:spacing"), qn("w:trHeight")):
            _let_grow(spacing)
    _size_by_default(document)


def _roots(document: Document) -> Iterator[etree._Element]:
    """The XML of text, styles, numbering, headers and footers."""
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart) and "wordprocessingml" in part.content_type:
            yield part.element


def _text_size(document: Document) -> float:
    """The size of the text in points: that of the style of all text, or of the document."""
    styles = document.styles.element
    sizes = styles.xpath(
        "w:style[@w:type='paragraph'][@w:default='1']/w:rPr/w:sz/@w:val | w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val"
    )
    known = [int(one) / 2 for one in reversed(sizes) if str(one).isdecimal() and int(one)]
    return known[0] if known else WORDS_OWN_POINTS


def _raised(half_points: str, text: float) -> str:
    """The size in half-points. What is too small for any reader is a spacer, and stays one."""
    if not half_points.isdecimal() or int(half_points) <= 2 * SPACER_POINTS:
        return half_points
    larger = int(half_points) * max(1.0, LARGE_PRINT_POINTS / text)
    return str(
        max(round(larger), 2 * LARGE_PRINT_POINTS) if int(half_points) >= 2 * text else _least(half_points)
    )


def _least(half_points: str) -> int:
    return max(int(half_points), 2 * LARGE_PRINT_POINTS)


def _let_grow(measure: etree._Element) -> None:
    """An exact height would cut larger letters off."""
    for rule in (qn("w:lineRule"), qn("w:hRule")):
        if measure.get(rule) == "exact":
            measure.set(rule, "atLeast")


def _size_by_default(document: Document) -> None:
    """Word falls back to 10 points where neither a style nor the defaults of the document name a size."""
    for properties in document.styles.element.iterfind(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
    ):
        if isinstance(properties, CT_RPr) and properties.sz_val is None:
            properties.sz_val = Pt(LARGE_PRINT_POINTS)
