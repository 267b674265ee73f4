"""Names as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterladder.rules.texts.names import fit_name, fold, spellings, titles_agree, words_of


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        (("zoe", "muller", "hart"), "Zoë Müller-Hart"),
        (("obrien",), "O’Brien"),
        (("obrien",), "o'brien"),
        (("lodz", "zielinski"), "Łódź ZIELIŃSKI"),
        (("gavin", "stott"), "  Gavin\n Stott, "),
    ],
)
def test_accents_case_and_apostrophes_do_not_matter(expected: tuple[str, ...], typed: str) -> None:
    """Words compare equal however they were typed."""
    assert words_of(typed) == expected


@pytest.mark.parametrize(
    ("expected", "typed", "given_name", "family"),
    [
        ((2, 2), "gavin stott", "Gavin", "Stott"),
        ((2, 2), "stott gavin", "Gavin", "Stott"),
        ((1, 2), "g stott", "Gavin", "Stott"),
        ((2, 1), "shaun t", "Shaun", "Tuttle"),
        ((0, 2), "stott", "Gavin", "Stott"),
        ((2, 2), "zoe mueller hart", "Zoë", "Müller-Hart"),
        ((2, 2), "jonas muller", "Jonas", "Mueller"),
        ((2, 1), "rachel shaw", "Rachel", "Thornley-Shaw"),
        ((2, 2), "annemarie duffy", "Anne-Marie", "Duffy"),
        ((2, 2), "maureen o brien", "Maureen", "O'Brien"),
        ((2, 2), "gavin j stott", "Gavin", "Stott"),
    ],
)
def test_a_typed_name_fits_its_person(
    expected: tuple[int, int], typed: str, given_name: str, family: str
) -> None:
    """Whole names, initials, parts and other spellings fit, each with its weight."""
    fit = fit_name(tuple(typed.split()), given_name, family)
    assert fit is not None
    assert (fit.given, fit.family) == expected


@pytest.mark.parametrize(
    "typed", ["gavin smith", "donna stott", "d stott", "stottard", "", "gavin stott carl"]
)
def test_a_word_that_is_not_the_persons_spoils_the_fit(typed: str) -> None:
    """No word may be left over: it may be somebody else's."""
    assert fit_name(tuple(typed.split()), "Gavin", "Stott") is None


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        (True, "Mrs", "Ms"),
        (True, "", "Mr"),
        (True, "Dr", "Mrs"),
        (False, "Mr", "Mrs"),
        (False, "Miss", "Mr."),
    ],
)
def test_titles_of_one_person_agree(expected: bool, one: str, other: str) -> None:
    """Mrs, Ms and Miss are mixed up all the time, Mr and Mrs are not."""
    assert titles_agree(one, other) is expected


def test_an_umlaut_has_three_spellings() -> None:
    """Müller may be typed Muller or Mueller, and the register may hold either."""
    assert spellings("Müller") == spellings("Mueller") == {("muller",), ("mueller",)}


def test_a_wrapped_line_is_one_sentence_and_an_empty_line_ends_a_paragraph() -> None:
    """Email programs break lines anywhere; a phrase must be found across the break."""
    assert fold("I’ll  find \r\nyou\r\n\r\n“Now”").text == 'ill find you\n"now"'


@given(st.text())
def test_every_folded_letter_knows_its_place(text: str) -> None:
    """The words shown to people are cut from the original, whatever it holds."""
    folded = fold(text)
    assert len(folded.text) == len(folded.places)
    assert all(0 <= place < len(text) for place in folded.places)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("he said stupid cow and left", "He said 'stupid cow' and left"),
        ("rock n roll", "rock ‘n’ roll"),
        ("obrien", "O'Brien"),
        ('a "b" - c', "a “b” – c"),
        ("one\ntwo", "one\n\n'two'"),
    ],
)
def test_quoted_words_stay_words(expected: str, text: str) -> None:
    """Single quotes look like apostrophes; the insult between them must not grow onto the word before."""
    folded = fold(text)
    assert (folded.text, len(folded.places)) == (expected, len(expected))


@given(st.text(st.sampled_from("aB'’ \n\t\u00a0\u00a8\u00adé-ßﬁ\x1c\u2028.,\""), max_size=40))
def test_a_folded_text_has_a_place_for_each_of_its_letters(text: str) -> None:
    """The text is folded at once and its places letter by letter: both ways come to the same."""
    folded = fold(text)
    assert len(folded.places) == len(folded.text)
    letters = zip(folded.text, folded.places, strict=True)
    assert all(letter.isspace() or fold(text[place]).text.find(letter) >= 0 for letter, place in letters)
