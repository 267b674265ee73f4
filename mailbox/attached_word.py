"""The text of a packed Office file (Word, Excel, PowerPoint, LibreOffice): unpacked in pieces, within limits."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from .charsets import clean

MOST_FILES = 2_000
"""Files inside; a long statement with pictures has some fifty."""

MOST_UNPACKED = 5_000_000
"""Bytes of text with its marks, of all files inside that are read."""

LOCKED, OLD_FILE = "locked by a password", b"\xd0\xcf\x11\xe0"
_LOCK = "EncryptedPackage".encode("utf-16-le")
_WRITTEN = {
    "word/document.xml": ("word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments"),
    "xl/workbook.xml": (
        "xl/sharedStrings",
        "xl/worksheets/",
        "xl/comments",
        "xl/threadedComments/",
        "xl/drawings/",
    ),
    "ppt/presentation.xml": ("ppt/slides/slide", "ppt/notesSlides/notesSlide", "ppt/comments/"),
    "content.xml": ("styles.xml",),
}
"""The main part of each kind of file, and the parts beside it that hold words."""
_ENTRY = b"PK\x01\x02"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    ValueError,
    NotImplementedError,
    EOFError,
    OSError,
)

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# A text box stands twice in the file, once for programs older than 2010.
_AGAIN = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CELLS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OPEN = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_PARAGRAPHS = frozenset(
    {f"{_WORD}p", f"{_DRAWN}p", f"{_CELLS}si", f"{_CELLS}is", f"{_CELLS}c", f"{_OPEN}p", f"{_OPEN}h"}
)
_TEXTS = frozenset({f"{_WORD}t", f"{_DRAWN}t", f"{_CELLS}t"})
_TABS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
_TABS |= {f"{_OPEN}tab": "\t", f"{_OPEN}line-break": "\n", f"{_OPEN}s": " ", f"{_DRAWN}br": "\n"}


def old_office(content: bytes) -> str:
    """Why a file in the old format of Office is not read."""
    return LOCKED if _LOCK in content else "an old Office file"


def word_text(content: bytes) -> tuple[str, str]:
    """The text of a packed file, and what of it was not read; only Office files are opened."""
    if content.count(_ENTRY) > MOST_FILES:
        return "", "too large"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
            main = next((one for one in _WRITTEN if one in names), "")
            if not main:
                return "", "a packed file that is not opened"
            beside = (name for name in names if name.startswith(_WRITTEN[main]) and name.endswith(".xml"))
            wanted = [main, *beside]
            parts = [packed.getinfo(name) for name in dict.fromkeys(wanted)]
            if any(part.flag_bits & 0x1 for part in parts):
                return "", LOCKED
            if sum(part.file_size for part in parts) > MOST_UNPACKED:
                return "", "too large"
            return clean("\n".join(_text_of(_unpacked(packed, part)) for part in parts)).strip(), ""
    except _BROKEN:
        return "", "damaged"


def _unpacked(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """The bytes of one file inside; asked for so many, the library unpacks no more than that."""
    with packed.open(part) as opened:
        return opened.read(part.file_size + 1)


def _text_of(xml: bytes) -> str:
    """The words of one file inside, a paragraph a line.

    Raises:
        ValueError, etree.XMLSyntaxError: it is no XML, or declares entities, which Word never does.
    """
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    root = etree.fromstring(xml, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError(root.tag)
    return "".join(_pieces(root)).strip()


def _pieces(root: etree._Element) -> Iterator[str]:
    walk = etree.iterwalk(root, events=("start", "end"))
    inside = 0
    for event, element in walk:
        tag = str(element.tag)
        is_open = tag.startswith(_OPEN)
        if tag == _AGAIN and event == "start":
            walk.skip_subtree()
        if tag in _PARAGRAPHS:
            yield "\n"
            inside += is_open and (1 if event == "start" else -1)
        if event == "start":
            yield _TABS.get(tag, "")
            yield (element.text or "") if tag in _TEXTS or _is_result(element) or inside else ""
        elif inside or is_open:
            # In files of LibreOffice words stand between the marks, and not in a mark of their own.
            yield (element.tail or "") if inside else ""


def _is_result(element: etree._Element) -> bool:
    """Whether it is the text that a formula of a cell gives."""
    parent = element.getparent()
    return element.tag == f"{_CELLS}v" and parent is not None and parent.get("t") == "str"
