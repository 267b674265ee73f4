"""Words that a Word file prints and that reading it does not see, or sees otherwise: none may be in a letter.

What is read is what is compared, shown to the approver and searched for names. Word and LibreOffice also print words
that are drawn, spelled in single characters, put before each item of a list, or fetched from the file's properties.
"""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from .word_styles import local

_DO = "Type these words into the letter as plain text, or delete them; save the file and submit it again."
_SYMBOL_FONTS = ("wingdings", "webdings", "symbol", "zapf dingbats", "segoe ui symbol", "marlett")
_PLACES = re.compile(r"%\d")
_WORD = re.compile(r"[^\W\d_]{3,}")
_DRAWN_URIS = ("/chart", "/diagram", "/chartex")

Find = tuple[str, str, str]
"""What it is, the words of it, and what to do."""


def printed_unread(roots: Mapping[str, etree._Element]) -> Iterator[Find]:
    """Each such find in the parts of a file, by their names."""
    for name, root in roots.items():
        for element in root.iter(etree.Element):
            tag = local(element)
            if tag == "AlternateContent":
                yield from _in_two_versions(element)
            elif look := _LOOKS.get(tag):
                yield from look(element, name)


def _in_two_versions(element: etree._Element) -> Iterator[Find]:
    """Word says a text box twice, in the same words; which of them is printed depends on the program."""
    versions = [_words(one) for one in element if local(one) in {"Choice", "Fallback"}]
    if any(one != versions[0] for one in versions if one):
        other = next(one for one in reversed(versions) if one)
        yield "It holds a text in two versions, of which only one is seen", other, _DO


def _words(element: etree._Element) -> str:
    return " ".join(
        "".join(one.text or "" for one in element.iter(etree.Element) if local(one) == "t").split()
    )


def _symbol(element: etree._Element, _: str) -> Iterator[Find]:
    """A character by its number: a tick or an arrow of a font of symbols is none of the letter's words."""
    font = _value(element, "font").casefold()
    number = _value(element, "char")
    sign = chr(int(number, 16)) if re.fullmatch(r"[0-9A-Fa-f]{1,5}", number) else ""
    if not font.startswith(_SYMBOL_FONTS) and sign.isalnum():
        yield "It holds letters that were inserted as symbols", sign, _DO


def _drawn(element: etree._Element, _: str) -> Iterator[Find]:
    if words := _value(element, "string"):
        yield "It holds words that are drawn as a picture (WordArt or a watermark)", words, _DO


def _formula(element: etree._Element, _: str) -> Iterator[Find]:
    if "math" in (etree.QName(element).namespace or ""):
        yield "It holds a formula", _words(element), _DO


def _graphic(element: etree._Element, _: str) -> Iterator[Find]:
    if _value(element, "uri").endswith(_DRAWN_URIS):
        yield "It holds a chart or a diagram, whose words are not read", "", _DO


def _bound(element: etree._Element, _: str) -> Iterator[Find]:
    yield "It holds a place that takes its words from elsewhere in the file", _value(element, "xpath"), _DO


def _before_items(element: etree._Element, _: str) -> Iterator[Find]:
    words = _PLACES.sub(" ", _value(element, "val"))
    if _WORD.search(words):
        yield "It holds a list that prints words before its items", words, _DO


def _value(element: etree._Element, name: str) -> str:
    """The attribute of this name, in whichever namespace."""
    found = (str(held) for key, held in element.items() if str(key).rpartition("}")[2] == name)
    return next(found, "").strip()


_LOOKS = {
    "sym": _symbol,
    "textpath": _drawn,
    "oMath": _formula,
    "graphicData": _graphic,
    "dataBinding": _bound,
    "lvlText": _before_items,
}
