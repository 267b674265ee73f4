"""A letter mentions comments only where they came to the very letter that asked for them."""

from datetime import date

import pytest
from cast import BEGUN, a_case, sent
from cast_actions import answer
from shipped import LETTERS

from letterladder.rules.cases.events import AnswerRecorded, AnyEvent, DeliveryFailed
from letterladder.rules.letters.heard_words import answers_awaited, heard_at_review, heard_before_decision
from letterladder.rules.words import Channel, Outcome

UNTIL = date(2026, 11, 19)
AFTER = date(2026, 11, 20)
B1, B2 = sent("B1"), sent("B2")
B3, B5 = sent("B3", answer_by=None), sent("B5", answer_by=None)
REFUSED = answer(Outcome.REFUSED)
SORRY = answer(Outcome.APOLOGY, "", on=date(2026, 11, 16))
LATE = answer(Outcome.DECLINED, "L2", on=date(2026, 11, 16))
"""An answer to an invitation, after a notice has gone out."""
NONE = "You did not send us any comments by the date in our letter."


def comments(channel: Channel, on: date = date(2026, 11, 13)) -> AnswerRecorded:
    """The adult's comments."""
    return AnswerRecorded(outcome=Outcome.REPRESENTATIONS, channel=channel, on=on, summary="x", letter="B1")


@pytest.mark.parametrize(
    ("expected", "today", "events"),
    [
        (NONE, AFTER, B1),
        (NONE, AFTER, (*sent("L1"), REFUSED, *B1)),
        (NONE, AFTER, (*B1, comments(Channel.MAIL), *sent("B4", answer_by=None), *sent("B1", 2))),
        (NONE, AFTER, (*sent("L2"), *B1, LATE)),
        ("We received your comments on Monday 16 November 2026 (by phone).", AFTER, (*sent("L2"), *B1, LATE, SORRY)),
        ("We received your comments on Tuesday 24 November 2026 (by letter).", date(2026, 11, 24),
         (*B1, comments(Channel.LETTER, date(2026, 11, 24)))),
        (
            "What you told us after our letter of Tuesday 10 November 2026 reached us on Friday 13 November 2026"
            " (by email). You did not send us any comments on our letter of Thursday 12 November 2026 by the date"
            " in it.",
            AFTER,
            (*B1, *sent("B2", on=date(2026, 11, 12)), comments(Channel.MAIL)),
        ),
        ("We have not waited for the date by which you could send us comments.", UNTIL, B1),
        ("We had not asked you for comments before this decision.", AFTER, sent("L1")),
        (NONE, AFTER, (*B1, answer(Outcome.UNDELIVERED))),
        (
            "Our letter of Tuesday 10 November 2026 came back to us, so we could not hear from you first.",
            AFTER,
            (*B1, DeliveryFailed(letter="B1", version=1, why="moved away")),
        ),
        ("We received your comments on Friday 13 November 2026 (by email).", AFTER, (*B1, comments(Channel.MAIL))),
        ("We received your answer on Thursday 12 November 2026 (by phone).", UNTIL, (*B1, REFUSED)),
        (
            "We received your comments on Friday 13 November 2026 (by letter) and Monday 16 November 2026 (by phone).",
            AFTER,
            (*B1, comments(Channel.LETTER), SORRY),
        ),
        (
            "We received your comments on Friday 13 November 2026 (at a meeting)."
            " We received your answer on Thursday 12 November 2026 (by phone).",
            AFTER,
            (*B1, comments(Channel.MEETING), REFUSED),
        ),
        (
            "What you told us after our letter of Tuesday 10 November 2026 reached us on Thursday 12 November 2026"
            " (by phone). You did not send us any comments on our letter of Saturday 14 November 2026 by the date"
            " in it.",
            AFTER,
            (*B1, REFUSED, *sent("B2", on=date(2026, 11, 14))),
        ),
    ],
)  # fmt: skip
def test_a_decision_says_how_the_adult_was_heard(
    expected: str, today: date, events: tuple[AnyEvent, ...]
) -> None:
    """Never of an answer to another letter, never of silence before the day has passed."""
    assert heard_before_decision(a_case(*BEGUN, *events), LETTERS, today) == expected


@pytest.mark.parametrize(
    ("expected", "events"),
    [
        ("You did not send us any comments for this review.", (*B1, comments(Channel.MAIL), *B3)),
        ("We received your comments on Monday 16 November 2026 (by phone).", (*B1, *B3, SORRY)),
        ("You did not send us any comments for this review.", (*B1, *B3, SORRY, *B5)),
    ],
)
def test_a_review_says_what_came_since_the_decision(expected: str, events: tuple[AnyEvent, ...]) -> None:
    """What was considered before the decision, or at the review before, was not said for this one."""
    assert heard_at_review(a_case(*BEGUN, *events), LETTERS) == expected


@pytest.mark.parametrize(
    ("expected", "events"),
    [
        (0, (*sent("L1"), REFUSED, *B1)),
        (1, (*sent("L1"), REFUSED, *B1, SORRY)),
        (0, (*B1, SORRY, *B3)),
        (1, (*B1, SORRY, *B3, SORRY)),
        (0, (*sent("L2"), *B1, LATE)),
        (1, (*B1, *B2, comments(Channel.MAIL))),
        (2, (*B1, comments(Channel.MAIL), SORRY)),
    ],
)
def test_points_to_deal_with_come_from_the_notice(expected: int, events: tuple[AnyEvent, ...]) -> None:
    """An earlier refusal is not a comment on a bar that had not been announced."""
    assert len(answers_awaited(a_case(*BEGUN, *events), LETTERS)) == expected
