"""Somebody is looked for in the register: by a part of their name, by a child's, a class, an address, a number."""

from collections.abc import Iterator, Sequence

from ..texts.names import words_of
from ..texts.short_names import short_forms
from .people import Adult, PeopleRegister

_LEAST = 9
"""Digits of a telephone number without what is dialled before it from abroad or at home."""


def search_adults(typed: str, register: PeopleRegister, *, most: int) -> tuple[list[Adult], int]:
    """The adults of whom every word that was typed begins a word of their entry, those of that name first.

    What counts: the name and what it is shortened to, the child's name and class, the email address, the address, the
    telephone number and the number in the register.

    Args:
        typed: "okoro", "ada 2a", "Dunn Ella".
        register: adults and pupils.
        most: adults that are given back; the number of all is beside them.
    """
    wanted = words_of(typed)
    if not wanted:
        return [], 0
    typed = typed.strip().casefold()
    found = [
        one
        for one in register.adults.values()
        if _fits(wanted, list(_words(one, register))) or _is_contact(typed, one)
    ]
    own = [one for one in found if _fits(wanted, words_of(one.full_name))]
    ranked = [*own, *(one for one in found if one not in own)]
    return ranked[:most], len(ranked)


def _words(adult: Adult, register: PeopleRegister) -> Iterator[str]:
    yield from words_of(adult.full_name)
    yield from short_forms(next(iter(words_of(adult.given_name)), ""))
    yield from words_of(" ".join((*adult.address, adult.person_id, adult.email)))
    for pupil in register.pupils_of(adult.person_id):
        yield from words_of(pupil.full_name)
        yield from words_of(pupil.school_class)


def _is_contact(typed: str, adult: Adult) -> bool:
    """Whether it is their email address or their number, whole, or a telephone number however it is written."""
    if typed in {adult.email.casefold(), adult.person_id.casefold()}:
        return True
    return bool(is_number(typed)) and last_digits(typed) in {
        last_digits(one) for one in adult.phone.split(",")
    }


def is_number(typed: str) -> bool:
    """Whether a telephone number was typed, and nothing else."""
    return len(last_digits(typed)) >= _LEAST and not typed.strip("+()0123456789 .-")


def last_digits(number: str) -> str:
    """The digits by which two ways to write a telephone number are compared: +44 1632 960111 is 01632 960111."""
    return "".join(one for one in number if one.isdigit())[-_LEAST:]


def _fits(wanted: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in wanted)
