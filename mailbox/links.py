"""Web addresses in an email: noted as text for people, never fetched, never unwrapped."""

import re
from collections.abc import Iterable

MOST_LINKS = 200
"""Links kept of one email."""

LONGEST_LINK = 2_000
"""Characters; what is longer is not a post's address."""

_LINK = re.compile(r"https?://[^\s<>\"“”„«»‘’`|\\^{}]+", re.IGNORECASE)
_PAIRS = {")": "(", "]": "["}


def links_in(text: str, hrefs: Iterable[str] = ()) -> tuple[str, ...]:
    """The http and https links of `text`, then those of `hrefs`, each once, without trailing punctuation."""
    found: dict[str, None] = {}
    for raw in (*_LINK.findall(text), *(href.strip() for href in hrefs if _LINK.match(href.strip()))):
        link = trimmed(raw)
        if len(link) <= LONGEST_LINK and len(link) > len("https://"):
            found[link] = None
        if len(found) >= MOST_LINKS:
            break
    return tuple(found)


def trimmed(link: str) -> str:
    """`link` without the full stop, comma or bracket that belongs to the sentence around it."""
    end = len(link)
    while end:
        last = link[end - 1]
        opening = _PAIRS.get(last)
        closes_own = opening is not None and link.count(opening, 0, end) >= link.count(last, 0, end)
        if closes_own or (opening is None and last not in ".,;:!?'*_>…"):
            break
        end -= 1
    return link[:end]
