"""The weights that ship are those that the open corpora give, and they tell of sources left out."""

import re
from pathlib import Path

import pytest
from tools import learn_weights
from tools.learn_weights import HANDS, chosen, emails, hashes, learn, left_out, names, written

from letterladder.rules.reports import danger_weights
from letterladder.rules.reports.likeness import shipped


def test_the_weights_were_learned_from_the_corpora_as_they_are() -> None:
    """After a change of an email or of its truth: python tests/tools/learn_weights.py."""
    assert hashes() == danger_weights.LEARNED_FROM


def test_nothing_is_learned_from_a_sealed_part() -> None:
    """Its folder is not so much as named."""
    tool = Path(learn_weights.__file__).read_text("utf-8")
    assert "sealed" not in re.sub(r'""".*?"""', "", tool, flags=re.DOTALL).casefold()
    assert set(hashes()) == {
        *HANDS.values(),
        "boundary",
        "calm",
        "grave",
        "opened",
        "opened2",
    }


@pytest.mark.sweep("test_the_weights_were_learned_from_the_corpora_as_they_are")
def test_nobody_invented_is_remembered() -> None:
    """A name would tell of whoever made the emails, and of nobody at a school."""
    told = {word for one in shipped().of for word in one.split()}
    assert len(names()) > 100
    assert told.isdisjoint(names())


@pytest.mark.sweep("test_the_weights_were_learned_from_the_corpora_as_they_are")
def test_the_file_is_what_the_corpora_give() -> None:
    """Nobody edited it: learned again, every weight is the same but for a few at the edge on another machine."""
    again, ships = learn(), shipped()
    words = again.of.keys() | ships.of.keys()
    assert len(emails()) == danger_weights.EMAILS
    assert sum(abs(again.of.get(one, 0) - ships.of.get(one, 0)) > 0.15 for one in words) <= 5
    assert chosen() == pytest.approx((ships.red_from, ships.amber_to), abs=0.011)
    assert written().count("\n") <= 350


@pytest.mark.sweep("test_the_weights_were_learned_from_the_corpora_as_they_are")
def test_it_tells_dangers_in_sources_that_it_was_not_taught() -> None:
    """By likeness alone: most of the plain dangers, and few of what is harmless."""
    red_from, _ = chosen()
    told = list(zip(left_out(), emails(), strict=True))
    plain = [like.score >= red_from for like, one in told if one.truth.danger_plain]
    harmless = [like.score >= red_from for like, one in told if one.truth.harmless]
    assert sum(plain) >= 0.5 * len(plain)
    assert sum(harmless) <= 0.05 * len(harmless)
