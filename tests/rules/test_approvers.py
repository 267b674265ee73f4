"""Who approves: the usual role, the alternate in a conflict, and nobody reviews what he decided."""

from dataclasses import replace
from datetime import date

import pytest
from cast import a_case, a_school, asked, drafted, opened, posted, triaged

from letterladder.rules.approvers import approver_of, reviewer_of
from letterladder.rules.case import Case
from letterladder.rules.policy import Step
from letterladder.rules.school import Person

REVIEW = Step(id="B6", name="Review", approver="head", not_decider=True)
LETTER = Step(id="L1", name="Request")
CHAIR = Person(name="Mrs Una Fell", role="Chair", email="chair-of-all@larkfield.example")
DATES = {"review_by": date(2027, 2, 22)}


def decided_by(role: str, *, alternate: bool = False) -> Case:
    """A bar in force that this role decided on."""
    return a_case(
        opened(),
        triaged(alternate=alternate),
        drafted("B3", also=DATES),
        asked("B3", approver=role),
        posted("B3"),
    )


@pytest.mark.parametrize(
    ("expected", "step", "case"),
    [
        ("head", LETTER, a_case(opened(), triaged())),
        ("alternate", LETTER, a_case(opened(), triaged(alternate=True))),
        ("alternate", None, a_case(opened(), triaged())),
        ("alternate", Step(id="L1", name="Request", approver="chair"), a_case(opened(), triaged())),
        ("alternate", REVIEW, decided_by("head")),
        ("head", REVIEW, decided_by("alternate")),
        ("head", LETTER, decided_by("head")),
    ],
)
def test_the_approver_of_a_step(expected: str, step: Step | None, case: Case) -> None:
    """A role that nobody holds, and a conflict, fall to the alternate; a review to somebody else."""
    assert approver_of(case, step, a_school()) == expected


def test_a_chair_who_is_there_reviews_before_the_alternate() -> None:
    """The order is: the policy's role, the chair, the alternate, the head."""
    school = a_school()
    school = replace(school, people={**school.people, "chair": CHAIR})
    assert approver_of(decided_by("head"), REVIEW, school) == "chair"


def test_two_roles_of_one_person_are_one_person() -> None:
    """An alternate who is also the chair does not review himself, and a head in conflict does not step in."""
    school = a_school()
    same = replace(school, people={**school.people, "chair": school.people["alternate"]})
    assert reviewer_of(decided_by("alternate", alternate=True), "alternate", same) == ""
