"""Which of many patterns may fit in a text: one look at its words instead of a search for each of them."""

from collections.abc import Iterable, Mapping, Sequence

from .needed_words import Group, marks_of, needs_of


class Sieve:
    """Some patterns by the marks that they need; `places` says which of them a text may hold."""

    def __init__(self, patterns: Iterable[str]) -> None:
        """Read off each pattern what it needs."""
        needs = [needs_of(pattern) for pattern in patterns]
        self._first = _Layer([groups[:1] for groups in needs])
        self._second = _Layer([groups[1:2] for groups in needs])

    def places(self, text: str) -> Sequence[int]:
        """The places of the patterns that may fit somewhere in a text, in order; no other does."""
        marks = marks_of(text)
        may = self._first.may(marks)
        if may:
            may &= self._second.may(marks)
        found: list[int] = []
        while may:
            lowest = may & -may
            found.append(lowest.bit_length() - 1)
            may ^= lowest
        return found


class Shelves:
    """Patterns under names: which names have one that may fit in a text."""

    def __init__(self, patterns: Mapping[str, Sequence[str]]) -> None:
        """Of the patterns as written out, by name."""
        rows = [(name, pattern) for name, patterns in patterns.items() for pattern in patterns]
        self._names = [name for name, _ in rows]
        self._sieve = Sieve(pattern for _, pattern in rows)

    def likely(self, text: str) -> frozenset[str]:
        """The names under which a pattern may fit in a text."""
        return frozenset([self._names[place] for place in self._sieve.places(text)])


class _Layer:
    """One group of each pattern: which patterns, as bits of a number, a mark speaks for."""

    def __init__(self, groups: Sequence[tuple[Group, ...]]) -> None:
        self._of: dict[str, int] = {}
        self._always = 0
        for place, group in enumerate(groups):
            if not group:
                self._always |= 1 << place
            for mark in group[0] if group else ():
                self._of[mark] = self._of.get(mark, 0) | 1 << place
        self._marks = frozenset(self._of)

    def may(self, marks: Group) -> int:
        may = self._always
        for mark in self._marks & marks:
            may |= self._of[mark]
        return may
