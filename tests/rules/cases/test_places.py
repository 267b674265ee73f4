"""Whether a case is about something online or on site follows from its conduct, then from its reports."""

import pytest
from cast import a_case, opened, reported
from cast_site import GATE, POST, a_site_policy, case_of

from letterladder.rules.cases.gates import barred, occasions
from letterladder.rules.cases.places import first_steps, places_of
from letterladder.rules.words import Where

ONLINE, SITE = frozenset({Where.ONLINE}), frozenset({Where.ON_SITE})


@pytest.mark.parametrize(
    ("expected", "fact", "conduct"),
    [
        (ONLINE, POST, ("false-or-defamatory",)),
        (SITE, GATE, ("site-abuse",)),
        (SITE, POST, ("site-abuse",)),
        (SITE, GATE, ("false-or-defamatory",)),
        (ONLINE, {**GATE, "platform": "Facebook"}, ("false-or-defamatory",)),
        (ONLINE | SITE, POST, ("false-or-defamatory", "site-abuse")),
        (ONLINE | SITE, GATE, ("false-or-defamatory", "site-abuse")),
        (SITE, GATE, ()),
        (ONLINE, {**GATE, "place": "", "happened_on": ""}, ()),
    ],
)
def test_the_conduct_decides_and_where_it_does_not_the_reports(
    expected: frozenset[Where], fact: dict[str, str], conduct: tuple[str, ...]
) -> None:
    """Reports overrule only where each of them tells of the site alone; where nothing tells, it was online."""
    assert places_of(case_of(fact, *conduct), a_site_policy()) == expected


def test_a_request_to_remove_is_refused_where_all_of_it_happened_on_site() -> None:
    """There is nothing to remove; other letters may be sent."""
    case, policy = case_of(GATE, "site-abuse"), a_site_policy()
    refusal = barred(case, policy, "L1", case.facts[0].day)
    assert refusal is not None
    assert "is about something online, and what was reported happened on site" in refusal.rule
    assert "conduct online too" in refusal.satisfied_by
    assert barred(case, policy, "L2", case.facts[0].day) is None


def test_a_request_to_remove_is_possible_where_there_was_a_post_too() -> None:
    """The post may be removed whatever happened at the gate."""
    case = case_of(POST, "false-or-defamatory", "site-abuse")
    assert barred(case, a_site_policy(), "L1", case.facts[0].day) is None


def test_a_case_does_not_begin_with_a_letter_that_is_out_of_place() -> None:
    """The policy begins with a removal request, and what was reported happened at the gate."""
    assert first_steps(case_of(GATE, "false-or-defamatory"), a_site_policy()) == ("L2",)
    assert first_steps(case_of(POST, "false-or-defamatory"), a_site_policy()) == ("L1", "L2")


def test_two_days_on_site_are_two_occasions() -> None:
    """As two posts are."""
    twice = a_case(
        opened(),
        reported("", **GATE),
        reported("", **{**GATE, "happened_on": "2026-11-09"}),
        reported("", **GATE),
    )
    assert occasions(twice) == 2
