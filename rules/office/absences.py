"""Who is away, from when to when, and who answers in their place. Pure: a fold over the log of who is told what."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from ...ground.english import uk_date
from ...ground.errors import Problem
from ...ground.values import replace
from ..days.calendar import ONE_DAY
from ..people.school import ALTERNATE, School
from .exports import AwayEnded, AwaySaid, OfficeEntry


class Absence(Struct, frozen=True, kw_only=True):
    """The holder of a role is away, first and last day included; `to_role` answers in their place, "" for nobody."""

    role: str
    first: date
    last: date
    to_role: str = ""
    by: str = ""

    def is_on(self, day: date) -> bool:
        """Whether they are away on this day."""
        return self.first <= day <= self.last

    def words(self, school: School) -> str:
        """Who is away, until when, and what becomes of what only they may answer."""
        person = school.people[self.role]
        until = f"{person.name} ({self.role}) is away from {uk_date(self.first)} to {uk_date(self.last)}"
        if not self.to_role:
            return f"{until}. What only they may approve waits until then."
        return f"{until}. {school.people[self.to_role].name} ({self.to_role}) answers for them."


def fold_absences(entries: Iterable[OfficeEntry]) -> list[Absence]:
    """Every absence as it stands, in the order in which they were said; one that ended before it began is none."""
    found: list[Absence] = []
    for entry in entries:
        event = entry.event
        match event:
            case AwaySaid():
                found.append(
                    Absence(
                        role=event.role,
                        first=event.first,
                        last=event.last,
                        to_role=event.to_role,
                        by=entry.by,
                    )
                )
            case AwayEnded():
                found = [_ended(one, event) for one in found]
            case _:
                pass
    return [one for one in found if one.first <= one.last]


def _ended(absence: Absence, event: AwayEnded) -> Absence:
    if absence.role != event.role or absence.last < event.back:
        return absence
    return replace(absence, last=event.back - ONE_DAY)


def ahead(absences: Iterable[Absence], school: School, today: date) -> list[Absence]:
    """Those that are going on or to come, of roles that somebody holds."""
    return [one for one in absences if today <= one.last and one.role in school.people]


def absence_on(absences: Iterable[Absence], role: str, day: date, school: School) -> Absence | None:
    """The absence of this role on a day; None where its holder is there, or nobody holds it any more."""
    return next(
        (one for one in absences if one.role == role and one.is_on(day) and role in school.people), None
    )


def faults_of(wanted: Absence, absences: Iterable[Absence], school: School, today: date) -> Iterator[Problem]:
    """Why this absence cannot be noted; nothing where it can."""
    known = ", ".join(school.people)
    if wanted.role not in school.people:
        yield _fault("ROLE", f"Nobody is “{wanted.role}” in school.toml.", f"It has: {known}.")
        return
    if wanted.to_role and wanted.to_role not in school.people:
        yield _fault("--to-role", f"Nobody is “{wanted.to_role}” in school.toml.", f"It has: {known}.")
    elif wanted.to_role:
        yield from _faults_of_stand_in(wanted, absences, school)
    if wanted.last < wanted.first:
        what = f"The last day, {uk_date(wanted.last)}, is before the first, {uk_date(wanted.first)}."
        yield _fault("--to", what, "Give the first day with --from and the last with --to.")
    elif wanted.last < today:
        yield _fault("--to", f"{uk_date(wanted.last)} has passed.", "Give days that are still to come.")
    for one in absences:
        if one.role == wanted.role and one.first <= wanted.last and wanted.first <= one.last:
            what = f"{wanted.role} is noted as away from {uk_date(one.first)} to {uk_date(one.last)} already."
            yield _fault("--from", what, f"End that first: away {wanted.role} --back.")


def _faults_of_stand_in(wanted: Absence, absences: Iterable[Absence], school: School) -> Iterator[Problem]:
    here, there = school.people[wanted.role], school.people[wanted.to_role]
    if here.email.casefold() == there.email.casefold():
        yield _fault("--to-role", f"{there.name} holds both roles, and is away.", "Name somebody else.")
    if approves(wanted.role, school) and wanted.to_role != ALTERNATE:
        what = f"{wanted.role} approves letters, and {wanted.to_role} may not approve them in their place."
        yield _fault(
            "--to-role", what, "Only the alternate may: --to-role alternate, or leave it out: they wait."
        )
    for one in absences:
        if one.role == wanted.to_role and one.first <= wanted.last and wanted.first <= one.last:
            what = f"{there.name} is away as well, from {uk_date(one.first)} to {uk_date(one.last)}."
            yield _fault("--to-role", what, "Name somebody who is there, or leave it out.")


def approves(role: str, school: School) -> bool:
    """Whether some letter of the policy needs the yes of this role."""
    return any(step.approver == role for step in school.policy.steps.values())


def _fault(where: str, what: str, what_to_do: str) -> Problem:
    return Problem(where=where, what=what, what_to_do=what_to_do)
