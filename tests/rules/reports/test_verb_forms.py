"""A verb is known in each of its forms."""

import pytest

from letterladder.rules.reports.verb_forms import forms, going_on


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("slap", "slap slaps slapping slapped"),
        ("belt", "belt belts belting belted"),
        ("cane", "cane canes caning caned"),
        ("punch", "punch punches punching punched"),
        ("throw", "throw throws throwing threw thrown"),
        ("stamp_on", "stamp_on stamps_on stamping_on stamped_on"),
    ],
)
def test_a_verb_has_its_forms(verb: str, expected: str) -> None:
    """With the last letter doubled, an "e" dropped, an irregular past, a particle behind each."""
    assert forms([verb]) == expected


def test_what_is_seen_going_on_has_two_forms() -> None:
    """That is: "heard him belt her" and "heard him belting her"."""
    assert going_on(["belt", "slap"]) == "belt belting slap slapping"
