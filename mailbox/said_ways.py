"""What its sender wrote into a reply, with the signature, as the plain text has it and as the page has it.

An order counts only where both say the same, and where nothing in the page is hidden or struck through.
"""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import html as lxml_html

from ..rules.texts.quote_begins import label_of
from ..rules.texts.quote_words import AND_BELOW, FROM, HTML_QUOTES
from .bodies import Parts
from .html_text import to_plain, tree_of
from .quotes import without_quotes

NEAR = 30
"""Elements around white words in which a dark ground is sought."""

LONG_QUOTE = 300
"""Characters; a longer block that is set in is a quotation though no program has marked it."""

_QUOTED = "\u003e quoted"
_UNSEEN = (
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}(?:hidden|collapse)|font-size\s{0,3}:\s{0,3}[01](?:px|pt|em|%)?\s{0,3}(?:[;!]|$)"
    r"|opacity\s{0,3}:\s{0,3}0?(?:\.0\d{0,3})?\s{0,3}(?:[;!]|$)|max-height\s{0,3}:\s{0,3}0|mso-hide\s{0,3}:\s{0,3}all"
    r"|line-through|(?:text-indent|left|top)\s{0,3}:\s{0,3}-\d{3}"
)
_HIDING = re.compile(_UNSEEN, re.IGNORECASE)
_CLASS_RULE = re.compile(r"[.#]([\w-]{1,60})[^{}.#]{0,80}\{[^{}]{0,500}")
_WHITE = re.compile(
    r"(?<![\w-])color\s{0,3}:\s{0,3}(?:#fff(?:fff)?\b|white\b|transparent\b|rgba?\(255,\s?255,\s?255)",
    re.IGNORECASE,
)
_GROUND = re.compile(
    r"background(?:-color)?\s{0,3}:\s{0,3}(?!#fff|white|transparent|none|inherit)[#\w]", re.IGNORECASE
)
_RULED = re.compile(r"border-top\s{0,3}:\s{0,3}solid", re.IGNORECASE)
_STRUCK = frozenset({"s", "strike", "del"})
HIDDEN = "its page has words that are hidden or struck through"


def said_ways(parts: Parts) -> tuple[str, ...]:
    """The sender's own words with the signature: as plain text, and as the page says it where that is different."""
    plain = "\n\n".join(
        block.plain if block.plain.strip() else own_page(block.html) for block in parts.blocks
    )
    paged = "\n\n".join(own_page(block.html) if block.html.strip() else block.plain for block in parts.blocks)
    ways = (without_quotes(one, answers=True).strip() for one in (plain, paged))
    return tuple(dict.fromkeys(ways))


def hidden_words(parts: Parts) -> tuple[str, ...]:
    """A doubt where the sender's own part of a page hides words or strikes them through; empty else."""
    return (HIDDEN,) if any(_hides(block.html) for block in parts.blocks if block.html.strip()) else ()


def own_page(html: str) -> str:
    """The text of a page in which each quotation is one quoted line."""
    tree = _cut(html)
    return to_plain(html) if tree is None else to_plain(lxml_html.tostring(tree, encoding="unicode"))


def _cut(html: str) -> lxml_html.HtmlElement | None:
    """The page as a tree whose quotations are taken out; None where it cannot be read."""
    tree = tree_of(html)
    if tree is None:
        return None
    gone = set[lxml_html.HtmlElement]()
    for element in list(tree.iter("blockquote", "div", "span", "table", "hr", "section", "p", "a")):
        if element in gone or element.getparent() is None:
            continue
        if _marks(element) & AND_BELOW or _begins_outlook(element):
            _cut_below(element)
            break
        if _is_quote(element):
            gone.update(element.iterdescendants())
            _replace(element)
    return tree


def _marks(element: lxml_html.HtmlElement) -> set[str]:
    """The classes and the id of an element, without what webmail puts before them ("x_gmail_quote")."""
    named = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    return {re.sub(r"^(?:x_|m_-?\d{1,30}|[a-z]{1,6}_-?\d{1,30})+", "", one) for one in named} | set(named)


def _is_quote(element: lxml_html.HtmlElement) -> bool:
    if element.tag == "blockquote":
        marked = element.get("type", "").lower() == "cite" or element.get("cite") or _marks(element) & _MARKED
        return bool(marked) or len(_text(element)) >= LONG_QUOTE
    return bool(_marks(element) & _MARKED) and element.find(".//blockquote") is None


def _begins_outlook(element: lxml_html.HtmlElement) -> bool:
    """Outlook draws a line above "From:", and marks nothing."""
    if element.tag != "div" or not _RULED.search(element.get("style", "")):
        return False
    return label_of(_text(element)[:200].split("\n")[0].strip()) in _FROM


def _cut_below(element: lxml_html.HtmlElement) -> None:
    """Take out an element and all that follows it in the page."""
    place = element
    while place is not None:
        parent = place.getparent()
        if parent is None:
            break
        for below in list(place.itersiblings()):
            parent.remove(below)
        place.tail = None
        place = parent
    _replace(element)


def _replace(element: lxml_html.HtmlElement) -> None:
    """One quoted line in the place of an element; what follows it stays."""
    tail = element.tail
    element.clear()
    element.tag, element.text, element.tail = "div", _QUOTED, tail


def _hides(html: str) -> bool:
    tree = _cut(html)
    if tree is None:
        return False
    sheets = " ".join(_text(sheet)[:20_000] for sheet in tree.iter("style"))
    hidden = {
        found.group(1).lower() for found in _CLASS_RULE.finditer(sheets) if _HIDING.search(found.group())
    }
    return any(_is_hidden(element, hidden) and _text(element).strip() for element in _elements(tree))


def _elements(tree: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in {"style", "script", "head", "title", "meta"}:
            yield element


def _is_hidden(element: lxml_html.HtmlElement, hidden: set[str]) -> bool:
    style = element.get("style", "")[:2_000]
    if element.tag in _STRUCK or element.get("hidden") is not None or _HIDING.search(style):
        return True
    if _marks(element) & hidden:
        return True
    white = _WHITE.search(style) or element.get("color", "").lower() in {"white", "#fff", "#ffffff"}
    return bool(white) and not any(
        _has_ground(one) for one in (element, *islice(element.iterancestors(), NEAR))
    )


def _has_ground(element: lxml_html.HtmlElement) -> bool:
    return bool(_GROUND.search(element.get("style", "")[:2_000]) or element.get("bgcolor"))


def _text(element: lxml_html.HtmlElement) -> str:
    return str(element.text_content())


_MARKED = frozenset(HTML_QUOTES) - frozenset(AND_BELOW)
_FROM = frozenset(one.casefold() for one in FROM)
