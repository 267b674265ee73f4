"""Who sees nothing of a case because they are too near to it. The same for lists, pages and acts."""

from ..people.nearness import Circle, Who, circle_of
from ..people.people import PeopleRegister
from ..people.school import ALTERNATE, DEPUTY, DSL, HEAD, School
from ..people.staff_names import is_named, is_same_person
from .case import Case

__all__ = ["Who", "hidden_from", "why_hidden", "why_hidden_from"]

IN_CHARGE = (DSL, DEPUTY, HEAD, ALTERNATE)
"""One of them at least is shown each case."""


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
    if _is_alleged(case, circle, school):
        return "it names you in what is said of staff"
    if case.alternate and _is_usual_approver(circle, school):
        return "it was put to the alternate, because you may be a target or a witness"
    return ""


def hidden_from(case: Case, school: School, register: PeopleRegister) -> frozenset[str]:
    """The addresses, in lower case, of the role holders who are not shown the case."""
    people = school.holders
    return frozenset(one.email.casefold() for one in people if why_hidden(case, one, school, register))


def _is_alleged(case: Case, circle: Circle, school: School) -> bool:
    """Whether an email on the case alleges something of them, and somebody else in charge is left to deal with it."""
    if not case.alleged:
        return False
    named = [one for one in school.holders if any(is_named(name, one) for _, name in case.alleged)]
    if not any(is_same_person(one, held) for one in named for held in circle.held):
        return False
    in_charge = [school.people[role] for role in IN_CHARGE if role in school.people]
    return not all(any(is_same_person(one, other) for other in named) for one in in_charge)


def _is_usual_approver(circle: Circle, school: School) -> bool:
    """Whether they are the head, and somebody else can stand in for them: a case is never hidden from everybody."""
    head, other = school.people.get(HEAD), school.people.get(ALTERNATE)
    if head is None or other is None or is_same_person(head, other):
        return False
    return any(is_same_person(one, head) for one in circle.held)
