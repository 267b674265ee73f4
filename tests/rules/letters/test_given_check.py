"""Fields that a person types: a name of this letter, a value it can print; anything else is said."""

from datetime import date

import pytest
from cast import a_policy
from shipped import LETTERS, a_step

from letterladder.rules.letters.field_values import doubt
from letterladder.rules.letters.given_check import fields_to_give, wrong_fields

TODAY = date(2026, 11, 9)
PRINTED = (
    "platform",
    "quoted_words",
    "facts",
    "considered_points",
    "answer_by",
    "signer_name",
    "talked_on",
    "logo",
)
STEPS = a_policy().steps
WITH_MORE_TIME = a_policy(a_step("B2a")).steps
FROM = {one.name for one in LETTERS.fields.values() if one.comes_from}


def doubts(step: str = "B1", **fields: str) -> list[str]:
    """What is said of these fields, as where: what -> what to do."""
    found = wrong_fields(LETTERS, STEPS[step], fields, printed=PRINTED, today=TODAY)
    return [f"{one.where}: {one.what} -> {one.what_to_do}" for one in found]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("platform", "Facebook"),
        ("platform", ""),
        ("meeting_offered", "on 2 November, by telephone"),
        ("decision_by", "2026-12-18"),
        ("considered_points", "the gate => he may use the side gate; the play => once, with a ticket"),
        ("talked_on", "Monday 2 November 2026"),
    ],
)
def test_a_field_of_the_letter_is_taken(name: str, text: str) -> None:
    """Printed, dated by the step, asked for by the rules; empty to take it back."""
    assert doubts(**{name: text}) == []


def test_an_unknown_name_is_said_with_the_names_there_are_the_nearest_first() -> None:
    """With what each wants."""
    (said,) = doubts(plattform="Facebook")
    assert "has no field 'plattform'" in said
    assert "Did you mean platform? Its fields:\n     platform (where it was posted" in said
    assert "meeting_offered (" in said


@pytest.mark.parametrize("name", sorted(FROM))
def test_what_nobody_types_is_said_with_where_it_comes_from(name: str) -> None:
    """Also where the letter does not print it."""
    (said,) = doubts(**{name: "x"})
    assert "cannot be typed in: it comes from" in said


@pytest.mark.parametrize("text", ["he is sorry", "a => b; c", "=> b", "a =>"])
def test_a_table_takes_pairs_only(text: str) -> None:
    """Or the letter would print half of a row."""
    (said,) = doubts(considered_points=text)
    assert "point => answer" in said


def test_all_faults_are_said_at_once() -> None:
    """A name, a day, a table."""
    assert len(doubts(nosuch="x", talked_on="soon", considered_points="x")) == 3


def test_nothing_that_is_reckoned_is_offered() -> None:
    """The list names what can be typed."""
    offered = set(fields_to_give(LETTERS, STEPS["B1"], PRINTED))
    assert offered & FROM == set()
    assert offered >= {"platform", "premises_risk_reason", "urgency_reason"} - {"urgency_reason"}


@pytest.mark.parametrize(("step", "name"), [("B1", "decision_by"), ("B2a", "more_time_until")])
def test_a_date_that_is_reckoned_with_is_doubted_where_it_is_reckoned(step: str, name: str) -> None:
    """The clock knows more of it than its type does; said here too, it would be said twice."""
    found = wrong_fields(LETTERS, WITH_MORE_TIME[step], {name: "soon"}, printed=(name,), today=TODAY)
    assert found == []
    assert doubt(LETTERS.field(name), "soon", TODAY)
