"""The letters about conduct on site beside the text that people agreed to: nothing in them mentions a post."""

import os
import re
from pathlib import Path

import pytest
from letters.printing import letter
from letters.sample_fields import ON_SITE

HERE = Path(__file__).resolve().parent
LETTERS = ["B1", "B2", "B3", "L2", "L3", "P3", "X2", "X3"]
OF_A_POST = r"\bonline\b|\bpost\b|\bposted\b|\bposts\b|\bplatform\b|\bremov|\bcontent\b"
SENT = "Sent by first-class post"


@pytest.mark.parametrize("name", LETTERS)
def test_the_letter_about_conduct_on_site_reads_as_agreed(name: str) -> None:
    """Any change of wording is seen in the golden file before a parent sees it."""
    golden = HERE / f"{name}-on-site.txt"
    if os.environ.get("LETTERLADDER_GOLDEN") == "write":
        golden.write_text(letter(name, **ON_SITE), encoding="utf-8", newline="\n")
    assert letter(name, **ON_SITE) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["B1", "B2", "B3", "L2", "L3", "X2", "X3"])
def test_the_letter_says_what_happened_where_on_site_when_and_to_whom(name: str) -> None:
    """The adult can only answer what they are told; whom it affected is told by role."""
    text = letter(name, **ON_SITE)
    told = "account" if name.startswith("X") else "facts"
    wanted = [ON_SITE[field] for field in ("place", "happened_on", told, "affected")]
    assert [words for words in wanted if str(words) not in text] == []


@pytest.mark.parametrize("name", ["B1", "B2", "L2", "L3", "X2"])
def test_the_letter_asks_for_no_removal(name: str) -> None:
    """Nothing was posted, so nothing can be removed."""
    quiet = {"meeting_offered": "We offered to meet you.", "comments_to": "Mrs Jean Oldroyd"}
    text = letter(name, **ON_SITE, **quiet).replace(SENT, "")
    assert re.findall(OF_A_POST, text.partition("What the law says")[0]) == []


def test_a_warning_about_both_asks_for_removal_and_for_peace_on_site() -> None:
    """One letter for what belongs together: the post by a day, the conduct on site from now on."""
    both = {name: ON_SITE[name] for name in ("is_on_site", "place", "happened_on", "facts", "affected")}
    text = letter("L3", **both)
    assert "please remove an online post by Thursday 3 December 2026" in text
    assert "It is also about what happened at the school on Tuesday 17 November 2026." in text
    assert "- Please make sure that nothing of this kind happens at the school again." in text


def test_a_warning_without_words_has_no_empty_quotation() -> None:
    """A blow or a dog says nothing."""
    assert "The words that concern us" not in letter("L3", **{**ON_SITE, "quoted_words": ""})
