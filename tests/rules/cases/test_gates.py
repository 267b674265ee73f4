"""Every refusal names its rule, its source and what would satisfy it; nothing else is refused."""

from datetime import date

import pytest
from cast import a_case, a_policy, a_school, opened, reported, sent, triaged
from cast_actions import action, answer, closed_duty, criticism, duty, measure
from shipped import LETTERS, a_step

from letterladder.ground.values import replace
from letterladder.rules.cases.case import Case
from letterladder.rules.cases.events import DutyWaived, EarlierCasesFound
from letterladder.rules.cases.gates import (
    barred,
    limited,
    not_called_so,
    not_provided,
    occasions,
    reviewing,
    wording,
)
from letterladder.rules.policies.policy import Policy, Step
from letterladder.rules.words import Outcome, Switch

NO_BARS = a_policy(site_access=False)
CASE = a_case(opened(), reported(), triaged())
GRUMBLE = a_case(opened(), reported(), triaged("grumble"))
AFTERWARDS = date(2026, 11, 20)
"""The day after every answer-by of the cast."""
BAR = {"review_by": date(2027, 2, 22), "ends_on": date(2027, 3, 1)}
IN_FORCE = a_case(opened(), reported(), triaged(), *sent("B2"), *measure("B3", **BAR))
WARNING = replace(a_policy().steps["L3"], requires=(Outcome.CONTINUES,))
CLAIM = Step(id="Z1", name="Legal warning", after=("L3", "P1"))


def closing_warning() -> Policy:
    """A policy under which the case ends with the warning."""
    policy = criticism()
    return replace(policy, steps={**policy.steps, "L3": replace(policy.steps["L3"], closes=True)})


REFUSALS = [
    ("does not provide for withdrawing permission", "B1", CASE, NO_BARS),
    ("does not provide for blocking", "P2", CASE, a_policy()),
    ("does not provide for a restriction on cameras", "P3", CASE, a_policy()),
    ("does not provide for a signed agreement", "G1", CASE, a_policy()),
    ("does not provide for a letter that warns", "X1", CASE, a_policy()),
    ("names no step L9", "L9", CASE, a_policy()),
    ("is criticism and nothing else", "L1", GRUMBLE, criticism()),
    ("is criticism and nothing else", "L3", GRUMBLE, closing_warning()),
    ("may only follow B1 or B2", "B3", CASE, a_policy()),
    ("answer was: refused-and-continues", "L3", CASE, a_policy(WARNING)),
    ("may only follow L3 or P1", "Z1", CASE, a_policy(CLAIM)),
    ("cannot end yet: The police are told", "none", CASE, duty()),
    ("cannot end yet: The police are told", "Z1", CASE, duty()),
    ("cannot end while B3 is in force", "none", IN_FORCE, a_policy()),
    ("cannot end while B3 is in force", "Z1", IN_FORCE, a_policy()),
]


@pytest.mark.parametrize(("rule", "step", "case", "policy"), REFUSALS)
def test_a_refusal_names_rule_source_and_way_through(
    rule: str, step: str, case: Case, policy: Policy
) -> None:
    """Each branch of the tree, with the policy's name among its sources where it is the policy's rule."""
    refusal = barred(case, policy, step, AFTERWARDS)
    assert refusal is not None
    assert rule in refusal.rule
    assert refusal.source
    assert refusal.satisfied_by
    assert all(part in str(refusal) for part in (refusal.rule, refusal.source, refusal.satisfied_by))


ALLOWED = [
    ("L1", CASE, a_policy()),
    ("B1", CASE, a_policy()),
    ("B1", CASE, a_policy(site_access=False, linked_policy="Site Policy")),
    ("C1", GRUMBLE, criticism()),
    ("none", GRUMBLE, criticism()),
    ("L3", a_case(opened(), triaged(), *sent("L1"), answer(Outcome.CONTINUES)), a_policy(WARNING)),
    ("Z1", a_case(opened(), triaged(), action("P1")), a_policy(CLAIM)),
    ("B3", a_case(opened(), triaged(), *sent("B1")), a_policy()),
    ("none", a_case(opened(), triaged(), action("P1")), closed_duty()),
    ("none", a_case(opened(), triaged(), DutyWaived(rule="police", reason="known")), duty()),
    ("none", a_case(opened(), triaged(), *sent("B2"), *measure("B3", **BAR), *sent("B4")), a_policy()),
]


@pytest.mark.parametrize(("step", "case", "policy"), ALLOWED)
def test_what_no_rule_forbids_is_allowed(step: str, case: Case, policy: Policy) -> None:
    """The way through that each refusal names is one."""
    assert barred(case, policy, step, AFTERWARDS) is None


