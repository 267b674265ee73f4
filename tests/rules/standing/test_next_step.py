"""One row for every branch of the tree that decides what a case needs next."""

from datetime import date

import pytest
from cast import (
    BEGUN,
    TODAY,
    a_case,
    a_policy,
    approved,
    asked,
    drafted,
    opened,
    posting,
    reported,
    sent,
    triaged,
)
from cast_site import GATE, a_site_policy, case_of
from hypothesis import given
from hypothesis import strategies as st
from made_events import ANY_EVENT
from msgspec.structs import replace as changed

from letterladder.ground.values import replace
from letterladder.rules.cases.case import Case
from letterladder.rules.cases.events import (
    ActionDone,
    AlertRaised,
    AnswerRecorded,
    AnyEvent,
    CaseClosed,
    ClockRecomputed,
    DeadlineLapsed,
    DecisionMade,
    DeliveryFailed,
    DraftBlocked,
    DraftVoided,
    FlagSeen,
    HoldPlaced,
    HoldReleased,
    LetterReturned,
    PostingNotMade,
    PostingQuestioned,
)
from letterladder.rules.policies.policy import Policy
from letterladder.rules.standing.dates import dates_ahead
from letterladder.rules.standing.next_step import next_step
from letterladder.rules.standing.options import options_now
from letterladder.rules.standing.steps import (
    About,
    Alert,
    Ask,
    AskApproval,
    Close,
    Draft,
    Lapse,
    Next,
    Nothing,
    Post,
    Void,
    Wait,
    asked_of,
)
from letterladder.rules.words import Channel, Flag, HoldFor, Outcome

POLICY = a_policy()
ANSWER_BY = date(2026, 11, 19)
DAY_AFTER = date(2026, 11, 20)
DANGER = AlertRaised(
    flags=[FlagSeen(flag=Flag.DANGER, words="watch out")], told=["dsl"], message_id="<a@larkfield.example>"
)
HELD = HoldPlaced(hold_for=HoldFor.POLICE)
QUESTIONED = PostingQuestioned(letter="L1", version=1, why="no end")
LAPSED = DeadlineLapsed(letter="L1", version=1, answer_by=ANSWER_BY)
FAILED = DeliveryFailed(letter="L1", version=1, why="gone away")
RETURNED = LetterReturned(letter="L1", version=1, note="softer")
VOID = DraftVoided(letter="L1", version=1, why="touched")
BLOCKED = DraftBlocked(letter="L1", missing=["platform", "facts"], what="Still needed")
NONE = DecisionMade(step="none", reason="it is settled")
WARN = DecisionMade(step="L3", reason="it went on")
REPORT_IT = DecisionMade(step="P1", reason="ask the platform")
DONE = ActionDone(step="P1", done_by="office", on=TODAY)
TAKEN: tuple[AnyEvent, ...] = (*BEGUN, drafted(), asked(), approved(), posting())
SENT: tuple[AnyEvent, ...] = (*BEGUN, *sent())


def answer(outcome: Outcome, letter: str = "L1", on: date = date(2026, 11, 12)) -> AnswerRecorded:
    """An answer by telephone."""
    return AnswerRecorded(outcome=outcome, channel=Channel.PHONE, on=on, summary="he rang", letter=letter)


def decided(*events: AnyEvent, today: date = TODAY, policy: Policy = POLICY) -> Next:
    """What the rules say after these events; of a decision that is about to be asked for, the question."""
    step = next_step(a_case(*events), policy, today)
    return asked_of(step) or step


FIRST = "first step of the policy for this conduct"
NO_STEP = Ask(about=About.DECISION, who="head", why="the policy gives no first step for this conduct")
TRIAGE = Ask(about=About.TRIAGE, who="dsl", why="say what kind of conduct it is and clear it to proceed")
MEETING = "hold the meeting, then record attended or did-not-attend"
UNSURE = Ask(about=About.UNSURE, who="office", why="L1 version 1: no end")


