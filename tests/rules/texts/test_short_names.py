"""Short forms of given names."""

import pytest

from letterladder.rules.texts.short_names import short_forms


@pytest.mark.parametrize(("given", "short"), [("Terence", "terry"), ("Robert", "bob"), ("Bob", "robert")])
def test_a_name_knows_its_other_forms(given: str, short: str) -> None:
    """Both ways, for the register may hold either."""
    assert short in short_forms(given)


def test_two_full_names_of_one_short_form_are_not_each_other() -> None:
    """Alexander and Alan are both Al."""
    assert "alan" not in short_forms("Alexander")


@pytest.mark.parametrize("given", ["Chidera", "", "Éloïse"])
def test_a_name_without_short_forms_has_none(given: str) -> None:
    """Most names of the world."""
    assert short_forms(given) == frozenset()
