"""Which of the school's own people a typed name or address means."""

from collections.abc import Mapping

from ..texts.names import TITLES, fit_name, title_of, titles_agree, words_of
from .school import Person

HEADS = frozenset({"head", "headteacher", "headmaster", "headmistress", "principal", "executivehead"})
"""What the head of a school is called; any of these is that one person."""

BY_MAIL = " by email"
"""How a log line ends that was signed by the address of an email."""


def is_named(typed: str, person: Person) -> bool:
    """Whether this is the person: their address, or their family name with nothing in it that is not theirs.

    "Mrs Hollis", "Anita Hollis" and "a.hollis@larkfield.example by email" are Mrs Anita Hollis; "Mr Hollis" and
    "Anita" are nobody.
    """
    if typed.removesuffix(BY_MAIL).strip().casefold() == person.email.casefold():
        return True
    words, name = words_of(typed), words_of(person.name)
    *given, family = [word for word in name if word not in TITLES] or [""]
    if not titles_agree(title_of(words), title_of(name)):
        return False
    fit = fit_name(tuple(word for word in words if word not in TITLES), " ".join(given), family)
    return fit is not None and fit.family == 2


def names_person(text: str, person: Person) -> bool:
    """Whether a line of free words names this person: by family name, with no other's title before it, or by role."""
    words, name = words_of(text), words_of(person.name)
    if _is_role(tuple(word for word in words if word != "the"), words_of(person.role)):
        return True
    *given, family = [word for word in name if word not in TITLES] or [""]
    for place in (place for place, word in enumerate(words) if word == family):
        before = words[max(0, place - 3) : place]
        named = [word for word in before if word not in TITLES]
        own = {*given, *(word[:1] for word in given)}
        if titles_agree(title_of(before), title_of(name)) and (not named or own & set(named)):
            return True
    return False


def _is_role(words: tuple[str, ...], role: tuple[str, ...]) -> bool:
    """Whether a line begins with the person's office: "the head teacher of Larkfield", "the Head", "Headteacher"."""
    office = "".join(role)
    begun = {"".join(words[:count]) for count in range(1, len(role) + 2)}
    return office in begun or (office in HEADS and bool(begun & HEADS))


def roles_of(typed: str, people: Mapping[str, Person]) -> frozenset[str]:
    """Every role held by whoever is meant: two roles of one address, or of one name, are one person's."""
    meant = [one for person in people.values() for one in person.holders if is_named(typed, one)]
    return frozenset(role for role, person in people.items() if any(holds(person, one) for one in meant))


def holds(role: Person, person: Person) -> bool:
    """Whether this person is among those who hold a role."""
    return any(is_same_person(one, person) for one in role.holders)


def is_same_person(one: Person, other: Person) -> bool:
    """Whether two role holders are one person: the same address, or the same whole name."""
    return one.email.casefold() == other.email.casefold() or words_of(one.name) == words_of(other.name)