@pytest.mark.parametrize(
    ("expected", "events"),
    [
        (Nothing(why="settled"), [*BEGUN, HELD, DANGER, CaseClosed(reason="settled")]),
        (
            Wait(until=None, why="on hold for police; release it, signed with a name, when they agree"),
            [*BEGUN, DANGER, HELD],
        ),
        (Draft(letter="L1", reason=FIRST, trigger=0), [*BEGUN, HELD, HoldReleased()]),
        (Alert(why='danger ("watch out")'), [*TAKEN, QUESTIONED, DANGER]),
        (UNSURE, [*TAKEN, QUESTIONED]),
        (UNSURE, [*TAKEN, QUESTIONED, answer(Outcome.REMOVED)]),
        (TRIAGE, [opened(), reported()]),
        (TRIAGE, [*BEGUN, triaged(clear=False)]),
        (TRIAGE, [*BEGUN, triaged(conduct=[])]),
        (TRIAGE, [*SENT, triaged(clear=False), LAPSED]),
    ],
)
def test_what_stops_everything_comes_first(expected: Next, events: list[AnyEvent]) -> None:
    """Closed, hold, alert, a posting in doubt, triage: in this order, whatever else is going on."""
    assert decided(*events) == expected


@pytest.mark.parametrize(
    ("expected", "events"),
    [
        (Draft(letter="L1", reason=FIRST, trigger=0), BEGUN),
        (Draft(letter="L3", reason=FIRST, trigger=0), [*BEGUN, triaged("harassment")]),
        (NO_STEP, [*BEGUN, triaged("unheard-of")]),
        (Draft(letter="L1", reason=FIRST, trigger=0), [*BEGUN, drafted(), VOID]),
        (
            Draft(letter="L2", reason=FIRST, trigger=0),
            [*BEGUN, drafted("L2"), DraftVoided(letter="L2", version=1, why="")],
        ),
        (Ask(about=About.MISSING, who="office", why="L1 needs: platform, facts"), [*BEGUN, BLOCKED]),
        (
            Ask(about=About.RETURNED, who="office", why="L1 came back: softer"),
            [*BEGUN, drafted(), asked(), RETURNED],
        ),
        (
            Draft(letter="L1", reason=FIRST, trigger=0),
            [*TAKEN, PostingNotMade(letter="L1", version=1, why="")],
        ),
    ],
)
def test_the_first_letter_is_drafted_until_it_is_there(expected: Next, events: list[AnyEvent]) -> None:
    """The policy's first step; a letter somebody chose instead is kept to; what stands in its way is asked for."""
    assert decided(*events) == expected


def test_what_happened_on_site_begins_with_a_letter_that_asks_for_no_removal() -> None:
    """The policy's first step for this conduct is a removal request; all of it happened at the gate."""
    case = case_of(GATE, "false-or-defamatory")
    drafted_now = next_step(case, a_site_policy(), TODAY)
    assert isinstance(drafted_now, Draft)
    assert drafted_now.letter == "L2"


@pytest.mark.parametrize(
    ("kind", "events"),
    [
        (AskApproval, [*BEGUN, drafted()]),
        (Ask, [*BEGUN, drafted(), asked()]),
        (Post, [*BEGUN, drafted(), asked(), approved()]),
        (Ask, TAKEN),
        (Wait, SENT),
    ],
)
def test_a_letter_goes_its_way_one_step_at_a_time(kind: type[Next], events: list[AnyEvent]) -> None:
    """Drafted, asked for, approved, in the tray, posted."""
    assert type(decided(*events)) is kind


@pytest.mark.parametrize(
    ("expected", "events"),
    [
        (Ask(about=About.APPROVAL, who="head", why="L1 version 1"), [*BEGUN, drafted(), asked()]),
        (Ask(about=About.POSTING, who="office", why="L1 is in the print tray"), TAKEN),
    ],
)
def test_a_letter_waits_for_a_person_twice(expected: Next, events: list[AnyEvent]) -> None:
    """For the yes, by the role that was asked, and for the envelope."""
    assert decided(*events) == expected


@pytest.mark.parametrize(("late", "today"), [(False, date(2026, 11, 10)), (True, date(2026, 11, 11))])
def test_a_letter_left_in_the_tray_is_late_after_its_own_date(late: bool, today: date) -> None:
    """Posted later than it says, its answer-by would be too short."""
    step = decided(*TAKEN, today=today)
    assert isinstance(step, Ask)
    assert ("draft it again" in step.why) is late


@pytest.mark.parametrize(
    ("kind", "today"),
    [(Wait, TODAY), (Wait, ANSWER_BY), (Lapse, DAY_AFTER), (Lapse, date(2027, 1, 4))],
)
def test_a_letter_lapses_the_day_after_its_answer_by(kind: type[Next], today: date) -> None:
    """The whole of the day itself counts."""
    assert type(decided(*SENT, today=today)) is kind


def test_the_wait_names_the_answer_by() -> None:
    """And the lapse names the letter."""
    assert decided(*SENT) == Wait(until=ANSWER_BY, why="L1: answer by 2026-11-19")
    letter = a_case(*SENT).letters[0]
    assert decided(*SENT, today=DAY_AFTER) == Lapse(letter=letter, answer_by=ANSWER_BY)


