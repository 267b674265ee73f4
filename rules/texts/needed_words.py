"""Which words a text must hold for a pattern to fit: read off the pattern itself, so that most need not be tried.

A pattern is walked as Python's own parser sees it. What it needs is a group of marks, one of which any text in which
it fits has: a whole word ("dad"), or how a word begins ("kill*"). Where the walk cannot tell, it says nothing, and the
pattern is tried on every text, as it would be without this.
"""

import importlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

EDGE = "\0"
APART = frozenset({" ", "\0"})
"""A place where a word begins or ends; it stands for no character."""
MOST_WAYS = 60
"""Ways to go on that are kept apart; where there are more, a new stretch begins."""
MOST_LETTERS = 12
"""Letters of a class that are tried one by one."""
BEGINNINGS = (3, 4, 5)
"""Letters by which the beginning of a word is known."""
MOST_GROUPS = 2
"""Groups of marks that are asked for of one pattern: the two that are found in the fewest texts."""
LONG = 4_000
"""Characters of a text from which on its marks are not kept."""
LONG_WORD = 40
"""The same of a word."""
COMMON = frozenset(
    [
        *(
            "a",
            "all",
            "an",
            "and",
            "are",
            "as",
            "at",
            "be",
            "but",
            "do",
            "for",
            "from",
            "had",
            "has",
            "have",
            "he",
        ),
        *(
            "her",
            "him",
            "his",
            "i",
            "if",
            "in",
            "is",
            "it",
            "me",
            "my",
            "not",
            "of",
            "on",
            "or",
            "she",
            "so",
            "that",
        ),
        *("the", "they", "this", "to", "was", "we", "will", "with", "you"),
    ]
)
"""Words that are in so many texts that they tell little."""
FOREIGN = re.IGNORECASE | re.ASCII | re.LOCALE
"""Flags under which letters mean something else than they say."""

Group = frozenset[str]
_WORDS = re.compile(r"\w+")
_EDGES = frozenset({"AT_BEGINNING", "AT_BEGINNING_STRING", "AT_BOUNDARY", "AT_END", "AT_END_STRING"})
_BLANKS = frozenset({"CATEGORY_SPACE", "CATEGORY_NOT_WORD"})


def marks_of(text: str) -> Group:
    """The marks of a text: its words, and how they begin."""
    return _kept_marks(text) if len(text) < LONG else _marks(text)


def _marks(text: str) -> Group:
    marks: set[str] = set()
    for word in set(_WORDS.findall(text)):
        marks.update(_kept_marks_of_word(word) if len(word) < LONG_WORD else _marks_of_word(word))
    return frozenset(marks)


def _marks_of_word(word: str) -> tuple[str, ...]:
    return (word, *(f"{word[:size]}*" for size in BEGINNINGS if len(word) >= size))


_kept_marks = lru_cache(maxsize=500)(_marks)
_kept_marks_of_word = lru_cache(maxsize=20_000)(_marks_of_word)


@lru_cache(maxsize=10_000)
def needs_of(pattern: str) -> tuple[Group, ...]:
    """The marks that a text must have for this pattern to fit in it: one of each group; () where it may do without."""
    walked = importlib.import_module("re._parser").parse(pattern)
    if walked.state.flags & FOREIGN:
        return ()
    whole = _walk(walked)
    groups = {marks for ways in (whole.needs or [whole.ways]) if (marks := _marks_for(ways))}
    return tuple(sorted(groups, key=lambda group: (_seldom(group), sorted(group)))[:MOST_GROUPS])


def _marks_for(ways: Iterable[str]) -> Group | None:
    """For each way its most telling mark; None where one of them has none."""
    marks: set[str] = set()
    for way in ways:
        mark = _mark(_plain(way))
        if not mark:
            return None
        marks.add(mark)
    return frozenset(marks) or None


@lru_cache(maxsize=5_000)
def _mark(way: str) -> str:
    _, *words = way.split(" ")
    begun = words.pop() if words else ""
    marks = [one for one in words if one]
    if len(begun) >= BEGINNINGS[0]:
        marks.append(f"{begun[: BEGINNINGS[-1]]}*")
    return min(marks, key=lambda mark: (_share(mark), mark), default="")


@lru_cache(maxsize=5_000)
def _share(mark: str) -> float:
    """In about what part of sentences a mark is found."""
    if mark in COMMON:
        return 0.3
    by_length = (1.0, 0.2, 0.1, 0.03) if not mark.endswith("*") else (1.0, 1.0, 1.0, 1.0, 0.05, 0.02)
    return by_length[len(mark)] if len(mark) < len(by_length) else 0.008


def _seldom(group: Group) -> float:
    return sum(map(_share, group))


@lru_cache(maxsize=5_000)
def _plain(way: str) -> str:
    """A way with its edges as blanks where they end it, and left out between what is known."""
    inside = way.strip(EDGE)
    before = " " if way.startswith(EDGE) and not inside.startswith(" ") else ""
    after = " " if way.endswith(EDGE) and not inside.endswith(" ") else ""
    return f"{before}{inside.replace(EDGE, '')}{after}" if inside else ""


