"""Words in a Word file that nobody sees or that were crossed out: tracked changes, comments, hidden or struck text.

Word shows a crossed-out word to whoever switches marks on, and LibreOffice prints it into the PDF. So a letter that
holds one is refused, with a piece of the words and the way to put it right in Word; nothing is repaired here.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from ...ground.errors import Problem, Refused
from .word_contents import xml_parser
from .word_printed import printed_unread
from .word_styles import Look, Styles, local

LONGEST_PIECE = 60
SMALLEST = 8
"""Half-points; what is set smaller than 4 points nobody reads."""

_DELETED = frozenset({"del", "moveFrom", "cellDel", "conflictDel", "delText", "delInstrText"})
_INSERTED = frozenset({"ins", "moveTo", "cellIns", "conflictIns"})
_FORMATTED = frozenset(
    {"rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "tcPrChange"}
    | {"trPrChange", "numberingChange", "cellMerge"}
)
_RANGES = frozenset(
    {"moveFromRangeStart", "moveToRangeStart", "customXmlInsRangeStart", "customXmlDelRangeStart"}
    | {"customXmlMoveFromRangeStart", "customXmlMoveToRangeStart"}
)
_COMMENTS = frozenset({"comment", "commentEx", "commentRangeStart", "commentReference", "annotationRef"})
_MARKS = _DELETED | _INSERTED | _FORMATTED | _RANGES | _COMMENTS
_BESIDE = ("docProps/", "customXml/", "word/glossary/")
_TRACKED_DO = (
    "In Word: Review, then Accept, then Accept All Changes; switch Track Changes off, save the file and submit it"
    " again."
)
_COMMENTS_DO = (
    "In Word: Review, then Delete, then Delete All Comments in Document; save the file and submit it again."
)
_HIDDEN_DO = (
    "In Word: File, Info, Check for Issues, Inspect Document, and remove Hidden Text; or select all, open Font, and"
    " clear Hidden. Save the file and submit it again."
)
_UNREADABLE_DO = (
    "In Word: give these words a dark colour and a size that can be read, or delete them; submit it again."
)

_STRUCK_DO = (
    "In Word: delete these words, or select them, open Font, and clear Strikethrough. Save the file and submit it"
    " again."
)


def refuse_hidden(docx: bytes, where: str = "letter") -> None:
    """Let a file pass in which all words are seen by whoever reads it.

    Raises:
        Refused: it holds tracked changes, comments or hidden words; says which, with a piece of each.
    """
    problems = tuple(hidden_words(docx, where))
    if problems:
        raise Refused(*problems)


def hidden_words(docx: bytes, where: str = "letter") -> Iterator[Problem]:
    """What is in a sound Word file and would not be read by whoever approves it; each kind once, with a piece.

    Body, headers, footers, footnotes, endnotes, text boxes and tables are looked through alike.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as packed:
        names = [name for name in packed.namelist() if name.endswith(".xml") and not name.startswith(_BESIDE)]
        names.sort(key=lambda name: "comments" not in name)  # a comment's own words before those it is beside
        roots = {name: etree.fromstring(packed.read(name), xml_parser()) for name in names}
    found: dict[str, Problem] = {}
    for kind, piece, do in _found(roots):
        told = f'{kind}: "{_short(piece)}".' if piece.strip() else f"{kind}."
        found.setdefault(kind, Problem(where=where, what=told, what_to_do=do))
    yield from found.values()


def _found(roots: Mapping[str, etree._Element]) -> Iterator[tuple[str, str, str]]:
    """Each find as what it is, the words of it, and what to do."""
    styles = Styles(roots.get("word/styles.xml"))
    yield from printed_unread(roots)
    for root in roots.values():
        for element in root.iter(etree.Element):
            name = local(element)
            if name == "r" and (words := _own_words(element)).strip():
                yield from _unreadable(words, styles.look_of(element))
            elif name in _MARKS and _is_words(element):
                yield _marked(element, name)


def _is_words(element: etree._Element) -> bool:
    """Whether an element is one of Word's own; drawings and formulas use some of the same names."""
    return "word" in (etree.QName(element).namespace or "")


def _marked(element: etree._Element, name: str) -> tuple[str, str, str]:
    if name in _DELETED:
        return "It holds a tracked deletion, which the printed letter may show", _words(element), _TRACKED_DO
    if name in _INSERTED:
        return "It holds a tracked insertion", _words(element), _TRACKED_DO
    if name in _COMMENTS:
        return "It holds a comment", _words(element), _COMMENTS_DO
    return "It holds a tracked change of layout or place", _words(_around(element)), _TRACKED_DO


def _unreadable(words: str, look: Look) -> Iterator[tuple[str, str, str]]:
    """What keeps the words of one run from being read, though they are in the file."""
    size = look.size()
    if look.is_on("vanish"):
        yield "It holds hidden text", words, _HIDDEN_DO
    elif look.is_on("webHidden"):
        yield "It holds text that is hidden in some views", words, _HIDDEN_DO
    elif size is not None and size <= SMALLEST:
        yield "It holds text too small to be read", words, _UNREADABLE_DO
    elif look.is_white_on_white():
        yield "It holds white text on white", words, _UNREADABLE_DO
    elif look.is_like_its_ground():
        yield "It holds text in the colour of its background", words, _UNREADABLE_DO
    elif look.is_on("strike") or look.is_on("dstrike"):
        yield "It holds struck-through words, which the printed letter would still show", words, _STRUCK_DO


def _own_words(run: etree._Element) -> str:
    """The words of a run itself; a text box in it has runs of its own."""
    return "".join(child.text or "" for child in run if local(child) in {"t", "delText"})


def _words(element: etree._Element | None) -> str:
    """All words below an element, those crossed out too; of a mark without words those of its paragraph."""
    if element is None:
        return ""
    told = "".join(one.text or "" for one in element.iter(etree.Element) if local(one) in {"t", "delText"})
    if told.strip() or local(element) in {"p", "comment"}:
        return told
    parent = element.getparent()
    return _words(parent) if parent is not None and local(element) not in {"body", "hdr", "ftr"} else ""


def _around(element: etree._Element) -> etree._Element | None:
    """The run, paragraph, cell or table whose layout was changed."""
    parent = element.getparent()
    while parent is not None and local(parent).endswith("Pr"):
        parent = parent.getparent()
    return parent


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_PIECE else f"{line[: LONGEST_PIECE - 2].rsplit(' ', 1)[0]} …"
