"""What may be written of a street: the line, the street by itself, and its name alone where that says enough."""

import pytest

from letterladder.rules.privacy.streets import street_forms


@pytest.mark.parametrize(
    ("alone", "line"),
    [
        (True, "12 Wold Road"),
        (True, "3 Tyne Street"),
        (False, "12 Elm Road"),
        (False, "12 Church Road"),
        (True, "12 Old Tyne Road"),
        (False, "12 Old Elm Road"),
        (True, "12 Elm Bank Road"),
    ],
)
def test_the_name_of_a_street_gives_it_away_by_itself(alone: bool, line: str) -> None:
    """Where it is no English word, and has four letters or more."""
    assert any(form.capital for form in street_forms(line)) is alone
