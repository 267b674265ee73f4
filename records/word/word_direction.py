"""Sets what is written from right to left in a Word file: its paragraphs, runs, tables and the font of its script."""

import copy
import unicodedata
from collections.abc import Iterable, Iterator

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from ...rules.letters.in_language import AS_IT_IS
from .word_parts import child_of, roots_of

_FIRST, _LAST = AS_IT_IS
LEFT_TO_RIGHT = "\u200e"
"""The mark that makes what is beside it run from left to right."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AFTER_BIDI = (
    *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents"),
    *("suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
    *("divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
_AFTER_RTL = ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")
_AFTER_BOLD = (
    *("i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint"),
    *("noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz"),
    *("szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", *_AFTER_RTL),
)
_AFTER_SIZE = ("highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", *_AFTER_RTL)
_AFTER_VISUAL = (
    *("tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders"),
    *("shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription"),
)


def set_right_to_left(document: Document, font: str = "") -> None:
    """Turn the text, and leave an address, a quotation and the letterhead where they are.

    A table whose first words run from right to left has its first column on the right. Words between the marks of
    `AS_IT_IS` become runs of their own that do not run so; the marks are taken out.
    """
    body = document.element.body
    turned = {paragraph for table in body.iter(qn("w:tbl")) for paragraph in _turned(table)}
    turned |= {paragraph for paragraph in body.iterchildren(qn("w:p")) if not _is_quote(paragraph)}
    for root in roots_of(document):
        for paragraph in [*root.iter(qn("w:p"))]:
            # A letterhead stays where it is; only its words run in their own direction.
            never = root.tag == qn("w:hdr") or "Letterhead" in _style_of(paragraph)
            _turn(paragraph, font, always=paragraph in turned, never=never)
    for properties in document.styles.element.iter(qn("w:rPr")):
        _as_large_and_bold(properties)


def _turn(paragraph: etree._Element, font: str, *, always: bool, never: bool) -> None:
    runs = [run for run in paragraph.iter(qn("w:r")) if next(run.iterancestors(qn("w:p"))) is paragraph]
    turned = always or _is_turned(paragraph)
    if turned and not never:
        _put(child_of(paragraph, "w:pPr"), "w:bidi", _AFTER_BIDI)
    other = False
    for run in runs:
        other = _split(run, font if turned else None, other=other)


def _is_quote(paragraph: etree._Element) -> bool:
    """Whether it holds words as somebody wrote them, in their own script and direction."""
    return "Quote" in _style_of(paragraph)


def _style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style.get(qn("w:val"), "") if style is not None else ""


def _is_turned(paragraph: etree._Element) -> bool:
    """Whether a letter outside the marks is of a script that runs from right to left."""
    depth = 0
    for sign in "".join(text.text or "" for text in paragraph.iter(qn("w:t"))):
        depth += (sign == _FIRST) - (sign == _LAST)
        if depth <= 0 and unicodedata.bidirectional(sign) in {"R", "AL"}:
            return True
    return False


def _split(run: etree._Element, font: str | None, *, other: bool) -> bool:
    """Cut a run at the marks; each piece outside them runs from right to left where `font` is not None.

    `other`: whether it begins within marks; returns whether it ends so.
    """
    pieces: list[tuple[bool, list[etree._Element]]] = [(other, [])]
    for child in [one for one in run if one.tag != qn("w:rPr")]:
        for inside, part in _cut(child, inside=other):
            other = inside
            if pieces[-1][0] is not inside:
                pieces.append((inside, []))
            if part is not None:
                pieces[-1][1].append(part)
    for inside, parts in pieces:
        if inside and font is not None:
            _between_marks(parts)
    made = [_made(run, parts, None if inside else font) for inside, parts in pieces if parts]
    for one in made or [_made(run, [], font)]:
        run.addprevious(one)
    _remove(run)
    return other


def _cut(child: etree._Element, *, inside: bool) -> Iterator[tuple[bool, etree._Element | None]]:
    """The child of a run, a text cut at its marks; each piece with whether it is within them."""
    if child.tag != qn("w:t"):
        yield inside, child
        return
    text = ""
    for sign in child.text or "":
        if sign in AS_IT_IS:
            yield inside, _text(text) if text else None
            inside, text = sign == _FIRST, ""
        else:
            text += sign
    yield inside, _text(text) if text else None


def _between_marks(parts: list[etree._Element]) -> None:
    """Numbers and closing quotation marks at either end belong to the Latin words, not to what surrounds them."""
    texts = [one for one in parts if one.tag == qn("w:t")]
    if texts:
        texts[0].text = f"{LEFT_TO_RIGHT}{texts[0].text}"
        texts[-1].text = f"{texts[-1].text}{LEFT_TO_RIGHT}"


def _text(text: str) -> etree._Element:
    made = OxmlElement("w:t")
    made.text = text
    made.set(_SPACE, "preserve")
    return made


def _made(run: etree._Element, parts: Iterable[etree._Element], font: str | None) -> etree._Element:
    made = OxmlElement("w:r")
    properties = run.find(qn("w:rPr"))
    if properties is not None:
        made.append(copy.deepcopy(properties))
    if font is not None:
        _run_to_the_left(child_of(made, "w:rPr"), font)
    for part in parts:
        made.append(part)
    return made


def _run_to_the_left(properties: etree._Element, font: str) -> None:
    _as_large_and_bold(properties)
    _put(properties, "w:rtl", _AFTER_RTL)
    if font:
        fonts = properties.find(qn("w:rFonts"))
        if fonts is None:
            fonts = OxmlElement("w:rFonts")
            properties.insert(1 if properties.find(qn("w:rStyle")) is not None else 0, fonts)
        fonts.set(qn("w:cs"), font)


def _as_large_and_bold(properties: etree._Element) -> None:
    """Size and weight of Latin letters for the other script as well, which Word keeps apart."""
    bold, size = properties.find(qn("w:b")), properties.find(qn("w:sz"))
    if bold is not None:
        found = _put(properties, "w:bCs", _AFTER_BOLD)
        if bold.get(qn("w:val")) is not None:
            found.set(qn("w:val"), bold.get(qn("w:val"), ""))
    if size is not None:
        _put(properties, "w:szCs", _AFTER_SIZE).set(qn("w:val"), size.get(qn("w:val"), ""))


def _turned(table: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a table that begins on the right; none of that with the address, which begins in Latin letters.

    A table of labels and facts is turned as a whole, also where a fact is in Latin letters.
    """
    paragraphs = [*table.iter(qn("w:p"))]
    first = next(
        (one for one in paragraphs if "".join(t.text or "" for t in one.iter(qn("w:t"))).strip()), None
    )
    properties = table.find(qn("w:tblPr"))
    if first is not None and properties is not None and _is_turned(first):
        _put(properties, "w:bidiVisual", _AFTER_VISUAL)
        yield from paragraphs


def _put(properties: etree._Element, name: str, after: Iterable[str]) -> BaseOxmlElement | etree._Element:
    """The element of this name, put in the order that the schema wants where it is not there yet."""
    found = properties.find(qn(name))
    if found is not None:
        return found
    made = OxmlElement(name)
    later = {qn(f"w:{one}") for one in after}
    next_one = next((child for child in properties if child.tag in later), None)
    if next_one is None:
        properties.append(made)
    else:
        next_one.addprevious(made)
    return made


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
