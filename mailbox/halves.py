"""An email says its text twice, as plain text and as HTML; what only the half that is not shown says is added."""

import re

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:|cid:)[^\s<>\"]+", re.IGNORECASE)


def with_missing(text: str, other: str, known: str) -> str:
    """`text`, and below it the lines of `other` that hold a word which `known` does not; each word is added once.

    Args:
        text: what is shown.
        other: the same, said the other way; "" where there is none.
        known: whose words are not new. Addresses of web pages and pictures are not words.
    """
    if not other:
        return text
    seen = set(_words(known))
    missing = []
    for line in other.split("\n"):
        new = set(_words(_ADDRESS.sub(" ", line))) - seen
        if new:
            missing.append(line)
            seen |= new
    return "\n\n".join((text, "\n".join(missing))).strip("\n") if missing else text


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
