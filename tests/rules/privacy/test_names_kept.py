"""Which words a reviewer of a copy is asked about: those that may be somebody's name."""

import pytest

from letterladder.rules.privacy.passages import names_kept


def asked_about(text: str) -> list[str]:
    """The words that are marked as kept."""
    return [text[start:end] for start, end in names_kept(text)]


@pytest.mark.parametrize(
    "text", ["Letter L2 version 1 was approved.", "It was decided: B2a.", "In 6H on Monday."]
)
def test_a_step_of_the_policy_is_nobodys_name(text: str) -> None:
    """A page with its number in each line is not read at all."""
    assert asked_about(text) == []


def test_a_name_beside_a_step_is_asked_about() -> None:
    """With all of it."""
    assert asked_about("L2 was shown to Gosling Petworth.") == ["Gosling Petworth"]
    assert asked_about("Petworth L2 came.") == ["Petworth L2"]
