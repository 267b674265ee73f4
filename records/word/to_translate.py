"""A copy of a Word template for a translator: its tags as they are, and every other word marked in yellow."""

import io
import re
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from .translation_check import TO_TRANSLATE
from .word_bytes import steady_bytes
from .word_parts import child_of, roots_of
from .word_template import template_bytes

_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})")
_LETTER = re.compile(r"[^\W\d_]")
_AFTER = frozenset(
    qn(f"w:{name}")
    for name in (
        *("u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang"),
        *("eastAsianLayout", "specVanish", "oMath"),
    )
)


def to_translate(english: Path) -> bytes:
    """The template with its words marked, so that a translator sees what is theirs, and types around the tags.

    Raises:
        Refused: the file is missing.
    """
    document = Document(io.BytesIO(template_bytes(english)))
    for root in roots_of(document):
        for run in [*root.iter(qn("w:r"))]:
            _mark(run)
    return steady_bytes(document)


def _mark(run: etree._Element) -> None:
    """Cut a run at its tags, and mark the pieces between them that hold a letter."""
    texts = run.findall(qn("w:t"))
    if len(texts) != 1 or len([one for one in run if one.tag != qn("w:rPr")]) != 1:
        if any(_LETTER.search(_TAG.sub("", one.text or "")) for one in texts):
            _highlight(run)
        return
    pieces = [piece for piece in _TAG.split(texts[0].text or "") if piece]
    for piece in pieces:
        made = etree.fromstring(etree.tostring(run))
        text = made.find(qn("w:t"))
        if text is not None:
            text.text = piece
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        if not _TAG.fullmatch(piece) and _LETTER.search(piece):
            _highlight(made)
        run.addprevious(made)
    parent = run.getparent()
    if pieces and parent is not None:
        parent.remove(run)


def _highlight(run: etree._Element) -> None:
    properties = child_of(run, "w:rPr")
    mark = OxmlElement("w:highlight")
    mark.set(qn("w:val"), TO_TRANSLATE)
    later = next((one for one in properties if one.tag in _AFTER), None)
    if later is None:
        properties.append(mark)
    else:
        later.addprevious(mark)
