"""Roles are told from names: what may name a person is written by hand for a letter."""

import pytest

from letterladder.rules.texts.roles import by_place, by_role


@pytest.mark.parametrize(
    "text",
    [
        "office staff",
        "A member of staff",
        "the receptionist and two pupils",
        "several parents waiting at the gate, and 3 children",
        "Midday supervisors",
    ],
)
def test_words_that_name_a_role_alone_may_be_printed(text: str) -> None:
    """Just as they were reported."""
    assert by_role(f" {text} ") == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mrs Khan",
        "khan",
        "the receptionist Sarah",
        "the receptionist (mrs khan)",
        "Cook",
        "Head and two pupils",
        "two members of staff and Cook",
        "my daughter",
        "JO",
    ],
)
def test_words_of_which_one_may_be_a_name_are_not(text: str) -> None:
    """A capital, or a word that is no plain role, and a person writes it by role."""
    assert by_role(text) == ""


@pytest.mark.parametrize(
    "text", ["the main gate", "Reception", "the car park, by the bus stop", "outside classroom 4"]
)
def test_words_that_tell_what_a_place_is_may_be_printed(text: str) -> None:
    """Just as they were reported."""
    assert by_place(text) == text


@pytest.mark.parametrize("text", ["Mrs Khan's classroom", "outside Sarah's car", "Weir Lane", ""])
def test_a_place_that_may_name_somebody_is_not_printed(text: str) -> None:
    """A person writes it."""
    assert by_place(text) == ""
