"""Whether an adult is of the family of a child that an email is about: theirs by the register, or of one address."""

from ..texts.names import words_of
from .people import Adult, PeopleRegister


def children_named(text: str, register: PeopleRegister) -> frozenset[str]:
    """The pupils whose whole name is in the text, by their ids."""
    words = f" {' '.join(words_of(text))} "
    return frozenset(
        pupil.pupil_id
        for pupil in register.pupils.values()
        if (name := " ".join(words_of(pupil.full_name))) and f" {name} " in words
    )


def is_of_family(adult: Adult, children: frozenset[str], register: PeopleRegister) -> bool:
    """Whether one of these children is this adult's, or has an adult who lives at the same address."""
    if children & adult.relationships.keys():
        return True
    own = home_of(adult)
    return bool(own) and any(home_of(one) == own for child in children for one in register.adults_of(child))


def home_of(adult: Adult) -> tuple[str, ...]:
    """Where an adult lives, written so that it can be compared; () where the register does not say."""
    return tuple(" ".join(words_of(line)) for line in adult.address if line.strip())
