"""Whether a text names somebody, and how: for a person who asks what the school holds about them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ..people.people import Adult, Pupil
from ..people.searching import is_number, last_digits
from ..texts.names import FEMALE, MALE, TITLES, spellings, words_of
from .name_forms import family_spellings, given_forms, plurals
from .pet_names import pet_names

_NUMBER = re.compile(r"(?<![\w+])[+(]?\d(?:[ ().-]{0,2}\d){8,14}(?!\d)")
_BEFORE = 3
"""Words before a surname among which a first name belongs to it: "Desmond John Peter Catterick"."""
_SHORTEST = 3
"""Letters of a first name that is cut short: Col for Colin."""


class How(StrEnum):
    """How a text names somebody, the surest first."""

    EMAIL = "email address"
    PHONE = "telephone number"
    FULL = "full name"
    TITLE = "title and surname"
    ADDRESS = "address"
    CHILD = "child's full name"
    TYPED = "the words that were typed"
    SURNAME = "surname alone"

    @property
    def is_sure(self) -> bool:
        """Whether nobody else of the same surname may be meant."""
        return self is not How.SURNAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """All the ways in which a text may name one person.

    Attributes:
        families: surnames as folded words; givens: first names as folded words, short ones among them.
        initials: of the first name; a lone "a" or "I" is a word.
        titles: the titles that fit; empty where any does.
        children: the same of each child.
        emails, numbers, addresses, typed: folded; numbers by their last digits.
    """

    families: frozenset[tuple[str, ...]] = frozenset()
    givens: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    children: tuple["Ways", ...] = ()
    emails: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    addresses: frozenset[tuple[str, ...]] = frozenset()
    typed: frozenset[tuple[str, ...]] = field(default_factory=frozenset)

    def found_in(self, text: str) -> tuple[How, ...]:
        """How this text names them, the surest first; the surname alone only where nothing is surer."""
        found = {*self._found(text)}
        sure = tuple(how for how in How if how in found and how.is_sure)
        return sure or tuple(found)

    def _found(self, text: str) -> Iterator[How]:
        low = text.casefold()
        if any(one in low for one in self.emails):
            yield How.EMAIL
        if self.numbers and any(last_digits(one) in self.numbers for one in _NUMBER.findall(text)):
            yield How.PHONE
        words = words_of(text)
        yield from self._by_name(words)
        if any(True for one in self.addresses for _ in _places(words, one)):
            yield How.ADDRESS
        if any(How.FULL in set(child._by_name(words)) for child in self.children):
            yield How.CHILD
        if any(True for one in self.typed for _ in _places(words, one)):
            yield How.TYPED

    def _by_name(self, words: tuple[str, ...]) -> Iterator[How]:
        for family in self.families:
            for place in _places(words, family):
                before = words[max(0, place - _BEFORE) : place]
                after = words[place + len(family) : place + len(family) + 1]
                if self.givens & {*before, *after} or self.initials & {*before[-1:]}:
                    yield How.FULL
                elif before and before[-1] in TITLES and (not self.titles or before[-1] in self.titles):
                    yield How.TITLE
                else:
                    yield How.SURNAME


def ways_of(adult: Adult, pupils: Iterable[Pupil] = ()) -> Ways:
    """The ways in which a text may name an adult of the register, through their children, too."""
    known = _named(adult.given_name, adult.family_name)
    title = words_of(adult.title)[:1]
    fits = next((kind for kind in (MALE, FEMALE) if kind.intersection(title)), frozenset())
    street = words_of(adult.address[0]) if adult.address else ()
    return Ways(
        families=known.families,
        givens=known.givens,
        initials=known.initials,
        titles=frozenset(fits | {"dr", "prof", "rev"}) if fits else frozenset(),
        children=tuple(_named(one.given_name, one.family_name) for one in pupils),
        emails=frozenset({adult.email.casefold()} - {""}),
        numbers=frozenset(
            last_digits(one) for one in re.split(r"[,;/]", adult.phone) if is_number(one.strip())
        ),
        addresses=frozenset({street} if len(street) > 1 and not adult.address_is_confidential else ()),
    )


def ways_typed(typed: str) -> Ways:
    """The ways to name somebody who is in no register: by the name, the email address or the number that was typed."""
    typed = typed.strip()
    if "@" in typed:
        return Ways(emails=frozenset({typed.casefold()}))
    if is_number(typed):
        return Ways(numbers=frozenset({last_digits(typed)}))
    words = tuple(word for word in words_of(typed) if word not in TITLES)
    if len(words) < 2:
        return Ways(typed=frozenset({words} if words else ()))
    return _named(" ".join(words[:-1]), words[-1])


def _named(given: str, family: str) -> Ways:
    families = {*spellings(family), *family_spellings(family)}
    families |= {(*one[:-1], form) for one in list(families) for form in plurals(one[-1])}
    first = words_of(given)[:1]
    # Beside the surname even a short form that is an English word is a name.
    givens = {word for way in spellings(given) for word in way} | given_forms(given) | pet_names(given)
    givens |= {word[:size] for word in first for size in range(_SHORTEST, len(word))}
    return Ways(
        families=frozenset(one for one in families if len("".join(one)) > 1),
        givens=frozenset(givens - {""}),
        initials=frozenset({word[:1] for word in first} - {"a", "i"}),
    )


def _places(words: tuple[str, ...], wanted: tuple[str, ...]) -> Iterator[int]:
    if not wanted:
        return
    size = len(wanted)
    for place, word in enumerate(words):
        if word == wanted[0] and words[place : place + size] == wanted:
            yield place
