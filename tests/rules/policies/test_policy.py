"""What a policy says when it is asked."""

import pytest
from cast import a_policy

from letterladder.ground.values import replace
from letterladder.rules.policies.conduct import Conduct
from letterladder.rules.policies.ladder import Then
from letterladder.rules.policies.policy import Policy, Step
from letterladder.rules.words import Outcome


def conduct(name: str, *first: str, criticism: bool = False) -> Conduct:
    """A kind of conduct with its first steps."""
    return Conduct(id=name, title=name, clause="", cues=(), first=first, criticism=criticism)


KINDS = {
    one.id: one
    for one in (
        conduct("posts", "L1", "L2"),
        conduct("photos", "L1"),
        conduct("abuse", "L3", "L2"),
        conduct("grievance", "C1", criticism=True),
    )
}
POLICY = a_policy(Step(id="C1", name="Complaints", closes=True), conduct=KINDS)


@pytest.mark.parametrize(
    ("steps", "kinds"),
    [
        (("L1", "L2"), ("posts",)),
        (("C1",), ("grievance",)),
        (("L1", "L2", "L3"), ("posts", "abuse")),
        (("L3", "L2", "L1"), ("abuse", "photos")),
        (("L1", "C1"), ("grievance", "photos")),
        (("L1", "L2"), ("posts", "unheard-of")),
        ((), ("unheard-of",)),
        ((), ()),
    ],
)
def test_the_first_steps_of_several_kinds_of_conduct(steps: tuple[str, ...], kinds: tuple[str, ...]) -> None:
    """Each kind's in order, none twice; a closing step is no default while another is allowed."""
    assert POLICY.first_steps(kinds) == steps


def test_an_adult_with_an_earlier_case_begins_higher() -> None:
    """Where the policy names steps for that; criticism stays criticism however often it comes."""
    policy = replace(POLICY, repeat_first=("L3",))
    assert policy.first_steps(("photos",), repeated=True) == ("L3", "L1")
    assert policy.first_steps(("photos",)) == ("L1",)
    assert policy.first_steps(("grievance",), repeated=True) == ("C1",)


@pytest.mark.parametrize(
    ("criticism", "mixed", "kinds"),
    [
        (True, False, ("grievance",)),
        (False, True, ("grievance", "posts")),
        (False, False, ("posts",)),
        (True, False, ("grievance", "unheard-of")),
        (False, False, ()),
    ],
)
def test_criticism_is_told_from_misconduct(criticism: bool, mixed: bool, kinds: tuple[str, ...]) -> None:
    """Nothing but grievances, grievances beside other conduct, none."""
    assert (POLICY.is_criticism(kinds), POLICY.is_mixed(kinds)) == (criticism, mixed)


@pytest.mark.parametrize(
    ("steps", "outcome"),
    [(("L2",), Outcome.LAPSED), (("Z1",), Outcome.REMOVED), (("Z1",), Outcome.OTHER), ((), Outcome.AGREED)],
)
def test_an_outcome_the_policy_does_not_name_is_like_any_other(
    steps: tuple[str, ...], outcome: Outcome
) -> None:
    """But an empty list is a word of its own: no step follows."""
    then: Then = {Outcome.LAPSED: ("L2",), Outcome.OTHER: ("Z1",), Outcome.AGREED: ()}
    assert Step(id="L1", name="", then=then).may_follow(outcome) == steps


def test_a_policy_that_names_nothing_for_an_outcome_permits_nothing() -> None:
    """Not even for any other outcome."""
    assert Step(id="L1", name="", then={Outcome.LAPSED: ("L2",)}).may_follow(Outcome.REMOVED) == ()


@pytest.mark.parametrize(("rolls", "step"), [(True, "L1"), (True, "B1"), (False, "B2")])
def test_comments_on_an_interim_bar_do_not_roll_past_its_end(rolls: bool, step: str) -> None:
    """Other answers move to the next school day; a step without a clock asks for none."""
    clock = a_policy().steps[step].answer_clock
    assert clock is not None
    assert clock.roll_forward is rolls
    assert a_policy().steps["Z1"].answer_clock is None


def test_a_policy_is_a_value() -> None:
    """Two readings of one file are the same policy."""
    same: Policy = a_policy()
    assert same == a_policy()
