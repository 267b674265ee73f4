"""A letter's template as a provider of hybrid post can print it: the address higher, and nothing below it for a while.

GOV.UK Notify reads the address 39.5 to 66.3 mm from the top of the page, and prints nothing else on the left before 95.
"""

import io
import re
import zipfile
from functools import lru_cache

from docx.oxml.ns import qn
from lxml import etree

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
_WHOM = re.compile(r"\{\{\s*(addressee|recipient)\s*\}\}")
MILLIMETRE = 1440 / 25.4
"""Twentieths of a point."""
UP = 1.5
"""Millimetres by which the page begins higher, so that five lines of address end where they must."""
ADDRESS_ROW = 48.6
"""Millimetres from the top of the address to the letter's own words."""
LINE, SIZE = "230", "21"
"""Of the address: 11.5 points from line to line, and letters of 10.5 points, as Word counts."""


@lru_cache(maxsize=64)
def for_provider(template: bytes) -> bytes:
    """The template with that room; one that has no address in a table, such as a school's own, as it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as packed:
            parts = [(one, packed.read(one)) for one in packed.infolist()]
        files = {one.filename: content for one, content in parts}
        document, styles = etree.fromstring(files[DOCUMENT]), etree.fromstring(files[STYLES])
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        return template  # what is wrong with it is said when it is opened
    row = next((one for one in document.iter(qn("w:tr")) if _WHOM.search(_text(one))), None)
    heights = list(row.iter(qn("w:trHeight"))) if row is not None else []
    if not heights:
        return template
    heights[0].set(qn("w:val"), str(round(ADDRESS_ROW * MILLIMETRE)))
    for margin in document.iter(qn("w:pgMar")):
        margin.set(qn("w:top"), str(int(margin.get(qn("w:top"), "0")) - round(UP * MILLIMETRE)))
    _close_up(styles)
    files |= {DOCUMENT: _as_bytes(document), STYLES: _as_bytes(styles)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for one, _ in parts:
            packed.writestr(one, files[one.filename])
    return out.getvalue()


def _text(row: etree._Element) -> str:
    return "".join(one.text or "" for one in row.iter(qn("w:t")))


def _close_up(styles: etree._Element) -> None:
    """The lines of the address closer to one another."""
    for style in styles.iter(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is None or name.get(qn("w:val")) != "Letter Address":
            continue
        for size in style.iter(qn("w:sz"), qn("w:szCs")):
            size.set(qn("w:val"), SIZE)
        for spacing in style.iter(qn("w:spacing")):
            spacing.set(qn("w:line"), LINE)
            spacing.set(qn("w:lineRule"), "exact")


def _as_bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
