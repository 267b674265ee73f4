"""Who of the school may do what is signed with a name: the roles, and whether a typed name is one of their holders."""

from collections.abc import Collection, Sequence

from ...ground.errors import Problem, Refused
from ..people.school import ALTERNATE, DEPUTY, DSL, HEAD, Person, School
from ..people.staff_names import is_named, is_same_person, roles_of
from .approvers import approver_of, deciders_of
from .case import Case, LetterState

CLEARS_ALERTS = (DSL, DEPUTY)
MOVES_THE_DECISION = (DSL, DEPUTY, HEAD, ALTERNATE)
RELEASES = (DSL, DEPUTY, HEAD)
WAIVES = (HEAD, ALTERNATE, DSL, DEPUTY)
REOPENS = (HEAD, ALTERNATE, DSL, DEPUTY)


def approvers_of(case: Case, letter: LetterState, school: School) -> tuple[str, ...]:
    """The roles that may say yes to this letter: the rule's, and whoever else was asked."""
    asked = [code.approver for code in letter.codes]
    return tuple(dict.fromkeys([approver_of(case, school.policy.steps.get(letter.letter), school), *asked]))


def deciders_now(case: Case, step_id: str, school: School) -> tuple[str, ...]:
    """The roles that may decide on this step: for a review whoever reviews, else the head or who was asked instead."""
    step = school.policy.steps.get(step_id)
    if step is not None and step.is_review:
        return (approver_of(case, step, school),)
    asked = [case.asked.approver] if case.asked and case.asked.approver else []
    return tuple(dict.fromkeys([ALTERNATE if case.alternate else HEAD, *asked]))


def put_to(case: Case, roles: Collection[str], school: School) -> bool:
    """Whether a letter or a decision of this case is, or was, one of these roles' to answer."""
    asked = {code.approver for letter in case.letters for code in letter.codes}
    asked |= {case.asked.approver} if case.asked else set()
    if case.alternate:
        asked.add(ALTERNATE)
    if case.in_hand:
        asked.add(approver_of(case, school.policy.steps.get(case.in_hand.letter), school))
    return not asked.isdisjoint(roles)


def person_for(
    typed: str, roles: Sequence[str], school: School, *, where: str, what: str
) -> tuple[str, Person]:
    """The role, of those that may, and the person of the school whom a typed name or address means.

    Args:
        typed: what is behind --by.
        roles: who may, the likeliest first.
        school: whose people they are.
        where: the case, for the refusal.
        what: the act as it follows "may": "approve L1".

    Raises:
        Refused: nobody of the school is called so, several are, or the person's role may not do this.
    """
    meant = _people_named(typed, school)
    may = [role for role in roles if role in school.people]
    if len(meant) != 1:
        fault = f"Several people at the school are called '{typed}'" if meant else _nobody(typed)
        raise Refused(
            Problem(where=where, what=f"{fault}, so nothing was done.", what_to_do=_sign(may, school))
        )
    person = meant[0]
    held = roles_of(person.email, school.people)
    role = next((one for one in may if one in held), "")
    if not role:
        fault = f"{person.name} ({person.role}) may not {what}."
        raise Refused(Problem(where=where, what=fault, what_to_do=_sign(may, school)))
    return role, school.people[role]


def decided_before(case: Case, role: str, school: School) -> bool:
    """Whether this role's holder decided on an earlier stage of what would be reviewed."""
    return role in deciders_of(case, school)


def _people_named(typed: str, school: School) -> list[Person]:
    found: list[Person] = []
    for person in school.people.values():
        if is_named(typed, person) and not any(is_same_person(person, one) for one in found):
            found.append(person)
    return found


def _nobody(typed: str) -> str:
    return (
        f"'{typed}' holds no role at the school"
        if typed.strip()
        else "No name was given for who is doing this"
    )


def _sign(roles: Sequence[str], school: School) -> str:
    people = dict.fromkeys(f"'{school.people[role].name}' ({school.people[role].role})" for role in roles)
    return (
        f"Those who may: {', '.join(people) or 'nobody in school.toml'}. Give the name or the email "
        "address: --by "
        "NAME."
    )
