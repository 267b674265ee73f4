"""The open corpus of unseen reports is whole: it parses, its people exist, its groups have the mix they promise."""

import csv
from collections import Counter
from email import message_from_bytes
from email.policy import default
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from reports_unseen.corpus import corpus, group, groups
from reports_unseen.truth import OnlineConduct, Request, SiteConduct, Truth

REGISTERS = Path(__file__).resolve().parent.parent / "reports" / "registers"
AT_LEAST = {
    "accounts": 135,
    "accounts_after": 90,
    "clearly": 25,
    "calm": 100,
    "daily": 60,
    "later": 40,
    "dangers": 40,
    "grave": 60,
    "harmless": 30,
    "on_site": 30,
    "online": 70,
    "replies": 6,
    "requests": 18,
    "systems": 12,
}


@cache
def _people(school: str) -> frozenset[str]:
    with (REGISTERS / school / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        return frozenset(row["person_id"] for row in csv.DictReader(file))


@cache
def _all() -> tuple[tuple[str, bytes, Truth], ...]:
    return tuple(corpus())


def test_every_group_has_the_emails_it_promises() -> None:
    """Three hundred at the least, and each group its share."""
    counted = {name: len(list(group(name))) for name in groups()}
    assert {name: min(counted.get(name, 0), least) for name, least in AT_LEAST.items()} == AT_LEAST
    assert sum(counted.values()) >= 300


def test_every_email_parses_and_has_words() -> None:
    """A defect would be one of the corpus, not of what reads it."""
    for name, raw, _ in _all():
        message = message_from_bytes(raw, policy=default)
        body = message.get_body(("plain", "html"))
        assert [part.defects for part in message.walk() if part.defects] == [], name
        assert body is not None, name
        assert body.get_content().strip(), name
        assert b"\n" not in raw.replace(b"\r\n", b""), name


def test_the_bytes_are_the_same_every_run() -> None:
    """Whoever measures measures the same emails."""
    assert [(name, raw) for name, raw, _ in corpus()] == [(name, raw) for name, raw, _ in _all()]


def test_no_id_stands_twice() -> None:
    """An id names one email, and so does a file."""
    assert [name for name, count in Counter(name for name, _, _ in _all()).items() if count > 1] == []


def test_everybody_meant_is_in_the_register_of_that_school() -> None:
    """A person_id of the other school would never be found."""
    strangers = {
        name: {*truth.adult, *truth.may_suggest} - _people(truth.school)
        for name, _, truth in _all()
        if {*truth.adult, *truth.may_suggest} - _people(truth.school)
    }
    assert strangers == {}


@pytest.mark.parametrize(
    ("conduct", "times"),
    [*((one, 4) for one in get_args(OnlineConduct)), *((one, 2) for one in get_args(SiteConduct))],
)
def test_every_conduct_is_reported_often_enough(conduct: str, times: int) -> None:
    """What stands once in a corpus is measured by luck."""
    assert sum(conduct in truth.conduct for _, _, truth in _all()) >= times


@pytest.mark.parametrize("request_kind", get_args(Request))
def test_every_kind_of_request_is_made(request_kind: str) -> None:
    """A request starts a clock of its own."""
    assert sum(request_kind in truth.requests for _, _, truth in _all()) >= 2


def _contradictions(truth: Truth) -> list[str]:
    """What in this truth cannot be together."""
    rules = {
        "a letter unasked, yet not one adult": truth.draft_ok and len(truth.adult) != 1,
        "a letter unasked, yet of no conduct": truth.draft_ok != bool(truth.conduct_draft),
        "a letter unasked in danger": truth.draft_ok and truth.danger,
        "danger and harmless": truth.danger and truth.harmless,
        "danger of no kind": truth.danger != bool(truth.danger_kind),
        "danger that nobody is told": truth.danger and not truth.tell_now,
        "danger that waits": truth.danger and truth.level == "plain",
        "plain and oblique": truth.danger_plain and (truth.obliquely or not truth.danger),
        "harmless and red": truth.harmless and "red" in {truth.level, *truth.level_ok},
        "a certain adult only suggested": bool({*truth.adult} & {*truth.may_suggest}),
        "a letter names what was not done": not {*truth.conduct_draft} <= {*truth.conduct},
        "nothing said of why": not truth.why or not truth.about,
    }
    return [name for name, broken in rules.items() if broken]


def test_no_truth_contradicts_itself() -> None:
    """The fields hang together: danger is told, a letter has one adult and one conduct."""
    found = {name: _contradictions(truth) for name, _, truth in _all()}
    assert {name: broken for name, broken in found.items() if broken} == {}
