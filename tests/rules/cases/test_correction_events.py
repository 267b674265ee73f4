"""What a correction changes of the case, and of the rows before it; all that it is not about stays as it was."""

from datetime import date

import pytest
from cast import REF, a_case, entries, opened, posted, reported, sent, triaged
from cast_actions import answer, measure

from letterladder.rules.cases.case import Case
from letterladder.rules.cases.events import (
    AnswerTakenBack,
    AnyEvent,
    DeadlineLapsed,
    DecisionMade,
    MailMoved,
    PostingCorrected,
)
from letterladder.rules.cases.register_row import RegisterRow
from letterladder.rules.register.register import register_rows
from letterladder.rules.words import Outcome

BEGUN = (opened(), reported(), triaged())
TENTH, ELEVENTH = date(2026, 11, 10), date(2026, 11, 11)
BAR = {"review_by": date(2027, 2, 22)}
LAPSED = DeadlineLapsed(letter="L1", version=1, answer_by=date(2026, 11, 19))


def left(
    letter: str = "L1", version: int = 1, answer_by: date | None = date(2026, 11, 20)
) -> PostingCorrected:
    """The letter left on the eleventh, not on the tenth."""
    return PostingCorrected(
        seq=8,
        what="the certificate says so",
        letter=letter,
        version=version,
        was=TENTH,
        on=ELEVENTH,
        received_on=date(2026, 11, 13),
        answer_by=answer_by,
        rule="5 working days",
    )


def days(case: Case) -> list[tuple[str, date | None, date | None, date | None]]:
    """Of each letter: its name, when it left, counts as received and is answered by."""
    return [(one.letter, one.posted_on, one.received_on, one.answer_by) for one in case.letters]


def test_a_corrected_posting_moves_the_dates_of_that_letter_alone() -> None:
    """And its place in what was done."""
    before = a_case(*BEGUN, *sent("L1"), *sent("L2"))
    after = a_case(*BEGUN, *sent("L1"), *sent("L2"), left())
    assert days(after) == [("L1", ELEVENTH, date(2026, 11, 13), date(2026, 11, 20)), days(before)[1]]
    assert (after.history, before.history) == (
        ((ELEVENTH, "L1"), (TENTH, "L2")),
        ((TENTH, "L1"), (TENTH, "L2")),
    )
    assert [one.rule for one in after.letters] == ["5 working days", before.letters[1].rule]


@pytest.mark.parametrize("correction", [left("L9"), left(version=2)])
def test_a_correction_of_a_letter_that_is_not_there_changes_nothing(correction: PostingCorrected) -> None:
    """No letter of that name, or of that version."""
    events = (*BEGUN, *sent("L1"), LAPSED)
    assert days(a_case(*events, correction)) == days(a_case(*events))
    assert a_case(*events, correction).trigger is not None


def test_a_measure_begins_on_the_day_on_which_its_letter_left() -> None:
    """Another measure of the same day stays."""
    case = a_case(*BEGUN, *measure("B3", **BAR), *measure("B2", **BAR), left("B3"))
    assert {one.letter: one.since for one in case.measures} == {"B3": ELEVENTH, "B2": TENTH}


@pytest.mark.parametrize(("stays", "event"), [(False, LAPSED), (True, answer(Outcome.REFUSED))])
def test_a_lapse_that_nobody_decided_on_is_looked_at_again(stays: bool, event: AnyEvent) -> None:
    """An answer is an answer, whenever the letter left."""
    case = a_case(*BEGUN, *sent("L1"), event, left())
    assert (case.trigger is not None) is stays


def row_of(letter: str, *events: AnyEvent) -> RegisterRow:
    """The row of the posting of this letter."""
    rows = register_rows(REF, "Larkfield", entries(*BEGUN, *events), lambda _: "")
    return next(row for row in rows if row.letter == letter and row.posted_on)


def test_the_row_of_the_posting_tells_what_is_right() -> None:
    """No other row does."""
    events = (*sent("L1"), *sent("L2"))
    row = row_of("L1", *events, left())
    told = (row.posted_on, row.happened_on, row.deemed_received, row.answer_by, row.answer_rule)
    assert told == ("2026-11-11", "2026-11-11", "2026-11-13", "2026-11-20", "5 working days")
    assert row_of("L2", *events, left()) == row_of("L2", *events)


def test_a_letter_that_asks_for_no_answer_has_none_in_its_row() -> None:
    """An empty cell."""
    assert row_of("L1", *sent("L1"), left(answer_by=None)).answer_by == ""


