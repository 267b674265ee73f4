"""Every fault that a policy can have as a whole, with the key it is under."""

import pytest
from cast import STEPS, a_policy
from shipped import own, with_own

from letterladder.ground.values import replace
from letterladder.rules.days.counting import ClockRule
from letterladder.rules.policies.conduct import Conduct
from letterladder.rules.policies.policy import Policy, Step, StepKind
from letterladder.rules.policies.policy_check import faults_of
from letterladder.rules.policies.telling import Telling
from letterladder.rules.words import Outcome, Stage, Unit

LADDER = {step.id: step for step in STEPS}
CLOCK = ClockRule(days=5, unit=Unit.WORKING_DAYS)
POSTS = Conduct(id="posts", title="posts", clause="", cues=(), first=("L1", "P1", "B1"))


def changed(step: str, **changes: object) -> Policy:
    """The ladder with one step changed; every step can be reached."""
    return a_policy(replace(LADDER[step], **changes), conduct={"posts": POSTS})


def places(policy: Policy) -> list[str]:
    """Where its faults are."""
    return [fault.where for fault in faults_of(policy, where="own.toml")]


def test_the_ladder_of_the_tests_has_no_fault() -> None:
    """So each fault below comes from its own change."""
    assert places(a_policy(conduct={"posts": POSTS})) == []


@pytest.mark.parametrize(
    ("where", "policy"),
    [
        ("own.toml, steps.L1.then.lapsed", changed("L1", then={Outcome.LAPSED: ("L9", "L2", "L3")})),
        ("own.toml, steps.B4.after", changed("B4", after=("B9",))),
        ("own.toml, steps.L1.doer", changed("L1", doer="office")),
        ("own.toml, steps.L1.reviewer", changed("L1", reviewer="chair")),
        ("own.toml, steps.L1.clock", changed("L1", clock=replace(CLOCK, days=0))),
        ("own.toml, steps.L1.clock", changed("L1", clock=replace(CLOCK, cap_days=2))),
        ("own.toml, steps.L3.also.removal_by", changed("L3", also={"removal_by": replace(CLOCK, days=400)})),
        ("own.toml, steps.L2.then", changed("L2", then={Outcome.OTHER: ("L3",)})),
        ("own.toml, steps.B1.then", changed("B1", then={Outcome.LAPSED: (), Outcome.OTHER: ("B3",)})),
        ("own.toml, steps.B2.may_end", changed("B2", may_end=True)),
        (
            "own.toml, steps.B2.may_end",
            changed("B2", then={Outcome.LAPSED: ("B3", "none"), Outcome.OTHER: ("B4",)}),
        ),
        ("own.toml, steps.B4", changed("B4", then={}, may_end=False)),
        ("own.toml, steps.B4", changed("B4", then={Outcome.OTHER: ()}, may_end=False)),
    ],
)
def test_a_fault_is_shown_under_its_key(where: str, policy: Policy) -> None:
    """One change, one fault, where it was made."""
    assert where in places(policy)


@pytest.mark.parametrize("may_end", [True, False])
def test_only_a_step_that_nothing_can_follow_is_a_dead_end(may_end: bool) -> None:
    """A step that may end the case needs no next step."""
    policy = changed("B4", then={}, may_end=may_end)
    assert ("own.toml, steps.B4" in places(policy)) is not may_end


def test_a_letter_needs_a_template() -> None:
    """The fault names the letters there are; an action needs none."""
    poem = Step(id="L7", name="A poem")
    policy = a_policy(poem, replace(poem, id="P7", kind=StepKind.ACTION, tell_adult=Telling.NEVER), conduct={
        "posts": replace(POSTS, first=("L1", "P1", "B1", "L7", "P7"))
    })  # fmt: skip
    faults = faults_of(policy, where="own.toml")
    assert [fault.where for fault in faults] == ["own.toml, steps.L7"]
    assert "Use one of: B1, B2" in faults[0].what_to_do


