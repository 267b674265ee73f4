"""What stops a case bars the same acts wherever they come from; where places disagreed the stricter one holds."""

from datetime import date

import pytest
from cast import BEGUN, TODAY, a_case, a_policy, a_school, approved, asked, drafted, posting, sent, triaged
from msgspec.structs import replace

from letterladder.rules.cases.case import Case
from letterladder.rules.cases.events import (
    AlertRaised,
    AnswerRecorded,
    AnyEvent,
    CaseClosed,
    CaseReopened,
    DeadlineLapsed,
    DecisionMade,
    DraftVoided,
    FlagSeen,
    HoldPlaced,
    PostingQuestioned,
)
from letterladder.rules.office.day_counts import day_counts
from letterladder.rules.standing.dates import awaited_letter, running_dates
from letterladder.rules.standing.drafts import drafts_now
from letterladder.rules.standing.next_step import next_step
from letterladder.rules.standing.options import options_now, step_meant
from letterladder.rules.standing.standing import Offer, standing, why_not
from letterladder.rules.standing.steps import About, Ask, AskDecision, Question, Void, Wait
from letterladder.rules.standing.stops import BARS, FREEZING, Act, Cause, causes, is_frozen, stop_of, stops
from letterladder.rules.words import Channel, Flag, HoldFor, Method, Outcome

POLICY = a_policy()
LATER = date(2026, 11, 20)
HELD = HoldPlaced(hold_for=HoldFor.POLICE)
LAPSED = DeadlineLapsed(letter="L1", version=1, answer_by=date(2026, 11, 19))
SENT: tuple[AnyEvent, ...] = (*BEGUN, *sent())
IN_TRAY: tuple[AnyEvent, ...] = (*BEGUN, drafted(), asked(), approved(), posting())
DOUBTED: tuple[AnyEvent, ...] = (*IN_TRAY, PostingQuestioned(letter="L1", version=1, why="no end"))
OVER: tuple[AnyEvent, ...] = (*SENT, CaseClosed(reason="settled"))
AGAIN: tuple[AnyEvent, ...] = (*OVER, CaseReopened(reason="it is not over"))
REFUSED = AnswerRecorded(
    outcome=Outcome.REFUSED, channel=Channel.PHONE, on=date(2026, 11, 12), summary="no", letter="L1"
)


def alert(*flags: Flag) -> AlertRaised:
    """An alert about these."""
    seen = [FlagSeen(flag=flag, words="watch out") for flag in flags]
    return AlertRaised(flags=seen, told=["dsl"], message_id="<a@larkfield.example>")


@pytest.mark.parametrize(
    ("cause", "events"),
    [
        (Cause.CLOSED, [*OVER, HELD]),
        (Cause.HOLD, [*SENT, HELD, alert(Flag.DANGER)]),
        (Cause.DANGER, [*SENT, alert(Flag.DANGER)]),
        (Cause.CHILD_PROTECTION, [*SENT, alert(Flag.CHILD_PROTECTION)]),
        (Cause.STAFF_ALLEGATION, [*SENT, alert(Flag.STAFF_ALLEGATION)]),
        (Cause.INDECENT_IMAGE, [*SENT, alert(Flag.INDECENT_IMAGE)]),
        (Cause.UNSURE, DOUBTED),
        (Cause.UNTRIAGED, [*BEGUN, triaged(clear=False)]),
        (Cause.UNTRIAGED, [*BEGUN, triaged(conduct=[])]),
        (Cause.LADDER, [*BEGUN, triaged(ladders=["near", "rest"])]),
        (None, [*BEGUN, triaged(ladder="near", ladders=["near", "rest"])]),
        (Cause.LEAVING, IN_TRAY),
        (Cause.DECISION, [*SENT, LAPSED]),
        (Cause.DECISION, AGAIN),
        (None, SENT),
    ],
)
def test_the_strongest_stop_comes_first(cause: Cause | None, events: list[AnyEvent]) -> None:
    """Each with its reason, its rule and the way through in words."""
    first = next(stops(a_case(*events)), None)
    assert (first.cause if first else None) == cause
    assert first is None or all(text.strip() for text in (first.what, first.rule, first.do))


def test_every_stop_of_a_case_has_its_row() -> None:
    """A stop that the table does not name would bar nothing."""
    everything = a_case(*DOUBTED, REFUSED, HELD, alert(*Flag), CaseReopened(reason="x"))
    found = set(causes(replace(everything, closed="over")))
    found |= set(causes(replace(a_case(*BEGUN), ladders=("near", "rest"))))
    assert found <= BARS.keys()
    assert found >= BARS.keys() - {Cause.LEAVING}


@pytest.mark.parametrize(
    ("act", "events"),
    [
        (Act.DECIDE, DOUBTED),
        (Act.DRAFT, DOUBTED),
        (Act.DECIDE, IN_TRAY),
        (Act.APPROVE, AGAIN),
        (Act.CORRECT, AGAIN),
        (Act.CORRECT, [*SENT, alert(Flag.DANGER)]),
        (Act.POSTED, [*IN_TRAY, alert(Flag.DANGER)]),
        (Act.POSTED, [*IN_TRAY, HELD]),
        (Act.POSTED, [*IN_TRAY, CaseClosed(reason="settled")]),
        (Act.DECIDE, [*BEGUN, triaged(conduct=[])]),
        (Act.DRAFT, [*BEGUN, triaged(ladders=["near", "rest"])]),
    ],
)
def test_what_one_place_forbade_and_another_allowed_is_barred(act: Act, events: list[AnyEvent]) -> None:
    """The stricter of the two."""
    assert stop_of(a_case(*events), act)


