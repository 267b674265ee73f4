"""The words by which a given or a family name may be written, and which of them need a capital to be one."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..texts.names import spellings, words_of
from .pet_names import OTHERS, pet_names
from .plain_english import PLAIN_ENGLISH

LEAST_BENT = 4
LEAST_TAIL = 4
_HISSING = ("s", "x", "z", "ch", "sh")
_OF_A = ("i", "y", "e", "o", "u", "ie")
_OF_A_CONSONANT = ("a", "owi", "em", "iem", "u", "y", "ie")


@lru_cache(maxsize=20_000)
def given_forms(given: str) -> frozenset[str]:
    """Pet names, and the name as Polish and its neighbours bend it; each needs a capital."""
    pets = pet_names(given)
    words = {word for way in spellings(given) for word in way}
    words_of_name = frozenset(words)
    words |= {other for word in words for other in OTHERS.get(word, ())}
    bent = {form for word in words for form in _bent(word)}
    return frozenset((pets | bent) - words_of_name - PLAIN_ENGLISH)


def _bent(word: str) -> Iterator[str]:
    if len(word) < LEAST_BENT:
        return
    if word.endswith("a"):
        yield from (word[:-1] + ending for ending in _OF_A)
        if word[-2] in "ij":
            yield word[:-2] + "i"
    elif word.endswith(("ek", "ik")):
        yield from (word[:-2] + "k" + ending for ending in ("a", "owi", "iem", "u"))
    elif word[-1] not in "eiouy":
        yield from (word + ending for ending in _OF_A_CONSONANT)


def plurals(word: str) -> tuple[str, ...]:
    """A name with the s of a possessive or of a whole family: Reids, McInneses."""
    return (f"{word}s", f"{word}es") if word.endswith(_HISSING) else (f"{word}s",)


def family_spellings(family: str) -> Iterator[tuple[str, ...]]:
    """McInnes is also MacInnes, Mc Innes and M Innes, and Innes alone; O'Hanlon is Hanlon."""
    found = re.match(r"(mac|mc|o['’‘` ])(?=\w{3})", family.casefold())
    if not found:
        return
    tail = words_of(family[found.end() :])
    if not tail:
        return
    for head in ("mac", "mc") if found[1][0] == "m" else ("o",):
        yield (head, *tail)
        yield (head + tail[0], *tail[1:])
    if len("".join(tail)) >= LEAST_TAIL:
        yield tail