@pytest.mark.parametrize("today", [TODAY, ANSWER_BY, DAY_AFTER])
def test_an_answer_settles_the_clock_early_or_on_the_day(today: date) -> None:
    """An answer that is on the log is never overtaken by a lapse, whenever the round runs."""
    step = decided(*SENT, answer(Outcome.REMOVED, on=today), today=today)
    assert step == Draft(letter="Z1", reason="L1: removed", trigger=9)


@pytest.mark.parametrize(
    ("expected", "event"),
    [
        (Draft(letter="L2", reason="L1: lapsed", trigger=9), LAPSED),
        (Draft(letter="L2", reason="L1: refused", trigger=9), answer(Outcome.REFUSED)),
        (Draft(letter="L3", reason="L1: refused-and-continues", trigger=9), answer(Outcome.CONTINUES)),
        (Draft(letter="Z1", reason="L1: removed", trigger=9), answer(Outcome.REMOVED)),
        (Draft(letter="L2", reason="L1: declined", trigger=9), answer(Outcome.DECLINED)),
    ],
)
def test_an_outcome_drafts_the_policys_next_letter_for_looking_at(expected: Next, event: AnyEvent) -> None:
    """The first step that the policy names for it, or for any other outcome where it names none."""
    assert decided(*SENT, event) == expected


@pytest.mark.parametrize(
    "event",
    [
        drafted("L2", trigger=9, date_on_letter=DAY_AFTER),
        DraftBlocked(letter="L2", missing=[], what="", trigger=9),
    ],
)
def test_once_that_letter_is_drafted_or_blocked_a_person_decides(event: AnyEvent) -> None:
    """The program proposes; it never sends the next letter by itself."""
    expected = Ask(
        about=About.DECISION, who="head", why="L1: no answer by 2026-11-19", options=("L2", "L3", "none")
    )
    assert decided(*SENT, LAPSED, event, today=DAY_AFTER) == expected


def test_a_draft_from_before_the_outcome_does_not_count() -> None:
    """The proposal answers this outcome, not an older one."""
    assert isinstance(decided(*SENT, LAPSED, drafted("L2", trigger=3)), Draft)


def test_a_letter_that_came_back_is_not_drafted_anew_unasked() -> None:
    """Somebody must find the address first; the same letter again is the first option."""
    step = decided(*SENT, FAILED)
    assert isinstance(step, Ask)
    assert (step.about, step.options[0], step.why) == (About.DECISION, "L1", "L1: gone away")


def test_an_agreed_meeting_is_held_before_anybody_decides() -> None:
    """An outcome that the policy names with no steps lets the step go on."""
    case = (*BEGUN, *sent("L2"), answer(Outcome.AGREED, "L2"))
    assert decided(*case) == Ask(about=About.ACTION, who="office", why=MEETING)


def test_what_came_of_the_meeting_is_an_outcome_like_any_other() -> None:
    """Attended: the closing letter is proposed."""
    case = (*BEGUN, *sent("L2"), answer(Outcome.AGREED, "L2"), answer(Outcome.ATTENDED, "L2"))
    assert decided(*case) == Draft(letter="Z1", reason="L2: attended", trigger=10)


def test_an_outcome_with_no_steps_that_is_no_meeting_waits_for_the_next_word() -> None:
    """Another empty list of the policy says nothing of a meeting."""
    step = replace(POLICY.steps["L1"], then={Outcome.REMOVED: ()})
    policy = replace(POLICY, steps={**POLICY.steps, "L1": step})
    found = decided(*SENT, answer(Outcome.REMOVED), policy=policy)
    assert found == Ask(about=About.ACTION, who="office", why="the step goes on; record what happens next")


def test_an_outcome_the_policy_does_not_foresee_is_no_empty_list() -> None:
    """Where the policy says nothing of it, a person decides."""
    step = replace(POLICY.steps["L1"], then={Outcome.LAPSED: ("L2",)})
    policy = replace(POLICY, steps={**POLICY.steps, "L1": step})
    found = decided(*SENT, answer(Outcome.REMOVED), policy=policy)
    assert found == Ask(about=About.DECISION, who="head", why="L1: he rang", options=("none",))


def test_an_apology_before_any_letter_asks_what_to_do() -> None:
    """The first letter is proposed, and "no further action" is possible."""
    early = (*BEGUN, answer(Outcome.APOLOGY, ""))
    assert decided(*early) == Draft(letter="L1", reason="before any letter: apology", trigger=4)
    step = decided(*early, drafted(trigger=4))
    assert isinstance(step, Ask)
    assert step.options == ("L1", "L2", "none")


