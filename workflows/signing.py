"""Who signs an act: a person of the school, in a role that may, and not too near to the case it is done in."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..ground.errors import Problem, Refused
from ..rules.cases.case import Case
from ..rules.cases.hidden import why_hidden
from ..rules.cases.who_may import Asked, actor_for, holder_for
from ..rules.people.acting import Actor
from ..rules.people.rights import OF_STAFF, Right, rights_at, roles_with
from ..rules.people.school import Person
from .office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What somebody would do: where, and what it is, as it follows "may"; in which case, or None for in none."""

    where: str
    what: str
    case: Case | None = None


def actor_of(office: Office, typed: str, act: Act) -> Actor:
    """The person of the school whom a typed name, role or address means.

    Raises:
        Refused: nobody of the school is meant, several are, or they are too near to the case.
    """
    return actor_for(typed, _asked(office, act))


def holder_of(office: Office, typed: str, roles: Sequence[str], act: Act) -> tuple[str, Actor]:
    """The role, of those that may, and who holds it.

    Raises:
        Refused: as `actor_of`; or the role of who is meant may not do this.
    """
    return holder_for(typed, roles, _asked(office, act))


def signed_by(office: Office, typed: str, roles: Sequence[str], act: Act) -> str:
    """The full name of who holds one of these roles; raises as `holder_of`."""
    return holder_of(office, typed, roles, act)[1].name


def with_right(office: Office, typed: str, right: Right, act: Act) -> Actor:
    """The person of the school, who has this right: by a role, or by being of its staff.

    Raises:
        Refused: as `actor_of`; or they have not.
    """
    actor = actor_of(office, typed, act)
    rights = rights_at(office.school.policy, actor.roles) if actor.roles else OF_STAFF
    if right not in rights:
        may = dict.fromkeys(
            f"{one.name} ({one.role})"
            for role in roles_with(right)
            if role in office.school.people
            for one in office.school.people[role].holders
        )
        what, do = f"{actor.named} may not {act.what}.", f"Those who may: {', '.join(may) or 'nobody'}."
        raise Refused(Problem(where=act.where, what=what, what_to_do=do))
    return actor


def asked_of_role(office: Office, case: Case, role: str) -> list[Person]:
    """Whoever is written to where something is put to a role: its holder, or each of several who is not too near."""
    person = office.school.people[role]
    if not person.members:
        return [person]
    register = office.people.read()
    free = [one for one in person.holders if not why_hidden(case, one, office.school, register)]
    return free or [person]


def _asked(office: Office, act: Act) -> Asked:
    return Asked(
        school=office.school, register=office.people.read(), where=act.where, what=act.what, case=act.case
    )
