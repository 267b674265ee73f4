"""What a Word file holds beside the words that are printed: who wrote it, properties, descriptions, field codes."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from .word_contents import xml_parser

_BESIDE = ("docProps/", "customXml/", "word/glossary/", "word/people.xml", "word/diagrams/", "word/charts/")
"""Parts that are not printed as text of the letter; of these all words are read."""
_TELLING = frozenset(
    {"author", "descr", "title", "tooltip", "alt", "string", "initials", "userId", "displayName"}
)
"""Attributes in which words may stand."""
_CODES = frozenset({"instrText", "delInstrText"})


def unseen_text(docx: bytes) -> str:
    """These words, one piece per line; the file was found to be a sound Word file before."""
    with zipfile.ZipFile(io.BytesIO(docx)) as packed:
        pieces = [
            piece
            for name in packed.namelist()
            if name.endswith((".xml", ".rels"))
            for piece in _pieces(name, packed.read(name))
        ]
    return "\n".join(" ".join(piece.split()) for piece in pieces if piece.strip())


def _pieces(name: str, content: bytes) -> Iterator[str]:
    root = etree.fromstring(content, xml_parser())
    if name.endswith(".rels"):
        yield from (str(link.get("Target", "")) for link in root if link.get("TargetMode") == "External")
        return
    for element in root.iter(etree.Element):
        if element.text and (
            name.startswith(_BESIDE) or etree.QName(element).localname in _CODES | {"fldSimple"}
        ):
            yield element.text
        for key, value in element.items():
            local = etree.QName(key).localname
            if local in _TELLING or (local == "instr") or name.startswith("customXml/"):
                yield str(value)