@pytest.mark.parametrize(
    ("expected", "events"),
    [
        (Close(reason="no further action: it is settled"), [NONE]),
        (Draft(letter="L3", reason="it went on", trigger=10), [WARN]),
        (Draft(letter="L3", reason="it went on", trigger=11), [drafted("L2", trigger=9), WARN]),
        (
            Ask(
                about=About.ACTION,
                who="office",
                why="Report to the platform: do it, then record it",
                options=("P1",),
            ),
            [REPORT_IT],
        ),
        (
            Ask(about=About.DECISION, who="head", why="the policy has no step L9"),
            [DecisionMade(step="L9", reason="x")],
        ),
        (
            Ask(about=About.MISSING, who="office", why="L3 needs: facts"),
            [WARN, DraftBlocked(letter="L3", missing=["facts"], what="")],
        ),
        (
            Ask(about=About.RETURNED, who="office", why="L3 came back: softer"),
            [WARN, drafted("L3"), LetterReturned(letter="L3", version=1, note="softer")],
        ),
        (
            Draft(letter="L3", reason="it went on", trigger=12),
            [drafted("L3"), LetterReturned(letter="L3", version=1, note="x"), WARN],
        ),
    ],
)
def test_a_decision_is_carried_out(expected: Next, events: list[AnyEvent]) -> None:
    """A letter is drafted, an action asked for, the end recorded; an old return is not in its way."""
    assert decided(*SENT, LAPSED, *events) == expected


def test_the_draft_that_was_proposed_is_the_one_that_goes_on() -> None:
    """Deciding for the letter in hand asks for its approval; nothing is written twice."""
    step = decided(
        *SENT, LAPSED, drafted("L2", trigger=9), DecisionMade(step="L2", reason="he should be heard")
    )
    assert isinstance(step, AskApproval)
    assert step.letter.letter == "L2"


def test_a_word_after_the_decision_is_heard_before_it_is_carried_out() -> None:
    """A late answer that comes before the next letter has left must be considered too."""
    step = decided(*SENT, LAPSED, WARN, answer(Outcome.APOLOGY))
    assert step == Draft(letter="Z1", reason="L1: apology", trigger=11)


@pytest.mark.parametrize(
    ("expected", "event"),
    [
        (
            Wait(until=date(2026, 11, 23), why="a review or follow-up date"),
            ActionDone(step="P1", done_by="x", on=TODAY, follow_up=date(2026, 11, 23)),
        ),
        (
            Ask(
                about=About.DECISION,
                who="head",
                why="nothing is under way; decide what follows",
                options=("L3", "none"),
            ),
            DONE,
        ),
    ],
)
def test_an_action_is_followed_up_or_decided_on(expected: Next, event: AnyEvent) -> None:
    """Where no date runs, somebody decides; the old letter's clock is over."""
    assert decided(*SENT, LAPSED, REPORT_IT, event, today=date(2026, 11, 23)) == expected


def test_a_date_that_has_passed_is_waited_for_no_longer() -> None:
    """The follow-up was yesterday: decide."""
    follow_up = ActionDone(step="P1", done_by="x", on=TODAY, follow_up=TODAY)
    assert isinstance(decided(*SENT, LAPSED, REPORT_IT, follow_up, today=date(2026, 11, 10)), Ask)


def test_a_closing_letter_closes_the_case() -> None:
    """It was the last step."""
    assert decided(*SENT, LAPSED, *sent("Z1", answer_by=None)) == Close(reason="Closing letter sent")


def test_a_closing_letter_that_may_be_answered_keeps_the_case_open_until_its_day() -> None:
    """An appeal may still come; once the day is over and nobody wrote, the case is closed."""
    closing = (*SENT, LAPSED, *sent("Z1", stands=True))
    assert decided(*closing) == Wait(until=ANSWER_BY, why=f"Z1: answer by {ANSWER_BY}")
    silence = DeadlineLapsed(letter="Z1", version=1, answer_by=ANSWER_BY, normal=True)
    assert decided(*closing, silence, today=DAY_AFTER) == Close(reason="Closing letter sent")


BAR = (*BEGUN, *sent("B2"))


