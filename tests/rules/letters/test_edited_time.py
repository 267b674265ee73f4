"""Which words of a new sentence are words of time, and which only look like them."""

from collections.abc import Mapping
from datetime import date

import pytest

from letterladder.rules.letters.edited_lines import Pair
from letterladder.rules.letters.edited_time import time_sentences

NEAR = date(2026, 11, 10)
NINETEENTH, TWENTIETH = date(2026, 11, 19), date(2026, 11, 20)


def told(
    now: str, was: str = "", original: str = "", known: Mapping[date, date | None] | None = None
) -> list[str]:
    """The sentences of the new line that are named."""
    return list(time_sentences([Pair(was=was, now=now)], original, NEAR, known or {}))


@pytest.mark.parametrize(
    "sentence",
    [
        "Two weeks are enough.",
        "Weeks: two weeks.",
        "It takes 48 of your hours.",
        "The 4th of your weeks.",
        "It takes forty-eight of your hours.",
        "In the first week.",
        "On Monday week.",
        "This term.",
        "Sixth: by the sixth.",
        "Write by the sixth.",
        "Write by the twenty-sixth.",
        "Write by the thirty-first.",
        "Write by sixth.",
        "Write by the 6th.",
        "Write by 6th.",
        "Write by 6/11.",
        "Write on 6/11.",
        "Write on 6.11.",
        "Write by 6.",
        "Write before 6.",
        "Write until 6.",
        "Write till 6.",
        "No later than 6.",
        "Write by May.",
        "Write by Sat.",
        "Come before Wed.",
        "At 9 am.",
        "At 9am.",
        "Come at 3.45.",
        "Come at 15:30.",
        "Come at once.",
        "Write by return.",
        "Come at half past nine.",
        "Come at quarter to nine.",
        "It is half term.",
        "Half-term.",
        "Tomorrow.",
        "Do it immediately.",
        "It ends next December.",
        "Write by 4 December 2026.",
        "It was on 4 December 2026.",
    ],
)
def test_words_of_time_are_seen_wherever_they_are_in_a_sentence(sentence: str) -> None:
    """At its beginning, at its end, alone."""
    assert told(f"Thank you. {sentence} All is well.") == [sentence]
    assert told(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Days go by.",
        "The weeks.",
        "One of you and all your many hours.",
        "We sent it by first class post.",
        "First we read it.",
        "You may march on.",
        "May we ask?",
        "He sat down.",
        "The second half of the page.",
        "By six people.",
        "Section 4.2 says so.",
        "At section 6 it says so.",
        "On 6 it says so.",
        "We are at school.",
        "Am I right?",
        "The return of it.",
        "Once more.",
        "A quarter of it.",
        "It is past.",
        "Half of it.",
        "The 6th.",
        "The sixth.",
    ],
)
def test_words_that_only_look_like_time_are_passed_over(sentence: str) -> None:
    """A number alone, a word that is also something else, a unit without its number."""
    assert told(sentence) == []


def test_a_sentence_of_the_draft_is_not_new_wherever_it_is_now() -> None:
    """Alone or as a part of its line, and in another form of its date."""
    draft = "Thank you. Write by noon.\nWe met on Friday 20 November 2026."
    assert told("Write by noon.", original=draft) == []
    assert told("Thank you. Write by noon.", original=draft) == []
    assert told("We met on 20/11/2026.", original=draft) == []
    assert told("We met on Saturday 20 November 2026.", original=draft) != []


@pytest.mark.parametrize(
    ("named", "was"),
    [(False, "Write by noon on Friday."), (True, "Write by noon."), (True, "Write on Friday."), (True, "")],
)
def test_a_line_rewritten_is_named_for_a_time_that_it_did_not_hold(named: bool, was: str) -> None:
    """The same times in other words are the writer's affair."""
    sentence = "We would like to have it by noon on Friday."
    assert told(sentence, was=was) == ([sentence] if named else [])


@pytest.mark.parametrize(
    ("named", "known"),
    [(True, {}), (False, {TWENTIETH: None}), (True, {NINETEENTH: None}), (False, {TWENTIETH: NINETEENTH})],
)
def test_a_known_day_may_be_named_anywhere(named: bool, known: dict[date, date | None]) -> None:
    """As it is, or in the place of the draft's."""
    assert bool(told("We meet on 20 November 2026.", known=known)) is named


def test_a_day_that_took_the_place_of_another_is_that_day() -> None:
    """So the sentence is the draft's."""
    draft = "We meet on 19 November 2026."
    assert told("We meet on 20 November 2026.", original=draft, known={TWENTIETH: NINETEENTH}) == []
    assert told("We meet on 20 November 2026.", original=draft) != []


def test_every_sentence_is_looked_at_in_order() -> None:
    """Of every line."""
    pairs = [Pair(was="", now="By noon. Thank you! On Friday?"), Pair(was="", now="Next week.")]
    assert list(time_sentences(pairs, "", NEAR, {})) == ["By noon.", "On Friday?", "Next week."]
