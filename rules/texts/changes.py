"""What changed from one version of a text to the next, line by line and word by word, for somebody to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Change(StrEnum):
    """What became of some words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words of a changed line, and what became of them."""

    change: Change
    words: str


Line = tuple[Piece, ...]


def changed_lines(before: str, after: str) -> list[Line]:
    """The lines that changed, each with the words that stayed, came and went; lines that stayed are left out."""
    old, new = _lines(before), _lines(after)
    found: list[Line] = []
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found += _changed(old[first:last], new[start:end])
    return found


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _changed(old: list[str], new: list[str]) -> Iterator[Line]:
    """Lines that stand for one another are compared by words, the rest came or went whole."""
    for one, other in zip(old, new, strict=False):
        yield tuple(_pieces(one.split(), other.split()))
    for line in old[len(new) :]:
        yield (Piece(change=Change.REMOVED, words=line),)
    for line in new[len(old) :]:
        yield (Piece(change=Change.ADDED, words=line),)


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece(change=Change.SAME, words=" ".join(old[first:last]))
            continue
        if first < last:
            yield Piece(change=Change.REMOVED, words=" ".join(old[first:last]))
        if start < end:
            yield Piece(change=Change.ADDED, words=" ".join(new[start:end]))
