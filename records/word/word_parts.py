"""The XML of a Word file that holds words: its text, headers and footers."""

from collections.abc import Iterator

from docx.document import Document
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

MARGINS = ("header+xml", "footer+xml")


def roots_of(document: Document) -> Iterator[etree._Element]:
    """The body, then headers and footers, each once."""
    yield document.element.body
    related = (rel.target_part for rel in document.part.rels.values() if not rel.is_external)
    parts = {part.partname: part for part in related if part.content_type.endswith(MARGINS)}
    for name in sorted(parts):
        part = parts[name]
        if isinstance(part, XmlPart):
            yield part.element


def child(parent: etree._Element, name: str) -> etree._Element:
    """The first child of this name, which is there.

    Raises:
        LookupError: it is not.
    """
    found = parent.find(qn(name))
    if found is None:
        raise LookupError(name)
    return found


def child_of(parent: etree._Element, name: str) -> etree._Element:
    """The first child of this name, such as the properties of a paragraph; made where there is none."""
    found = parent.find(qn(name))
    if found is None:
        found = OxmlElement(name)
        parent.insert(0, found)
    return found
