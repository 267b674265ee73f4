"""What is made of the corpora that may be looked into, beside what must never happen; and that seals are unbroken."""

import hashlib
import tarfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from reports_unseen.corpus import OPENED, boundary, corpus, opened
from sweeps import swept
from tools.score_reports import SEALED, Scored, scored_email

from letterladder.rules.words import Level

PAGE = Path(__file__).resolve().parents[2] / "docs" / "decisions" / "0036-reports-measured.md"
"""Holds the SHA-256 of the truth of each sealed part, and of its emails one after the other."""


EIGHTH, EACH = "each eighth", "each"
of_emails = pytest.mark.parametrize("which", swept([EIGHTH, EACH], EIGHTH))
"""Some 200 of 1,640 emails, of every part and group; all of them in the sweeps."""


@cache
def made(which: str) -> tuple[Scored, ...]:
    """What is made of each email of the open corpus, of the sealed parts that were opened, and of the boundary."""
    every = (*corpus(), *opened(), *boundary())
    return tuple(scored_email(raw, truth) for _, raw, truth in every[:: 8 if which == EIGHTH else 1])


def share(some: list[Scored], whole: list[Scored]) -> float:
    """How much of `whole` it is."""
    return len(some) / len(whole)


@of_emails
def test_no_letter_is_drafted_unasked_about_what_it_was_not(which: str) -> None:
    """Neither the wrong adult nor the wrong conduct, nor where a person should look first."""
    drafted = [one for one in made(which) if one.drafted]
    assert len(drafted) >= (2 if which == EIGHTH else 10)
    assert [one.truth["file"] for one in drafted if one.wrong_adult or one.wrong_draft] == []
    assert [one.truth["file"] for one in drafted if not one.truth["draft_ok"]] == []
    assert [one.truth["file"] for one in made(which) if one.wrong_adult] == []


@of_emails
def test_every_danger_is_told_at_once_and_hardly_anything_harmless_is_red(which: str) -> None:
    """The two figures are held against each other: either alone is easily had."""
    dangers = [one for one in made(which) if one.truth["danger"]]
    plain = [one for one in dangers if one.truth["danger_plain"]]
    harmless = [one for one in made(which) if one.truth["harmless"]]
    assert [one.truth["file"] for one in dangers if not one.told] == []
    assert share([one for one in plain if one.found.level is Level.RED], plain) >= 0.85
    assert share([one for one in harmless if one.found.level is Level.RED], harmless) <= 0.05


@of_emails
def test_the_right_conduct_is_mostly_among_the_first_two_offered(which: str) -> None:
    """Of those that a policy names."""
    named = [one for one in made(which) if one.truth["conduct"]]
    assert share([one for one in named if one.offered], named) >= 0.7


def hashed(contents: Iterable[bytes]) -> str:
    """SHA-256 of these, one after the other."""
    sha = hashlib.sha256()
    for content in contents:
        sha.update(content)
    return sha.hexdigest()


@pytest.mark.parametrize("sealed", sorted(SEALED.parent.glob("*.tar.gz")), ids=lambda file: file.name)
def test_a_sealed_part_is_as_it_was_sealed(sealed: Path) -> None:
    """Whoever measures with it can tell that nobody changed it since: its hashes are in the decision page."""
    with tarfile.open(sealed) as packed:
        members = sorted(packed.getmembers(), key=lambda one: one.name)
        told = {one.name: found.read() for one in members if (found := packed.extractfile(one))}
    truth = told.pop("truth.json")
    page = PAGE.read_text("utf-8")
    assert [one for one in (hashed([truth]), hashed(told.values())) if one not in page] == []


@pytest.mark.parametrize("folder", OPENED.values(), ids=OPENED)
def test_an_opened_part_is_as_it_was_when_it_was_measured(folder: Path) -> None:
    """Its first figures are in the decision page; its emails and truth must stay those."""
    emails = [file.read_bytes() for file in sorted(folder.glob("*.eml"))]
    truth = (folder / "truth.json").read_bytes()
    page = PAGE.read_text("utf-8")
    assert [one for one in (hashed([truth]), hashed(emails)) if one not in page] == []


@pytest.mark.parametrize("column", ["danger", "harmless", "draft_ok", "conduct"])
def test_the_corpus_can_tell(column: str) -> None:
    """A figure of nothing says nothing."""
    truths = (truth for _, _, truth in (*corpus(), *opened(), *boundary()))
    assert sum(bool(getattr(truth, column)) for truth in truths) >= 20
