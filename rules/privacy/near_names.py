"""Which protected name a word with a slip in it is near to: letters swapped, doubled, left out or put in."""

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from ..words import Why
from .plain_english import PLAIN_ENGLISH

SHORT, LONG = 4, 8
"""Letters up to which a name bears only the smallest slips, and from which it bears two."""

LEAST_SMALL = 7
"""Letters from which a slip counts in a word without a capital too."""

LONGEST = 40
_VOWELS = frozenset("aeiouy")
_SAME_SOUND = {
    "k": "c",
    "c": "k",
    "f": "p",
    "p": "f",
    "g": "j",
    "j": "g",
    "s": "z",
    "z": "s",
    "y": "i",
    "i": "y",
}


class NearNames:
    """The names, laid out by what is left of each without one or two of its letters."""

    def __init__(self, names: Iterable[tuple[str, Why]]) -> None:
        """Remember single folded words and why each is protected."""
        self._left: dict[str, dict[str, Why]] = {}
        for name, why in names:
            for left in _without(name, 2 if len(name) >= LONG else 1):
                self._left.setdefault(left, {}).setdefault(name, why)

    def why(self, word: str, *, capital: bool) -> Why | None:
        """Why a folded word may be a protected name with a slip in it; None where it is near to none."""
        if not SHORT - 1 <= len(word) <= LONGEST or word in PLAIN_ENGLISH:
            return None
        if not capital and len(word) < LEAST_SMALL:
            return None
        for left in _without(word, 2 if len(word) >= LONG - 1 else 1):
            for name, why in self._left.get(left, {}).items():
                if _is_slip(word, name):
                    return why
        return None


def _without(word: str, most: int) -> set[str]:
    """The word, and the word without each one letter, or each two."""
    found = {word}
    last = {word}
    for _ in range(most):
        last = {one[:place] + one[place + 1 :] for one in last for place in range(len(one))}
        found |= last
    return found


def _is_slip(word: str, name: str) -> bool:
    if word[0] != name[0] and _SAME_SOUND.get(word[0]) != name[0]:
        return False
    if len(name) <= SHORT:
        return word in set(_small_slips(name))
    # Letters changed, put in, left out, or swapped with their neighbour.
    return OSA.distance(word, name) <= (2 if len(name) >= LONG else 1)


def _small_slips(name: str) -> Iterator[str]:
    """A short name with a letter doubled, an h or an e at its end, a vowel for a vowel, or two letters swapped."""
    for place, letter in enumerate(name):
        yield name[: place + 1] + name[place:]
        if letter in _VOWELS and place:
            yield from (name[:place] + other + name[place + 1 :] for other in sorted(_VOWELS))
        if 0 < place < len(name) - 1:
            yield name[:place] + name[place + 1] + letter + name[place + 2 :]
    yield from (name + "h", name + "e")
