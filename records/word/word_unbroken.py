"""Puts no-break spaces into a letter that was filled in, so that no template has to."""

from collections.abc import Iterable, Iterator

from docx.oxml.ns import qn
from lxml import etree

from ...rules.texts.unbroken import unbroken

_TEXT, _PARAGRAPH = qn("w:t"), qn("w:p")
_ENDS = {qn("w:br"), qn("w:cr"), qn("w:tab")}


def keep_whole(roots: Iterable[etree._Element], wholes: Iterable[str]) -> None:
    """Keep dates, amounts and these `wholes`, such as names, on one line each wherever they are in these parts."""
    known = frozenset(wholes)
    for root in roots:
        for paragraph in root.iter(_PARAGRAPH):
            for line in _lines(paragraph):
                _keep(line, known)


def _lines(paragraph: etree._Element) -> Iterator[list[etree._Element]]:
    """The pieces of text of a paragraph, those between two line ends together; without paragraphs inside it."""
    line: list[etree._Element] = []
    for one in paragraph.iter(_TEXT, *_ENDS):
        if next(one.iterancestors(_PARAGRAPH), None) is not paragraph:
            continue
        if one.tag == _TEXT:
            line.append(one)
        else:
            yield line
            line = []
    yield line


def _keep(pieces: list[etree._Element], wholes: frozenset[str]) -> None:
    """Change spaces, and nothing else: as many characters stay in each piece as were there."""
    text = "".join(one.text or "" for one in pieces)
    kept = unbroken(text, wholes)
    place = 0
    for piece in pieces:
        length = len(piece.text or "")
        piece.text = kept[place : place + length]
        place += length
