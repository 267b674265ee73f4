"""HTML of an email as text, as a tree, and as links. Nothing in it is run or fetched."""

import re
from functools import lru_cache
from html import unescape

from inscriptis import get_text
from lxml import html as lxml_html
from lxml.etree import LxmlError

from .charsets import clean
from .headers import ODD_MAIL

MOST_HTML = 1_000_000
"""Characters of HTML that are read; an email people write stays far below."""

# All stop at the next "<", so that they stay linear on hostile input.
_UNSEEN = ("style", "script", "head", "title")
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"</?(?:p|br|div|tr|li|h[1-6])\b[^<>]*>", re.IGNORECASE)


@lru_cache(maxsize=4)
def to_plain(html: str) -> str:
    """The readable text of `html`; hidden parts are left out."""
    cut = html[:MOST_HTML]
    try:
        text = clean(get_text(cut))
    except (*ODD_MAIL, LxmlError):
        text = ""
    lines = [line.strip() for line in (text if text.strip() else _without_tags(cut)).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def hrefs(html: str) -> list[str]:
    """Where the links that a reader could click lead; pictures do not count."""
    tree = tree_of(html)
    return [] if tree is None else [clean(str(link.get("href", ""))) for link in tree.iter("a")]


def tree_of(html: str) -> lxml_html.HtmlElement | None:
    """The HTML as a tree; None where there is none, or it cannot be read."""
    if not html.strip():
        return None
    try:
        # Bytes: a string with an encoding declaration in it is refused.
        parser = lxml_html.HTMLParser(encoding="utf-8")
        return lxml_html.document_fromstring(html[:MOST_HTML].encode("utf-8", "replace"), parser=parser)
    except (*ODD_MAIL, LxmlError):
        return None


def _without_tags(html: str) -> str:
    return clean(unescape(_TAG.sub(" ", _BREAK.sub("\n", without_unseen(html)))))


def without_unseen(html: str, names: tuple[str, ...] = _UNSEEN) -> str:
    """The HTML without these elements, such as styles and scripts; one that is never closed hides nothing.

    An end that was sought once and is nowhere is not sought again: a thousand open ones would cost a thousand searches.
    """
    kept, place, open_ended = list[str](), 0, set[str]()
    unseen = re.compile(rf"<({'|'.join(names)})\b[^<>]*>", re.IGNORECASE)
    for opening in unseen.finditer(html):
        name = opening.group(1).lower()
        if opening.start() < place or name in open_ended:
            continue
        end = re.compile(f"</{name}[^<>]*>?", re.IGNORECASE).search(html, opening.end())
        if end:
            kept += [html[place : opening.start()], " "]
            place = end.end()
        else:
            open_ended.add(name)
    return "".join([*kept, html[place:]])
