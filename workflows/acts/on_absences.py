"""Acts on absences: somebody will be away, and somebody is back. Whoever gives the order waits for it."""

from ...ground.errors import Problem, Refused
from ...rules.office.absences import Absence, approves, faults_of
from ...rules.office.exports import AwayEnded, AwaySaid
from ...rules.people.school import ALTERNATE
from ..absent import absences_ahead, absences_of
from ..office import Office


def say_away(office: Office, wanted: Absence) -> Absence:
    """Note an absence; without a stand-in the school's `when_away` says whether the alternate is one.

    Raises:
        Refused: with every reason why it cannot be.
    """
    school, today = office.school, office.clock.today()
    goes_on = school.approving.when_away == "alternate" and approves(wanted.role, school)
    to_role = wanted.to_role or (ALTERNATE if goes_on and wanted.role != ALTERNATE else "")
    meant = Absence(role=wanted.role, first=wanted.first, last=wanted.last, to_role=to_role, by=wanted.by)
    if faults := [*faults_of(meant, absences_of(office), school, today)]:
        raise Refused(*faults)
    event = AwaySaid(role=meant.role, first=meant.first, last=meant.last, to_role=meant.to_role)
    office.telling.append(office.clock.now(), meant.by, event, order=office.order)
    return meant


def say_back(office: Office, role: str, *, by: str) -> list[Absence]:
    """Note that somebody is back today, or will be there after all; those absences that end by it.

    Raises:
        Refused: they are not away, and no absence of theirs is to come.
    """
    ending = [one for one in absences_ahead(office) if one.role == role]
    if not ending:
        what = f"No absence of “{role}” is noted that is going on or to come."
        raise Refused(Problem(where="ROLE", what=what, what_to_do="The command `away` lists them."))
    event = AwayEnded(role=role, back=office.clock.today())
    office.telling.append(office.clock.now(), by, event, order=office.order)
    return ending
