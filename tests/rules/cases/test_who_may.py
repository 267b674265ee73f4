"""What is signed with a name is done by a person of the school whose role may do it, or not at all."""

from dataclasses import replace
from datetime import date

import pytest
from cast import BEGUN, a_case, a_policy, a_school, asked, drafted, posted, sent, triaged

from letterladder.ground.errors import Refused
from letterladder.rules.cases.events import AnyEvent, DecisionAsked
from letterladder.rules.cases.who_may import Asked, approvers_of, deciders_now, holder_for
from letterladder.rules.people.people import PeopleRegister
from letterladder.rules.people.school import Person, School
from letterladder.rules.policies.policy import Step

CHAIR = Person(name="Mrs Una Fell", role="Chair", email="u.fell@larkfield.example")
NAMESAKE = Person(name="Mrs Ruth Hollis", role="Chair", email="r.hollis@larkfield.example")


def school(**people: Person) -> School:
    """The school of the cast, with a step for reviews."""
    plain = a_school(policy=a_policy(Step(id="B5", name="Review", approver="alternate")))
    return replace(plain, people={**plain.people, **people})


def found(typed: str, *roles: str, **people: Person) -> str:
    """The role and the name that a typed name stands for, or why it stands for none."""
    try:
        asked = Asked(
            school=school(**people), register=PeopleRegister(), where="2026-0042", what="approve L1"
        )
        role, person = holder_for(typed, roles or ("head",), asked)
    except Refused as refusal:
        return str(refusal)
    return f"{role}: {person.name}"


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        ("head: Mrs Anita Hollis", "Mrs Anita Hollis"),
        ("head: Mrs Anita Hollis", "hollis"),
        ("head: Mrs Anita Hollis", "A.Hollis@larkfield.example"),
        ("'Mr Desmond Catterick' is nobody of the school", "Mr Desmond Catterick"),
        ("'root' is nobody of the school", "root"),
        ("head: Mrs Anita Hollis", "head"),
        ("head: Mrs Anita Hollis", "Headteacher"),
        ("'Mr Hollis' is nobody of the school", "Mr Hollis"),
        ("No name was given for who is doing this", " "),
        ("Mrs Carol Binns (School Office Manager) may not approve L1", "Mrs Binns"),
        ("Mr Peter Quayle (Chair of Governors) may not approve L1", "chair@larkfield.example"),
    ],
)  # fmt: skip
def test_only_who_may_is_taken(expected: str, typed: str) -> None:
    """By whole name or address; whoever is refused reads who may."""
    assert expected in found(typed)
    assert found(typed).startswith("head") or "'Mrs Anita Hollis' (Headteacher)" in found(typed)


def test_a_name_that_two_people_bear_is_nobodys() -> None:
    """The address tells them apart."""
    assert "'Mrs Hollis' may be Mrs Anita Hollis (Headteacher) or Mrs Ruth Hollis (Chair)" in found(
        "Mrs Hollis", chair=NAMESAKE
    )
    assert found("a.hollis@larkfield.example", chair=NAMESAKE) == "head: Mrs Anita Hollis"


def test_a_person_of_several_roles_acts_in_the_one_that_may() -> None:
    """The head of a small school is its DSL too."""
    both = school().people["head"]
    assert found("Mrs Hollis", "dsl", dsl=both) == "dsl: Mrs Anita Hollis"


REVIEW_ASKED = DecisionAsked(options=["B5"], trigger=1, message_id="<x@y.example>", approver="chair")
BAR = (*sent("B1"), drafted("B3", also={"review_by": date(2027, 2, 22)}), asked("B3"), posted("B3"))


@pytest.mark.parametrize(
    ("expected", "step", "events"),
    [
        (("head",), "L3", ()),
        (("alternate",), "L3", (triaged(alternate=True),)),
        (("head", "chair"), "B4", (REVIEW_ASKED,)),
        (("alternate",), "B5", BAR),
        (("head",), "none", ()),
    ],
)
def test_who_decides(expected: tuple[str, ...], step: str, events: tuple[AnyEvent, ...]) -> None:
    """The head; the alternate in a conflict; whoever was asked; at a review only whoever reviews."""
    assert deciders_now(a_case(*BEGUN, *events), step, school()) == expected


def test_whoever_was_asked_may_approve() -> None:
    """The alternate, once the head has not answered."""
    case = a_case(*BEGUN, drafted(), asked(), asked(approver="alternate"))
    letter = case.in_hand
    assert letter is not None
    assert approvers_of(case, letter, school()) == ("head", "alternate")
