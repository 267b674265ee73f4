"""Who approves: the usual role, the alternate in a conflict, and nobody reviews what they decided at any stage."""

from datetime import date

import pytest
from cast import REF, a_policy, a_school, asked, drafted, entries, opened, posted, triaged
from msgspec.structs import replace as changed
from shipped import a_step, own, with_own

from letterladder.ground.values import replace
from letterladder.rules.cases.approvers import approver_of, deciders_of, reviewer_of, standing_of
from letterladder.rules.cases.case import Case
from letterladder.rules.cases.events import AnyEvent, DecisionMade, LetterApproved
from letterladder.rules.cases.fold import fold
from letterladder.rules.people.school import Person, School
from letterladder.rules.policies.policy import Step
from letterladder.rules.words import Stage

REVIEW = a_step("B6", "Review", approver="head")
LETTER = a_step("L1", "Request")
CHAIR = Person(name="Mrs Una Fell", role="Chair", email="chair-of-all@larkfield.example")
LAKE = Person(name="Mr Idris Lake", role="Governor", email="i.lake@larkfield.example")
DATES = {"review_by": date(2027, 2, 22)}
BEGUN = (opened(), triaged())
NOT = ", who did not make the earlier decision"
NONE = ", who made none of the earlier decisions"


def school(**people: Person) -> School:
    """The school of the cast, with these role holders beside its own."""
    plain = a_school()
    return replace(plain, people={**plain.people, **people})


def letter(name: str, role: str, version: int = 1) -> tuple[AnyEvent, ...]:
    """A letter that this role approved went out."""
    yes = LetterApproved(letter=name, version=version, sha256=f"{name}-{version}", approver=role, how="mail")
    also = DATES if name in {"B3", "B5", "P2"} else {}
    return (
        drafted(name, version, also=also),
        asked(name, version, approver=role),
        yes,
        posted(name, version),
    )


def case_of(*events: AnyEvent, by: str = "office", alternate: bool = False) -> Case:
    """A case of which every line is signed by `by`."""
    lines = entries(opened(), triaged(alternate=alternate), *events)
    return fold(REF, [changed(line, by=by) for line in lines])


HEAD_DECIDED = case_of(*letter("B3", "head"))


@pytest.mark.parametrize(
    ("expected", "step", "case"),
    [
        ("head", LETTER, case_of()),
        ("alternate", LETTER, case_of(alternate=True)),
        ("alternate", None, case_of()),
        ("alternate", Step(id="L1", name="Request", approver="chair"), case_of()),
        ("alternate", REVIEW, HEAD_DECIDED),
        ("head", REVIEW, case_of(*letter("B3", "alternate"))),
        ("head", LETTER, HEAD_DECIDED),
    ],
)
def test_the_approver_of_a_step(expected: str, step: Step | None, case: Case) -> None:
    """A role that nobody holds, and a conflict, fall to the alternate; a review to somebody else."""
    assert approver_of(case, step, a_school()) == expected


TWICE_REVIEWED = (*letter("B3", "head"), *letter("B5", "chair"), *letter("B5", "reviewer", 2))
LIFTED = (*letter("B3", "chair"), *letter("B6", "chair"))
STAGES = [
    ("the person who decided", "chair", letter("B3", "head")),
    ("the reviewer before", "reviewer", (*letter("B3", "head"), *letter("B5", "chair"))),
    ("two reviewers before", "alternate", TWICE_REVIEWED),
    ("nobody is left", "", (*TWICE_REVIEWED, *letter("B5", "alternate", 3))),
    ("the notice counts too", "reviewer", (*letter("B1", "chair"), *letter("B3", "head"))),
    ("the interim bar counts too", "reviewer", (*letter("B2", "chair"), *letter("B3", "head"))),
    ("a bar lifted long ago does not", "chair", (*LIFTED, *letter("B3", "head", 2))),
    ("a warning does not", "chair", (*letter("L3", "chair"), *letter("B3", "head"))),
    ("a block of its own kind", "chair", letter("P2", "head")),
]  # fmt: skip


@pytest.mark.parametrize(("why", "expected", "events"), STAGES, ids=[row[0] for row in STAGES])
def test_no_decider_of_any_stage_reviews(why: str, expected: str, events: tuple[AnyEvent, ...]) -> None:
    """The order is: the policy's role, the chair, a reviewer, the alternate, the head; never one who decided."""
    case = case_of(*events)
    assert reviewer_of(case, "chair", school(chair=CHAIR, reviewer=LAKE)) == expected, why


