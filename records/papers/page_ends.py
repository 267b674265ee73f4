"""Finds headings that LibreOffice left alone at the foot of a page, although the Word file keeps them with the next.

It forgets that in letters with a first page of its own, and now and then below a table; Word does not. So the letter
stays as it is, and only the copy that is converted gets a page break.
"""

import io
import re
import unicodedata

import pypdfium2
from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from ..word.word_parts import MARGINS

MOST_KEPT = 4
"""Paragraphs that are taken to the next page together: a heading, and what leads over to a list."""

_NOT_WORD = (OpcError, etree.XMLSyntaxError, KeyError, ValueError, OSError)


def with_breaks(docx: bytes, pdf: bytes) -> bytes | None:
    """The Word file with a page break before each paragraph that stands alone at the foot of a page.

    Returns:
        The changed file, to be converted again and not to be kept; None where nothing stands alone, or the files cannot
        be compared.
    """
    try:
        pages = _pages(pdf)
        document = Document(io.BytesIO(docx)) if len(pages) > 1 else None
    except (*_NOT_WORD, pypdfium2.PdfiumError):
        return None
    if document is None:
        return None
    alone = _alone(document, pages)
    for paragraph in alone:
        paragraph.paragraph_format.page_break_before = True
    made = io.BytesIO()
    document.save(made)
    return made.getvalue() if alone else None


def _pages(pdf: bytes) -> list[list[str]]:
    """The lines of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range().splitlines() for page in document]


def _alone(document: WordDocument, pages: list[list[str]]) -> list[Paragraph]:
    """The paragraphs with which a new page must begin."""
    margins = _margin_words(document)
    paragraphs = [one for one in document.paragraphs if _letters(one.text)]
    read, found = "", []
    for lines in pages[:-1]:
        page = "".join(_letters(line) for line in lines if not _is_margin(line, margins))
        read += page
        end = next((at for at, one in enumerate(paragraphs) if _is_kept(one) and _is_at(one, page, read)), -1)
        if end < 0:
            continue
        words = _letters(paragraphs[end].text)
        same = [at for at, one in enumerate(paragraphs) if _letters(one.text) == words and _is_kept(one)]
        end = same[min(read.count(words), len(same)) - 1]
        first = _first_kept(paragraphs, end)
        if not page.startswith(_letters(paragraphs[first].text)):
            found.append(paragraphs[first])
    return found


def _is_at(paragraph: Paragraph, page: str, read: str) -> bool:
    words = _letters(paragraph.text)
    return page.endswith(words) and words in read


def _first_kept(paragraphs: list[Paragraph], end: int) -> int:
    """The first of those that are kept with one another down to this one; a table between them ends the row."""
    first = end
    while first and end - first < MOST_KEPT - 1 and _is_kept(paragraphs[first - 1]):
        if _has_table_between(paragraphs[first - 1], paragraphs[first]):
            break
        first -= 1
    return first


def _has_table_between(one: Paragraph, other: Paragraph) -> bool:
    between = one._p.getnext()
    while between is not None and between is not other._p:
        if between.tag == qn("w:tbl"):
            return True
        between = between.getnext()
    return False


def _is_kept(paragraph: Paragraph) -> bool:
    """Whether it must stand on one page with the next."""
    said = paragraph.paragraph_format.keep_with_next
    style = paragraph.style
    while said is None and style is not None:
        said, style = style.paragraph_format.keep_with_next, style.base_style
    return bool(said)


def _margin_words(document: WordDocument) -> str:
    """The letters of all headers and footers."""
    parts = {rel.target_part for rel in document.part.rels.values() if not rel.is_external}
    texts = [
        "".join(one.text or "" for one in root.iter(qn("w:t")))
        for part in sorted(parts, key=lambda one: str(one.partname))
        if part.content_type.endswith(MARGINS) and (root := getattr(part, "element", None)) is not None
    ]
    return _without_numbers(" ".join(texts))


def _is_margin(line: str, margins: str) -> bool:
    words = _without_numbers(line)
    return not words or words in margins


def _without_numbers(text: str) -> str:
    """Page numbers change from page to page."""
    return re.sub(r"\d", "", _letters(text))


def _letters(text: str) -> str:
    """Letters and digits alone: spaces, hyphens and marks of direction differ between the two kinds of file."""
    return "".join(one for one in unicodedata.normalize("NFKC", text) if one.isalnum())
