"""The words of RTF files, without their marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from steps import steps_of

from letterladder.mailbox.attached_rtf import DEEPEST, rtf_text


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (rb"{\rtf1\ansi Hello there.}", "Hello there."),
        (rb"{\rtf1 One\par Two\line Three}", "One\nTwo\nThree"),
        (rb"{\rtf1{\fonttbl{\f0 Arial;}}{\colortbl;\red0;}\f0 Words}", "Words"),
        (rb"{\rtf1{\*\generator Writer 7;}{\info{\author Jo}}Words", "JoWords"),
        (rb"{\rtf1\ansi\ansicpg1252 caf\'e9}", "café"),
        (rb"{\rtf1\ansi\ansicpg1250 \'b3\'f3d\'9f}", "łódź"),
        (rb"{\rtf1\uc1 caf\u233?!}", "café!"),
        (rb"{\rtf1\uc2 caf\u233\'3f\'3f!}", "café!"),
        (rb"{\rtf1\uc0 caf\u233!}", "café!"),
        (rb"{\rtf1 a \{brace\} and a \\}", "a {brace} and a \\"),
        (rb"{\rtf1 she\rquote s \ldblquote here\rdblquote\~now}", "she’s “here” now"),
        (rb"{\rtf1{\field{\*\fldinst HYPERLINK x}{\fldrslt a link}}}", "a link"),
        (rb"{\rtf1 kn{\b if}e}", "knife"),
        (b"{\\rtf1 cut\r\n line}", "cut line"),
        (b"{\\rtf1{\\pict\\bin5 }}}}}x} after}", "after"),
        (rb"{\rtf1\ansicpg99999 x\'e9}", "xé"),
        (rb"}}}{\rtf1 too many ends}}}}", "too many ends"),
    ],
)
def test_words_are_read_without_their_marks(written: bytes, words: str) -> None:
    """Breaks, character sets, letters of Unicode with their stand-ins, groups that hold no words."""
    assert rtf_text(written) == (words, "")


def test_groups_too_deep_are_said() -> None:
    """And what was read before is kept."""
    assert rtf_text(b"{\\rtf1 Hi " + b"{" * (DEEPEST + 1)) == ("Hi", "some of it could not be read")


def test_the_work_grows_with_the_file() -> None:
    """Twice the file, twice the steps."""
    small, large = (b"{\\rtf1 " + b"\\b {word} " * times + b"}" for times in (500, 1_000))
    assert steps_of(lambda: rtf_text(large)) < 2.2 * steps_of(lambda: rtf_text(small))


@given(st.binary(max_size=200))
def test_no_bytes_raise(junk: bytes) -> None:
    """Whatever they are."""
    rtf_text(b"{\\rtf1 " + junk)
