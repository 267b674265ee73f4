"""An email says its text twice, as plain text and as HTML; what only the half that is not shown says is added."""

import re

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:|cid:)[^\s<>\"]+", re.IGNORECASE)


IN_A_ROW = 3
"""Words in a row by which a line is known again whose every word stands somewhere in the other half."""


def with_missing(text: str, other: str, known: str) -> str:
    """`text`, and below it the lines of `other` that say what `known` does not; each word is added once.

    Args:
        text: what is shown.
        other: the same, said the other way; "" where there is none.
        known: whose words are not new. Addresses of web pages and pictures are not words.
    """
    missing = missing_lines(other, known)
    return "\n\n".join((text, "\n".join(missing))).strip("\n") if missing else text


def missing_lines(other: str, known: str) -> list[str]:
    """The lines of `other` that hold a word which `known` does not, or its words in an order that `known` does not."""
    if not other.strip():
        return []
    before = _words(known)
    words, rows = set(before), set(_rows(before))
    missing = []
    for line in other.split("\n"):
        said = _words(_ADDRESS.sub(" ", line))
        new = _rows(said)
        if not words.issuperset(said) or 2 * sum(row not in rows for row in new) > len(new):
            missing.append(line)
            words.update(said)
            rows.update(new)
    return missing


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _rows(words: list[str]) -> list[tuple[str, ...]]:
    """Each run of so many words."""
    return list(zip(*(words[place:] for place in range(IN_A_ROW)), strict=False))
