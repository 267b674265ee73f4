"""Who sees nothing of a case because it is about themselves or their family. The same for lists, pages and acts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from ..people.people import Adult, PeopleRegister
from ..people.school import Person, School
from .case import Case


class Who(Protocol):
    """Somebody who looks: their name and the address that they sign in with."""

    @property
    def name(self) -> str:
        """Their full name."""

    @property
    def email(self) -> str:
        """Their email address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflicts:
    """Whom of the register somebody is, is related to or lives with; worked out once, asked of many cases.

    Attributes:
        own: the ids under which they are in the register themselves.
        related: adults and pupils that the school noted as related to them.
        household: adults at their address, and the adults and pupils of their family.
    """

    own: frozenset[str] = frozenset()
    related: frozenset[str] = frozenset()
    household: frozenset[str] = frozenset()

    @classmethod
    def of(cls, who: Who, school: School, register: PeopleRegister) -> "Conflicts":
        """The conflicts of this person.

        Args:
            who: the person.
            school: with its role holders, who may be noted as related to people of the register.
            register: adults and pupils.
        """
        held = [one for one in school.people.values() if one.email.casefold() == who.email.casefold()]
        related = frozenset(related for one in held for related in one.related)
        own = frozenset(one.person_id for one in _entries(who, held, register))
        return cls(own=own, related=related, household=_household(own, register) if own else frozenset())

    def why_hidden(self, case: Case) -> str:
        """Why this person sees nothing of the case, in words; "" where nothing stands against it."""
        concerned = {case.adult, *case.pupils}
        if concerned & self.related:
            return "it is about somebody related to you"
        if case.adult in self.own:
            return "it is about you"
        return "it is about your family" if concerned & self.household else ""


def _entries(who: Who, held: list[Person], register: PeopleRegister) -> Iterator[Adult]:
    """The entries of this person in the register of adults: by email address, else by name as staff or governor."""
    email = who.email.casefold()
    names = {who.name.casefold(), *(one.name.casefold() for one in held)}
    for one in register.adults.values():
        if (one.email and one.email.casefold() == email) or (
            one.flags and one.flags & {"staff", "governor"} and one.full_name.casefold() in names
        ):
            yield one


def _household(own: frozenset[str], register: PeopleRegister) -> frozenset[str]:
    """The pupils of these adults, all adults of those pupils, and everybody at the same address."""
    mine = [register.adults[one] for one in own]
    pupils = {pupil for one in mine for pupil in one.relationships}
    homes = {one.address for one in mine if one.address}
    adults = {
        one.person_id
        for one in register.adults.values()
        if one.address in homes or not pupils.isdisjoint(one.relationships)
    }
    return frozenset(pupils | adults)
