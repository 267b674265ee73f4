"""The tables of letters agree with one another."""

from letterladder.rules.letters.letter_names import LETTER_FILES, LETTER_NAMES, MUST_PRINT, letter_of_file


def test_every_letter_has_a_file_a_name_and_its_needs() -> None:
    """A letter that one table knows, all tables know."""
    assert set(LETTER_FILES) == set(LETTER_NAMES) == set(MUST_PRINT)


def test_a_file_is_known_by_its_letter() -> None:
    """A school's own file of the same name is the same letter."""
    assert letter_of_file("B2-interim-withdrawal.docx") == "B2"


def test_another_file_is_no_letter() -> None:
    """A file of another name has no id, so nothing is demanded of it for one letter's sake."""
    assert letter_of_file("newsletter.docx") == ""


def test_an_interim_bar_cannot_do_without_its_dates_and_its_hearing() -> None:
    """Promise 5: an end, a date for comments, and who decides and when."""
    assert {"interim_end", "answer_by", "decision_owner", "decision_by", "comments_to"} <= MUST_PRINT["B2"]
