"""Counts the steps that a backtracking search takes, as Python's own does: growth is tested without a clock.

A pattern is parsed by the standard library and walked in plain Python, a step for each character that is looked at.
Shortcuts of the real engine (a literal that is nowhere in the text) are not taken: the count is rather too high.
"""

import importlib
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

# The parser has no other door, and the type stubs do not know this one.
_parser: Any = importlib.import_module("re._parser")

DEEPEST = 30_000
"""Frames that a repeat of groups may take: one round of the repeat is a few."""

Next = Callable[[int], bool]
"""What follows in the pattern: whether the rest fits from this place on."""


class TooMany(Exception):
    """The search was given up: more steps than were allowed."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One piece of a pattern; `fits` where it is one character, `inside` the pieces in it, way by way."""

    kind: str
    held: Any
    fits: Callable[[str], bool] | None
    inside: tuple[tuple["_Piece", ...], ...]


class Counter:
    """One pattern over one text; `steps` grows while it is searched."""

    def __init__(self, pattern: "re.Pattern[str]", text: str, most: int) -> None:
        """Prepare to look for `pattern` in `text`, with at most so many steps."""
        self.text, self.most, self.steps = text, most, 0
        self._pieces, self._flags = _pieces_of(pattern), pattern.flags
        self._groups: dict[int, tuple[int, int]] = {}

    def look(self, *, anchored: bool) -> None:
        """Look for every match, one after the other, as finditer does; or for one at the beginning, as match does."""
        place, end = 0, [0]

        def done(at: int) -> bool:
            end[0] = at
            return True

        while place <= (0 if anchored else len(self.text)):
            found = self._run(self._pieces, 0, place, done)
            place = max(end[0], place + 1) if found else place + 1

    def _count(self, steps: int = 1) -> None:
        self.steps += steps
        if self.steps > self.most:
            raise TooMany

    def _run(self, pieces: tuple[_Piece, ...], index: int, at: int, then: Next) -> bool:
        text = self.text
        while index < len(pieces) and (fits := pieces[index].fits):
            self._count()
            if at >= len(text) or not fits(text[at]):
                return False
            index, at = index + 1, at + 1
        if index == len(pieces):
            return then(at)
        self._count()
        return self._special(pieces[index], at, lambda place: self._run(pieces, index + 1, place, then))

    def _special(self, piece: _Piece, at: int, then: Next) -> bool:
        match piece.kind:
            case "AT":
                return _at(str(piece.held), self.text, at, self._flags) and then(at)
            case "BRANCH":
                return any(self._run(way, 0, at, then) for way in piece.inside)
            case "SUBPATTERN":
                return self._group(piece, at, then)
            case "MAX_REPEAT" | "MIN_REPEAT":
                return self._repeat(piece, at, then)
            case "ASSERT" | "ASSERT_NOT":
                return self._look_around(piece, at) and then(at)
            case "GROUPREF":
                start, end = self._groups[piece.held]
                self._count(end - start)
                same = self.text[start:end].casefold() == self.text[at : at + end - start].casefold()
                return bool(same) and then(at + end - start)
            case _:
                raise NotImplementedError(piece.kind)

    def _group(self, piece: _Piece, at: int, then: Next) -> bool:
        def close(end: int) -> bool:
            if piece.held is not None:
                self._groups[piece.held] = (at, end)
            return then(end)

        return self._run(piece.inside[0], 0, at, close)

    def _look_around(self, piece: _Piece, at: int) -> bool:
        start = at - piece.held
        found = start >= 0 and self._run(piece.inside[0], 0, start, lambda _: True)
        return found is (piece.kind == "ASSERT")

    def _repeat(self, piece: _Piece, at: int, then: Next) -> bool:
        (inside,) = piece.inside
        fits = inside[0].fits if len(inside) == 1 else None
        if fits and piece.kind == "MAX_REPEAT":
            return self._greedy_run(piece.held, at, then, fits)
        if fits:
            return self._lazy_run(piece.held, at, then, fits)
        return self._again(piece, 0, at, then)

    def _greedy_run(self, often: tuple[int, int], at: int, then: Next, fits: Callable[[str], bool]) -> bool:
        """A repeat of one character, without a call for each."""
        length, most = 0, min(often[1], len(self.text) - at)
        while length < most and fits(self.text[at + length]):
            self._count()
            length += 1
        return any(then(at + one) for one in range(length, often[0] - 1, -1))

    def _lazy_run(self, often: tuple[int, int], at: int, then: Next, fits: Callable[[str], bool]) -> bool:
        length, most = 0, min(often[1], len(self.text) - at)
        while length < often[0] or not then(at + length):
            self._count()
            if length >= most or not fits(self.text[at + length]):
                return False
            length += 1
        return True

    def _again(self, piece: _Piece, done: int, at: int, then: Next) -> bool:
        least, most = piece.held

        def following(place: int) -> bool:
            # A round that took nothing is not repeated for ever.
            return (place > at or done < least) and self._again(piece, done + 1, place, then)

        def more() -> bool:
            return done < most and self._run(piece.inside[0], 0, at, following)

        if done < least:
            return more()
        return (more() or then(at)) if piece.kind == "MAX_REPEAT" else (then(at) or more())


