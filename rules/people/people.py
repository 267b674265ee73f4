"""The people register as values: adults, their pupils, and what stands in the way of writing to them."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from msgspec import Struct, field

from ...ground.errors import Problem

CONFIDENTIAL_ADDRESS = "confidential_address"
LARGE_PRINT = "needs:large print"
LEFT = "left"
"""Of somebody who is in the school's export no more, and whose entry is kept for an open case."""


class Pupil(Struct, frozen=True, kw_only=True):
    """One pupil as the school's information system exports it; `school_class` such as "5A"."""

    pupil_id: str
    given_name: str
    family_name: str
    school_class: str

    @property
    def full_name(self) -> str:
        """Given and family name, as printed where a child must be named."""
        return f"{self.given_name} {self.family_name}".strip()


class Adult(Struct, frozen=True, kw_only=True):
    """One adult of the register. `relationships` maps pupil_id to "Mother", "Carer" ...; `flags` are lower case.

    `language` is the code of what they read beside English; "" for English alone.
    """

    person_id: str
    title: str
    given_name: str
    family_name: str
    relationships: Mapping[str, str]
    address: tuple[str, ...]
    email: str = ""
    phone: str = ""
    flags: frozenset[str] = frozenset()
    language: str = ""

    @property
    def full_name(self) -> str:
        """Title, given and family name: "Mr Gavin Stott"."""
        return " ".join(part for part in (self.title, self.given_name, self.family_name) if part)

    @property
    def salutation(self) -> str:
        """How a letter addresses the adult: "Mr Stott"; the full name where no title is known."""
        return f"{self.title} {self.family_name}" if self.title and self.family_name else self.full_name

    @property
    def address_is_confidential(self) -> bool:
        """Whether the register forbids printing this adult's address."""
        return CONFIDENTIAL_ADDRESS in self.flags


class StaffMember(Struct, frozen=True, kw_only=True):
    """Somebody who works at the school; `name` as people write it, "Mr Colin Lowell", `also` by what else they go."""

    name: str
    role: str = ""
    email: str = ""
    also: tuple[str, ...] = ()


class PeopleRegister(Struct, frozen=True, kw_only=True):
    """All adults and pupils of one school by their ids, its staff, and the faults of the files by line number."""

    adults: Mapping[str, Adult] = field(default_factory=dict)
    pupils: Mapping[str, Pupil] = field(default_factory=dict)
    faults: tuple[Problem, ...] = ()
    staff: tuple[StaffMember, ...] = ()

    @property
    def staff_names(self) -> tuple[str, ...]:
        """Every name by which a member of staff is known."""
        return tuple(name for one in self.staff for name in (one.name, *one.also))

    def lists_as_staff(self, address: str) -> bool:
        """Whether the list of staff gives somebody this email address."""
        wanted = address.casefold()
        return bool(wanted) and any(one.email.casefold() == wanted for one in self.staff)

    def adults_of(self, pupil_id: str) -> tuple[Adult, ...]:
        """The adults of one pupil, in file order."""
        return _by_pupil(self).get(pupil_id, ())

    def pupils_of(self, person_id: str) -> tuple[Pupil, ...]:
        """The pupils of one adult, in file order; empty for an unknown id."""
        adult = self.adults.get(person_id)
        return tuple(self.pupils[pupil] for pupil in adult.relationships) if adult else ()

    def adult_with_mail(self, addresses: Iterable[str]) -> Adult | None:
        """The only adult who has one of these email addresses; None where none or several have."""
        wanted = {address.casefold() for address in addresses if address}
        found = [adult for one in wanted for adult in _by_mail(self).get(one, ())]
        return found[0] if len(found) == 1 else None

    def adults_with_mail(self, address: str) -> tuple[Adult, ...]:
        """All adults who have this email address."""
        return _by_mail(self).get(address.casefold(), ())


Made = TypeVar("Made")

MOST_REGISTERS = 4
"""Registers of which is remembered what was made of them: the one in use, and those that a moment ago were."""


def per_register(make: Callable[[PeopleRegister], Made]) -> Callable[[PeopleRegister], Made]:
    """What is made of a register is made once; a changed file is another register."""
    kept: list[tuple[PeopleRegister, Made]] = []

    def made(register: PeopleRegister) -> Made:
        for known, found in kept:
            if known is register:
                return found
        found = make(register)
        kept[:] = [(register, found), *kept[: MOST_REGISTERS - 1]]
        return found

    return made


@per_register
def _by_pupil(register: PeopleRegister) -> dict[str, tuple[Adult, ...]]:
    found: dict[str, list[Adult]] = {}
    for adult in register.adults.values():
        for pupil in adult.relationships:
            found.setdefault(pupil, []).append(adult)
    return {pupil: tuple(adults) for pupil, adults in found.items()}


@per_register
def _by_mail(register: PeopleRegister) -> dict[str, tuple[Adult, ...]]:
    found: dict[str, list[Adult]] = {}
    for adult in register.adults.values():
        if adult.email:
            found.setdefault(adult.email.casefold(), []).append(adult)
    return {address: tuple(adults) for address, adults in found.items()}
