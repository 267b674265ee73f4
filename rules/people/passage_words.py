"""One passage as words beside the register to look them up in, and what stands around a word."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...ground.values import replace
from ..texts.names import Word, spellings, words_with_places
from ..texts.parts import Part, part_of
from .people import Adult, PeopleRegister, Pupil, per_register

NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen"
YEAR_WORDS = {word: str(number) for number, word in enumerate(NUMBERS.split(" "), start=1)}
CLAUSE_END, SENTENCE_END = re.compile(r"[.!?:;\n](?:\s|$)"), re.compile(r"[.!?\n](?:\s|$)")
ASIDE = re.compile(r"\s*(?:,[^,.!?]{1,40},|\([^)]{1,60}\))")
MOST_AFTER = 40
"""Words after a name that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The names of a register by their first words, made once for a register."""

    families: dict[str, list[tuple[Adult, tuple[str, ...]]]] = field(default_factory=dict)
    pupils: dict[str, list[Pupil]] = field(default_factory=dict)
    adults_of: dict[str, list[Adult]] = field(default_factory=dict)
    classes: frozenset[str] = frozenset()
    stems: dict[str, list[tuple[str, Pupil]]] = field(default_factory=dict)
    bent: dict[str, dict[str, Pupil]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One passage as words, and the register's names to look them up in."""

    text: str
    words: tuple[Word, ...]
    index: Index


def class_marks(words: Iterable[str], register: PeopleRegister) -> frozenset[str]:
    """Classes of the register that these folded words name: "5a" gives 5A; "year", "3" gives every class of Year 3."""
    return marked_classes(list(words), _classes(register))


@per_register
def _classes(register: PeopleRegister) -> frozenset[str]:
    return frozenset(pupil.school_class for pupil in register.pupils.values() if pupil.school_class)


def marked_classes(row: list[str], classes: frozenset[str]) -> frozenset[str]:
    """Those of these classes that the folded words name."""
    words = frozenset(row)
    found = {name for name in classes if name.casefold() in words and (len(name) > 1 or name.isdigit())}
    for before, word in dict.fromkeys(zip(["", *row], row, strict=False)):
        year = _year(before, word)
        found |= {name for name in classes if year and re.match(rf"{year}(?!\d)", name.casefold())}
    return frozenset(found)


def _year(before: str, word: str) -> str:
    """The year a word names: "y3", "reception", or a number after "year"."""
    if word == "reception":
        return "r"
    if short := re.fullmatch(r"(?:y|yr|year)(\d{1,2})", word):
        return short[1]
    if before in {"year", "yr", "y"}:
        return YEAR_WORDS.get(word, word if word.isdigit() else "")
    return ""


def index_of(register: PeopleRegister) -> Index:
    """The register's names by their first words; what an email asks of bent names is remembered for that email."""
    return replace(_laid_out(register), bent={})


@per_register
def _laid_out(register: PeopleRegister) -> Index:
    index = Index(classes=_classes(register))
    for adult in register.adults.values():
        for child in adult.relationships:
            index.adults_of.setdefault(child, []).append(adult)
        for way in spellings(adult.family_name):
            index.families.setdefault(way[0], []).append((adult, way))
    for pupil in register.pupils.values():
        for given in spellings(pupil.given_name):
            for name in (given[0], f"{given[0]}s"):
                index.pupils.setdefault(name, []).append(pupil)
                index.stems.setdefault(name[:3], []).append((name, pupil))
    return index


def read_passage(text: str, index: Index) -> Reading:
    """The passage's words beside the register's names."""
    return Reading(text=text, words=tuple(words_with_places(text)), index=index)


def written(reading: Reading, start: int, end: int) -> str:
    """The original words from one word's place up to another's, on one line."""
    return " ".join(reading.text[reading.words[start].start : reading.words[end - 1].end].split())


def part_named(reading: Reading, start: int, end: int) -> Part:
    """The part of whoever is named here, from the words around in the same sentence."""
    owner = reading.words[end - 1].text.endswith("s")
    return part_of(_sentence_before(reading, start), _sentence_after(reading, end), owner=owner)


def _sentence_before(reading: Reading, start: int) -> str:
    at = reading.words[start].start
    begins = max(0, at - 60)
    for found in CLAUSE_END.finditer(reading.text, begins, at):
        begins = found.end()
    first = start
    while first and reading.words[first - 1].start >= begins:
        first -= 1
    return " ".join(word.text for word in reading.words[first:start])


def _sentence_after(reading: Reading, end: int) -> list[str]:
    at = reading.words[end - 1].end
    aside = ASIDE.match(reading.text, at, at + 200)
    return following(reading, end, aside.end() if aside else at, at + 200)


def following(reading: Reading, place: int, start: int, stop: int) -> list[str]:
    """The words from `place` on that are between two places of the text and in one sentence; so many as tell a part."""
    ends = SENTENCE_END.search(reading.text, start, stop)
    stop = ends.start() if ends else stop
    row = reading.words[place : place + MOST_AFTER]
    return [word.text for word in row if start <= word.start and word.end <= stop]
