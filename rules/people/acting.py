"""Who of the school a typed name, role or email address means: a role holder, or somebody of the list of staff."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..texts.names import TITLES, words_of
from .people import PeopleRegister, StaffMember
from .school import Person, School
from .staff_names import BY_MAIL, is_named, is_same_person

MOST_NAMED = 12
"""People who are listed for somebody who typed an unknown name; more are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody of the school who acts: name, what they are there, address, and the roles they hold; none of most."""

    name: str
    title: str = ""
    email: str = ""
    roles: tuple[str, ...] = ()

    @property
    def named(self) -> str:
        """Name and office: "Mrs Anita Hollis (Headteacher)"."""
        return f"{self.name} ({self.title})" if self.title else self.name


def actors_named(typed: str, school: School, register: PeopleRegister) -> tuple[Actor, ...]:
    """Everybody of the school whom this can mean; one who is named in full is meant alone.

    Args:
        typed: a name with or without title and given name, an email address, or a role: "head", "Headteacher".
        school: its role holders.
        register: its list of staff.
    """
    wanted = typed.removesuffix(BY_MAIL).strip()
    if not wanted:
        return ()
    people = list(_everybody(school, register))
    found = [one for one, names in people if any(_is_meant(wanted, name, one.email) for name in names)]
    whole = [one for one in found if _bare(one.name) == _bare(wanted)]
    if found:
        return tuple(whole if len(whole) == 1 else found)
    low = " ".join(words_of(wanted))
    held = [
        holder
        for role, person in school.people.items()
        for holder in person.holders
        if low in {" ".join(words_of(role)), " ".join(words_of(holder.role))}
    ]
    return tuple(one for one, _ in people if any(_is(one, holder) for holder in held))


def who_there_is(school: School) -> str:
    """The role holders, for somebody who typed a name that is nobody's."""
    people = list(dict.fromkeys(f"{one.name} ({one.role})" for one in school.holders))
    more = f" and {len(people) - MOST_NAMED} more" if len(people) > MOST_NAMED else ""
    return f"{', '.join(people[:MOST_NAMED])}{more}; and whoever is in staff.csv"


def is_in_register(typed: str, register: PeopleRegister) -> bool:
    """Whether the register of adults has somebody of this name or address."""
    return any(_is_meant(typed.strip(), one.full_name, one.email) for one in register.adults.values())


def is_namesake(actor: Actor, name: str, email: str) -> bool:
    """Whether somebody of this name and address may be the actor: the same name, and no two addresses to tell apart."""
    same = _bare(actor.name) == _bare(name)
    return same and not (actor.email and email and actor.email.casefold() != email.casefold())


def _everybody(school: School, register: PeopleRegister) -> Iterator[tuple[Actor, tuple[str, ...]]]:
    """Each person once, with every name that they go by."""
    holders: list[Person] = []
    for one in school.holders:
        if not any(is_same_person(one, other) for other in holders):
            holders.append(one)
    listed = {member: _holder_of(member, holders) for member in register.staff}
    for one in holders:
        roles = tuple(
            role
            for role, person in school.people.items()
            if any(is_same_person(one, other) for other in person.holders)
        )
        also = tuple(name for member, holder in listed.items() if holder is one for name in member.also)
        yield Actor(name=one.name, title=one.role, email=one.email, roles=roles), (one.name, *also)
    for member, holder in listed.items():
        if holder is None:
            actor = Actor(name=member.name, title=member.role, email=member.email)
            yield actor, (member.name, *member.also)


def _holder_of(member: StaffMember, holders: list[Person]) -> Person | None:
    """The role holder whom a line of the list of staff is about; None where it is about somebody else."""
    if member.email:
        return next((one for one in holders if one.email.casefold() == member.email.casefold()), None)
    return next((one for one in holders if is_named(member.name, one)), None)


def _is_meant(typed: str, name: str, email: str) -> bool:
    return is_named(typed, Person(name=name, role="", email=email or " "))


def _is(actor: Actor, person: Person) -> bool:
    return actor.email.casefold() == person.email.casefold() or _bare(actor.name) == _bare(person.name)


def _bare(name: str) -> tuple[str, ...]:
    """A name without its titles."""
    return tuple(word for word in words_of(name) if word not in TITLES)
