"""The people register for whoever must be told of danger: where it cannot be read, they are told all the same."""

from ..rules.people.people import PeopleRegister
from .office import Office


def sure_register(office: Office) -> PeopleRegister:
    """The register; an empty one where it cannot be read, whatever the reason: the round says so elsewhere."""
    try:
        return office.people.read()
    except Exception:  # noqa: BLE001 - the border of an alert: who is left out of it may not keep it back
        return PeopleRegister()
