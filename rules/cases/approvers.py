"""Who approves a letter: the usual role, the alternate in a conflict, and never a decider of what is reviewed.

A measure is decided on in stages: a notice, an interim bar, the decision, each review. Whoever approved a letter of
any stage, or decided on it, makes no review of it (DfE advice on controlling access to school premises).
"""

from collections.abc import Iterator

from ..people.school import ALTERNATE, CHAIR, HEAD, REVIEWER, School
from ..people.staff_names import is_same_person, roles_of
from ..policies.policy import Step
from ..words import LetterStatus
from .case import Case, LetterState

BAR = frozenset({"B1", "B2", "B3", "B5"})
"""The stages of a bar; B4 and B6 end it, and with it what its deciders may not do."""

DECISIONS = frozenset({"B3", "B5"})
LIFTS = frozenset({"B4", "B6"})


def approver_of(case: Case, step: Step | None, school: School) -> str:
    """The role that approves and signs this step; the role itself where nobody else is left."""
    usual = (
        ALTERNATE if case.alternate or step is None or step.approver not in school.people else step.approver
    )
    if step is None or not step.is_review:
        return usual
    return reviewer_of(case, usual, school) or usual


def reviewer_of(case: Case, usual: str, school: School) -> str:
    """A role whose holder decided on no stage of the measures under review, "" where there is none."""
    deciders = deciders_of(case, school)
    others = (
        (usual, REVIEWER, CHAIR, ALTERNATE) if case.alternate else (usual, REVIEWER, CHAIR, ALTERNATE, HEAD)
    )
    return next((role for role in others if role in school.people and role not in deciders), "")


def deciders_of(case: Case, school: School) -> frozenset[str]:
    """All roles of the people who decided on the measures in force, or on the bar that is not lifted, at any stage."""
    people = school.people
    known = [people[role] for role in _approved_by(case) if role in people]
    known += [people[role] for name in _signed_by(case) for role in roles_of(name, people)]
    return frozenset(
        role for role, person in people.items() if any(is_same_person(person, one) for one in known)
    )


def standing_of(role: str, case: Case, school: School) -> str:
    """What a review says of its maker after their name; nothing where it would not be true."""
    if role in deciders_of(case, school):
        return ""
    decisions = sum(one.letter in DECISIONS for one in _stages(case))
    return (
        ", who did not make the earlier decision"
        if decisions < 2
        else ", who made none of the earlier decisions"
    )


def _approved_by(case: Case) -> Iterator[str]:
    """The role that approved each stage."""
    for one in _stages(case):
        yield one.approver


def _signed_by(case: Case) -> Iterator[str]:
    """Who signed the approval of each stage, or the decision for it, by name or address."""
    reviewed = _reviewed(case)
    for one in _stages(case):
        yield one.approved_by
    for decided in case.decisions:
        if decided.step in reviewed and decided.seq > _lifted(case) and case.was_posted(decided.step):
            yield decided.by


def _stages(case: Case) -> list[LetterState]:
    """The letters of the measures under review that went out."""
    reviewed, lifted = _reviewed(case), _lifted(case)
    posted = [one for one in case.letters if one.status is LetterStatus.POSTED]
    return [one for one in posted if one.letter in reviewed and one.seq > lifted]


def _reviewed(case: Case) -> frozenset[str]:
    """The letters whose makers do not review: every stage of a bar, and what else is in force."""
    return BAR | {one.letter for one in case.measures}


def _lifted(case: Case) -> int:
    """The log line by which the last bar ended; what was before it is no stage of this one."""
    posted = [one.seq for one in case.letters if one.letter in LIFTS and one.status is LetterStatus.POSTED]
    return max(posted, default=0)
