"""The register by the words of its names, laid out once: an email asks only about those whom it may name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..texts.names import spellings, words_of
from .people import Adult, PeopleRegister, Pupil, per_register

Places = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ByWord:
    """Places in a row of people: by each word of each spelling of their names, and by the letters these begin with."""

    words: Places
    initials: Places

    def like(self, typed: Iterable[str]) -> list[int]:
        """The places of those whom `fit_name` may fit with these folded words, in order; nobody else fits."""
        found: set[int] = set()
        for word in typed:
            found.update(self.words.get(word, ()))
            if len(word) == 1:
                found.update(self.initials.get(word, ()))
        return sorted(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilsByWord:
    """Pupils, and their places by the words of a sentence that names one or tells of a parent of one."""

    pupils: tuple[Pupil, ...]
    named: Places
    kin: Places

    def named_by(self, words: Iterable[str]) -> list[Pupil]:
        """Those whose given name may be among these words, in order."""
        return self._at(self.named, words)

    def kin_by(self, words: Iterable[str]) -> list[Pupil]:
        """Those of whom a parent may be told of with these words, in order."""
        return self._at(self.kin, words)

    def _at(self, places: Places, words: Iterable[str]) -> list[Pupil]:
        found = {place for word in words if word in places for place in places[word]}
        return [self.pupils[place] for place in sorted(found)]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyNames:
    """Family names in the register's order, by their first word; `taken` are left out."""

    by_word: Mapping[str, tuple[tuple[int, str, tuple[str, ...]], ...]]
    taken: frozenset[tuple[str, ...]] = frozenset()

    def among(self, said: set[str]) -> list[str]:
        """Those of which every word is among these."""
        found = [
            (place, name)
            for word in (*said, "")
            for place, name, words in self.by_word.get(word, ())
            if words not in self.taken and said.issuperset(words)
        ]
        return [name for _, name in sorted(found)]


NO_FAMILIES = FamilyNames(by_word={})


@per_register
def adults_in_order(register: PeopleRegister) -> tuple[Adult, ...]:
    """The adults, in the register's order."""
    return tuple(register.adults.values())


@per_register
def plain_names(register: PeopleRegister) -> tuple[str, ...]:
    """The given and family name of each adult as folded words, in the register's order."""
    return tuple(map(plain_name, adults_in_order(register)))


def plain_name(adult: Adult) -> str:
    """The given and family name as folded words."""
    return " ".join(words_of(f"{adult.given_name} {adult.family_name}"))


@per_register
def adults_by_word(register: PeopleRegister) -> ByWord:
    """The adults by the words of their names."""
    return _by_word((one.given_name, one.family_name) for one in register.adults.values())


@per_register
def _fitting_pupils(register: PeopleRegister) -> ByWord:
    return _by_word((one.given_name, one.family_name) for one in register.pupils.values())


@per_register
def pupils_of_register(register: PeopleRegister) -> PupilsByWord:
    """The pupils by the words of their given names."""
    return pupils_by_word(tuple(register.pupils.values()))


@per_register
def _order(register: PeopleRegister) -> dict[str, int]:
    return {one.person_id: place for place, one in enumerate(adults_in_order(register))}


def in_order(ids: Iterable[str], register: PeopleRegister) -> list[Adult]:
    """These adults of the register, in its order."""
    everybody, order = adults_in_order(register), _order(register)
    return [everybody[place] for place in sorted(order[one] for one in ids)]


def adults_like(typed: Iterable[str], register: PeopleRegister) -> list[Adult]:
    """The adults whom these folded words may fit, in the register's order."""
    everybody = adults_in_order(register)
    return [everybody[place] for place in adults_by_word(register).like(typed)]


def pupils_like(typed: Iterable[str], register: PeopleRegister) -> list[Pupil]:
    """The pupils whom these folded words may fit, in the register's order."""
    everybody = pupils_of_register(register).pupils
    return [everybody[place] for place in _fitting_pupils(register).like(typed)]


def _by_word(people: Iterable[tuple[str, str]]) -> ByWord:
    words: dict[str, dict[int, None]] = {}
    initials: dict[str, dict[int, None]] = {}
    for place, (given, family) in enumerate(people):
        for way in (*spellings(given), *spellings(family)):
            initials.setdefault(way[0][:1], {})[place] = None
            for word in way:
                words.setdefault(word, {})[place] = None
    return ByWord(words=_fixed(words), initials=_fixed(initials))


def pupils_by_word(pupils: tuple[Pupil, ...]) -> PupilsByWord:
    """These pupils by the words of their given names, with and without the s of an owner."""
    named: dict[str, dict[int, None]] = {}
    kin: dict[str, dict[int, None]] = {}
    for place, pupil in enumerate(pupils):
        for way in spellings(pupil.given_name):
            named.setdefault(way[0], {})[place] = None
            if len(way) == 1:
                named.setdefault(f"{way[0]}s", {})[place] = None
        for word in words_of(pupil.given_name)[-1:]:
            kin.setdefault(word, {})[place] = None
            kin.setdefault(f"{word}s", {})[place] = None
    return PupilsByWord(pupils=pupils, named=_fixed(named), kin=_fixed(kin))


def families_by_word(names: Iterable[str]) -> FamilyNames:
    """These family names by their first word."""
    found: dict[str, list[tuple[int, str, tuple[str, ...]]]] = {}
    for place, name in enumerate(names):
        words = words_of(name)
        found.setdefault(words[0] if words else "", []).append((place, name, words))
    return FamilyNames(by_word={word: tuple(rows) for word, rows in found.items()})


def _fixed(found: dict[str, dict[int, None]]) -> Places:
    return {word: tuple(places) for word, places in found.items()}