def test_silence_on_an_interim_bar_is_no_decision() -> None:
    """It ends in a decision letter, confirmed or not; "no further action" is not offered."""
    lapsed = DeadlineLapsed(letter="B2", version=1, answer_by=ANSWER_BY)
    assert decided(*BAR, lapsed, today=DAY_AFTER) == Draft(letter="B3", reason="B2: lapsed", trigger=9)
    step = decided(*BAR, lapsed, drafted("B3", trigger=9, date_on_letter=DAY_AFTER), today=DAY_AFTER)
    assert isinstance(step, Ask)
    assert step.options == ("B3", "B4")


def test_after_a_letter_without_a_clock_its_printed_dates_are_waited_for() -> None:
    """The nearest one that has not passed."""
    also = {"starts_on": date(2026, 11, 12), "removal_by": date(2027, 2, 1)}
    bar = (*BEGUN, drafted("L3", also=also, answer_by=None), *sent("L3", answer_by=None)[1:])
    assert decided(*bar) == Wait(until=date(2026, 11, 12), why="a review or follow-up date")
    assert decided(*bar, today=DAY_AFTER) == Wait(until=date(2027, 2, 1), why="a review or follow-up date")


@pytest.mark.parametrize(
    ("options", "events"),
    [
        (("L1", "L2", "none"), BEGUN),
        (("L2", "L3", "none"), [*SENT, LAPSED]),
        (("L1", "L2", "Z1", "none"), [*SENT, FAILED]),
        (("L2", "L3", "Z1", "B1", "B2", "none"), SENT),
        (("B3", "B4", "B2"), [*BEGUN, *sent("B1")]),
        (("L1", "L2", "none"), [*BEGUN, answer(Outcome.OTHER, "")]),
        (("L2", "L3", "Z1", "none"), [*SENT, answer(Outcome.OTHER)]),
    ],
)
def test_only_the_policys_steps_may_be_chosen(options: tuple[str, ...], events: list[AnyEvent]) -> None:
    """The default first, none of them twice, "none" last where the step may end."""
    assert options_now(a_case(*events), POLICY, DAY_AFTER) == options


def test_no_further_action_is_offered_once_and_only_where_it_is_allowed() -> None:
    """A policy that names "none" itself does not get it twice, nor past `may_end`."""
    step = replace(POLICY.steps["L1"], then={Outcome.LAPSED: ("none", "L2")})
    policy = replace(POLICY, steps={**POLICY.steps, "L1": step})
    assert options_now(a_case(*SENT, LAPSED), policy, DAY_AFTER) == ("L2", "none")
    barred = replace(policy, steps={**POLICY.steps, "L1": replace(step, may_end=False)})
    assert options_now(a_case(*SENT, LAPSED), barred, DAY_AFTER) == ("L2",)


def test_the_dates_of_a_letter_end_with_the_next_step() -> None:
    """What the last letter printed runs until another step is taken; follow-ups run on."""
    follow_up = ActionDone(step="P1", done_by="x", on=TODAY, follow_up=date(2026, 11, 23))
    bar = (*BEGUN, drafted("B2", also={"interim_end": DAY_AFTER}), *sent("B2")[1:])
    assert dates_ahead(a_case(*bar)) == [("interim_end", DAY_AFTER)]
    assert dates_ahead(a_case(*bar, follow_up)) == [("P1", date(2026, 11, 23))]


@given(st.lists(ANY_EVENT, max_size=10), st.dates(date(2026, 1, 1), date(2028, 1, 1)))
def test_every_case_needs_something(events: list[AnyEvent], today: date) -> None:
    """Whatever is in a log, the rules say what is next; a held case only ever waits."""
    case: Case = changed(a_case(*BEGUN, *events), closed="", hold=HoldFor.LEGAL)
    assert isinstance(next_step(case, POLICY, today), Wait)
    assert next_step(changed(case, hold=None), POLICY, today)


def test_an_approved_letter_does_not_leave_where_its_step_is_barred_by_now() -> None:
    """The day for an answer was moved, or the policy was changed, after the approval: it is void, with the rule."""
    late = ClockRecomputed(
        letter="L1", version=1, old=date(2026, 11, 19), new=date(2026, 11, 26), why="a bank holiday"
    )
    ready = (drafted("L3", date_on_letter=date(2026, 11, 20)), asked("L3"), approved("L3"))
    warned = a_case(*BEGUN, *sent("L1"), DecisionMade(step="L3", reason="no answer"), *ready)
    moved = a_case(*BEGUN, *sent("L1"), DecisionMade(step="L3", reason="no answer"), *ready, late)
    day = date(2026, 11, 20)
    assert isinstance(next_step(warned, a_policy(), day), Post)
    step = next_step(moved, a_policy(), day)
    assert isinstance(step, Void)
    assert "may be taken from Friday 27 November 2026" in step.why
