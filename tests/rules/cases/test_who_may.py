"""What is signed with a name is done by a person of the school whose role may do it, or not at all."""

from datetime import date

import pytest
from cast import (
    ADULT,
    BEGUN,
    a_case,
    a_policy,
    a_school,
    an_adult,
    asked,
    drafted,
    opened,
    posted,
    reported,
    sent,
    triaged,
)

from letterladder.ground.errors import Refused
from letterladder.ground.values import replace
from letterladder.rules.cases.events import AnyEvent, DecisionAsked, DecisionMade
from letterladder.rules.cases.who_may import (
    Asked,
    actor_for,
    approvers_of,
    deciders_now,
    doers_of,
    holder_for,
    put_to,
    takers_of_alerts,
    takers_of_mail,
)
from letterladder.rules.people.people import PeopleRegister
from letterladder.rules.people.school import Person, School, Triaging
from letterladder.rules.policies.policy import Step, StepKind

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


EVERYBODY = (
    "There are: Mrs Anita Hollis (Headteacher), Mr Peter Quayle (Chair of Governors), Miss Joan Treadwell"
    " (Designated Safeguarding Lead), Mr Imran Sadiq (Deputy Headteacher and Deputy DSL), Mrs Carol Binns (School"
    " Office Manager); and whoever is in staff.csv. Give a name, a role or the email address: --by NAME."
)


@pytest.mark.parametrize(
    ("typed", "in_case", "fault"),
    [
        ("Mr Gavin Stott", True, "'Mr Gavin Stott' is the adult whom this case is about"),
        ("stott", True, "'stott' is the adult whom this case is about"),
        (
            "Mr Gavin Stott",
            False,
            "'Mr Gavin Stott' is in the register of adults, and nobody of the school is called so",
        ),
        ("Mr Desmond Catterick", True, "'Mr Desmond Catterick' is nobody of the school"),
        ("Mr Desmond Catterick", False, "'Mr Desmond Catterick' is nobody of the school"),
        ("", True, "No name was given for who is doing this"),
        (" ", False, "No name was given for who is doing this"),
    ],
)
def test_whoever_is_nobody_reads_why_and_who_there_is(typed: str, in_case: bool, fault: str) -> None:
    """The adult of the case, another of the register, a stranger, no name; the whole problem."""
    register = PeopleRegister(adults={ADULT: an_adult()})
    case = a_case(*BEGUN) if in_case else None
    asked_for = Asked(school=a_school(), register=register, where="2026-0042", what="approve L1", case=case)
    with pytest.raises(Refused) as refusal:
        actor_for(typed, asked_for)
    assert [(one.where, one.what, one.what_to_do) for one in refusal.value.problems] == [
        ("2026-0042", f"{fault}, so nothing was done.", EVERYBODY)
    ]


def test_whoever_may_not_reads_who_may_in_order() -> None:
    """Each holder once, the likeliest first; roles that nobody holds are left out."""
    asked_for = Asked(school=a_school(), register=PeopleRegister(), where="2026-0042", what="approve L1")
    for typed, fault in (
        ("Mrs Binns", "Mrs Carol Binns (School Office Manager) may not approve L1."),
        ("root", "'root' is nobody of the school, so nothing was done."),
    ):
        for roles, may in (
            (
                ("dsl", "panel", "head", "dsl"),
                "'Miss Joan Treadwell' (Designated Safeguarding Lead), 'Mrs Anita Hollis' (Headteacher)",
            ),
            (("panel",), "nobody in school.toml"),
        ):
            with pytest.raises(Refused) as refusal:
                holder_for(typed, roles, asked_for)
            do = f"Those who may: {may}. Give the name or the email address: --by NAME."
            assert [(one.where, one.what, one.what_to_do) for one in refusal.value.problems] == [
                ("2026-0042", fault, do)
            ]


@pytest.mark.parametrize(
    ("roles", "events"),
    [
        ([], (opened(),)),
        ([], BEGUN),
        (["head"], (*BEGUN, drafted())),
        (["head", "chair"], (*BEGUN, drafted(), asked(approver="chair"))),
        (["head"], (*BEGUN, drafted("L3"))),
        (["alternate"], (opened(), reported(), triaged(alternate=True))),
        (["chair"], (*BEGUN, REVIEW_ASKED)),
        (["dsl", "office", "chair"], (*BEGUN, DecisionMade(step="P9", reason="it went on"))),
        ([], (*BEGUN, DecisionMade(step="P8", reason="it went on"))),
    ],
)
def test_to_whom_a_case_was_put(roles: list[str], events: tuple[AnyEvent, ...]) -> None:
    """Who approves, who was asked, the alternate of a conflict, and who does or is heard on the step that is due."""
    action = Step(id="P9", name="Call them", kind=StepKind.ACTION, doer="office", consults=("dsl", "chair"))
    chaired = replace(school(chair=CHAIR), policy=a_policy(action))
    every = ("dsl", "deputy", "head", "alternate", "office", "chair")
    case = a_case(*events)
    assert [role for role in every if put_to(case, {role, "nobody"}, chaired)] == roles
    assert not put_to(case, (), chaired)


def test_who_carries_an_action_out() -> None:
    """The role of the policy, the alternate where nobody holds it, and anybody where it names none."""
    case = a_case(*BEGUN)
    steps = [Step(id="P9", name="Call", kind=StepKind.ACTION, doer=doer) for doer in ("office", "panel", "")]
    assert [doers_of(case, step, school()) for step in steps] == [("office",), ("alternate",), ()]


def test_who_may_take_an_alert_or_an_email() -> None:
    """Who ends or files it, and everybody who is told of it; each once, in this order."""
    told = Triaging(tell=("head", "dsl"), plain=("chair",), chain=("alternate", "deputy", "office"))
    of_its_own = replace(school(), triaging=told)
    assert takers_of_alerts(of_its_own) == ("dsl", "deputy", "alternate", "office")
    assert takers_of_mail(of_its_own) == ("dsl", "deputy", "office", "head", "chair", "alternate")


@pytest.mark.parametrize(("expected", "step"), [(("head", "chair"), ""), (("head",), "L2")])
def test_whoever_decides_on_one_step_alone_is_not_asked_about_another(
    expected: tuple[str, ...], step: str
) -> None:
    """They were asked about theirs; where no step is named, whoever was asked may say which it is."""
    here = school()
    steps = {**here.policy.steps, "L3": replace(here.policy.steps["L3"], decider="chair")}
    case = a_case(*BEGUN, replace(REVIEW_ASKED, options=["L3"]))
    assert deciders_now(case, step, replace(here, policy=replace(here.policy, steps=steps))) == expected
