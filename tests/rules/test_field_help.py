"""The list of known fields is what letters really use."""

from letterladder.config.paths import LETTER_TEMPLATES
from letterladder.records.word import DocxPrinter
from letterladder.rules.field_help import KNOWN_FIELDS
from letterladder.rules.letter_names import LETTER_FILES


def test_every_field_of_our_letters_is_known() -> None:
    """`templates check` may not call a field of our own letters unknown."""
    word = DocxPrinter()
    used = {field for file in LETTER_FILES.values() for field in word.fields_of(LETTER_TEMPLATES / file)}
    assert used - KNOWN_FIELDS == set()
