"""Nobody is worse off before they could answer the letter before, or before it reached them."""

from datetime import date

import pytest
from cast import BEGUN, REF, a_case, a_policy, drafted, posted, sent
from cast_actions import answer
from shipped import FILES, LETTERS, a_step, own, with_own

from letterladder.ground.values import replace
from letterladder.rules.cases.case import Case
from letterladder.rules.cases.events import AnswerTakenBack, AnyEvent, ClockRecomputed, DeliveryFailed
from letterladder.rules.cases.hearing import not_heard, open_notices
from letterladder.rules.policies.policy import Step, StepKind
from letterladder.rules.words import Outcome, Stage

UNTIL = date(2026, 11, 19)
AFTER = date(2026, 11, 20)
B1, B2, L1 = sent("B1"), sent("B2"), sent("L1")
DATES = {"review_by": date(2027, 2, 22), "ends_on": date(2027, 3, 1)}
BAR = (drafted("B3", also=DATES), posted("B3", answer_by=None))
AGAINST = Step(id="letter-to-club", name="Letter to the club", kind=StepKind.ACTION, adverse=True)
REVIEW = Step(id="B5", name="Review: stays withdrawn", not_decider=True)
POLICY = a_policy(
    AGAINST,
    REVIEW,
    Step(id="B6", name="Review: given back", not_decider=True),
    replace(a_policy().steps["B3"], review=("B6", "B5")),
)
HEARD = answer(Outcome.REPRESENTATIONS, "B1")
CAME_BACK = DeliveryFailed(letter="B1", version=1, why="no such address")
MORE_TIME = ClockRecomputed(
    letter="B1", version=1, old=UNTIL, new=date(2026, 11, 26), why="more time", reopens=True
)


def refused(step: str, events: tuple[AnyEvent, ...], today: date = UNTIL) -> str:
    """The rule that refuses this step in a case after these events, "" where none does."""
    refusal = not_heard(a_case(*BEGUN, *events), POLICY, POLICY.steps[step], today)
    return refusal.rule if refusal else ""


FIRST_DAY = "may be taken from Friday 20 November 2026"
TOO_EARLY = [
    ("a decision on a notice", "B3", B1, FIRST_DAY),
    ("a decision on an interim bar", "B3", B2, FIRST_DAY),
    ("a warning after a request", "L3", L1, FIRST_DAY),
    ("a warning after an invitation", "L3", sent("L2"), FIRST_DAY),
    ("a notice after a warning", "B1", sent("L3"), FIRST_DAY),
    ("the same warning again", "L3", sent("L3"), FIRST_DAY),
    ("an action that the policy calls adverse", "letter-to-club", L1, FIRST_DAY),
    ("the answer was to an earlier letter", "B3", (*L1, answer(Outcome.REFUSED), *B1), FIRST_DAY),
    ("the answer was none", "B3", (*B1, answer(Outcome.OTHER), AnswerTakenBack(seq=9, what="a mix-up")), FIRST_DAY),
    ("a letter that came back is no answer", "B3", (*B1, answer(Outcome.UNDELIVERED, "B1")), FIRST_DAY),
    ("nor is a meeting nobody came to", "B3", (*B1, answer(Outcome.ABSENT, "B1")), FIRST_DAY),
    ("nor what is dated before the notice", "B3", (*B1, answer(Outcome.OTHER, "B1", date(2026, 11, 9))), FIRST_DAY),
    ("any contact is no wish for a review", "B5", (*B1, HEARD, *BAR, answer(Outcome.OTHER, "B3")), "22 February"),
    ("more time was given", "B3", (*B1, answer(Outcome.OTHER), MORE_TIME), "from Friday 27 November 2026"),
    ("the notice runs beside the interim bar", "B3", (*B1, *sent("B2", answer_by=date(2026, 11, 12))), FIRST_DAY),
    ("the notice came back", "B3", (*B1, CAME_BACK), "B1 did not reach the adult"),
    ("no notice at all", "B3", L1, "only after a notice"),
    ("the notice is settled", "B3", (*B1, *sent("B4", answer_by=None)), "only after a notice"),
    ("the answer names an earlier letter", "B3", (*sent("L2"), *B1, answer(Outcome.DECLINED, "L2")), FIRST_DAY),
    ("a notice that never came, with a letter since", "B3", (*B1, CAME_BACK, *sent("L2")), "B1 did not reach"),
    ("urgency once more", "B2", B2, "has gone out and is not decided on yet"),
    ("a review before its day", "B5", (*B1, answer(Outcome.OTHER, "B1"), *BAR), "from Monday 22 February 2027"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "step", "events", "rule"), TOO_EARLY, ids=[row[0] for row in TOO_EARLY])
def test_a_step_before_the_adult_could_answer_is_refused(
    why: str, step: str, events: tuple[AnyEvent, ...], rule: str
) -> None:
    """Up to and on the last day itself; the refusal says from which day, or what would be needed."""
    assert rule in refused(step, events), why


