"""Words that a reviewer withholds wherever they are: kept as a mark, found again, and masked where they are shown."""

import pytest

from letterladder.rules.privacy.passages import KEY_DIGITS, MOST_WORDS, hashed_words, places_of_words
from letterladder.rules.privacy.reporter_guard import Leak, masked, tells_the_school
from letterladder.rules.privacy.reporter_marks import Trait

LINE = ["the", "red", "van", "of", "beth", "red", "van"]


@pytest.mark.parametrize(
    ("withheld", "places"),
    [
        ((), []),
        (("red van",), [(1, 2), (5, 6)]),
        (("van",), [(2, 2), (6, 6)]),
        (("Beth", "red van"), [(1, 2), (4, 4), (5, 6)]),
        (("van of beth",), [(2, 4)]),
        (("van red",), []),
        (("the red van of beth red van",), []),
    ],
)
def test_what_is_withheld_is_found_wherever_it_is(
    withheld: tuple[str, ...], places: list[tuple[int, int]]
) -> None:
    """By first and last word, however it was typed; longer words than are kept are found nowhere."""
    hashes = frozenset(one for text in withheld if (one := hashed_words(text)))
    assert list(places_of_words(LINE, hashes)) == places


def test_so_many_words_are_kept_and_no_more() -> None:
    """And none of nothing; capitals and marks are no matter."""
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    assert len(hashed_words(" ".join(words[:MOST_WORDS]))) == KEY_DIGITS
    assert hashed_words(" ".join(words[: MOST_WORDS + 1])) == ""
    assert hashed_words(" ... ") == ""
    assert hashed_words("Red VAN,") == hashed_words("red van") != hashed_words("redvan")


def leak(text: str, *names: str) -> list[Leak]:
    """Where these names stand."""
    return [Leak(trait=Trait.NAME, start=text.index(one), end=text.index(one) + len(one)) for one in names]


LONG = (
    "It was on the page for a week, and then Beth Aldous and Tom saw it at the gate on the way home with us."
)


@pytest.mark.parametrize(
    ("text", "names", "room", "shown"),
    [
        ("as Beth said", ("Beth",), 30, "as [left out] said"),
        ("as Beth  said\nto Tom", ("Tom", "Beth"), 30, "as [left out] said to [left out]"),
        ("Beth", ("Beth",), 30, "[left out]"),
        ("a Beth b", ("Beth",), 1, "… [left out] …"),
        ("a Beth b", ("Beth",), 2, "a [left out] b"),
        (
            LONG,
            ("Beth Aldous", "Tom"),
            30,
            "… the page for a week, and then [left out] and [left out] saw it at the gate on …",
        ),
    ],
)
def test_around_a_name_is_shown_and_never_the_name(
    text: str, names: tuple[str, ...], room: int, shown: str
) -> None:
    """So many characters before and after the first, with dots where more was there."""
    assert masked(text, leak(text, *names), room=room) == shown


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("as Beth said", True),
        ("as our Beth has said", False),
        ("Beth said", False),
        ("Beth told us", True),
        ("Beth reported it", True),
        ("Beth has saw it", True),
        ("you called Beth a liar", False),
        ("reported to us by Beth", True),
        ("according to Beth", True),
        ("a screenshot from Beth", True),
        ("reported\nby Beth", False),
        ("Beth\ntold us", False),
        ("x" * 70 + " as Beth said", True),
    ],
)
def test_whether_somebody_told_the_school_is_read_beside_the_name(text: str, told: bool) -> None:
    """On the same line, before or after it."""
    (found,) = leak(text, "Beth")
    assert tells_the_school(text, found) is told
