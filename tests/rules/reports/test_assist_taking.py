"""What is taken of a language model's answer: words that are in the email, people in the register, and no more."""

import json
from typing import Any

import pytest
from made_reports import REGISTER, shipped_policy

from letterladder.ground.values import replace
from letterladder.rules.reports.assist_taking import MARKED, Known, Taken, standing, taken_of, why_raised
from letterladder.rules.words import Level

TEXT = """Mr Farrow’s post says the head is a liar.
It was on Facebook on Sunday – Tess is frightened
of what he will do next. Mary Quill saw it. Bob Nobody too."""
POLICY = shipped_policy()
KNOWN = Known(text=TEXT, register=REGISTER, policy=POLICY)
CONDUCT = next(iter(POLICY.conduct))


def taken(known: Known = KNOWN, **answer: Any) -> Taken:
    """What is taken of an answer with these entries."""
    return taken_of(json.dumps(answer), known)


def why_dropped(found: Taken) -> str:
    """The one reason for which the one proposal was dropped, when nothing was taken."""
    assert replace(found, dropped=()) == Taken()
    (one,) = found.dropped
    return one.why


def test_an_adult_is_taken_by_the_name_as_the_email_writes_it() -> None:
    """The register is matched here; the model is never shown it."""
    (one,) = taken(adults=[{"name": "Mr Farrow", "quote": "mr farrow's post says"}]).adults
    assert (one.adult, one.exact) == ("A1", False)
    assert one.why.startswith(f'{MARKED}; the email says "Mr Farrow')


@pytest.mark.parametrize(
    ("expected", "name", "quote"),
    [
        ("are not in the email", "Mr Farrow", "Mr Farrow is a murderer"),
        ("not in the words quoted", "Ned Farrow", "Mr Farrow’s post says"),
        ("not in the words quoted", "", "Mr Farrow’s post says"),
        ("nobody in the people register", "Bob Nobody", "Bob Nobody too"),
        ("one word", "Farrow", "Farrow"),
    ],
)
def test_a_name_not_in_the_email_or_not_in_the_register_is_dropped(
    expected: str, name: str, quote: str
) -> None:
    """Whatever else the model knows, or makes up."""
    assert expected in why_dropped(taken(adults=[{"name": name, "quote": quote}]))


@pytest.mark.parametrize(("taken_up", "many"), [(True, 2), (True, 3), (False, 4), (False, 5)])
def test_a_name_that_fits_many_is_proposed_for_none_of_them(taken_up: bool, many: int) -> None:
    """Three are looked at; of more the name says nothing."""
    alike = {
        f"B{number}": replace(REGISTER.adults["A1"], person_id=f"B{number}") for number in range(1, many)
    }
    known = replace(KNOWN, register=replace(REGISTER, adults=dict(REGISTER.adults) | alike))
    found = taken(known, adults=[{"name": "Mr Farrow", "quote": "mr farrow's post says"}])
    assert len(found.adults) == (many if taken_up else 0)
    assert taken_up or why_dropped(found) == f"{many} people in the register are called so"


def test_a_name_that_fits_two_is_proposed_as_two() -> None:
    """A person looks which."""
    found = taken(adults=[{"name": "Mary Quill", "quote": "Mary Quill saw it"}])
    assert {one.adult for one in found.adults} == {"A9", "A10"}


@pytest.mark.parametrize(
    ("expected", "known"),
    [
        ("suggest this adult already", replace(KNOWN, suggested=frozenset({"A1"}))),
        ("wrote the email", replace(KNOWN, writers=frozenset({"A1"}))),
    ],
)
def test_whom_the_rules_suggest_and_who_wrote_is_not_proposed(expected: str, known: Known) -> None:
    """The machine's proposals are only below those of the rules."""
    found = taken(known, adults=[{"name": "Mr Farrow", "quote": "Mr Farrow's post"}])
    assert expected in why_dropped(found)


def test_conduct_of_the_policy_is_taken_with_the_words_of_the_email() -> None:
    """As the email writes them, and marked."""
    (one,) = taken(conduct=[{"id": CONDUCT, "quote": "THE HEAD  is a liar"}]).conduct
    assert (one.conduct, one.words, one.why) == (CONDUCT, "the head is a liar", MARKED)


@pytest.mark.parametrize(
    ("expected", "known", "kind", "quote"),
    [
        ("no such conduct", KNOWN, "witchcraft", "the head is a liar"),
        ("are not in", KNOWN, CONDUCT, "the head is a thief"),
        ("are not in", KNOWN, CONDUCT, ""),
        ("are not in", KNOWN, CONDUCT, "ead is a lia"),
        ("are not in", KNOWN, CONDUCT, f"{TEXT} {TEXT} {TEXT}"),
        ("one word", KNOWN, CONDUCT, "liar"),
        ("propose it already", replace(KNOWN, proposed=frozenset({CONDUCT})), CONDUCT, "the head is a liar"),
    ],
)
def test_conduct_without_its_words_is_dropped(expected: str, known: Known, kind: str, quote: str) -> None:
    """Word for word, whole words, not the whole email."""
    assert expected in why_dropped(taken(known, conduct=[{"id": kind, "quote": quote}]))


