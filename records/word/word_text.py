"""The plain text of Word files in reading order, for people, golden tests and fault messages."""

from collections.abc import Iterator

from docx.document import Document
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from ...rules.texts.unbroken import NO_BREAK_SPACE

HEADER_TYPES = ("header+xml",)
FOOTER_TYPES = ("footer+xml", "footnotes+xml", "endnotes+xml")

_BREAKS = {qn("w:br"), qn("w:cr")}
# A text box stands twice in the file, once for programs older than 2010; and instructions are not text.
_SKIPPED = {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", qn("w:instrText")}


def text_lines(document: Document) -> list[str]:
    """Every paragraph as a line: headers, body with tables and text boxes, footers, footnotes and endnotes."""
    listed = _listed_styles(document)
    return [
        *_margin_lines(document, HEADER_TYPES, listed),
        *_lines(document.element.body, listed),
        *_margin_lines(document, FOOTER_TYPES, listed),
    ]


def plain_text(document: Document) -> str:
    """The lines joined, without empty ones at either end, and never two empty lines in a row."""
    kept: list[str] = []
    for line in text_lines(document):
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip() + "\n"


def _margin_lines(document: Document, endings: tuple[str, ...], listed: frozenset[str]) -> Iterator[str]:
    """The lines of headers or footers; what the first page and the others share is read once."""
    read: list[list[str]] = []
    for part in _parts(document, endings):
        lines = list(_lines(_root(part), listed))
        if lines not in read:
            read.append(lines)
            yield from lines


def _parts(document: Document, endings: tuple[str, ...]) -> list[Part]:
    """The parts of one kind, each once, in the order of their names: header1, header2 ..."""
    related = (rel.target_part for rel in document.part.rels.values() if not rel.is_external)
    wanted = {part.partname: part for part in related if part.content_type.endswith(endings)}
    return [wanted[name] for name in sorted(wanted)]


def _root(part: Part) -> etree._Element:
    element = getattr(part, "element", None)
    return element if element is not None else parse_xml(part.blob)


def _lines(container: etree._Element, listed: frozenset[str]) -> Iterator[str]:
    """The paragraphs below `container`, tables row by row, a text box after the paragraph that holds it."""
    for child in container:
        if child.tag == qn("w:p"):
            inner: list[etree._Element] = []
            text = "".join(_pieces(child, inner)).strip()
            yield f"- {text}" if text and _is_listed(child, listed) else text
            for box in inner:
                yield from _lines(box, listed)
        elif child.tag not in _SKIPPED:
            yield from _lines(child, listed)


def _pieces(element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    """The text in one paragraph; text boxes met on the way are put into `boxes`."""
    for child in element:
        if child.tag == qn("w:txbxContent"):
            boxes.append(child)
        elif child.tag == qn("w:t"):
            yield (child.text or "").replace(NO_BREAK_SPACE, " ")  # which only says where a line may not end
        elif child.tag == qn("w:tab"):
            yield "\t"
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif child.tag not in _SKIPPED and child.tag != qn("w:pPr"):
            yield from _pieces(child, boxes)


def _is_listed(paragraph: etree._Element, listed: frozenset[str]) -> bool:
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        return False
    style = properties.find(qn("w:pStyle"))
    return properties.find(qn("w:numPr")) is not None or (
        style is not None and style.get(qn("w:val"), "") in listed
    )


def _listed_styles(document: Document) -> frozenset[str]:
    """The ids of the paragraph styles that put a bullet or a number before the text."""
    numbered = document.styles.element.iterfind(f"{qn('w:style')}/{qn('w:pPr')}/{qn('w:numPr')}/../..")
    return frozenset(style.get(qn("w:styleId"), "") for style in numbered)
