import pytest

from letterladder.ground.english import listed


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("", []),
        ("one", ["one"]),
        ("one and two", ["one", "two"]),
        ("one, two and three", ["one", "two", "three"]),
    ],
)
def test_words_are_joined_as_in_a_sentence(sentence: str, words: list[str]) -> None:
    """No comma before the last one."""
    assert listed(words) == sentence


def test_the_last_may_be_an_alternative() -> None:
    """A choice is joined by "or"."""
    assert listed(("approve", "return", "wait"), "or") == "approve, return or wait"
