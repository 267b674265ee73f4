"""The small grammar of requests, tried on emails whose meaning was written down before it was built."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from made_reports import report

from letterladder.rules.reports.flags import flags_of
from letterladder.rules.reports.request_rules import PARTS, RULES
from letterladder.rules.reports.requests import GRAMMAR, LONGEST_SENTENCE, rules_of, sentences_of
from letterladder.rules.words import Flag

HERE = Path(__file__).resolve().parent
REQUESTS = {Flag.SAR, Flag.FOI, Flag.SOLICITOR, Flag.DP_COMPLAINT}


def mails(half: str) -> list[dict[str, Any]]:
    """The emails of one half."""
    found: list[dict[str, Any]] = tomllib.loads((HERE / f"requests_{half}.toml").read_text("utf-8"))["mail"]
    return found


def asked(mail: dict[str, Any]) -> set[Flag]:
    """What the rules find in an email."""
    found = flags_of(report(mail["text"]), tuple(mail.get("children", ())))
    return {seen.flag for seen in found} & REQUESTS


def right(half: str, *, asking: bool) -> int:
    """How many emails of a half, of those that ask or of the others, are told rightly and wholly."""
    return sum(asked(mail) == set(mail["flags"]) for mail in mails(half) if bool(mail["flags"]) is asking)


@pytest.mark.parametrize("mail", mails("built"), ids=lambda mail: f"{mail['voice']}: {mail['text'][:40]}")
def test_what_an_email_asks_is_told_wholly_and_nothing_else(mail: dict[str, Any]) -> None:
    """The half that the grammar was built on: all of it."""
    assert asked(mail) == set(mail["flags"])


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("what do you hold on my son", "Morning. So what do you hold on my son? Ta"),
        ("see you in court", "It’s not over, see  you in\ncourt"),
        ("You sent my son’s report", "You sent my son’s report to the wrong family."),
    ],
)
def test_the_words_are_shown_as_written(expected: str, text: str) -> None:
    """People judge a request by them."""
    assert [seen.words.casefold() for seen in flags_of(report(text))] == [expected.casefold()]


@pytest.mark.parametrize("children", [("Tess",), ()])
def test_a_child_is_called_by_name_alone_where_it_is_the_senders(children: tuple[str, ...]) -> None:
    """Otherwise a name may be anybody's."""
    found = flags_of(report("Please send me all the emails about Tess."), children)
    assert [seen.flag for seen in found] == [Flag.SAR] * len(children)


@pytest.mark.parametrize(
    "text",
    [
        'He said at the gate "I want everything you hold about me"',
        "At the gate he said my solicitor would be told",
        "She told me on Friday that he is getting his solicitor to write",
        "He wrote in the group that the office lost her medical form",
    ],
)
def test_what_somebody_else_said_is_not_asked_by_the_sender(text: str) -> None:
    """In quotation marks, or told of."""
    assert asked({"text": text}) == set()


def test_two_sentences_make_one_request() -> None:
    """What is kept is in one, the asking in the next; two sentences on, it is another matter."""
    file = "You must have a file on me by now."
    assert asked({"text": f"{file} Send me a copy."}) == {Flag.SAR}
    assert asked({"text": f"{file} We moved in June. It rained. Send me a copy."}) == set()


def test_a_request_in_an_endless_sentence_is_found() -> None:
    """Long sentences are read in pieces that overlap."""
    words = "please send me everything you hold about my son"
    missed = [
        size for size in range(LONGEST_SENTENCE) if asked({"text": f"{'x' * size} {words} or"}) != {Flag.SAR}
    ]
    assert missed == []


@pytest.mark.parametrize("text", ["a " * 5_000, "Mr. Dale and Dr. Lee met. They left? Yes!", "one\ntwo", ""])
def test_sentences_are_short_and_leave_nothing_out(text: str) -> None:
    """So that the work grows with the text alone."""
    spans = list(sentences_of(text))
    assert all(end - start <= LONGEST_SENTENCE for start, end in spans)
    assert {place for start, end in spans for place in range(start, end)} == set(range(len(text)))


def test_a_title_ends_no_sentence() -> None:
    """The stop after Mr. is no end."""
    assert len(list(sentences_of("mr. dale and dr. lee met. they left?"))) == 2


def test_every_part_is_used_and_every_rule_read() -> None:
    """A part that no rule names would be a phrase nobody looks for."""
    used = {part for rule in GRAMMAR for part in (*(one for _, one in rule.row), *rule.near, *rule.never)}
    assert (used | {"tells"}, len(GRAMMAR)) == (set(PARTS), len(RULES.strip().splitlines()))


def test_a_rule_that_names_no_known_part_is_refused() -> None:
    """When the program starts, not when an email comes."""
    with pytest.raises(ValueError, match="nonsense"):
        rules_of("sar: asks ~ nonsense")


@pytest.mark.parametrize(("floor", "asking"), [(34, True), (37, False)])
def test_the_half_put_aside_is_told_as_well_as_when_it_was_measured(floor: int, asking: bool) -> None:
    """It was run once, after the grammar was built, and is never fitted to: the figures of that day are the floor."""
    assert right("aside", asking=asking) >= floor
