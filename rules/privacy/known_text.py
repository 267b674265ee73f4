"""Words of a letter that nobody filled in: the fixed words of its Word file, and what the settings print in it.

A reviewer of a copy is asked about names; a heading such as "Telephone" is none. What is protected is asked about
wherever it stands.
"""

import re
from collections.abc import Iterable, Iterator

from ..people.school import School
from ..policies.legal_facts import AUTHORITY
from ..texts.names import words_of, words_with_places

LONG = 3
"""Words from which a piece of fixed text is known wherever it stands; a shorter one only at the beginning of a line."""

_FIELD = re.compile(r"\{\{[^{}]{0,500}\}\}")
_TAG = re.compile(r"\{[%#][^{}]{0,500}[%#]\}")
_BEFORE = " \t-•\u00a0"


class KnownText:
    """Finds fixed text in a letter; made once of the Word files and of the settings."""

    def __init__(self, templates: Iterable[str] = (), phrases: Iterable[str] = ()) -> None:
        """Remember what is fixed.

        Args:
            templates: the texts of Word files with their fields and tags.
            phrases: what the settings and the legal facts print in letters.
        """
        self._long: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        self._begins: set[tuple[str, ...]] = set()
        for line in (line for text in templates for line in text.splitlines()):
            for place, piece in enumerate(_FIELD.split(_TAG.sub("\n", line))):
                self._add(piece, begins=not place)
        for phrase in phrases:
            self._add(phrase, begins=False)

    def _add(self, piece: str, *, begins: bool) -> None:
        for place, part in enumerate(piece.split("\n")):
            words = words_of(part)
            if len(words) >= LONG:
                self._long.setdefault(words[:LONG], set()).add(words)
            elif words and begins and not place:
                self._begins.add(words)

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where fixed text stands, as start and end."""
        words = list(words_with_places(text))
        folded = tuple(word.text for word in words)
        for place, word in enumerate(words):
            sizes = [
                len(known)
                for known in self._long.get(folded[place : place + LONG], ())
                if folded[place : place + len(known)] == known
            ]
            if _begins_a_line(text, word.start):
                sizes += [size for size in range(1, LONG) if folded[place : place + size] in self._begins]
            if sizes:
                yield word.start, words[place + max(sizes) - 1].end


def _begins_a_line(text: str, start: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return not line.strip(_BEFORE)


def printed_by_settings(school: School) -> Iterator[str]:
    """What the settings, the policy and the legal facts print in every school's letters, whatever was reported."""
    yield from (school.name, school.authority, school.policy.title, school.complaints.title)
    for fact in school.legal.facts.values():
        yield from fact.value.split(AUTHORITY)