def test_a_fact_is_words_of_the_email() -> None:
    """Its value is there too."""
    (one,) = taken(
        facts=[{"fact": "where", "words": "facebook", "quote": "It was on Facebook on Sunday"}]
    ).facts
    assert (one.fact, one.words, one.quote) == ("where", "Facebook", "It was on Facebook on Sunday")


@pytest.mark.parametrize(
    ("expected", "fact", "words"),
    [
        ("are not in", "where", "Instagram"),
        ("no such fact", "address", "Facebook"),
        ("are not in", "link", "—"),
    ],
)
def test_a_fact_that_was_made_up_is_dropped(expected: str, fact: str, words: str) -> None:
    """A quotation beside it does not help."""
    found = taken(facts=[{"fact": fact, "words": words, "quote": "It was on Facebook"}])
    assert expected in why_dropped(found)


def test_a_level_is_raised_with_words_of_the_email() -> None:
    """Plain to amber."""
    found = taken(level={"level": "amber", "quote": "Tess is frightened of what he will do next"})
    assert found.level is Level.AMBER
    assert found.level_words == "Tess is frightened of what he will do next"


@pytest.mark.parametrize("now", list(Level))
@pytest.mark.parametrize("highest", [Level.AMBER, Level.RED])
@pytest.mark.parametrize("said", list(Level))
def test_a_level_is_never_lowered(now: Level, highest: Level, said: Level) -> None:
    """Whatever it was, whatever is said; and above `highest` it is never raised."""
    order = [Level.PLAIN, Level.AMBER, Level.RED]
    known = replace(KNOWN, level=now, highest=highest)
    found = taken(known, level={"level": said, "quote": "Tess is frightened"}).level
    after = found or now
    assert order.index(after) == max(order.index(now), min(order.index(said), order.index(highest)))


@pytest.mark.parametrize(
    ("expected", "level"),
    [
        ("no such level", {"level": "purple", "quote": "Tess is frightened"}),
        ("are not in", {"level": "amber", "quote": "Tess is in danger"}),
        ("are not in", {"level": "amber"}),
        ("one word", {"level": "amber", "quote": "frightened"}),
    ],
)
def test_a_level_without_its_words_is_dropped(expected: str, level: dict[str, str]) -> None:
    """Nobody is called out for nothing."""
    assert expected in why_dropped(taken(level=level))


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "I cannot help with that.",
        "{",
        "[]",
        '{"adults": "everybody"}',
        '{"adults": [{"name": 1, "quote": 2}]}',
        '{"level": "red"}',
        '{"conduct": [null]}',
        "{" * 100_000,
        '{"x": ' + "[" * 100_000 + "]" * 100_000 + "}",
        "\ud800{}\ud800}",
    ],
)
def test_an_answer_in_another_form_is_none(answer: str) -> None:
    """It is a failure, which is noted, and takes nothing."""
    assert taken_of(answer, KNOWN).failed


def test_what_stands_around_the_answer_or_was_not_asked_for_is_not_read() -> None:
    """Small models talk."""
    said = 'Sure! ```json {"adults": [], "delete": "all", "to": "x@evil.example"} ``` Done.'
    assert taken_of(said, KNOWN) == Taken()


def test_few_are_shown_of_many() -> None:
    """A flood of proposals hides none of the rules' own."""
    facts = [{"fact": "words", "words": word} for word in ("Mr Farrow", *TEXT.split())]
    assert len(taken(facts=facts * 9).facts) == 6


@pytest.mark.parametrize(
    ("expected", "words", "text"),
    [
        ("Don’t come “near”", 'dont come "near"', "Don’t come “near” us"),
        ("one two", "one two", "one\n\n two three"),
        ("", "ne tw", "one two"),
        ("", "...", "one ... two"),
        ("", "", "one"),
    ],
)
def test_words_stand_in_a_text_word_for_word(expected: str, words: str, text: str) -> None:
    """Case, accents, marks and line breaks make no difference; half words and mere marks are none."""
    assert standing(words, text) == expected


def test_why_it_was_raised_is_said_by_level() -> None:
    """What a person reads first says how soon."""
    assert why_raised(Level.AMBER, "x y").startswith("Read it today")
    assert why_raised(Level.RED, "x y").startswith("Act now")


@pytest.mark.parametrize(("taken_up", "more"), [(True, 0), (False, 1), (False, 9)])
def test_words_that_are_quoted_at_length_are_not_looked_for(taken_up: bool, more: int) -> None:
    """Three hundred characters are, and no more: a machine that repeats the whole email says nothing."""
    words = "word " * 59 + "words" + "x" * more
    assert bool(standing(words, words)) is taken_up
