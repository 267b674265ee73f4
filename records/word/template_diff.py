"""A school's copy of a Word template beside the one that ships: which words and which fields differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

from ...rules.policies.plain_names import parts_of
from .word_template import fields_in, open_template
from .word_text import text_lines

ALIKE = 0.5
"""From here on two paragraphs are one that was worded again, and not one taken out and another put in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One paragraph that differs: "added" is in the school's copy alone, "removed" in the shipped file alone."""

    change: str
    yours: str = ""
    ours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All that differs between two Word files.

    Attributes:
        changes: the paragraphs, in the order of the files.
        lacking: fields that the shipped file prints and the copy does not.
        extra: fields that the copy prints and the shipped file does not.
    """

    changes: tuple[Change, ...]
    lacking: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether both print the same words and fields."""
        return not (self.changes or self.lacking or self.extra)


def difference(yours: Path, ours: Path) -> Difference:
    """What differs between the school's copy and the shipped file.

    Raises:
        Refused: one of them is not a Word file, or a tag in it is broken; says where.
    """
    mine, shipped = _fields(yours), _fields(ours)
    return Difference(
        changes=tuple(_changes(_paragraphs(yours), _paragraphs(ours))),
        lacking=tuple(sorted(shipped - mine)),
        extra=tuple(sorted(mine - shipped)),
    )


def _fields(path: Path) -> frozenset[str]:
    return parts_of(fields_in(path, open_template(path)))


def _paragraphs(path: Path) -> list[str]:
    """The paragraphs with words in them, each on one line."""
    lines = (" ".join(line.split()) for line in text_lines(open_template(path).get_docx()))
    return [line for line in lines if line]


def _changes(yours: list[str], ours: list[str]) -> Iterator[Change]:
    for kind, start, end, begin, stop in SequenceMatcher(None, ours, yours, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from _paired(ours[start:end], yours[begin:stop])


def _paired(ours: list[str], yours: list[str]) -> Iterator[Change]:
    """Paragraphs in the same place: those that are alike as one that was worded again."""
    for before, now in zip_longest(ours, yours, fillvalue=""):
        if before and now and SequenceMatcher(None, before, now, autojunk=False).ratio() >= ALIKE:
            yield Change(change="changed", yours=now, ours=before)
            continue
        if before:
            yield Change(change="removed", ours=before)
        if now:
            yield Change(change="added", yours=now)
