"""Criticism is not misconduct: it meets the complaints procedure, alone or beside a request about other words."""

from pathlib import Path

import pytest
from office import Rehearsal
from playing import cleared, done, on_policy, sends

from letterladder.ground.errors import Refused

POLICIES = (
    "alsop-high-school",
    "aspire-federation",
    "avenue-junior-and-recreation-road",
    "heartwood-academy-trust",
    "levens-ce-school",
)
REVIEW = "A one star review: the lunch queue is too long."


def reported(tmp_path: Path, policy: str, *conduct: str) -> Rehearsal:
    """A report that a person sorted."""
    school = on_policy(tmp_path, policy)
    school.report(what=REVIEW)
    school.sorted_out(conduct="complaint-online" if policy == "model" else "complaint")
    if conduct:
        cleared(school, *conduct)
    return school


@pytest.mark.parametrize("policy", [*POLICIES, "model"])
def test_every_policy_answers_criticism_with_the_signpost(policy: str, tmp_path: Path) -> None:
    """Whatever the document calls inappropriate, a grievance is told the way to complain."""
    school = reported(tmp_path, policy)
    blocked = school.case().blocked
    assert blocked is not None
    assert (blocked.letter, blocked.missing) == ("C1", ("complaint_about",))


def test_nothing_above_the_signpost_is_drafted(tmp_path: Path) -> None:
    """The refusal names the rule, its source and what would change it."""
    school = reported(tmp_path, "alsop-high-school")
    with pytest.raises(Refused, match=r"criticism and nothing else.*Source:.*What would satisfy it: C1"):
        school.decided("B1", "He runs us down.")


def test_a_mixed_case_gets_the_signpost_and_then_a_limited_request(tmp_path: Path) -> None:
    """First the way to complain, then a request that quotes only what a person picked out."""
    school = reported(tmp_path, "alsop-high-school", "complaint", "naming")
    sends(school, "C1", complaint_about="the lunch queue")
    blocked = school.case().blocked
    assert blocked is not None
    assert (blocked.letter, blocked.missing) == ("L1", ("quoted_words",))
    school.supplied("L1", quoted_words="a useless clown")
    text = school.letter_text()
    assert "a useless clown" in text
    assert "lunch queue" not in text


def test_the_request_of_a_mixed_case_does_not_call_criticism_misconduct(tmp_path: Path) -> None:
    """Its title names the other conduct only."""
    school = reported(tmp_path, "alsop-high-school", "complaint", "naming")
    sends(school, "C1", complaint_about="the lunch queue")
    school.supplied("L1", quoted_words="a useless clown")
    assert "a complaint about the school" not in school.letter_text()


def test_harassment_is_named_only_after_two_occasions(tmp_path: Path) -> None:
    """One report is one occasion; the second makes it two."""
    school = reported(tmp_path, "alsop-high-school", "harassment")
    blocked = school.case().blocked
    assert blocked is not None
    assert "Only one occasion is known" in blocked.what
    assert "Protection from Harassment Act 1997" in blocked.what
    school.report(
        what='"Mr Lowell is a lazy clown."', link="https://www.social.example/posts/5", posted_on="01/11/2026"
    )
    assert school.in_hand().letter == "L1"
    assert "repeated unwanted contact" in school.letter_text()


def test_what_people_do_is_recorded_even_so(tmp_path: Path) -> None:
    """An action is a fact; the register keeps it whatever the case is about."""
    school = reported(tmp_path, "alsop-high-school")
    done(school, "P1", reference="4711")
    assert school.case().actions[0].reference == "4711"