@dataclass(slots=True, kw_only=True)
class _Walked:
    """What is known of a part of a pattern.

    Attributes:
        ways: all that the stretch we are in may say so far; a letter as it is, anything that is no letter a blank.
        needs: the ways of the stretches before it.
        whole: nothing came before this stretch, so that its ways are all that the part may say.
    """

    ways: frozenset[str]
    needs: list[frozenset[str]] = field(default_factory=list)
    whole: bool = True

    @property
    def ends_apart(self) -> bool:
        """Whether a word may begin right after it, for what comes before that is no letter."""
        return not any(way[-1:] not in APART for way in self.ways)

    def then(self, ways: frozenset[str]) -> None:
        if len(self.ways) * len(ways) > MOST_WAYS:
            self.cut(apart=self.ends_apart)
        if len(ways) == 1:
            (other,) = ways
            self.ways = frozenset([one + other for one in self.ways])
        else:
            self.ways = frozenset([one + other for one in self.ways for other in ways])

    def cut(self, *, apart: bool = False) -> None:
        """Something unknown comes; `apart` where a word may begin after it."""
        self.needs.append(self.ways)
        self.ways, self.whole = frozenset({EDGE if apart else ""}), False


def _walk(items: Iterable[tuple[Any, Any]], *, apart: bool = False) -> _Walked:
    """What a part of a pattern needs; `apart` where no letter can be before it."""
    walked = _Walked(ways=frozenset({EDGE if apart else ""}))
    letters = ""
    for kind, told in items:
        if kind.name == "LITERAL":
            letters += _as_blank(chr(told))
            continue
        if letters:
            walked.then(frozenset({letters}))
            letters = ""
        step = _STEPS.get(kind.name)
        if step:
            step(walked, told)
        else:
            walked.cut()
    if letters:
        walked.then(frozenset({letters}))
    if not walked.whole:
        walked.needs.append(walked.ways)
    return walked


def _take(walked: _Walked, part: _Walked) -> None:
    if part.whole:
        walked.then(part.ways)
        return
    walked.cut()
    walked.needs.extend(part.needs)
    walked.ways = frozenset({EDGE if part.ends_apart else ""})


def _as_blank(letter: str) -> str:
    return letter if letter.isalnum() or letter == "_" else " "  # as the parser's \w


def _one_of(walked: _Walked, told: list[tuple[Any, Any]]) -> None:
    letters: set[str] = set()
    for kind, what in told:
        match kind.name:
            case "LITERAL":
                letters.add(_as_blank(chr(what)))
            case "RANGE" if what[1] - what[0] < MOST_LETTERS:
                letters.update(_as_blank(chr(one)) for one in range(what[0], what[1] + 1))
            case "CATEGORY" if what.name in _BLANKS:
                letters.add(" ")
            case _:
                walked.cut()
                return
    walked.then(frozenset(letters)) if len(letters) <= MOST_LETTERS else walked.cut()


def _group(walked: _Walked, told: tuple[Any, int, int, Any]) -> None:
    _, added, taken, items = told
    if added or taken:
        walked.cut()
    else:
        _take(walked, _walk(items, apart=walked.ends_apart))


def _branch(walked: _Walked, told: tuple[Any, list[Any]]) -> None:
    parts = [_walk(items, apart=walked.ends_apart) for items in told[1]]
    ways = frozenset[str]().union(*(one.ways for one in parts))
    if all(one.whole for one in parts):
        walked.then(ways)
        return
    best = [_best(one) for one in parts]
    walked.cut(apart=all(one.ends_apart for one in parts))
    if all(best):
        walked.needs.append(frozenset[str]().union(*best))


def _best(part: _Walked) -> frozenset[str]:
    """The ways of a part that are found in the fewest texts; none where any text may do."""
    known = [(marks, ways) for ways in (part.needs or [part.ways]) if (marks := _marks_for(ways))]
    return min(known, key=lambda one: (_seldom(one[0]), sorted(one[1])))[1] if known else frozenset()


def _repeat(walked: _Walked, told: tuple[int, int, Any]) -> None:
    least, most, items = told
    part = _walk(items, apart=walked.ends_apart)
    if not least and most == 1 and part.whole:
        walked.then(part.ways | {""})
        return
    if not least:
        walked.cut(apart=part.ends_apart and walked.ends_apart)
        return
    _take(walked, _walk(items) if most > 1 else part)
    if int(most) > 1:
        walked.cut(apart=part.ends_apart)


def _edge(walked: _Walked, told: Any) -> None:
    if told.name in _EDGES:
        walked.then(frozenset({EDGE}))


def _not_beside(walked: _Walked, told: tuple[int, Any]) -> None:
    """No letter may be beside it: an edge of a word. Whatever else may not be there needs nothing."""
    if [(str(kind), str(what)) for kind, what in told[1]] == [("IN", "[(CATEGORY, CATEGORY_WORD)]")]:
        walked.then(frozenset({EDGE}))


def _nothing(walked: _Walked, told: object) -> None:
    """It stands for no character."""


_STEPS: dict[str, Callable[[_Walked, Any], None]] = {
    "IN": _one_of,
    "SUBPATTERN": _group,
    "BRANCH": _branch,
    "MAX_REPEAT": _repeat,
    "MIN_REPEAT": _repeat,
    "POSSESSIVE_REPEAT": _repeat,
    "ATOMIC_GROUP": lambda walked, items: _take(walked, _walk(items, apart=walked.ends_apart)),
    "AT": _edge,
    "ASSERT": _nothing,
    "ASSERT_NOT": _not_beside,
}