def test_a_step_that_nothing_leads_to_is_unreachable() -> None:
    """It would never be used; most likely a name is misspelt elsewhere."""
    policy = a_policy(conduct={"posts": replace(POSTS, first=("L1", "B1"))})
    assert places(policy) == ["own.toml, steps.P1"]


def test_a_policy_without_conduct_has_nothing_to_begin_with() -> None:
    """Then no step can be reached either."""
    found = places(a_policy(conduct={}))
    assert found[0] == "own.toml, conduct"
    assert len(found) == 1 + len(STEPS)


@pytest.mark.parametrize(
    ("fault", "first"), [("gives no first step", ()), ("no step 'L9'", ("L1", "P1", "B1", "L9"))]
)
def test_conduct_begins_with_a_step_of_the_policy(fault: str, first: tuple[str, ...]) -> None:
    """At least one, and each of them known."""
    found = faults_of(
        a_policy(conduct={"posts": POSTS, "more": replace(POSTS, id="more", first=first)}), where="x"
    )
    assert [(one.where, fault in one.what) for one in found] == [("x, conduct.more.first", True)]


def test_all_faults_are_told_at_once() -> None:
    """Nobody wants to run `check` seven times."""
    policy = changed(
        "L1", doer="caretaker", clock=replace(CLOCK, days=0), then={Outcome.OTHER: ("L9", "L2", "L3")}
    )
    assert len(places(policy)) == 4


def test_the_decision_to_do_nothing_is_no_unknown_step() -> None:
    """A policy may name "none" where the step may end."""
    assert places(changed("L1", then={Outcome.LAPSED: ("L2", "L3", "none")})) == []


def of_letter(step: str, **changes: object) -> list[str]:
    """What is said of a policy that also has this step, which sends a letter of the school's own or one of ours."""
    letters = with_own(
        S1=own("S1", stage=Stage.NOTICE, adverse=True, must_print=frozenset({"answer_by", "comments_to"})),
        S2=own("S2"),
    )
    more = Step(id=step, name="More", record=letters.get(step), then={Outcome.OTHER: ("Z1",)}, **changes)  # type: ignore[arg-type]
    posts = replace(POSTS, first=(*POSTS.first, step))
    policy = a_policy(more, conduct={"posts": posts}, letters=letters)
    return [f"{one.where}: {one.what}" for one in faults_of(policy, where="own.toml")]


LETTER_FAULTS = [
    ("steps.X2.kind: X2 is a sheet for another body", "X2", {}),
    ("steps.L2b.kind: L2b is a letter to the adult", "L2b", {"kind": StepKind.ACTION}),
    ("steps.S2: There is no field 'nosuch'.", "S2", {"needs": ("nosuch",)}),
    ("steps.S2: There is no field 'by_then'.", "S2", {"also": {"by_then": CLOCK}}),
    ("steps.S2.site_access: A step about access to the site", "S2", {"site_access": True}),
    ("steps.S1.clock: A notice asks for comments", "S1", {}),
    ("steps.S2.also: A letter that sets a measure", "S2", {"also": {"ends_on": CLOCK}}),
]


@pytest.mark.parametrize(("said", "step", "changes"), LETTER_FAULTS)
def test_a_step_uses_a_letter_for_what_it_is(said: str, step: str, changes: dict[str, object]) -> None:
    """A sheet goes to no adult; a letter of the school's own is guarded as ours are."""
    found = of_letter(step, **changes)
    assert any(one.startswith(f"own.toml, {said}") for one in found), found


@pytest.mark.parametrize(("step", "changes"), [("S2", {}), ("S2", {"needs": ("facts",)}), ("B7", {})])
def test_a_letter_used_as_what_it_is_has_no_fault(step: str, changes: dict[str, object]) -> None:
    """So each fault above comes from its own change."""
    assert of_letter(step, **changes) == []