FREE = [
    ("the day after", "B3", B1, AFTER),
    ("an answer before the day", "B3", (*B1, answer(Outcome.REPRESENTATIONS, "B1")), UNTIL),
    ("an answer after more time", "B3", (*B1, MORE_TIME, answer(Outcome.OTHER, "B1")), UNTIL),
    ("urgency", "B2", B1, UNTIL),
    ("urgency after a request", "B2", L1, UNTIL),
    ("urgency again after a decision", "B2", (*B2, *sent("B4", answer_by=None)), UNTIL),
    ("urgency that came back", "B2", (*B2, DeliveryFailed(letter="B2", version=1, why="gone")), UNTIL),
    ("one of two notices came back", "B3", (*B1, CAME_BACK, *sent("B2", answer_by=date(2026, 11, 16))), UNTIL),
    ("a review that crossing comments ask for", "B5",
     (*B1, drafted("B3", also=DATES), HEARD, posted("B3", answer_by=None)), AFTER),
    ("a decision for the adult", "B4", B1, UNTIL),
    ("the end of the matter", "Z1", L1, UNTIL),
    ("an invitation", "L2", L1, UNTIL),
    ("a report to the platform", "P1", L1, UNTIL),
    ("the first letter", "L3", (), UNTIL),
    ("a letter without an answer-by", "L3", sent("L2", answer_by=None), UNTIL),
    ("the letter that came back, again", "B1", (*B1, CAME_BACK), UNTIL),
    ("an answer although it came back", "B3", (*B1, CAME_BACK, answer(Outcome.OTHER, "B1")), UNTIL),
    ("sent again and answered", "B3", (*B1, CAME_BACK, *sent("B1", 2), answer(Outcome.OTHER, "B1")), UNTIL),
    ("the review on its day", "B5", (*B1, *BAR), date(2027, 2, 22)),
    ("a review the adult asked for", "B5", (*B1, *BAR, answer(Outcome.REPRESENTATIONS, "B3")), AFTER),
    ("a meeting nobody came to, after an invitation", "L3", (*sent("L2"), answer(Outcome.ABSENT, "L2")), UNTIL),
    ("an early review in their favour", "B6", (*B1, *BAR), AFTER),
]  # fmt: skip


@pytest.mark.parametrize(("why", "step", "events", "today"), FREE, ids=[row[0] for row in FREE])
def test_nothing_else_waits(why: str, step: str, events: tuple[AnyEvent, ...], today: date) -> None:
    """What hears the adult, helps them, protects somebody or comes after their day is free."""
    assert refused(step, events, today) == "", why


def test_a_hearing_begins_anew_when_the_notice_is_sent_again() -> None:
    """The first copy never arrived: its date is nothing, that of the second counts."""
    again = (drafted("B1", 2), posted("B1", 2, answer_by=date(2026, 12, 3)))
    assert "from Friday 4 December 2026" in refused("B3", (*B1, CAME_BACK, *again), AFTER)


def test_the_refusal_names_source_and_way_through() -> None:
    """The head reads whose rule it is, and what would satisfy it."""
    refusal = not_heard(a_case(*BEGUN, *B1), POLICY, POLICY.steps["B3"], UNTIL)
    assert refusal is not None
    assert "Wandsworth" in refusal.source
    assert f"answer {REF}" in refusal.satisfied_by
    assert "B2" in refusal.satisfied_by


def test_which_letters_are_adverse_no_policy_says() -> None:
    """A policy file that calls a bar harmless changes nothing; every letter that there is was thought of."""
    assert a_step("B3", adverse=False).is_adverse
    harmless = {
        "N1",
        "L1",
        "L2",
        "L2b",
        "C1",
        "G1",
        "Z1",
        "B2",
        "B2a",
        "B4",
        "B6",
        "B7",
        "B8",
        "P1",
        "X2",
        "X3",
    }
    adverse = {"L3", "C2", "P2", "P3", "X1", "B1", "B3", "B5"}
    assert {one.id for one in LETTERS if one.adverse} == adverse
    assert set(FILES) == adverse | harmless


@pytest.mark.parametrize(
    ("expected", "events"),
    [
        ([], L1),
        (["B1"], (*L1, *B1)),
        (["B1", "B2"], (*B1, *B2)),
        ([], (*B1, *B2, *sent("B3", answer_by=None))),
        (["B1"], (*B2, *sent("B4", answer_by=None), *B1)),
    ],
)
def test_a_notice_is_open_until_it_is_settled(expected: list[str], events: tuple[AnyEvent, ...]) -> None:
    """A new notice after a decision opens a new hearing."""
    case: Case = a_case(*BEGUN, *events)
    assert [one.letter for one in open_notices(case, LETTERS)] == expected


OWN = with_own(
    S1=own("S1", stage=Stage.NOTICE),
    S2=own("S2", stage=Stage.DECISION, ends=("S1",)),
    S3=own("S3", stage=Stage.DECISION, ends=("S1",), adverse=True),
)
OWN_POLICY = replace(
    POLICY,
    letters=OWN,
    steps={**POLICY.steps, "S3": Step(id="S3", name="Own decision", record=OWN.records["S3"])},
)


@pytest.mark.parametrize(
    ("step", "events", "rule"),
    [
        ("B3", sent("S1"), "only after a notice"),
        ("S3", B1, "only after a notice"),
        ("S3", sent("S1"), FIRST_DAY),
        ("B3", (*B1, *sent("S2", answer_by=None)), FIRST_DAY),
        ("S3", (*sent("S1"), *sent("S2", answer_by=None)), "only after a notice"),
        ("S3", (*sent("S1"), *sent("B4", answer_by=None)), FIRST_DAY),
    ],
)
def test_a_schools_own_measure_and_a_bar_do_not_settle_each_other(
    step: str, events: tuple[AnyEvent, ...], rule: str
) -> None:
    """A notice is heard for the decision that ends it, and for no other; nor does another one end the hearing."""
    refusal = not_heard(a_case(*BEGUN, *events), OWN_POLICY, OWN_POLICY.steps[step], UNTIL)
    assert rule in (refusal.rule if refusal else "")


def test_a_step_whose_letter_nobody_described_waits_like_a_warning() -> None:
    """What is not known is not taken to be harmless."""
    assert Step(id="S9", name="Who knows").is_adverse
    assert not Step(id="walk", name="A talk", kind=StepKind.ACTION).is_adverse
