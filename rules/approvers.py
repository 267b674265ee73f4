"""Who approves a letter: the usual role, the alternate in a conflict, and never the decider of what is reviewed."""

from .case import Case
from .policy import Step
from .school import ALTERNATE, CHAIR, HEAD, School

REVIEWED = ("B3", "B5", "P2", "P3", "C2")
"""Letters whose measure somebody else reviews."""


def approver_of(case: Case, step: Step | None, school: School) -> str:
    """The role that approves and signs this step; the role itself where nobody else is left."""
    usual = (
        ALTERNATE if case.alternate or step is None or step.approver not in school.people else step.approver
    )
    if step is None or not step.not_decider:
        return usual
    return reviewer_of(case, usual, school) or usual


def reviewer_of(case: Case, usual: str, school: School) -> str:
    """A role whose holder did not decide on the measure under review, "" where there is none."""
    decider = _mail_of(decider_of(case), school)
    others = (usual, CHAIR, ALTERNATE) if case.alternate else (usual, CHAIR, ALTERNATE, HEAD)
    return next((role for role in others if role in school.people and _mail_of(role, school) != decider), "")


def decider_of(case: Case) -> str:
    """The role that decided on the measure in force that is reviewed, "" where none is."""
    found = [one.decided_by for one in case.measures if one.letter in REVIEWED]
    return found[-1] if found else ""


def _mail_of(role: str, school: School) -> str:
    return school.people[role].email.casefold() if role in school.people else ""
