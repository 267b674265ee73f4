"""Rows of words, and numbers, that give a reporter away; without what the adult and the school share with them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..people.people import Adult, Pupil
from ..people.school import School
from ..texts.names import APOSTROPHES, DASHES, TITLES, spellings, titles_agree, words_of
from .plain_names import CALENDAR, PLAIN, street_word
from .postcodes import POSTCODE
from .redaction_terms import allowed_contacts, kept_words
from .reporter_traits import EMAIL, Named, Traits

DIGITS = re.compile(r"\+?\d[\d ()./-]*\d")
CERTAIN_TITLES = frozenset({"mr", "mrs", "ms", "dr"})
"""Titles that are no other word: what follows is a name, with a capital or without."""

SHORT_NAME = 2
"""Letters up to which a family name makes other words with an s: "Hi" and "his"."""


class Trait(StrEnum):
    """What gives a reporter away, in words for the office."""

    NAME = "the name of a person who reported it or saw it"
    CHILD = "the name of a reporter's child"
    ADDRESS = "an address that leads to a reporter"
    PHONE = "a reporter's telephone number"
    EMAIL = "a reporter's email address"


class Need(StrEnum):
    """Which capitals words need to count as a name."""

    NONE = "none"
    EACH = "each word"
    INSIDE = "inside a sentence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Folded words in a row that give a reporter away."""

    words: tuple[str, ...]
    trait: Trait
    need: Need = Need.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What may stand although a reporter shares it: of the adult, of the adult's own children, of the school."""

    words: frozenset[str]
    lines: tuple[tuple[str, ...], ...]
    persons: tuple[tuple[str, str], ...]
    """Title and folded family name of those whom a letter may call so."""
    contacts: frozenset[str]
    given: frozenset[str] = frozenset()
    """Given names of the school's own people: a reporter's, if the same, may stand before that family name alone."""


NOTHING_KEPT = Kept(words=frozenset(), lines=(), persons=(), contacts=frozenset())
"""For a text of which nobody knows yet whom it goes to."""


def kept_for(subject: Adult | None, own: Iterable[Pupil], school: School, *also: str) -> Kept:
    """What the letters of this adult may print; `also` are further lines, such as the addressee of a sheet."""
    own = tuple(own)
    people = [*school.holders, school.contact]
    shared = [school.name, *school.letterhead.address, *(pupil.full_name for pupil in own)]
    shared += [subject.full_name, *subject.address] if subject else []
    lines = [*(person.name for person in people), *shared, *also]
    allowed = allowed_contacts(subject, school) | {school.complaints.contact, *also}
    rows = tuple(words_of(line) for line in lines)
    ours = [words_of(line) for line in (*(person.name for person in people), *also)]
    given = {word for row in ours if len(row) > 2 and row[0] in TITLES for word in row[1:-1]}
    return Kept(
        words=kept_words(subject, own, school) | {word for line in also for word in words_of(line)},
        lines=rows,
        persons=tuple((row[0], row[-1]) for row in rows if len(row) > 1 and row[0] in TITLES),
        contacts=frozenset(_contacts_in(allowed)),
        given=frozenset(given.difference(*map(words_of, shared))),
    )


