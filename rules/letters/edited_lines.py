"""What a comparison of an edited letter with its draft is made of: the calculated values, and the lines that differ."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher

from ...ground.errors import Problem
from ..texts.names import words_of

GONE = "no longer says"
"""What a refusal says of a value that is not in the letter any more."""
ALIKE = 0.4
"""The share of words from which a line counts as another one rewritten."""
_SHOWN = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """What the case says of a letter: the adult as printed, the address below the name, the dates by their fields."""

    ref: str
    name: str
    salutation: str
    address: tuple[str, ...]
    dates: Mapping[str, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was found: `refused` where the letter may not be taken, `named` for the approver, `dates` now printed."""

    refused: tuple[Problem, ...] = ()
    named: tuple[str, ...] = ()
    dates: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A line of the draft and the one that took its place; "" where there is none."""

    was: str
    now: str


def lines_of(text: str) -> list[str]:
    """The lines of a text that hold something."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def pairs_of(original: str, edited: str) -> tuple[Pair, ...]:
    """The lines that differ, each beside the one it came from, as far as that can be told."""
    before, after = lines_of(original), lines_of(edited)
    found: list[Pair] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, start, end, start2, end2 in matcher.get_opcodes():
        if what != "equal":
            found += matched(before[start:end], after[start2:end2])
    return tuple(found)


def matched(was: Sequence[str], now: Sequence[str]) -> Iterator[Pair]:
    """Lines of a changed piece: in order where there are as many, else each new line beside the one most like it."""
    if len(was) == len(now):
        yield from (Pair(was=one, now=other) for one, other in zip(was, now, strict=True))
        return
    left = list(was)
    for line in now:
        like = max(left, key=lambda one: _likeness(one, line), default="")
        taken = bool(like) and _likeness(like, line) > ALIKE
        if taken:
            left.remove(like)
        yield Pair(was=like if taken else "", now=line)


def _likeness(one: str, other: str) -> float:
    """The share of words that two lines have in common, whatever their order."""
    first, second = set(words_of(one)), set(words_of(other))
    return 2 * len(first & second) / max(1, len(first) + len(second))


def short(text: str) -> str:
    """One line of at most 120 characters, to be quoted."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 2].rsplit(' ', 1)[0]} …"
