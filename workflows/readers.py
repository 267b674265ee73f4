"""Who is written to about a case or an email: nobody too near to it, while somebody else of the chain is left."""

from collections.abc import Iterable, Iterator

from ..ground.errors import LetterladderError
from ..rules.cases.case import Case
from ..rules.cases.hidden import hidden_from, why_hidden_from
from ..rules.cases.who_may import CLEARS_ALERTS
from ..rules.mails.hidden_mail import near_by, stands_in
from ..rules.mails.mail_log import MailRow
from ..rules.mails.telling import Near, spared
from ..rules.people.nearness import circle_of
from ..rules.people.school import ALTERNATE
from .office import Office
from .sure_register import sure_register


def near_to(office: Office, case: Case) -> frozenset[str]:
    """Who is not shown this case, by address; of allegations alone where no register can be read."""
    return hidden_from(case, office.school, sure_register(office))


def near_of(office: Office) -> Near:
    """Who is not told of an email because it is about them; of allegations alone where no register can be read."""
    return near_by(office.school, sure_register(office))


def readers_of(office: Office, ref: str, roles: Iterable[str], *, but: Iterable[str] = ()) -> tuple[str, ...]:
    """The addresses to which something about this case is written.

    Args:
        office: the school.
        ref: the case; "" for what is about none.
        roles: whose turn it is.
        but: addresses to leave out besides; where nobody else holds these roles, nobody is written to.
    """
    left_out = frozenset(one.casefold() for one in but)
    to = tuple(one for one in office.school.mails_of(*roles) if one.casefold() not in left_out)
    return spared(to, left_out | _near(office, ref), office.school) if to else ()


def readers_of_mail(office: Office, sha256: str, roles: Iterable[str]) -> tuple[str, ...]:
    """The addresses to which something about this email is written; "" is no email."""
    to, near = office.school.mails_of(*roles), near_of(office)
    rows = office.index.mails.named(sha256) if sha256 else []
    return spared(to, frozenset[str]().union(*map(near, rows)), office.school)


def in_charge_of(office: Office, row: MailRow) -> tuple[str, ...]:
    """The roles that may end an alarm about this email: the DSL and the deputy, and who stands in for both."""
    instead = stands_in(near_of(office)(row), office.school)
    people = office.school.people.items()
    return (*CLEARS_ALERTS, *(role for role, one in people if one.email == instead))


def answerer_of(office: Office, case: Case, role: str) -> str:
    """Whoever is asked in the place of this role's holder: the alternate, where the holder is too near to the case."""
    people = office.school.people
    if role not in people or ALTERNATE not in people:
        return role
    near = near_to(office, case)
    is_near = people[role].email.casefold() in near
    return ALTERNATE if is_near and people[ALTERNATE].email.casefold() not in near else role


def shown_to_all(office: Office, refs: Iterable[str], to: Iterable[str]) -> Iterator[str]:
    """Those of these cases to which nobody of these addresses is too near: an email about several names no others."""
    register, readers = sure_register(office), {one.casefold() for one in to}
    held = [one for one in office.school.people.values() if one.email.casefold() in readers]
    circles = [circle_of(one, office.school, register) for one in held]
    for ref in refs:
        case = _case(office, ref)
        if case is None or not any(why_hidden_from(case, one, office.school) for one in circles):
            yield ref


def _near(office: Office, ref: str) -> frozenset[str]:
    """Who is too near to the case; nobody where its log cannot be read, so that nothing is kept from everybody."""
    case = _case(office, ref)
    return near_to(office, case) if case else frozenset()


def _case(office: Office, ref: str) -> Case | None:
    try:
        return office.case(ref) if ref else None
    except LetterladderError:
        return None
