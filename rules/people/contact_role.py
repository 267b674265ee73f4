"""What the person whom letters name for questions is at the school."""

from collections.abc import Iterable

from ...ground.values import replace
from .people import StaffMember
from .school import School
from .staff_names import is_named


def with_contact_role(school: School, staff: Iterable[StaffMember]) -> School:
    """The school, whose contact has a role wherever one is known.

    People are compared by name alone: an office's email address may be several people's. Two of one name with two
    roles give none.

    Args:
        school: what [contact] says goes first, then the role under which [people] has the same person.
        staff: the list of staff, for somebody who holds no role there.
    """
    contact = school.contact
    if contact.role:
        return school
    held = {one.role for one in school.holders if is_named(one.name, contact)}
    listed = {
        one.role
        for one in staff
        if one.role and any(is_named(name, contact) for name in (one.name, *one.also))
    }
    roles = held or listed
    return replace(school, contact=replace(contact, role=roles.pop())) if len(roles) == 1 else school
