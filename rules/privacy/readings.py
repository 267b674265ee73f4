"""The words of a text as an eye may read them: with letters apart, letters of other alphabets, digits for letters."""

import re
from collections.abc import Iterator

from ...ground.values import replace
from ..texts.names import Word, fold, words_with_places

LOOK_ALIKES = str.maketrans(
    "абсԁеցһіјӏкмопрԛѕтухѵѡАВСЕНІЈКМОРЅТУХαεικνορτυχωΑΒΕΗΙΚΜΝΟΡΤΥΧΖ",
    "abcdeghijlkmonpqstyxvwABCEHIJKMOPSTYXaeiknoptuxwABEHIKMNOPTYXZ",
)
"""Letters of Cyrillic and Greek that nobody can tell from ours."""

DIGITS = (str.maketrans("0134579", "oieastg"), str.maketrans("0134579", "oleastg"))
"""Digits for letters; 1 is an i or an l."""

APART = re.compile(r"(?<![^\W_])[^\W\d_](?:[ .·-]{1,2}[^\W\d_]){2,24}(?![^\W_])")
BROKEN = re.compile(r"(?<![^\W_])[^\W\d_]{2,30}[-‐\u00ad][ \t]{0,3}\r?\n[ \t>]{0,6}[^\W\d_]{1,30}(?![^\W_])")
PIECE = re.compile(r"[^\W\d_]{2,60}")
HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_LETTERS = re.compile(r"[^\W\d_]")


def words_read(text: str) -> list[Word]:
    """The folded words in order, as they are written; letters that look like ours are ours."""
    return list(words_with_places(text.translate(LOOK_ALIKES)))


def other_readings(text: str, words: list[Word]) -> Iterator[Word]:
    """What else may be read in a text: each a word with the whole place that it takes up there.

    Args:
        text: the text.
        words: its words, from `words_read`.
    """
    ours = text.translate(LOOK_ALIKES)
    for pattern in (APART, BROKEN):
        for found in pattern.finditer(ours):
            letters = "".join(_LETTERS.findall(found.group()))
            yield _read(letters, found.start(), found.end())
    for word in words:
        if word.text.isalpha():
            yield from _humps(ours, word)
        elif not word.text.isdigit():
            yield from _with_digits(ours, word)


def _read(letters: str, start: int, end: int) -> Word:
    return Word(text=fold(letters).text, start=start, end=end, capital=letters[:1].isupper())


def _humps(text: str, word: Word) -> Iterator[Word]:
    """The parts of "ZaraBalogun" and "zaraPost"."""
    written = text[word.start : word.end]
    parts = HUMP.split(written)
    if len(parts) > 1 and not written.isupper():
        yield from (_read(part, word.start, word.end) for part in parts if len(part) > 1)


def _with_digits(text: str, word: Word) -> Iterator[Word]:
    """The letters of "zara09", and "Z4ra" and "zar4" with letters for their digits."""
    yield from (
        replace(_read(part, word.start, word.end), capital=True)
        for run in PIECE.findall(text[word.start : word.end])
        for part in HUMP.split(run)
    )
    for table in DIGITS:
        plain = word.text.translate(table)
        if plain.isalpha():
            yield replace(word, text=plain, capital=True)
