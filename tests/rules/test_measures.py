"""A measure is in force from its letter until another letter or an action ends it; its dates go with it."""

from datetime import date

import pytest
from cast import a_case, drafted, opened, posted, triaged
from cast_actions import action, answer, measure

from letterladder.rules.cases.case import Case
from letterladder.rules.standing.dates import standing_dates
from letterladder.rules.words import Outcome

REVIEW, END = date(2027, 2, 22), date(2027, 3, 1)
START = (opened(), triaged())
NOTICE = measure("B1", decision_by=date(2026, 11, 27))
INTERIM = measure("B2", interim_end=date(2026, 11, 24))
DECISION = measure("B3", review_by=REVIEW, ends_on=END)
BLOCK = measure("P2", review_by=REVIEW)


@pytest.mark.parametrize(
    ("in_force", "case"),
    [
        ([], a_case(*START, drafted("B2", also={"interim_end": END}))),
        ([], a_case(*START, *measure("L3", removal_by=END))),
        (["B2"], a_case(*START, *NOTICE, *INTERIM)),
        (["B3"], a_case(*START, *INTERIM, *DECISION)),
        ([], a_case(*START, *INTERIM, *measure("B4"))),
        (["B5"], a_case(*START, *DECISION, *measure("B5", review_by=END))),
        ([], a_case(*START, *DECISION, *measure("B6"))),
        (["P2", "B3"], a_case(*START, *BLOCK, *DECISION)),
        ([], a_case(*START, *BLOCK, action("lift-block", ends=["P2"]))),
        (["P2"], a_case(*START, *BLOCK, action("X3"))),
    ],
)
def test_what_is_in_force(in_force: list[str], case: Case) -> None:
    """A draft binds nobody; a decision ends the notice, a review the decision, an action what it names."""
    assert [one.letter for one in case.measures] == in_force


def test_a_letter_beside_the_ladder_begins_no_measure() -> None:
    """An acknowledgement repeats the decision date of the bar; the date is the bar's."""
    told = (drafted("B2a", also={"decision_by": END}), posted("B2a", aside=True))
    assert [one.letter for one in a_case(*START, *INTERIM, *told).measures] == ["B2"]


def test_a_renewed_measure_has_its_new_dates_only() -> None:
    """The same letter sent again takes the place of the first."""
    again = (drafted("P2", 2, also={"review_by": END}), posted("P2", 2))
    assert [dict(one.dates) for one in a_case(*START, *BLOCK, *again).measures] == [{"review_by": END}]


def test_the_dates_of_a_measure_stand_while_other_letters_go_out() -> None:
    """The last letter's own dates are told elsewhere."""
    assert standing_dates(a_case(*START, *BLOCK)) == []
    assert standing_dates(a_case(*START, *BLOCK, drafted("L3"), posted("L3"))) == [
        ("P2", "review_by", REVIEW)
    ]


def test_a_date_beside_the_ladder_is_followed_up_until_the_adult_answers() -> None:
    """The letter about a breach asks for an answer; an action's own day stays."""
    breach = (drafted("B8"), posted("B8", aside=True, answer_by=END))
    done = (*START, *DECISION, action("X3", follow_up=REVIEW, aside=True), *breach)
    assert a_case(*done).follow_ups == (("X3", REVIEW), ("B8", END))
    assert a_case(*done, answer(Outcome.OTHER, "B3")).follow_ups == (("X3", REVIEW),)