@pytest.mark.parametrize(
    "by", ["Mr Idris Lake", "Mr Lake", "i.lake@larkfield.example by email", "Idris Lake"]
)
def test_who_decided_counts_also_where_another_role_approved(by: str) -> None:
    """The decision was signed by the governor, the letter approved by the head: neither reviews."""
    case = case_of(DecisionMade(step="B3", reason="the risk"), *letter("B3", "head"), by=by)
    assert {"head", "reviewer"} <= deciders_of(case, school(reviewer=LAKE))


def test_two_roles_of_one_person_are_one_person() -> None:
    """By address or by name: an alternate who is also the chair does not review, nor does a head in conflict."""
    same = school(chair=a_school().people["alternate"])
    case = case_of(*letter("B3", "alternate"), alternate=True)
    assert reviewer_of(case, "alternate", same) == ""
    by_name = school(chair=replace(a_school().people["alternate"], email="elsewhere@larkfield.example"))
    assert reviewer_of(case, "alternate", by_name) == ""


@pytest.mark.parametrize(
    ("expected", "role", "events"),
    [
        (NOT, "chair", letter("B3", "head")),
        (NONE, "chair", (*letter("B3", "head"), *letter("B5", "alternate"))),
        ("", "head", letter("B3", "head")),
        ("", "head", (*letter("B3", "head"), *letter("B5", "alternate"))),
    ],
)
def test_a_review_claims_only_what_is_so(expected: str, role: str, events: tuple[AnyEvent, ...]) -> None:
    """Where a decider must lift the bar because nobody else is there, the letter does not call them another."""
    assert standing_of(role, case_of(*events), school(chair=CHAIR)) == expected


OWN = with_own(
    S2=own("S2", stage=Stage.DECISION, ends=("S1",), adverse=True),
    S3=own("S3", stage=Stage.REVIEW, ends=("S2",)),
)


@pytest.mark.parametrize(
    ("deciders", "events"),
    [
        ({"head"}, letter("B3", "head")),
        ({"head"}, (*letter("B3", "head"), *letter("S3", "chair"))),
        ({"chair"}, (*letter("S2", "chair"), *letter("B4", "head"))),
        (set(), (*letter("S2", "chair"), *letter("S3", "head"))),
    ],
)
def test_the_end_of_a_schools_own_measure_is_no_end_of_a_bar(
    deciders: set[str], events: tuple[AnyEvent, ...]
) -> None:
    """Who decided on the one still does not review it when the other is over."""
    own_school = replace(school(chair=CHAIR), policy=a_policy(letters=OWN))
    assert deciders_of(case_of(*events), own_school) == deciders


MARSH = Person(name="Mr Owen Marsh", role="Governor", email="o.marsh@larkfield.example")
ROE = Person(name="Ms Pia Roe", role="Governor", email="p.roe@larkfield.example")
PANEL = replace(CHAIR, members=(MARSH, ROE), needs=2)
AGREED = ["Mr Owen Marsh", "Ms Pia Roe"]


def by_panel(agreed: list[str]) -> Case:
    """A bar that these members of a panel agreed to."""
    draft, ask, _, sent = letter("B3", "panel")
    yes = LetterApproved(
        letter="B3", version=1, sha256="B3-1", approver="panel", how="desk", person=agreed[-1], agreed=agreed
    )
    return case_of(draft, ask, yes, sent)


@pytest.mark.parametrize(
    ("out", "agreed", "needs"),
    [
        ({"panel", "governor"}, AGREED, 2),
        ({"governor"}, ["Mr Owen Marsh"], 2),
        ({"panel", "governor"}, ["Mr Owen Marsh"], 3),
        ({"panel"}, ["Mrs Una Fell"], 1),
    ],
)
def test_a_member_of_a_panel_that_decided_reviews_in_no_role(
    out: set[str], agreed: list[str], needs: int
) -> None:
    """The panel itself reviews only where its speaker and enough of it decided on nothing."""
    held = school(panel=replace(PANEL, needs=needs), governor=MARSH)
    assert deciders_of(by_panel(agreed), held) == out


def test_the_alternate_does_not_stand_in_for_a_panel() -> None:
    """One person would decide what several must."""
    step = Step(id="L1", name="Request", approver="panel")
    assert approver_of(case_of(alternate=True), step, school(panel=PANEL)) == "panel"
