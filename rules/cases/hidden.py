"""Who sees nothing of a case because they are too near to it. The same for lists, pages and acts."""

from ..people.nearness import Circle, Who, circle_of
from ..people.people import PeopleRegister
from ..people.school import ALTERNATE, HEAD, School
from ..people.staff_names import is_same_person
from .case import Case

__all__ = ["Who", "why_hidden", "why_hidden_from"]


def why_hidden(case: Case, who: Who, school: School, register: PeopleRegister) -> str:
    """Why this person sees nothing of the case, in words; "" where nothing stands against it.

    Args:
        case: the case.
        who: the person.
        school: with its role holders, who may be noted as related to people of the register.
        register: adults and pupils.
    """
    return why_hidden_from(case, circle_of(who, school, register), school)


def why_hidden_from(case: Case, circle: Circle, school: School) -> str:
    """The same, for whoever looks at many cases."""
    if why := circle.why_near({case.adult} - {""}, case.pupils):
        return why
    if case.alternate and _is_usual_approver(circle, school):
        return "it was put to the alternate, because you may be a target or a witness"
    return ""


def _is_usual_approver(circle: Circle, school: School) -> bool:
    """Whether they are the head, and somebody else can stand in for them: a case is never hidden from everybody."""
    head, other = school.people.get(HEAD), school.people.get(ALTERNATE)
    if head is None or other is None or is_same_person(head, other):
        return False
    return any(is_same_person(one, head) for one in circle.held)
