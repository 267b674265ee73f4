"""Who is too near to a matter to be shown it: it is about themselves, their family, or somebody noted as related."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from .family import children_named, home_of
from .people import Adult, PeopleRegister, per_register
from .school import Person, School


class Who(Protocol):
    """Somebody who looks: their name and the address that they sign in with."""

    @property
    def name(self) -> str:
        """Their full name."""

    @property
    def email(self) -> str:
        """Their email address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Somebody who looks, and who is theirs: worked out once for all that they are shown.

    Attributes:
        held: what they hold at the school.
        own: the ids under which they are in the register of adults themselves.
        related: the ids that the school's settings note as related to them.
        homes: where they live, as the register has it.
        children: the pupils they are written down for, and those of everybody at their address.
        register: adults and pupils.
    """

    held: tuple[Person, ...]
    own: frozenset[str]
    related: frozenset[str]
    homes: frozenset[tuple[str, ...]]
    children: frozenset[str]
    register: PeopleRegister

    def why_near(self, adults: Collection[str], pupils: Collection[str], words: str = "") -> str:
        """Why they are too near to a matter about these people, in words; "" where they are not.

        Args:
            adults: ids of adults it is about.
            pupils: ids of pupils it is about.
            words: free words about it, in which a child of theirs may be named.
        """
        if not self.own and not self.related:
            return ""
        if self.own.intersection(adults):
            return "it is about you"
        if self.related.intersection({*adults, *pupils}):
            return "it is about somebody related to you"
        found = [self.register.adults[one] for one in adults if one in self.register.adults]
        if any(home_of(one) in self.homes for one in found):
            return "it is about somebody at your address"
        children = {*pupils, *(child for one in found for child in one.relationships)}
        if self.children and self.children & (children | children_named(words, self.register)):
            return "it is about your family"
        return ""


@per_register
def _flagged(register: PeopleRegister) -> tuple[Adult, ...]:
    """The adults who are staff or governors themselves."""
    return tuple(one for one in register.adults.values() if one.flags & {"staff", "governor"})


def circle_of(who: Who, school: School, register: PeopleRegister) -> Circle:
    """Whoever looks, and who is theirs."""
    held = tuple(one for one in school.holders if one.email.casefold() == who.email.casefold())
    names = {" ".join(one.name.casefold().split()) for one in (who, *held)}
    own = [
        *register.adults_with_mail(who.email),
        *(one for one in _flagged(register) if one.full_name.casefold() in names),
    ]
    homes = frozenset(home_of(one) for one in own) - {()}
    family = [one for one in register.adults.values() if home_of(one) in homes] if homes else []
    return Circle(
        held=held,
        own=frozenset(one.person_id for one in own),
        related=frozenset(related for one in held for related in one.related),
        homes=homes,
        children=frozenset(child for one in (*own, *family) for child in one.relationships),
        register=register,
    )