@cache
def _pieces_of(pattern: "re.Pattern[str]") -> tuple[_Piece, ...]:
    return _pieces(list(_tree_of(pattern)), pattern.flags)


def _tree_of(pattern: "re.Pattern[str]") -> Any:
    return _parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE & ~re.DEBUG)


def _pieces(items: list[Any], flags: int) -> tuple[_Piece, ...]:
    return tuple(_piece(str(name), held, flags) for name, held in items)


def _piece(kind: str, held: Any, flags: int) -> _Piece:
    fits, inside, kept = None, list[Any](), held
    match kind:
        case "LITERAL" | "NOT_LITERAL" | "ANY" | "IN":
            fits = _tester(kind, held, flags)
        case "BRANCH":
            inside = list(held[1])
        case "SUBPATTERN":
            kept, inside, flags = held[0], [held[3]], (flags | held[1]) & ~held[2]
        case "MAX_REPEAT" | "MIN_REPEAT":
            kept, inside = (int(held[0]), int(held[1])), [held[2]]
        case "ASSERT" | "ASSERT_NOT":
            kept, inside = (held[1].getwidth()[0] if held[0] < 0 else 0), [held[1]]
    return _Piece(kind, kept, fits, tuple(_pieces(list(way), flags) for way in inside))


def steps_of(pattern: "re.Pattern[str]", text: str, most: int, *, anchored: bool = False) -> int:
    """Steps to find every match of `pattern` in `text`; `most` + 1 where it takes more than `most`."""
    counter, before = Counter(pattern, text, most), sys.getrecursionlimit()
    sys.setrecursionlimit(DEEPEST)
    try:
        counter.look(anchored=anchored)
    except TooMany:
        return most + 1
    finally:
        sys.setrecursionlimit(before)
    return counter.steps


def _at(where: str, text: str, at: int, flags: int) -> bool:
    if where in {"AT_BEGINNING", "AT_BEGINNING_STRING"}:
        return at == 0 or bool(flags & re.MULTILINE and where == "AT_BEGINNING" and text[at - 1] == "\n")
    if where in {"AT_END", "AT_END_STRING"}:
        last = at == len(text) or (at == len(text) - 1 and text[at] == "\n")
        return last or bool(flags & re.MULTILINE and text[at] == "\n")
    before = at > 0 and _is_word(text[at - 1])
    after = at < len(text) and _is_word(text[at])
    return (before != after) is (where == "AT_BOUNDARY")


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _tester(kind: str, held: Any, flags: int) -> Callable[[str], bool]:
    """A test of one character."""
    ignore = bool(flags & re.IGNORECASE)

    @cache
    def fits(sign: str) -> bool:
        signs = [one for one in ({sign, sign.lower(), sign.upper()} if ignore else {sign}) if len(one) == 1]
        if kind == "ANY":
            return sign != "\n" or bool(flags & re.DOTALL)
        if kind == "IN":
            return _in_set(held, signs)
        return any(ord(one) == held for one in signs) is (kind == "LITERAL")

    return fits


def _in_set(members: list[Any], signs: list[str]) -> bool:
    negated = str(members[0][0]) == "NEGATE"
    rest = members[1:] if negated else members
    return any(_is_member(one, sign) for one in rest for sign in signs) is not negated


def _is_member(member: Any, sign: str) -> bool:
    name, value = str(member[0]), member[1]
    if name == "LITERAL":
        return bool(ord(sign) == value)
    if name == "RANGE":
        return bool(value[0] <= ord(sign) <= value[1])
    kind = str(value).removeprefix("CATEGORY_")
    tests: dict[str, Callable[[str], bool]] = {"DIGIT": str.isdigit, "SPACE": str.isspace, "WORD": _is_word}
    return bool(tests[kind.removeprefix("NOT_")](sign)) is not kind.startswith("NOT_")


def samples(pattern: "re.Pattern[str]") -> Iterator[str]:
    """Texts made of what the pattern looks for: a whole match, and its beginnings up to each space."""
    for pick in (0, -1):
        pieces = list(_written(list(_tree_of(pattern)), pick))
        for end in range(1, len(pieces) + 1):
            if end in {1, 2, len(pieces)} or pieces[end - 1] == " ":
                yield "".join(pieces[:end])


def _written(items: list[Any], pick: int) -> Iterator[str]:
    for name, held in items:
        match str(name):
            case "LITERAL":
                yield chr(held)
            case "IN" | "ANY" | "NOT_LITERAL":
                fits = _tester(str(name), held, 0)
                yield next((sign for sign in "a 1.-\n<x\"'(:_A>@“‘„«\t" if fits(sign)), "é")
            case "BRANCH":
                yield from _written(list(held[1][pick]), pick)
            case "SUBPATTERN":
                yield from _written(list(held[3]), pick)
            case "MAX_REPEAT" | "MIN_REPEAT":
                for _ in range(max(1, min(held[0], 3))):
                    yield from _written(list(held[2]), pick)
            case _:
                pass
