"""The words for the office, and that the list of known fields is what letters really use."""

import pytest

from letterladder.config.paths import LETTER_TEMPLATES
from letterladder.records.word.word import DocxPrinter
from letterladder.rules.letters.field_help import FIELD_HELP, KNOWN_FIELDS, OPTIONAL, wanted
from letterladder.rules.letters.letter_names import LETTER_FILES


def test_every_field_of_our_letters_is_known() -> None:
    """`templates check` may not call a field of our own letters unknown."""
    word = DocxPrinter()
    used = {field for file in LETTER_FILES.values() for field in word.fields_of(LETTER_TEMPLATES / file)}
    assert used - KNOWN_FIELDS == set()


@pytest.mark.parametrize(
    ("expected", "field"),
    [
        ("platform (where it was posted, for example Facebook)", "platform"),
        ("reviewer (who reviews the decision; not the person who made it)", "reviewer"),
        ("own_field", "own_field"),
    ],
)
def test_a_wanted_field_is_explained(expected: str, field: str) -> None:
    """By its name, for --set, and in office words; a school's own field by its name alone."""
    assert wanted(field) == expected


def test_every_explained_or_optional_field_is_known() -> None:
    """One list is enough to look a field up."""
    assert FIELD_HELP.keys() | OPTIONAL <= KNOWN_FIELDS


def test_an_explanation_is_one_line_that_ends_without_a_stop() -> None:
    """It stands in brackets within a sentence, beside others that are parted by semicolons."""
    assert [name for name, words in FIELD_HELP.items() if words.removesuffix("...").endswith(".")] == []
