"""What is made of emails whose truth is known by construction: a few of each kind always, all of them in the sweep."""

from collections.abc import Iterable
from functools import cache

import pytest
from reports_unseen.made import APART, SEEN, kinds, sweep
from tools.score_reports import Scored, scored_email

from letterladder.rules.words import Level

FEW, MANY = 1, 20


@cache
def scored(of_each: int) -> tuple[Scored, ...]:
    """What is made of so many of each kind, from both halves of the parts."""
    return tuple(scored_email(one.raw, one.truth) for side in (SEEN, APART) for one in sweep(of_each, side))


def share_red(rows: Iterable[Scored]) -> float:
    """How many of them are red."""
    levels = [one.found.level for one in rows]
    return levels.count(Level.RED) / len(levels)


def check(rows: tuple[Scored, ...], *, plain_red: float, harmless_red: float) -> None:
    """Hold the figures to what is promised of them."""
    assert [one.truth["file"] for one in rows if one.truth["danger"] and not one.told] == []
    assert [one.truth["file"] for one in rows if one.drafted and not one.truth["draft_ok"]] == []
    assert [one.truth["file"] for one in rows if one.drafted and (one.wrong_adult or one.wrong_draft)] == []
    assert share_red(one for one in rows if one.truth["danger_plain"]) >= plain_red
    assert share_red(one for one in rows if one.truth["harmless"]) <= harmless_red


def test_a_few_of_each_kind_are_read_as_they_are() -> None:
    """Every danger is told at once, hardly anything harmless alarms, and nothing is drafted that should wait."""
    assert len(scored(FEW)) == 2 * len(kinds())
    check(scored(FEW), plain_red=0.8, harmless_red=0.08)


@pytest.mark.sweep("test_a_few_of_each_kind_are_read_as_they_are")
def test_all_made_emails_are_read_as_they_are() -> None:
    """The same of more than a thousand."""
    assert len(scored(MANY)) >= 1_000
    check(scored(MANY), plain_red=0.85, harmless_red=0.05)


def test_the_emails_are_the_same_every_run_and_the_halves_share_no_core() -> None:
    """Whoever measures measures the same, and what is kept apart was never looked into."""
    assert [one.raw for one in sweep(1, SEEN)] == [one.raw for one in sweep(1, SEEN)]
    for kind in kinds():
        cores = kind.get("core", [])
        assert not set(cores[SEEN::2]) & set(cores[APART::2]), kind["name"]
        assert len(cores) >= 4 or "forms" in kind, kind["name"]
