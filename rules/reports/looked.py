"""What triage made of a report beforehand, in another process, and whether it still holds. Pure.

Most of triage asks nothing about open cases: who is meant, what is told, how grave it is. Where none of the open cases
can matter, the answer of then is the answer of now, and is not worked out a second time.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ...ground.values import replace
from ..people.conflict import Staff
from ..people.people import PeopleRegister
from ..policies.policy import Policy
from ..texts.report import Report
from .machines import as_told
from .matching import is_the_adults_own
from .triage import Triage, triage


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """By what a report is triaged, beside the open cases: the register, the policy, the school's own people."""

    register: PeopleRegister
    policy: Policy
    staff: Staff


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A report as `to_triage` gives it, by what it was triaged, and what was found where no case is open."""

    report: Report
    by: Asked
    found: Triage


def to_triage(report: Report) -> Report:
    """The report that will most likely be triaged, as far as the email itself tells."""
    return as_told(replace(report, quoted_from=()))


def triage_as_looked(
    report: Report, by: Asked, open_cases: Mapping[str, str], looked: Looked | None
) -> Triage:
    """What `triage` gives; worked out only where `looked` is of another report or register, or bears on a case.

    Args:
        report: the email.
        by: what it is triaged by now.
        open_cases: the reference of the open case of each adult who has one.
        looked: what was found beforehand; None for nothing.
    """
    if looked and _is_of(looked, report, by) and not _bears_on(looked.found, report, by, open_cases):
        return looked.found
    return triage(report, by.register, by.policy, open_cases, staff=by.staff)


def _is_of(looked: Looked, report: Report, by: Asked) -> bool:
    """Whether it is the very report, and triaged by the same; a register that was read again counts as another."""
    same = looked.by.register is by.register and looked.by.policy is by.policy
    # Who wrote what a machine quotes is asked before triage, and not in it.
    return same and looked.by.staff == by.staff and looked.report == replace(report, quoted_from=())


def _bears_on(found: Triage, report: Report, by: Asked, open_cases: Mapping[str, str]) -> bool:
    """Whether an adult with an open case may be meant, or wrote it: all that triage asks about open cases."""
    if any(one.adult in open_cases for one in found.suggestions):
        return True
    return any(is_the_adults_own(report, by.register, one) for one in open_cases)
