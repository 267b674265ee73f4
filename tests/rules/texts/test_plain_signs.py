import pytest

from letterladder.rules.texts.plain_signs import plain_signs


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("Zoë O’Brien-Łukasz 🙂", "Zoë O’Brien-Łukasz 🙂"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("[2Jred", "\x1b[2J\x9bred\x7f\x00"),
        ("gpj.exe", "\u202egpj.exe\u202c"),
        ("width", "zero\u200b\ufeff\u2060width".removeprefix("zero")),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🏫", "👩\u200d🏫"),
        ("ab", "a\u2028\u2029b\ud800"),
    ],
)
def test_what_acts_turns_or_hides_is_left_out(expected: str, text: str) -> None:
    """And letters of every script stay, with the joiners that their spelling needs."""
    assert plain_signs(text) == expected
