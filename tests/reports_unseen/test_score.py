"""What is made of the open corpus, beside what must never happen; and that the sealed part is as it was sealed."""

import hashlib
import tarfile
from functools import cache
from pathlib import Path

import pytest
from reports_unseen.corpus import corpus
from tools.score_reports import SEALED, Scored, scored_email

from letterladder.rules.words import Level

SEAL = "a1cda863b4e6f2294ca3fd9205c5786f9e705e8f827c6bb284849494ab5bd6a5"
"""SHA-256 of the truth of the sealed part, from docs/decisions/0024-reading-reports.md."""
EMAILS = "aae22e1cbd9c715d82393b300b970748c172b88b8cf45caa11230deb1d25d72d"
"""The same of its emails, one after the other."""


@cache
def made() -> tuple[Scored, ...]:
    """What is made of each email of the open corpus."""
    return tuple(scored_email(raw, truth) for _, raw, truth in corpus())


def share(some: list[Scored], whole: list[Scored]) -> float:
    """How much of `whole` it is."""
    return len(some) / len(whole)


def test_no_letter_is_drafted_unasked_about_what_it_was_not() -> None:
    """Neither the wrong adult nor the wrong conduct, nor where a person should look first."""
    drafted = [one for one in made() if one.drafted]
    assert drafted
    assert [one.truth["file"] for one in drafted if one.wrong_adult or one.wrong_draft] == []
    assert [one.truth["file"] for one in drafted if not one.truth["draft_ok"]] == []


def test_every_danger_is_told_at_once_and_hardly_anything_harmless_is_red() -> None:
    """The two figures are held against each other: either alone is easily had."""
    dangers = [one for one in made() if one.truth["danger"]]
    plain = [one for one in dangers if one.truth["danger_plain"]]
    harmless = [one for one in made() if one.truth["harmless"]]
    assert [one.truth["file"] for one in dangers if not one.told] == []
    assert share([one for one in plain if one.found.level is Level.RED], plain) >= 0.6
    assert share([one for one in harmless if one.found.level is Level.RED], harmless) <= 0.05


def test_the_right_conduct_is_mostly_among_the_first_two_offered() -> None:
    """Of those that a policy names."""
    named = [one for one in made() if one.truth["conduct"]]
    assert share([one for one in named if one.offered], named) >= 0.7


def test_the_sealed_part_is_as_it_was_sealed() -> None:
    """Whoever measures with it can tell that nobody changed it since."""
    emails, truth = hashlib.sha256(), hashlib.sha256()
    with tarfile.open(SEALED) as packed:
        for member in sorted(packed.getmembers(), key=lambda one: one.name):
            found = packed.extractfile(member)
            assert found is not None
            (truth if member.name == "truth.json" else emails).update(found.read())
    assert (emails.hexdigest(), truth.hexdigest()) == (EMAILS, SEAL)


@pytest.mark.parametrize("column", ["danger", "harmless", "draft_ok", "conduct"])
def test_the_corpus_can_tell(column: str) -> None:
    """A figure of nothing says nothing."""
    assert sum(bool(one.truth[column]) for one in made()) >= 20
    assert Path(SEALED).is_file()
