"""Of many patterns those that may fit in a text are told by its words; none that fits is ever left out."""

import re
import runpy
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports_unseen.corpus import boundary, corpus, opened
from sweeps import each

from letterladder.ground.values import is_value, names_of_parts
from letterladder.mailbox.message import read_mail
from letterladder.rules.reports import triage
from letterladder.rules.texts.needed_words import needs_of
from letterladder.rules.texts.phrases import Patterns, phrases
from letterladder.rules.texts.sentences import sentences_of
from letterladder.rules.texts.sieve import Sieve

SCORING = runpy.run_path(str(Path(__file__).resolve().parents[2] / "tools" / "score_reports.py"))


@cache
def emails() -> list[tuple[str, bytes]]:
    """All emails whose truth is known, by name."""
    return [(name, raw) for group in (corpus, opened, boundary) for name, raw, _ in group()]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\b(hit|kick\w*) (him|her)\b", [{"him", "her"}, {"hit*", "kick*"}]),
        (r"(?<!\w)kill\w* ~(?!\w)", [{"kill*"}]),
        (r"(?<!\w)(dad|mum)s?(?!\w)", [{"dad", "dads", "mum", "mums"}]),
        (r"(?<!\w)my (\w+ ){0,2}?child(?!\w)", [{"child"}, {"my"}]),
        (r"(?<!\w)screen-?shots?(?!\w)", [{"screen", "screenshot", "screenshots"}]),
        (r"(?<!\w)tell.+dad(?!\w)", [{"tell*"}]),
        (r"(?<!\w)(really )?(?!\w)", []),
        (r"\w+ing\b", []),
        (r"(?i)\bkill\b", []),
        (r"(?<!\w)(kill|\w+ him)(?!\w)", [{"kill*", "him*"}]),
        (r"(?<!\w)go away|\d+(?!\w)", []),
    ],
)
def test_what_a_pattern_needs_is_read_off_it(pattern: str, needed: list[set[str]]) -> None:
    """Groups of words, one of each of which must be there; none where the pattern may fit without any word."""
    assert sorted(map(sorted, needs_of(pattern))) == sorted(map(sorted, needed))


@cache
def _all_patterns() -> tuple[str, ...]:
    assert triage
    rooms = [room for name, room in sys.modules.items() if name.startswith("letterladder.rules.")]
    found = [one for room in rooms for value in vars(room).values() for one in _within(value)]
    return tuple(dict.fromkeys(source for one in found for source in one.sources))


def _within(value: object) -> Iterator[Patterns]:
    """The patterns in a value of a module: in its rows, its lists, its tables."""
    if isinstance(value, Patterns):
        yield value
    elif isinstance(value, (tuple, list)):
        yield from (found for one in value for found in _within(one))
    elif isinstance(value, dict):
        yield from _within(list(value.values()))
    elif is_value(value):
        yield from _within([getattr(value, name) for name in names_of_parts(value)])


@cache
def _sieve() -> tuple[Sieve, tuple[re.Pattern[str], ...]]:
    return Sieve(_all_patterns()), tuple(map(re.compile, _all_patterns()))


def _left_out(text: str) -> list[str]:
    """The patterns that fit in a text, and that the sieve leaves out all the same."""
    sieve, patterns = _sieve()
    likely = set(sieve.places(text))
    return [one.pattern for place, one in enumerate(patterns) if place not in likely and one.search(text)]


@pytest.mark.parametrize("part", each(30, range(30)))
def test_no_pattern_that_fits_in_an_email_is_left_out(part: int) -> None:
    """Every pattern by which emails are read, on every sentence of every email whose truth is known."""
    for name, raw in emails()[part::30]:
        report = read_mail(raw, SCORING["TAKEN_AT"], forms=SCORING["FORMS"])
        plain = [one.plain for one in sentences_of(report)]
        assert {text: left for text in (*plain, "\n".join(plain)) if (left := _left_out(text))} == {}, name


def test_most_patterns_are_left_out() -> None:
    """Else it would be of no use: of an everyday sentence few are tried."""
    sieve, patterns = _sieve()
    tried = list(sieve.places("the gate of the lower car park was locked again on monday when i came by"))
    assert 0 < len(tried) < len(patterns) / 5


WORDS = st.sampled_from(
    ["dad", "dads", "kill", "killed", "my", "a", "-", ".", "\n", "_", "é", "9", " ", "  "]
)
PIECES = st.recursive(
    st.sampled_from(
        [
            "dad",
            "kill",
            "my",
            " ",
            "a",
            "é",
            r"\w+",
            r"\w*",
            r"\b",
            r"(?<!\w)",
            r"(?!\w)",
            ".",
            "[^.]{0,4}?",
            "-",
            "^",
            "$",
        ]
    )
    | st.sampled_from([r"[ \n-]+", "[ad]", r"\s", r"\d?", r"(?!my)", r"(?=k)", r"(?<=a)"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"({'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "{0,2}?", "{1,2}", "+?", "{2}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=8,
)


@given(PIECES, st.lists(WORDS, max_size=10).map("".join))
def test_no_pattern_whatever_is_left_out_where_it_fits(pattern: str, text: str) -> None:
    """Made patterns on made texts: what fits has passed the sieve."""
    if re.search(pattern, text):
        assert list(Sieve([pattern]).places(text)) == [0]


def test_what_a_pattern_leaves_of_a_word_is_looked_at_again() -> None:
    """Where one pattern takes half a word away, a later one sees the other half."""
    patterns = phrases("un|over\nkind")
    assert patterns.left_out_of("an unkind word").split() == ["an", "word"]
