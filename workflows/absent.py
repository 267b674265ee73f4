"""Who is away now, as the workflows ask: whom a reminder reaches, and whether a draft waits for its approver."""

from collections.abc import Sequence
from datetime import date

from ..ground.errors import LogBroken
from ..rules.cases.case import Case, LetterState
from ..rules.office.absences import Absence, absence_on, ahead, fold_absences
from ..rules.words import LetterStatus
from .approving import approver_of
from .office import Office


def absences_of(office: Office) -> list[Absence]:
    """Every absence of the school; none where their log cannot be read, so that nothing is kept from anybody."""
    try:
        return fold_absences(office.telling.entries())
    except LogBroken:
        return []


def absences_ahead(office: Office) -> list[Absence]:
    """Those that are going on or to come."""
    return ahead(absences_of(office), office.school, office.clock.today())


def away_rows(office: Office) -> list[dict[str, object]]:
    """Those absences, as the command lists them."""
    return [
        {
            "role": one.role,
            "name": office.school.people[one.role].name,
            "from": one.first,
            "to": one.last,
            "to_role": one.to_role,
            "by": one.by,
        }
        for one in absences_ahead(office)
    ]


def away(office: Office, role: str) -> Absence | None:
    """The absence of the holder of this role today; None where they are there."""
    return absence_on(absences_of(office), role, office.clock.today(), office.school)


def back_since(office: Office, role: str) -> date | None:
    """The last day of the newest absence of this role that is over: what waited until then did not wait for them."""
    today = office.clock.today()
    return max(
        (one.last for one in absences_of(office) if one.role == role and one.last < today), default=None
    )


def waits_for_return(office: Office, case: Case, letter: LetterState) -> bool:
    """Whether this draft waits until its approver is back: nobody is asked, and nothing is drafted again."""
    if letter.status is not LetterStatus.DRAFTED:
        return False
    absence = away(office, approver_of(office, case, letter))
    return absence is not None and not absence.to_role


def reminded_instead(office: Office, roles: Sequence[str]) -> tuple[str, ...]:
    """Who is reminded: those who are there, and who answers for the others; never nobody."""
    found: list[str] = []
    for role in roles:
        absence = away(office, role)
        instead = absence.to_role if absence else role
        if instead in office.school.people:
            found.append(instead)
    return tuple(dict.fromkeys(found)) or tuple(roles)
