"""The HTML of an email made harmless: no script, style, picture or link; what a link says, and where it leads."""

from typing import Any

import nh3
from lxml.etree import LxmlError
from lxml.html import tostring
from markupsafe import Markup

from ..mailbox.bodies import take_apart
from ..mailbox.headers import ODD_MAIL
from ..mailbox.html_text import tree_of
from ..mailbox.outline import outline

MOST_SHOWN = 8_000
"""Characters of harmless HTML that are shown; a longer email is shown as text alone."""
LONGEST_LINK = 300

TAGS = frozenset(
    [
        "p",
        "br",
        "b",
        "strong",
        "i",
        "em",
        "u",
        "s",
        "ul",
        "ol",
        "li",
        "blockquote",
        "table",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "div",
        "pre",
        "hr",
        "sub",
        "sup",
    ]
)
"""What is left of it; not one attribute is."""
EMPTIED = frozenset(
    [
        "script",
        "style",
        "title",
        "head",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "form",
        "select",
    ]
)
"""Elements whose content is no text of the email."""


def harmless_html(raw: bytes) -> Markup | None:
    """The email as it was laid out, to be put into a page; None where it has no HTML, or too much of it.

    Args:
        raw: the email.
    """
    try:
        html = take_apart(outline(raw)).html
    except ODD_MAIL:
        return None
    tree = tree_of(html)
    if tree is None:
        return None
    _say_links(tree)
    try:
        text = tostring(tree, encoding="unicode")
    except (*ODD_MAIL, LxmlError):
        return None
    return _cleaned(text)


def _say_links(tree: Any) -> None:
    """Each link as its words with where it leads behind them; each picture as the words for those who do not see it."""
    for link in tree.iter("a"):
        address = str(link.get("href", "")).strip()
        words = " ".join(str(link.text_content()).split())
        if address and words not in {address, address.removeprefix("mailto:")}:
            _add(link, f" (leads to: {address[:LONGEST_LINK]})")
    for picture in tree.iter("img"):
        words = " ".join(str(picture.get("alt", "")).split())[:LONGEST_LINK]
        picture.tail = f"[picture{f': {words}' if words else ''}] {picture.tail or ''}"


def _add(element: Any, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _cleaned(html: str) -> Markup | None:
    clean = nh3.clean(
        html,
        tags=set(TAGS),
        attributes={},
        clean_content_tags=set(EMPTIED),
        url_schemes=set(),
        link_rel=None,
        strip_comments=True,
    ).strip()
    if not clean or len(clean) > MOST_SHOWN:
        return None
    return Markup(clean)  # noqa: S704 - cleaned above: no attribute and no active element is left
