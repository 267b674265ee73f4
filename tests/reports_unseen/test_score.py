"""What is made of the corpora that may be looked into, beside what must never happen; and that seals are unbroken."""

import hashlib
import tarfile
from collections.abc import Iterable
from functools import cache

import pytest
from reports_unseen.corpus import OPENED, boundary, corpus, opened
from tools.score_reports import SEALED, Scored, scored_email

from letterladder.rules.words import Level

SEAL = "2b604b38ec7dd9cb1393c4071b6b7679cfe396cf0ce59d59ac01e5894992880e"
EMAILS = "56b04834edc232c33dd22fc1950bf7baca77077e2ad18a08578301a9f5d22702"
"""SHA-256 of the truth of the sealed part and of its emails, one after the other, from the decision page 0036.

Empty while there is no sealed part; then `sealed/reports.tar.gz` is not there either.
"""
FIRST_SEAL = "a1cda863b4e6f2294ca3fd9205c5786f9e705e8f827c6bb284849494ab5bd6a5"
FIRST_EMAILS = "aae22e1cbd9c715d82393b300b970748c172b88b8cf45caa11230deb1d25d72d"
"""The same of the first sealed part, which is open now."""


@cache
def made() -> tuple[Scored, ...]:
    """What is made of each email of the open corpus, of the sealed part that was opened, and of the boundary."""
    return tuple(scored_email(raw, truth) for _, raw, truth in (*corpus(), *opened(), *boundary()))


def share(some: list[Scored], whole: list[Scored]) -> float:
    """How much of `whole` it is."""
    return len(some) / len(whole)


def test_no_letter_is_drafted_unasked_about_what_it_was_not() -> None:
    """Neither the wrong adult nor the wrong conduct, nor where a person should look first."""
    drafted = [one for one in made() if one.drafted]
    assert len(drafted) >= 10
    assert [one.truth["file"] for one in drafted if one.wrong_adult or one.wrong_draft] == []
    assert [one.truth["file"] for one in drafted if not one.truth["draft_ok"]] == []
    assert [one.truth["file"] for one in made() if one.wrong_adult] == []


def test_every_danger_is_told_at_once_and_hardly_anything_harmless_is_red() -> None:
    """The two figures are held against each other: either alone is easily had."""
    dangers = [one for one in made() if one.truth["danger"]]
    plain = [one for one in dangers if one.truth["danger_plain"]]
    harmless = [one for one in made() if one.truth["harmless"]]
    assert [one.truth["file"] for one in dangers if not one.told] == []
    assert share([one for one in plain if one.found.level is Level.RED], plain) >= 0.85
    assert share([one for one in harmless if one.found.level is Level.RED], harmless) <= 0.05


def test_the_right_conduct_is_mostly_among_the_first_two_offered() -> None:
    """Of those that a policy names."""
    named = [one for one in made() if one.truth["conduct"]]
    assert share([one for one in named if one.offered], named) >= 0.7


def hashed(contents: Iterable[bytes]) -> str:
    """SHA-256 of these, one after the other."""
    sha = hashlib.sha256()
    for content in contents:
        sha.update(content)
    return sha.hexdigest()


def test_the_sealed_part_is_as_it_was_sealed() -> None:
    """Whoever measures with it can tell that nobody changed it since; without hashes there is none."""
    assert SEALED.is_file() == bool(SEAL and EMAILS)
    if SEALED.is_file():
        with tarfile.open(SEALED) as packed:
            members = sorted(packed.getmembers(), key=lambda one: one.name)
            told = {one.name: found.read() for one in members if (found := packed.extractfile(one))}
        truth = told.pop("truth.json")
        assert (hashed(told.values()), hashed([truth])) == (EMAILS, SEAL)


def test_the_first_sealed_part_is_as_it_was_when_it_was_measured() -> None:
    """Its first figures are in the decision page; its emails and truth must stay those."""
    emails = [file.read_bytes() for file in sorted(OPENED.glob("*.eml"))]
    assert hashed(emails) == FIRST_EMAILS
    assert hashed([(OPENED / "truth.json").read_bytes()]) == FIRST_SEAL


@pytest.mark.parametrize("column", ["danger", "harmless", "draft_ok", "conduct"])
def test_the_corpus_can_tell(column: str) -> None:
    """A figure of nothing says nothing."""
    assert sum(bool(one.truth[column]) for one in made()) >= 20
