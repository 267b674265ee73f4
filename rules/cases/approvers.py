"""Who approves a letter: the usual role, the alternate in a conflict, and never a decider of what is reviewed.

A measure is decided on in stages: a notice, an interim bar, the decision, each review. Whoever approved a letter of
any stage, or decided on it, makes no review of it (DfE advice on controlling access to school premises).
"""

from collections.abc import Iterator

from ..people.school import ALTERNATE, CHAIR, HEAD, REVIEWER, Person, School
from ..people.staff_names import is_named, is_same_person
from ..policies.letters import Letters
from ..policies.policy import Step
from ..words import LetterStatus, Outcome, Stage
from .case import Case, LetterState
from .promises import promise_of, role_named
from .stand_ins import stand_in_of


def approver_of(case: Case, step: Step | None, school: School) -> str:
    """The role that approves this step: the usual one, or who was asked in their place as they have not answered."""
    instead = stand_in_of(case, step.id) if step else ""
    return instead if instead in school.people else usual_approver(case, step, school)


def answers_after_all(case: Case, name: str, by: str, school: School) -> bool:
    """Whether this letter waits for who was asked in the place of its usual approver, and that approver is `by`."""
    step = school.policy.steps.get(name)
    usual, asked = usual_approver(case, step, school), approver_of(case, step, school)
    if case.in_hand is None or case.in_hand.letter != name or asked == usual:
        return False
    return usual in school.people and is_named(by, school.people[usual])


def signer_of(case: Case, step: Step, school: School) -> str:
    """The role whose name is under this letter: whoever approves it, unless the policy has another sign it."""
    if signs_as_approver(step):
        return approver_of(case, step, school)
    return standing_in(case, step.signer, school)


def signs_as_approver(step: Step) -> bool:
    """Whether who approves the letter is also who signs it; always where it says who decided."""
    decides = step.is_review or bool(step.record and step.record.decided_by)
    return decides or step.signer in {"", step.approver}


def usual_approver(case: Case, step: Step | None, school: School) -> str:
    """The role that approves and signs this step; the role itself where nobody else is left."""
    usual = ALTERNATE if step is None else standing_in(case, step.approver, school)
    if step is None or not (step.is_review or step.is_stage(Stage.DECISION)):
        return usual
    if promised := promised_role(case, step, school):
        return promised
    return (reviewer_of(case, usual, school) or usual) if step.is_review else usual


def promised_role(case: Case, step: Step, school: School) -> str:
    """Whom an earlier letter named to make this step, where they still may; "" where it named nobody, or they may not.

    Nobody reviews what they decided, whatever a letter said; the target of what was reported decides on nothing.
    """
    promise = promise_of(case, school.policy, step)
    role = role_named(promise.words, school) if promise else ""
    if not role or standing_in(case, role, school) != role:
        return ""
    return "" if step.is_review and role in deciders_of(case, school) else role


def settler_of(case: Case, notice: Step, school: School) -> str:
    """The role that decides once the adult was heard on this notice, as its letter may promise."""
    settling = school.policy.letters.ending(notice.id)
    steps = (one for one in school.policy.steps.values() if one.id in settling)
    first = next((one for one in steps if one.is_stage(Stage.DECISION)), None)
    return standing_in(case, first.decider or first.approver, school) if first else ""


def standing_in(case: Case, role: str, school: School) -> str:
    """The role itself; the alternate where nobody holds it, or where the usual one is the target or a witness.

    A panel stays: nobody on it decides alone, and whoever is too near to the case does not count.
    """
    person = school.people.get(role)
    return ALTERNATE if person is None or (case.alternate and not person.is_panel) else role


def measure_reviewer(case: Case, step_id: str, school: School) -> str:
    """Who decides on this step as the review of a measure: whom its letter named, else its step; "" where none does."""
    step = school.policy.steps.get(step_id)
    if step and not step.is_stage(Stage.DECISION) and (promised := promised_role(case, step, school)):
        return promised
    named = (school.policy.steps.get(one.letter) for one in case.measures)
    found = next((one for one in named if one and one.reviewer and step_id in one.review), None)
    if found is None:
        return ""
    usual = standing_in(case, found.reviewer, school)
    return reviewer_of(case, usual, school) or usual


def prolongs(case: Case, step: Step) -> bool:
    """Whether the step renews a measure that is in force, as its review may: the same is decided on again."""
    again = any(one.letter == step.id for one in case.measures) and step.id in step.review
    came_back = case.trigger is not None and case.trigger.outcome is Outcome.UNDELIVERED
    return again and not came_back


def reviewer_of(case: Case, usual: str, school: School) -> str:
    """A role whose holder decided on no stage of the measures under review, "" where there is none."""
    deciders = deciders_of(case, school)
    others = (
        (usual, REVIEWER, CHAIR, ALTERNATE) if case.alternate else (usual, REVIEWER, CHAIR, ALTERNATE, HEAD)
    )
    return next((role for role in others if role in school.people and role not in deciders), "")


def deciders_of(case: Case, school: School) -> frozenset[str]:
    """The roles that may not review: whoever speaks for them decided, or too few of a panel are left who did not."""
    decided = people_who_decided(case, school)
    return frozenset(role for role, person in school.people.items() if not _may_review(person, decided))


def people_who_decided(case: Case, school: School) -> list[Person]:
    """Who decided on the measures in force, or on the bar that is not lifted, at any stage and in any role.

    Of a panel they are the members who agreed; where the log names none of them, everybody who was on it.
    """
    people, letters = school.people, school.policy.letters
    known: list[Person] = []
    for role, names in _made_by(case, letters):
        named = [one for one in school.holders if any(is_named(name, one) for name in names)]
        usual = people.get(role)
        # The log of a single holder may name somebody who has left since: whoever holds the role now is taken for them.
        known += (
            named
            if named and (usual is None or usual.members)
            else [*named, *(usual.holders if usual else ())]
        )
    return [one for one in school.holders if any(is_same_person(one, other) for other in known)]


def _may_review(role: Person, decided: list[Person]) -> bool:
    free = [one for one in role.holders if not any(is_same_person(one, other) for other in decided)]
    return role in free and len(free) >= role.needs


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


def _made_by(case: Case, letters: Letters) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each approval of a stage and each decision for it: the role, "" where none is known, and who, as they signed."""
    reviewed = _reviewed(case, letters)
    for one in _stages(case, letters):
        yield one.approver, (one.approved_by, *one.agreed)
    for decided in case.decisions:
        name = decided.step
        if name in reviewed and decided.seq > _lifted(case, letters, name) and case.was_posted(name):
            yield "", (decided.by, *decided.agreed)


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
