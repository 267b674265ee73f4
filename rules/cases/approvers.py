"""Who approves a letter: the usual role, the alternate in a conflict, and never a decider of what is reviewed.

A measure is decided on in stages: a notice, an interim bar, the decision, each review. Whoever approved a letter of
any stage, or decided on it, makes no review of it (DfE advice on controlling access to school premises).
"""

from collections.abc import Iterator

from ..people.school import ALTERNATE, CHAIR, HEAD, REVIEWER, School
from ..people.staff_names import is_same_person, roles_of
from ..policies.letters import Letters
from ..policies.policy import Step
from ..words import LetterStatus
from .case import Case, LetterState


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
    people, letters = school.people, school.policy.letters
    known = [people[role] for role in _approved_by(case, letters) if role in people]
    known += [people[role] for name in _signed_by(case, letters) for role in roles_of(name, people)]
    return frozenset(
        role for role, person in people.items() if any(is_same_person(person, one) for one in known)
    )


def standing_of(role: str, case: Case, school: School) -> str:
    """What a review says of its maker after their name; nothing where it would not be true."""
    if role in deciders_of(case, school):
        return ""
    letters = school.policy.letters
    upheld = {one.id for one in letters if one.upholds}
    decisions = sum(one.letter in upheld for one in _stages(case, letters))
    return (
        ", who did not make the earlier decision"
        if decisions < 2
        else ", who made none of the earlier decisions"
    )


def _approved_by(case: Case, letters: Letters) -> Iterator[str]:
    """The role that approved each stage."""
    for one in _stages(case, letters):
        yield one.approver


def _signed_by(case: Case, letters: Letters) -> Iterator[str]:
    """Who signed the approval of each stage, or the decision for it, by name or address."""
    reviewed = _reviewed(case, letters)
    for one in _stages(case, letters):
        yield one.approved_by
    for decided in case.decisions:
        name = decided.step
        if name in reviewed and decided.seq > _lifted(case, letters, name) and case.was_posted(name):
            yield decided.by


def _stages(case: Case, letters: Letters) -> list[LetterState]:
    """The letters of the measures under review that went out."""
    reviewed = _reviewed(case, letters)
    posted = [one for one in case.letters if one.status is LetterStatus.POSTED and one.letter in reviewed]
    return [one for one in posted if one.seq > _lifted(case, letters, one.letter)]


def _reviewed(case: Case, letters: Letters) -> frozenset[str]:
    """The letters whose makers do not review: every stage of a bar, and what else is in force."""
    return letters.stages() | {one.letter for one in case.measures}


def _lifted(case: Case, letters: Letters, stage: str) -> int:
    """The log line by which a bar of this stage last ended; what was before it is not a stage of the one in force."""
    lifting = letters.lifting(stage)
    return max(
        (one.seq for one in case.letters if one.letter in lifting and one.status is LetterStatus.POSTED),
        default=0,
    )
