"""Register rows of an office's cases, with the policy's clauses."""

from collections.abc import Iterable

from ..rules.register import register_rows
from ..rules.register_row import RegisterRow
from ..workflows.office import Office


def rows_of_cases(office: Office, refs: Iterable[str]) -> list[RegisterRow]:
    """The rows of these cases, case by case, in the order of their logs."""
    conduct = office.school.policy.conduct

    def clause_of(name: str) -> str:
        return conduct[name].clause if name in conduct else ""

    return [
        row
        for ref in refs
        for row in register_rows(ref, office.school.name, office.cases.read(ref), clause_of)
    ]
