"""A child posted it for whom the adult answers: the letter says so, and never of a child of the reporter's own."""

from pathlib import Path

import pytest
from office import an_office

from letterladder.ground.errors import Refused
from letterladder.rules.cases.event_values import PUPIL, Fact
from letterladder.rules.reports.facts import CHILD_POSTED
from letterladder.workflows.facts_by_hand import with_facts

INSULT = "Mr Dunn's son has posted on Facebook that Miss Treadwell is a useless liar."


@pytest.mark.parametrize(
    "words",
    [
        "mr dunns son has posted a video of miss treadwell",
        "her daughter lily put up a picture of the class",
        "their teenage daughter shared a photo of my boy",
        "his stepson posted this about the head",
        "the lad uploaded it on tiktok",
        "her child made a video about the cook",
    ],
)
def test_a_child_is_read_as_the_one_who_posts(words: str) -> None:
    """With its name or without."""
    assert CHILD_POSTED.search(words)


@pytest.mark.parametrize(
    "words",
    [
        "my son showed me what she posted",
        "our daughter shared the link with me",
        "she posted that her daughter made friends",
        "he posted about his daughter",
        "she says her son is sad and posted it",
        "she put a picture of her boy up on facebook",
    ],
)
def test_an_adult_who_posts_is_no_child(words: str) -> None:
    """Of a child, beside a child, or told by the reporter's own."""
    assert not CHILD_POSTED.search(words)


def letter_after(folder: Path, what: str) -> str:
    """The request to remove it, as drafted after this report."""
    school = an_office(folder)
    school.report(what=what)
    school.sorted_out()
    school.supplied("L1", quoted_words="a useless liar")
    return school.letter_text()


def test_the_letter_says_that_the_child_posted_it(tmp_path: Path) -> None:
    """And that the adult did, where they did."""
    told = letter_after(tmp_path / "child", INSULT)
    assert "We understand that your child posted or shared it." in told
    assert "If we are wrong about who posted it" in told
    told = letter_after(tmp_path / "adult", INSULT.replace("Mr Dunn's son has", "Mr Dunn has"))
    assert "We understand that you posted or shared it." in told


def test_only_an_adult_or_a_pupil_posts() -> None:
    """Whoever files it says which; another word would be printed nowhere."""
    assert with_facts(Fact(), {"poster": "pupil"}, where="facts").poster == PUPIL
    with pytest.raises(Refused, match="'adult' or 'pupil'"):
        with_facts(Fact(), {"poster": "the dog"}, where="facts")
