"""What an uploaded list of people, or of staff, would change; for the command and for the page."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..ground.errors import Problem
from ..records.people.people_csv import people_of
from ..records.people.staff_csv import staff_of
from ..rules.people.people import PeopleRegister
from ..rules.people.register_import import (
    Differences,
    Lined,
    Sheet,
    differences,
    leavers,
    lined_up,
    not_in_file,
    staff_differences,
)
from ..workflows.acts.on_people import ReplaceRegister
from ..workflows.office import Office

_NOBODY = Problem(
    where="the file", what="No row of the file can be used.", what_to_do="See what is wrong with each."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What would change.

    Attributes:
        kind: "people" or "staff".
        content: the new file, in our columns.
        differences: who is new, changed, gone.
        faults: rows that are left out or doubtful, with the line of the uploaded file.
        problems: why it cannot be put in place at all; none where it can.
        empty: columns that would be empty for everybody.
        seen: the SHA-256 of the file that it was compared with.
    """

    kind: str
    content: bytes
    differences: Differences
    faults: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    empty: tuple[str, ...]
    seen: str

    def order(self, by: str) -> ReplaceRegister:
        """The order that puts it in place."""
        return ReplaceRegister(
            by=by,
            content=self.content,
            staff=self.kind == "staff",
            seen=self.seen,
            differences=self.differences,
        )


def plan_of(
    office: Office,
    sheet: Sheet,
    matched: Mapping[str, int],
    *,
    kind: str,
    open_cases: Mapping[str, str],
    doubts: tuple[Problem, ...] = (),
) -> Plan:
    """Compare an uploaded list with the one that is there.

    Args:
        office: the school.
        sheet: the list.
        matched: the place of each of our columns in it.
        kind: "people" or "staff".
        open_cases: the open case of each adult who has one, as far as whoever looks may see them.
        doubts: what was taken apart of it, for a person to look at.
    """
    seen = office.people.digest(staff=kind == "staff")
    before = office.people.read()
    found = lined_up(sheet, matched, kind, before)
    if kind == "staff":
        members, faults, content = staff_of(found.rows, "the file")
        told, count = staff_differences(before.staff, members), len(members)
    else:
        register, content = people_of([*found.rows, *_kept(office, before, found)], "the file")
        faults, count = register.faults, len(register.adults)
        told = differences(before, register, open_cases)
    problems = found.problems or (() if count else (_NOBODY,))
    return Plan(
        kind=kind,
        content=content,
        differences=told if not problems else Differences(),
        faults=(*doubts, *faults) if not found.problems else (),
        problems=problems,
        empty=not_in_file(matched, kind),
        seen=seen,
    )


def _kept(office: Office, before: PeopleRegister, found: Lined) -> list[tuple[int, tuple[str, ...]]]:
    """The entries of those who are missing from the file and have an open case, whoever looks."""
    if found.problems or not found.rows:
        return []
    return list(leavers(before, found, office.index.cases.running()))