@pytest.mark.parametrize("cause", sorted(FREEZING - {Cause.CLOSED}))
def test_what_happened_is_recorded_on_a_frozen_case(cause: Cause) -> None:
    """The adult answers and the police are told whatever stands still."""
    assert not {Act.ANSWER, Act.ACTION} & BARS[cause]


def test_a_draft_whose_date_has_passed_is_void_before_anything_else() -> None:
    """As the round has always done; on a hold it is left alone."""
    case = a_case(*BEGUN, drafted(), asked())
    assert isinstance(next_step(case, POLICY, LATER), Void)
    held = a_case(*BEGUN, drafted(), asked(), HELD)
    assert isinstance(next_step(held, POLICY, LATER), Wait)


def test_a_posting_by_email_without_an_end_becomes_a_question_even_on_a_hold() -> None:
    """Whether it went out is not for the program to guess; in the tray it waits for its envelope."""
    mailed = (*IN_TRAY[:-1], posting(message_id="<l@larkfield.example>"))
    for case in (a_case(*mailed), a_case(*mailed, HELD)):
        assert isinstance(next_step(case, POLICY, TODAY), Question)
    assert isinstance(next_step(a_case(*IN_TRAY), POLICY, TODAY), Ask)


def test_a_letter_by_email_waits_for_its_own_day() -> None:
    """It is approved and not posted yet; the step says until when."""
    case = a_case(*BEGUN, drafted(planned_method=Method.MAIL), asked(), approved())
    step = next_step(case, POLICY, TODAY)
    assert isinstance(step, Wait)
    assert step.until == date(2026, 11, 10)


def test_a_decision_is_asked_for_once() -> None:
    """Then the case waits for it."""
    case = a_case(*SENT, LAPSED, drafted("L2", trigger=9, date_on_letter=LATER))
    step = next_step(case, POLICY, LATER)
    assert isinstance(step, AskDecision)
    assert (step.on, step.ask.about) == (9, About.DECISION)


def test_a_letter_in_the_tray_is_waited_for_before_an_outcome() -> None:
    """What is decided while it leaves would be lost when it has left."""
    case = a_case(*IN_TRAY, LAPSED)
    step = next_step(case, POLICY, TODAY)
    assert isinstance(step, Ask)
    assert step.about is About.POSTING
    assert options_now(case, POLICY, TODAY) == ()


@pytest.mark.parametrize(
    ("letters", "events"),
    [
        (("L1", "L2"), BEGUN),
        ((), SENT),
        (("L2", "L3"), [*SENT, LAPSED]),
        ((), AGAIN),
        ((), [*SENT, drafted("L2"), DraftVoided(letter="L2", version=1, why="no answer after all")]),
        (("L3",), [*SENT, LAPSED, drafted("L2"), DecisionMade(step="L3", reason="x")]),
        ((), [*SENT, LAPSED, DecisionMade(step="none", reason="x")]),
    ],
)
def test_only_what_the_next_round_keeps_may_be_drafted(
    letters: tuple[str, ...], events: list[AnyEvent]
) -> None:
    """A decided step alone; the options of an open question; a choice before the first letter."""
    assert drafts_now(a_case(*events), POLICY, LATER) == letters


def test_beside_an_aside_step_nothing_else_is_approved() -> None:
    """The open question still wants its decision."""
    aside = DecisionMade(step="B7", reason="once", aside=True)
    case = a_case(*SENT, LAPSED, aside, drafted("L2", trigger=9, date_on_letter=LATER))
    stop = why_not(case, POLICY, LATER, Offer(act=Act.APPROVE, on="L2"))
    assert stop is not None
    assert stop.cause is Cause.DECISION


def test_a_step_that_is_barred_is_not_offered() -> None:
    """On a hold none is; the reason is beside each."""
    case = a_case(*SENT, LAPSED, HELD)
    now = standing(case, a_school(), LATER)
    assert now.options == ()
    assert {refusal.rule for refusal in now.not_now.values()} == {
        "The case is on hold for police: nothing goes out."
    }
    assert [offer.act for offer in now.offers] == [Act.ANSWER]


def test_an_answer_is_not_awaited_once_the_case_was_taken_up_again() -> None:
    """Neither in the reminders nor in the morning's counts."""
    case: Case = a_case(*AGAIN)
    assert awaited_letter(case) is None
    counts = day_counts([(case, next_step(case, POLICY, LATER))], LATER)
    assert (counts.overdue, counts.waiting) == (0, 1)


def test_the_end_of_an_interim_bar_runs_on_in_a_frozen_case() -> None:
    """And is counted in the morning, as it is reminded of."""
    bar = (drafted("B2", also={"interim_end": LATER, "review_by": LATER}), *sent("B2")[1:])
    case = a_case(*BEGUN, *bar, HELD)
    assert is_frozen(case)
    assert [one.about for one in running_dates(case)] == ["B2 interim end"]
    assert day_counts([(case, next_step(case, POLICY, LATER))], LATER).due == 1


@pytest.mark.parametrize(("typed", "step"), [("P1", "P1"), ("p1", "P1"), ("none", "none"), ("X9", "X9")])
def test_a_step_is_meant_however_it_is_typed(typed: str, step: str) -> None:
    """Telephones write the first letter large."""
    assert step_meant(POLICY, typed) == step
