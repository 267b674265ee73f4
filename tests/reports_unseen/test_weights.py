"""The weights that ship are those that the open corpora give, and they tell of sources left out."""

import re
from pathlib import Path

import pytest
from reports_unseen.corpus import OPENED
from tools import learn_conduct, learn_weights, learning
from tools.learn_weights import chosen, learn, left_out, written
from tools.learning import HANDS, emails, hashes, names

from letterladder.rules.reports import conduct_weights, danger_weights, site_weights
from letterladder.rules.reports.kinds_like import shipped_kinds
from letterladder.rules.reports.likeness import shipped


def test_the_weights_were_learned_from_the_corpora_as_they_are() -> None:
    """After a change of an email or of its truth: python tests/tools/learn_weights.py, and learn_conduct.py."""
    for module in (danger_weights, conduct_weights, site_weights):
        assert hashes() == module.LEARNED_FROM


def test_nothing_is_learned_from_a_sealed_part() -> None:
    """Its folder is not so much as named."""
    for tool in (learn_weights, learn_conduct, learning):
        text = Path(str(tool.__file__)).read_text("utf-8")
        assert "sealed" not in re.sub(r'""".*?"""', "", text, flags=re.DOTALL).casefold()
    assert set(hashes()) == {
        *HANDS.values(),
        "boundary",
        "calm",
        "grave",
        *OPENED,
    }


@pytest.mark.sweep("test_the_weights_were_learned_from_the_corpora_as_they_are")
def test_nobody_invented_is_remembered() -> None:
    """A name would tell of whoever made the emails, and of nobody at a school."""
    told = {word for one in shipped().of for word in one.split()}
    told |= {word for kind in shipped_kinds() for word in kind.of}
    assert len(names()) > 100
    assert told.isdisjoint(names())


@pytest.mark.sweep("test_the_weights_were_learned_from_the_corpora_as_they_are")
def test_the_file_is_what_the_corpora_give() -> None:
    """Nobody edited it: learned again, every weight is the same but for a few at the edge on another machine."""
    again, ships = learn(), shipped()
    words = again.of.keys() | ships.of.keys()
    assert len(emails()) == danger_weights.EMAILS
    assert sum(abs(again.of.get(one, 0) - ships.of.get(one, 0)) > 0.15 for one in words) <= 5
    assert chosen() == pytest.approx(ships.red_from, abs=0.011)
    assert written().count("\n") <= 350


@pytest.mark.sweep("test_the_weights_were_learned_from_the_corpora_as_they_are")
@pytest.mark.parametrize("conduct", ["staff-contact", "site-dogs"])
def test_a_kind_is_what_the_corpora_give(conduct: str) -> None:
    """Nobody edited it; two kinds stand for all, as each takes seconds."""
    again = learn_conduct.learn(conduct)
    assert again is not None
    (ships,) = (one for one in shipped_kinds() if one.about == again.about)
    words = again.of.keys() | ships.of.keys()
    assert sum(abs(again.of.get(one, 0) - ships.of.get(one, 0)) > 0.15 for one in words) <= 3


@pytest.mark.sweep("test_the_weights_were_learned_from_the_corpora_as_they_are")
def test_it_tells_dangers_in_sources_that_it_was_not_taught() -> None:
    """By likeness alone: most of the plain dangers, and few of what is harmless."""
    red_from = chosen()
    told = list(zip(left_out(), emails(), strict=True))
    plain = [like.score >= red_from for like, one in told if one.truth.danger_plain]
    harmless = [like.score >= red_from for like, one in told if one.truth.harmless]
    assert sum(plain) >= 0.5 * len(plain)
    assert sum(harmless) <= 0.05 * len(harmless)