def _contacts_in(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from (found.group().casefold() for found in EMAIL.finditer(line))
        yield from (bare(found.group()) for found in POSTCODE.finditer(line))
        yield from (national(found.group()) for found in DIGITS.finditer(plain(line)))


def marks_of(traits: Traits, kept: Kept) -> Iterator[Mark]:
    """The names and addresses by which reporters could be recognised, as rows of words."""
    for name in traits.names:
        yield from _of_name(name, Trait.NAME, kept)
    for child in traits.children:
        yield from _of_name(child, Trait.CHILD, kept)
    for line in traits.addresses:
        yield from _of_address(POSTCODE.sub(" ", line), kept)


def _of_address(line: str, kept: Kept) -> Iterator[Mark]:
    """A line of an address with the house and without; "St Aidan's" as a letter is read too, with the s apart."""
    written = tuple(street_word(word) for word in words_of(line))
    for words in dict.fromkeys((written, tuple(street_word(word) for word in words_of(plain(line))))):
        if len(words) > 1 and not in_kept(written, kept):
            yield Mark(words=words, trait=Trait.ADDRESS)
        street = words[1:] if words and words[0][:1].isdigit() else ()
        if len(street) > 1 and not in_kept(written[1:], kept):
            yield Mark(words=street, trait=Trait.ADDRESS, need=Need.EACH)


def _of_name(name: Named, trait: Trait, kept: Kept) -> Iterator[Mark]:
    """The full name either way round, with an initial, with a title, and each part of it alone."""
    for last in spellings(name.family):
        for first in spellings(name.given):
            yield from _whole(first, last, trait, kept, sure=name.sure)
        for title in TITLES:
            if titles_agree(title, name.title) and not _is_kept_person(title, last, kept):
                need = Need.NONE if title in CERTAIN_TITLES else Need.EACH
                yield Mark(words=_row(title, *last), trait=trait, need=need)
        if not set(last) <= PLAIN or not name.given:
            yield from _alone(last, trait, kept, sure=name.sure)
        if name.sure:
            yield from _families(last, trait, kept)
    for first in spellings(name.given):
        yield from _alone(first, trait, kept, sure=name.sure)


def _whole(
    first: tuple[str, ...], last: tuple[str, ...], trait: Trait, kept: Kept, *, sure: bool
) -> Iterator[Mark]:
    need = Need.EACH if {*first, *last} <= PLAIN or not sure else Need.NONE
    for row in (_row(*first, *last), _row(*last, *first)):
        if not in_kept(row, kept):
            yield Mark(words=row, trait=trait, need=need)
    if not set(last) <= kept.words:
        yield Mark(words=_row(first[0][0], *last), trait=trait, need=Need.EACH)


def _alone(words: tuple[str, ...], trait: Trait, kept: Kept, *, sure: bool) -> Iterator[Mark]:
    """One part of a name; inside a sentence alone where it is a plain word, one of our people's, or no sure name."""
    letters = len("".join(words))
    if letters > 1 and set(words) <= kept.given:
        yield Mark(words=_row(*words), trait=trait, need=Need.INSIDE)
    elif letters > 1 and not set(words) <= kept.words | CALENDAR:
        need = Need.NONE if sure and letters > 2 and not set(words) <= PLAIN else Need.INSIDE
        yield Mark(words=_row(*words), trait=trait, need=need)


def _families(last: tuple[str, ...], trait: Trait, kept: Kept) -> Iterator[Mark]:
    """The family name of several people, "the Okoros"; not where it is shared, or either form is a plain word."""
    if len("".join(last)) > SHORT_NAME and not set(last) <= kept.words | PLAIN:
        for ending in _plurals(last[-1]):
            if ending not in kept.words | PLAIN:
                yield Mark(words=_row(*last[:-1], ending), trait=trait)


def _plurals(word: str) -> Iterator[str]:
    yield f"{word}s"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        yield f"{word}es"
    if word.endswith("y"):
        yield f"{word[:-1]}ies"


def _row(*words: str) -> tuple[str, ...]:
    return tuple(street_word(word) for word in words)


def _is_kept_person(title: str, family: tuple[str, ...], kept: Kept) -> bool:
    """Whether a title and family name may mean the adult or one of the school's people."""
    if any(last == family[-1] and titles_agree(title, first) for first, last in kept.persons):
        return True
    return set(family) <= kept.words and not any(last == family[-1] for _, last in kept.persons)


def in_kept(row: tuple[str, ...], kept: Kept) -> bool:
    """Whether these words are in a row in a line that may be printed."""
    size, row = len(row), _row(*row)
    lines = (tuple(street_word(word) for word in line) for line in kept.lines)
    return any(row == line[place : place + size] for line in lines for place in range(len(line) - size + 1))


def plain(text: str) -> str:
    """The text with an owner's 's apart, plain hyphens and plain spaces; every character keeps its place."""
    owned = re.sub(f"(?<=\\w)[{''.join(APOSTROPHES)}](?=[sS]\\b)", " ", text)
    dashes = re.sub(f"[{''.join(DASHES - {'-'})}]", "-", owned)
    return re.sub(r"[^\S\n]", " ", dashes)


def bare(text: str) -> str:
    """A postcode without spaces, in small letters."""
    return re.sub(r"\s", "", text).casefold()


def national(number: str) -> str:
    """The digits of a telephone number without +44, 0044 and the first 0."""
    digits = re.sub(r"\D", "", re.sub(r"\(0\)", "", number))
    bare = re.sub(r"^(?:0044|44(?=\d{9,10}$)|00)", "", digits)
    return bare.removeprefix("0")
