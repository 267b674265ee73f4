"""Who sees nothing of a case because it is about themselves or their family. The same for lists, pages and acts."""

from typing import Protocol

from ..people.people import PeopleRegister
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


def why_hidden(case: Case, who: Who, school: School, register: PeopleRegister) -> str:
    """Why this person sees nothing of the case, in words; "" where nothing stands against it.

    Args:
        case: the case.
        who: the person.
        school: with its role holders, who may be noted as related to people of the register.
        register: adults and pupils.
    """
    theirs = [one for one in school.people.values() if one.email.casefold() == who.email.casefold()]
    concerned = {case.adult, *case.pupils} - {""}
    if concerned & {related for one in theirs for related in one.related}:
        return "it is about somebody related to you"
    adult = register.adults.get(case.adult)
    own = _own_entries(who, theirs, register)
    if case.adult in own:
        return "it is about you"
    homes = {register.adults[one].address for one in own if register.adults[one].address}
    if adult and adult.address in homes:
        return "it is about somebody at your address"
    families = {pupil for one in own for pupil in register.adults[one].relationships}
    if families & {*case.pupils, *(adult.relationships if adult else ())}:
        return "it is about your family"
    return ""


def _own_entries(who: Who, held: list[Person], register: PeopleRegister) -> frozenset[str]:
    """The ids under which this person is in the register of adults: by email address, else by name as staff."""
    names = {who.name.casefold(), *(one.name.casefold() for one in held)}
    return frozenset(
        one.person_id
        for one in register.adults.values()
        if (one.email and one.email.casefold() == who.email.casefold())
        or (one.full_name.casefold() in names and one.flags & {"staff", "governor"})
    )
