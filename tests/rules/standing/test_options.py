"""What may be chosen: the policy's steps, less those its gates bar; letters beside the ladder once a question."""

from datetime import date

import pytest
from cast import a_case, a_policy, drafted, opened, posted, reported, sent, triaged
from cast_actions import action, answer, criticism, measure
from shipped import a_step

from letterladder.rules.days.deadlines import ClockRule
from letterladder.rules.policies.policy import NO_FURTHER_ACTION, Step, StepKind
from letterladder.rules.standing.options import goes_aside, options_now, review_steps, step_name
from letterladder.rules.words import Outcome, Unit

VISIT = Step(id="B7", name="One visit", aside=True)
MIXED = a_case(opened(), reported(), triaged("grumble", "threat"))
AFTERWARDS = date(2026, 11, 20)
BAR = {"review_by": date(2027, 2, 22), "ends_on": date(2027, 3, 1)}


def test_the_signpost_ends_only_a_case_of_criticism() -> None:
    """Beside other conduct it is said beside the rest."""
    only = a_case(opened(), reported(), triaged("grumble"))
    assert not goes_aside(only, criticism(), "C1")
    assert goes_aside(MIXED, criticism(), "C1")


def test_a_step_is_beside_the_ladder_if_the_policy_says_so() -> None:
    """A visit during a bar is; the decision about it is not."""
    policy = a_policy(VISIT)
    assert [goes_aside(MIXED, policy, step) for step in ("B7", "B3", "nowhere")] == [True, False, False]


def test_the_signpost_is_offered_once() -> None:
    """What was said is said."""
    complaint = Step(id="L1", name="Request", then={Outcome.COMPLAINT: ("C1", "L2")})
    policy = criticism()
    policy = a_policy(complaint, policy.steps["C1"], conduct=policy.conduct)
    start = (opened(), reported(), triaged("threat"), *sent("L1"), answer(Outcome.COMPLAINT))
    assert options_now(a_case(*start), policy, AFTERWARDS) == ("C1", "L2", "none")
    told = a_case(*start, drafted("C1"), posted("C1", aside=True))
    assert options_now(told, policy, AFTERWARDS) == ("L2", "none")


def test_a_barred_step_is_not_offered() -> None:
    """Nobody is asked to choose what would be refused."""
    warning = Step(id="L3", name="Warning", requires=(Outcome.CONTINUES,))
    case = a_case(opened(), reported(), triaged(), *sent("L1"), answer(Outcome.REFUSED))
    assert options_now(case, a_policy(warning), AFTERWARDS) == ("L2", "none")


def test_a_review_may_come_early() -> None:
    """While a measure is in force its review steps stand first."""
    case = a_case(opened(), reported(), triaged(), *sent("B2"), *measure("B3", **BAR))
    policy = a_policy(Step(id="B4", name="Given back", after=("B3",)))
    assert review_steps(case, policy) == ("B4",)
    assert options_now(case, policy, AFTERWARDS)[0] == "B4"


def test_an_action_beside_the_ladder_changes_no_option() -> None:
    """The open question is the same before and after."""
    start = (opened(), reported(), triaged(), *sent("L1"), answer(Outcome.REFUSED))
    before = options_now(a_case(*start), a_policy(), AFTERWARDS)
    assert options_now(a_case(*start, action("P1", aside=True)), a_policy(), AFTERWARDS) == before


def test_an_open_notice_is_decided_on_wherever_the_ladder_stands() -> None:
    """The end of another measure leaves a way on: a bar that was announced is confirmed or not."""
    notice = a_step(
        "B1", "Notice", then={Outcome.LAPSED: ("B3", "B4"), Outcome.OTHER: ("B4",)}, may_end=False
    )
    lift = Step(id="lift", name="The block ends", kind=StepKind.ACTION, then={Outcome.OTHER: ("Z1",)})
    dates = {name: ClockRule(days=30, unit=Unit.SCHOOL_DAYS) for name in ("review_by", "ends_on")}
    decision = a_step("B3", "Decision", also=dates, review=("B6",))
    steps = (decision, a_step("B4", "Not confirmed"), a_step("B6", "Lifted"), a_step("Z1", "End"))
    policy = a_policy(notice, lift, *steps)
    written = drafted("B1", also={"decision_by": date(2026, 11, 18)})
    heard = (written, *sent("B1")[1:], answer(Outcome.REPRESENTATIONS))
    case = a_case(opened(), reported(), triaged("threat"), *heard, action("lift"))
    assert review_steps(case, policy) == ("B3", "B4")
    assert {"B3", "B4"} <= set(options_now(case, policy, date(2026, 12, 20)))


@pytest.mark.parametrize("step", ["L1", "a-letter", "removal", "withdrawal"])
def test_a_step_is_called_by_its_own_name(step: str) -> None:
    """Only the end of the case has one that no policy gives it."""
    assert step_name(a_policy(), step) != step_name(a_policy(), NO_FURTHER_ACTION)
    assert step_name(a_policy(), NO_FURTHER_ACTION) == "No further action; the case is closed"
