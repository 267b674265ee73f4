"""What sort of text an email is."""

import pytest
from made_reports import SCREENSHOT, form_report, report

from letterladder.rules.texts.readable import is_bulletin, is_english, is_thanks, says_nothing

GROUP_FOOT = "\n\nTo unsubscribe from this group send a mail to staff+unsubscribe@school.example"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "Our webinar on hate posts. Book now for £49 + VAT. Unsubscribe"),
        (False, "Look at what Ned Farrow posted about Miss Pell" + GROUP_FOOT),
        (False, "I read about it in the newsletter. He wrote that we are fools." + GROUP_FOOT),
        (False, "Our webinar on hate posts. Book now for £49 + VAT."),
    ],
)
def test_a_circular_needs_two_signs_and_a_way_out(expected: bool, text: str) -> None:
    """A school's own email group adds "unsubscribe" to honest reports."""
    assert is_bulletin(report(text)) is expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "Thank you so much for the lovely concert"),
        (False, "Thank you for looking into this. I am worried about my son."),
        (False, "Thank you. Please look at this screenshot."),
        (False, "Somebody wrote this"),
    ],
)
def test_thanks_hold_no_word_of_concern(expected: bool, text: str) -> None:
    """A report that ends in thanks is a report."""
    assert is_thanks(report(text)) is expected


def test_a_bare_scan_says_nothing_by_itself() -> None:
    """Everything is in the attachment."""
    assert says_nothing(report("Scan job, 1 page", attachments=(SCREENSHOT,)))
    assert not says_nothing(report("Scan job, 1 page"))
    assert not says_nothing(form_report("x"))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            True,
            "He put this on his page last night after the teacher kept him in on Friday and it is not nice",
        ),
        (True, "wayne siddall posted rude stuff"),
        (
            False,
            "Na grupie w środę wieczorem tata Amiry napisał o pani Bramall, która pilnuje dzieci na obiedzie",
        ),
        (False, "Je vous écris parce que le père de Lina a publié une photo de ma fille sans mon accord"),
    ],
)
def test_english_is_told_by_its_common_words(expected: bool, text: str) -> None:
    """The word lists know only English."""
    assert is_english(report(text)) is expected
