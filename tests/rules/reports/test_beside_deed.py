"""What goes with a deed is placed; the same with something to weigh in it is not."""

import pytest

from letterladder.rules.reports.beside_deed import is_beside
from letterladder.rules.words import Deed


@pytest.mark.parametrize(
    ("deed", "clause"),
    [
        (Deed.WORDS, "about another mother"),
        (Deed.WORDS, "a row of pig emojis."),
        (Deed.PICTURE, "two other children are in it"),
        (Deed.VIDEO, "we asked people not to film"),
        (Deed.CONTACT, "i have not answered."),
        (Deed.CONTACT, "first one asked whether she could change reading group"),
    ],
)
def test_what_goes_with_a_deed_is_placed(deed: Deed, clause: str) -> None:
    """At whom, what is to be seen, what was asked, whether it was answered; and with no other deed."""
    assert is_beside(clause, frozenset({deed}))
    assert not is_beside(clause, frozenset({Deed.IMPERSONATION}))


@pytest.mark.parametrize(
    ("deed", "clause"),
    [
        (Deed.WORDS, "a row of fists, and he means it"),
        (Deed.PICTURE, "a pupil who is in care is in it"),
        (Deed.PICTURE, "two children under a court order are in it"),
        (Deed.CONTACT, "he asked me if i could change the mark for £200"),
        (Deed.CONTACT, "i have not answered because he waits outside"),
    ],
)
def test_something_to_weigh_is_not(deed: Deed, clause: str) -> None:
    """A person reads it first."""
    assert not is_beside(clause, frozenset({deed}))