@pytest.mark.parametrize("switch", [one for one in Switch if one is not Switch.SITE_ACCESS])
def test_a_switch_turns_its_letter_on(switch: Switch) -> None:
    """Then the only thing left to say is that the policy lacks the step."""
    (letter,) = LETTERS.switched(switch)
    refusal = barred(CASE, a_policy(**{switch: True}), letter, AFTERWARDS)
    assert refusal is not None
    assert "names no step" in refusal.rule


@pytest.mark.parametrize(
    ("expected", "case"),
    [
        (1, a_case(opened(), reported())),
        (1, a_case(opened(), reported(), reported())),
        (2, a_case(opened(), reported(), reported("another lie", posted_on="2026-11-07"))),
        (2, a_case(opened(), EarlierCasesFound(refs=["2026-0001"], told=[""], steps=[]), reported())),
    ],
)
def test_occasions_are_counted_once_each(expected: int, case: Case) -> None:
    """The same post reported twice is one occasion; an earlier case is another."""
    assert occasions(case) == expected


def harassing(policy: Policy) -> Policy:
    """The same policy, whose harassment needs two occasions."""
    conduct = {**policy.conduct, "harassment": replace(policy.conduct["harassment"], occasions=2)}
    return replace(policy, conduct=conduct)


def test_one_occasion_is_no_harassment() -> None:
    """The kind of conduct is not named, and a letter about nothing else is refused."""
    case = a_case(opened(), reported(), triaged("harassment"))
    policy = harassing(a_policy())
    assert not_called_so(case, policy) == ("harassment",)
    refusal = wording(case, policy, {})
    assert refusal is not None
    assert "Protection from Harassment Act 1997" in refusal.source


def test_beside_other_conduct_harassment_is_only_left_out() -> None:
    """The letter goes out about the rest."""
    case = a_case(opened(), reported(), triaged("harassment", "threat"))
    assert wording(case, harassing(a_policy()), {}) is None


def test_nobody_types_harassment_into_a_letter_after_one_occasion() -> None:
    """What a person supplies is held to the same rule."""
    assert wording(CASE, a_policy(), {"facts": "This is harassment."}) is not None


def test_a_mixed_case_waits_for_the_words_picked_out() -> None:
    """Only letters that quote, and only until a person has chosen the words."""
    case = a_case(opened(), reported(), triaged("grumble", "threat"))
    policy = criticism()
    assert limited(case, policy, policy.steps["L1"]) is not None
    assert limited(case, policy, policy.steps["L2"]) is None


DECISION = a_step("B3", "Decision")
REVIEW = a_step("B5", "Review", not_decider=True)


@pytest.mark.parametrize(
    ("rule", "step", "reviewer", "free"),
    [
        ("", DECISION, "Mr Lake, governor", True),
        ("", DECISION, "", False),
        ("", a_step("P2", "Block"), "Mrs Hollis", True),
        ("Mrs Anita Hollis decides by this letter", DECISION, "mrs hollis, Headteacher", True),
        ("Mrs Anita Hollis decides by this letter", DECISION, "Anita Hollis", True),
        ("Mrs Anita Hollis decides by this letter", DECISION, "the Headteacher", True),
        ("", DECISION, "Mr Hollis, governor", True),
        ("Mr Peter Quayle decided on an earlier stage", DECISION, "Mr Quayle, Chair", True),
        ("Mr Peter Quayle decided on an earlier stage", REVIEW, "P. Quayle", True),
        ("", REVIEW, "Mr Lake", True),
        ("Everybody who could review this", REVIEW, "Mr Lake", False),
        ("Everybody who could review this", replace(REVIEW, not_decider=False), "Mr Lake", False),
        ("", a_step("B6", "Given back"), "", False),
    ],
)
def test_nobody_reviews_what_they_decided(rule: str, step: Step, reviewer: str, free: bool) -> None:
    """Neither by name in the letter nor as the one who signs the review; a bar may always be lifted."""
    given, people = {"reviewer": reviewer, "next_reviewer": reviewer}, a_school().people
    deciders = [people["head"], people["alternate"]]
    refusal = reviewing(step, given, signer=people["head"], deciders=deciders, free=free, advice="the advice")
    assert (refusal.rule if refusal else "").startswith(rule)
    assert bool(refusal) == bool(rule)


@pytest.mark.parametrize("switch", list(Switch))
def test_a_measure_that_is_not_provided_for_says_what_would(switch: Switch) -> None:
    """A bar needs a policy that is linked; everything else a policy that switches it on."""
    (letter, *_) = sorted(LETTERS.switched(switch))
    refusal = not_provided(NO_BARS, letter)
    assert refusal is not None
    assert ("`linked`" in refusal.satisfied_by) is (switch is Switch.SITE_ACCESS)
    assert (f"`{switch} = true`" in refusal.satisfied_by) is (switch is not Switch.SITE_ACCESS)
    assert not_provided(a_policy(**{switch: True}), letter) is None
    assert not_provided(NO_BARS, "L1") is None
