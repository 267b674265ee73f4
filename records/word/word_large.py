"""Large print: raises every smaller size in a Word file to 16 points."""

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


def enlarge(document: Document) -> None:
    """Raise all font sizes below 16 points, in styles and in text, and let exact line heights grow."""
    for root in _roots(document):
        for size in (*root.iter(qn("w:sz")), *root.iter(qn("w:szCs"))):
            size.set(qn("w:val"), _raised(size.get(qn("w:val"), "")))
        for spacing in root.iter(qn("w:spacing"), qn("w:trHeight")):
            _let_grow(spacing)
    _size_by_default(document)


def _roots(document: Document) -> Iterator[etree._Element]:
    """The XML of text, styles, numbering, headers and footers."""
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart) and "wordprocessingml" in part.content_type:
            yield part.element


def _raised(half_points: str) -> str:
    """The size in half-points. What is too small for any reader is a spacer, and stays one."""
    if not half_points.isdecimal() or int(half_points) <= 2 * SPACER_POINTS:
        return half_points
    return str(max(int(half_points), 2 * LARGE_PRINT_POINTS))


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