@pytest.mark.parametrize(("outcome", "event"), [("", LAPSED), ("refused", answer(Outcome.REFUSED))])
def test_only_a_lapse_is_taken_off_the_row(outcome: str, event: AnyEvent) -> None:
    """The time was longer; an answer stays."""
    assert row_of("L1", *sent("L1"), event, left()).outcome == outcome


def test_an_answer_taken_back_is_off_the_row_of_its_letter_alone() -> None:
    """L1 and L2 went out and were answered; what was said to L2 never was."""
    events = (*sent("L1"), answer(Outcome.REFUSED), *sent("L2"), answer(Outcome.REMOVED, "L2"))
    back = AnswerTakenBack(seq=len(BEGUN) + len(events), what="another family's")
    assert (row_of("L2", *events).outcome, row_of("L2", *events).answered_on) == ("removed", "2026-11-12")
    assert (row_of("L2", *events, back).outcome, row_of("L2", *events, back).answered_on) == ("", "")
    assert row_of("L1", *events, back).outcome == "refused"


def test_an_answer_taken_back_leaves_the_others() -> None:
    """Whether they were said before or after it."""
    answers = (answer(Outcome.REFUSED), answer(Outcome.CONTINUES), answer(Outcome.REMOVED))
    start = (*BEGUN, *sent("L1"))
    for place, gone in enumerate(answers):
        back = AnswerTakenBack(seq=len(start) + place + 1, what="another family's")
        case = a_case(*start, *answers, back)
        assert [one.outcome for one in case.answers] == [one.outcome for one in answers if one is not gone]
        left = [one for one in answers if one is not gone]
        assert case.trigger is not None
        assert (case.trigger.outcome, case.trigger.after) == (left[-1].outcome, "L1")


def test_an_answer_that_was_decided_on_calls_for_nothing_again() -> None:
    """The next one is taken back; what was decided on the one before stands."""
    start = (*BEGUN, *sent("L1"), answer(Outcome.REFUSED))
    decided = (*start, DecisionMade(step="L3", reason="it stays"), answer(Outcome.REMOVED))
    back = AnswerTakenBack(seq=len(decided), what="another family's")
    assert a_case(*decided, back).trigger is None


def test_answers_are_taken_back_one_after_another() -> None:
    """In whatever order, what is left calls for a decision; of none left, nothing does."""
    start = (*BEGUN, *sent("L1"))
    answers = (answer(Outcome.REFUSED), answer(Outcome.CONTINUES), answer(Outcome.REMOVED))
    first, second, third = (
        AnswerTakenBack(seq=len(start) + place, what="another family's") for place in (1, 2, 3)
    )
    whole = (*start, *answers)
    triggers = [
        found.outcome if (found := a_case(*whole, *gone).trigger) else ""
        for gone in ((first,), (first, third), (third, second), (third, first), (second, third, first))
    ]
    assert triggers == [Outcome.REMOVED, Outcome.CONTINUES, Outcome.REFUSED, Outcome.CONTINUES, ""]


def test_the_clock_of_a_letter_beside_the_ladder_runs_again() -> None:
    """Its date was settled by the answer; with the answer gone it is followed up, once."""
    start = (*BEGUN, *sent("L1"), posted("C1"), *sent("B7", aside=True), answer(Outcome.REFUSED))
    back = AnswerTakenBack(seq=len(start), what="another family's")
    assert a_case(*start).follow_ups == ()
    assert a_case(*start, back).follow_ups == (("B7", date(2026, 11, 19)),)


@pytest.mark.parametrize(("left_over", "moved"), [(["b", "c"], "a"), (["a", "c"], "b"), (["a", "b"], "c")])
def test_an_email_that_was_moved_takes_its_own_facts_away(left_over: list[str], moved: str) -> None:
    """Those of the other emails stay, whichever it was."""
    told = [_reported(mail) for mail in "abc"]
    case = a_case(opened(), *told, MailMoved(mail=moved, from_ref=REF, to_ref="2026-0001"))
    assert (sorted(case.mails), [one.mail for one in case.facts]) == (left_over, left_over)


def test_an_email_that_was_moved_here_changes_nothing_here() -> None:
    """Its report is read again on its own line."""
    told = [opened(), *(_reported(mail) for mail in "abc")]
    moved = MailMoved(mail="b", from_ref="2026-0001", to_ref=REF)
    assert a_case(*told, moved).facts == a_case(*told).facts


def _reported(mail: str) -> AnyEvent:
    made = reported(words=f"words of {mail}")
    return type(made)(mail=mail, file=f"mail/{mail}.eml", received=made.received, fact=made.fact)
