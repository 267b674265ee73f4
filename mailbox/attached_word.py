"""The text of a Word file that came with an email: unpacked in pieces, within limits, and never opened as Word."""

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
_DOCUMENT = "word/document.xml"
_BESIDE = ("word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments")
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
_TABS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}


def old_office(content: bytes) -> str:
    """Why a file in the old format of Office is not read."""
    return LOCKED if _LOCK in content else "an old Office file"


def word_text(content: bytes) -> tuple[str, str]:
    """The text of a packed file, and what of it was not read; only Word files are opened."""
    if content.count(_ENTRY) > MOST_FILES:
        return "", "too large"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
            if _DOCUMENT not in names:
                return "", "a packed file that is not opened"
            wanted = [
                _DOCUMENT,
                *(name for name in names if name.startswith(_BESIDE) and name.endswith(".xml")),
            ]
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
        raise ValueError(_DOCUMENT)
    return "".join(_pieces(root)).strip()


def _pieces(root: etree._Element) -> Iterator[str]:
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if element.tag == _AGAIN and event == "start":
            walk.skip_subtree()
        elif element.tag == f"{_WORD}p":
            yield "\n"
        elif event == "start" and element.tag == f"{_WORD}t":
            yield element.text or ""
        elif event == "start":
            yield _TABS.get(str(element.tag), "")
