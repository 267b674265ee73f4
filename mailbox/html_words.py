"""Every word that a page of HTML holds, shown or not, found without building a tree: nothing is lost by odd nesting."""

import re
from html import unescape

from .charsets import clean
from .html_text import MOST_HTML, without_unseen

# All stop at the next "<" or quotation mark, so that they stay linear on hostile input.
_COMMENT = re.compile(r"<!--|--!?>|<!\[[^<>]*>")
_BLOCKS = re.compile(
    r"</?(?:p|br|div|tr|td|th|li|ul|ol|dl|dt|dd|h[1-6]|table|blockquote|title|option|textarea|caption|summary|pre|body"
    r"|html|head|button|svg|text|iframe|noscript|template|address|article|section|hr|center|form|label)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-z!?][^<>]*>", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:alt|title|placeholder|value|label|summary|aria-label|aria-description|srcdoc|data-text)\s{0,5}=\s{0,5}"
    r"(?:\"([^\"<>]+)\"|'([^'<>]+)'|([^\s<>\"']+))",
    re.IGNORECASE,
)


def all_words(html: str) -> str:
    """The words of a page, a block or an attribute a line; styles and scripts are left out."""
    cut = without_unseen(html[:MOST_HTML], ("style", "script"))
    bare = _COMMENT.sub("\n", cut)
    said = [next(filter(None, found.groups())) for tag in _TAG.findall(bare) for found in _SAYS.finditer(tag)]
    text = _TAG.sub(lambda tag: "\n" if _BLOCKS.match(tag.group()) else "", bare)
    return clean("\n".join(" ".join(unescape(line).split()) for line in (*text.split("\n"), *said)))
