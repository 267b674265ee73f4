"""Whom a typed name or number means in the register of people."""

from collections.abc import Mapping

from wtforms.validators import ValidationError

from ...ground.english import listed
from ...rules.people.people import PeopleRegister
from ...rules.texts.names import fold

MOST_NAMED = 6
"""People named where a name means several."""


def adult_meant(people: PeopleRegister, typed: str) -> str:
    """The number of the adult who is meant; what was typed where the register has nobody of that name.

    Raises:
        ValidationError: several are called so.
    """
    return _meant({key: one.full_name for key, one in people.adults.items()}, typed)


def pupils_meant(people: PeopleRegister, typed: str) -> tuple[str, ...]:
    """The numbers of the pupils who are meant, with commas between them.

    Raises:
        ValidationError: several are called so.
    """
    names = {key: one.full_name for key, one in people.pupils.items()}
    return tuple(_meant(names, one) for one in typed.split(",") if one.strip())


def _meant(names: Mapping[str, str], typed: str) -> str:
    wanted = set(fold(typed).text.split())
    if not wanted or typed.strip() in names:
        return typed.strip()
    found = [key for key, name in names.items() if wanted <= set(fold(name).text.split())]
    if len(found) > 1:
        shown = listed(f"{names[key]} ({key})" for key in found[:MOST_NAMED])
        raise ValidationError(f"Several are called so: {shown}. Type the number.")
    return found[0] if found else typed.strip()
