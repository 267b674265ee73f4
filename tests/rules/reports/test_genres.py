"""An offer, a rule or a table is about nobody; an email that tells of somebody never is, whatever else it offers."""

import pytest
from made_reports import report

from letterladder.rules.reports.naming import Names
from letterladder.rules.reports.urgency import alarms_of

ABOUT_NOBODY = (
    'Dear Head, we offer a workshop on suicide. It covers the words "I want to die". No charge.',
    "Section 4 says that a pupil who threatens to stab a teacher will be excluded.",
    "Threat to staff 1. Weapon 0. Child protection 2. Late 114.",
    "You get this because you are on our list. A man stabbed his wife and said he would kill her child.",
)
ABOUT_SOMEBODY = (
    "Dear Head, we offer a workshop. It covers first aid. No charge. I want to die.",
    "Section 4 says that a pupil is excluded for it. He said he is going to stab a teacher.",
    "Late 114. Weapon 0. Bumps 3. He says he will kill his mum.",
    "My son says his dad will kill us. You get this because you are on our list.",
)


@pytest.mark.parametrize("text", ABOUT_NOBODY)
def test_what_is_offered_taught_ruled_or_counted_is_no_alarm(text: str) -> None:
    """However grave its subject is."""
    assert alarms_of(report(text), Names()) == ()


@pytest.mark.parametrize("text", ABOUT_SOMEBODY)
def test_nothing_of_that_kind_takes_a_danger_back(text: str) -> None:
    """Where it tells of somebody."""
    assert alarms_of(report(text), Names()) != ()
