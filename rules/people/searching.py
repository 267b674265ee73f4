"""Somebody is looked for in the register: by a part of their name, by a child's, or by a class."""

from collections.abc import Iterator, Sequence

from ..texts.names import words_of
from .people import Adult, PeopleRegister


def search_adults(typed: str, register: PeopleRegister, *, most: int) -> tuple[list[Adult], int]:
    """The adults of whom every word that was typed begins a word of their name, or a child's name or class.

    Args:
        typed: "okoro", "ada 2a", "Dunn Ella".
        register: adults and pupils.
        most: adults that are given back; the number of all is beside them.
    """
    wanted = words_of(typed)
    if not wanted:
        return [], 0
    found = [one for one in register.adults.values() if _fits(wanted, list(_words(one, register)))]
    own = [one for one in found if _fits(wanted, words_of(one.full_name))]
    ranked = [*own, *(one for one in found if one not in own)]
    return ranked[:most], len(ranked)


def _words(adult: Adult, register: PeopleRegister) -> Iterator[str]:
    yield from words_of(adult.full_name)
    for pupil in register.pupils_of(adult.person_id):
        yield from words_of(pupil.full_name)
        yield from words_of(pupil.school_class)


def _fits(wanted: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in wanted)
