import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterladder.rules.cases.phrases import one_line

ACTING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def slowly(text: str) -> str:
    """What `one_line` promises, sign by sign."""
    spaced = " ".join(text.split())
    return "".join(sign for sign in spaced if unicodedata.category(sign) not in ACTING or sign.isprintable())


@pytest.mark.parametrize(
    "text", ["", " ", "a", " a", "a ", "a  b", "a b", "a\nb", "a\u00a0b", "a\u2028b", "a\u200bb"]
)
def test_a_text_that_is_one_line_already_stays_and_no_other(text: str) -> None:
    """Blanks at the ends, two in a row, and every other white space are no part of one line."""
    assert one_line(text) == slowly(text)


@given(st.text(st.sampled_from(" \t\n\r\x0b\x85\u00a0\u1680\u2003\u2029\u200b\u202eab\u00e9"), max_size=12))
def test_any_text_becomes_one_line(text: str) -> None:
    """However it is taken apart."""
    assert one_line(text) == slowly(text)
