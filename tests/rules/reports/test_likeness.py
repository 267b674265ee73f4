"""How like a danger an email reads: what weighs, where, and what comes of it."""

import math

import pytest
from made_reports import report

from letterladder.rules.reports.likeness import (
    NOTHING_LEARNED,
    SHOWN,
    WHOLE,
    Weights,
    likeness_of,
    parts_of,
    shipped,
    words_of,
)
from letterladder.rules.texts.sentences import sentences_of

DANGER = "He says he is coming tonight and she is scared he will find out where they live."
LUNCH = "Could you tell me whether the school trip on Friday needs a packed lunch? Many thanks."


def test_a_danger_in_no_clause_reads_like_one() -> None:
    """The weights that ship tell the two apart, whatever the clauses say."""
    assert likeness_of(report(DANGER)).score > likeness_of(report(LUNCH)).score + 0.3
    assert likeness_of(report(LUNCH)).of_none


def test_a_danger_at_the_end_of_a_long_email_is_not_lost() -> None:
    """A long text is read in parts, and the part that reads most like a danger counts."""
    first, last = " ".join([LUNCH] * 40), f"PS {DANGER}"
    assert likeness_of(report(f"{first}\n\n{last}")).highest > likeness_of(report(first)).highest + 0.3


def test_more_parts_count_less() -> None:
    """Of many parts one is high by chance: what is told once in a long text weighs less than in a short one."""
    long = likeness_of(report(" ".join([LUNCH] * 40)))
    assert long.score < long.highest
    assert likeness_of(report(LUNCH)).score == likeness_of(report(LUNCH)).highest


@pytest.mark.parametrize("times", [1, 30, 3_000])
def test_every_word_is_read_up_to_a_limit(times: int) -> None:
    """No word falls between two parts, and the work stays bounded."""
    parts = parts_of(sentences_of(report(" ".join([f"Lunch is at {DANGER}"] * times))))
    assert all(sum(map(len, part)) <= max(WHOLE, 1_200) for part in parts)
    assert len(parts) <= 240
    assert {word for part in parts for words in part for word in words} >= set(words_of("lunch tonight live"))


def test_the_words_that_weighed_most_are_shown_heaviest_first() -> None:
    """None of them is part of another, and none weighs against it."""
    weights = Weights(of={"kill": 3.0, "i kill": 2.0, "tonight": 4.0, "lunch": -5.0}, bias=1.0, red_from=0.5)
    found = likeness_of(report("I kill time at lunch tonight", subject=""), weights)
    assert found.words == ("tonight", "kill")
    assert found.told == 'it reads like an email about a danger ("tonight", "kill")'
    assert len(likeness_of(report(DANGER)).words) <= SHOWN


def test_the_score_is_that_of_the_weights() -> None:
    """Calculated by hand: bias and weight over the root of thirty."""
    found = likeness_of(report("tonight", subject=""), Weights(of={"tonight": 5.0}, bias=-1.0))
    assert found.score == pytest.approx(1 / (1 + math.exp(1 - 5 / math.sqrt(30))))


def test_nothing_learned_neither_raises_nor_lowers() -> None:
    """So that the clauses alone can be measured."""
    found = likeness_of(report(DANGER), NOTHING_LEARNED)
    assert (found.of_danger, found.of_none) == (False, False)


def test_the_limits_that_ship_leave_room_between_them() -> None:
    """An email cannot read like a danger and like none."""
    assert 0 < shipped().amber_to < shipped().red_from < 1
