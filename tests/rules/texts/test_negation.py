"""What is denied is not told."""

import pytest

from letterladder.rules.texts.negation import said
from letterladder.rules.texts.phrases import phrases

HIT = phrases("(hit|hits|followed|fight)")


@pytest.mark.parametrize(
    "text", ["nobody followed her", "he was not hit", "she never really hit him", "i dont want a fight"]
)
def test_what_is_denied_right_before_it_is_not_said(text: str) -> None:
    """A denial and at most a few small words stand before it."""
    assert said(text, HIT) == ""


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("hit", "he hit him"),
        ("hit", "he was not only hit"),
        ("hits", "she is not safe because he hits her"),
        ("followed", "nobody hit her but he followed her"),
    ],
)
def test_a_denial_of_something_else_takes_nothing_away(expected: str, text: str) -> None:
    """The next one that is not denied counts."""
    assert said(text, HIT) == expected
