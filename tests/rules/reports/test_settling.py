"""Nobody is settled on where the email itself leaves a doubt."""

import pytest
from made_reports import REGISTER, form_report, shipped_policy

from letterladder.rules.people.conflict import Staff
from letterladder.rules.reports.triage import Triage, triage
from letterladder.rules.texts.report import Report

INSULT = '"Miss Pell is a lazy cow"'
STAFF = Staff(own_domains=frozenset({"school.example"}), names=("Miss Fay Pell",))
POLICY = shipped_policy()


def judged(mail: Report) -> Triage:
    """What is made of it."""
    return triage(mail, REGISTER, POLICY, {}, staff=STAFF)


def test_a_form_from_the_school_settles_on_its_adult() -> None:
    """Nothing speaks against it."""
    assert judged(form_report(INSULT)).adult == "A1"


@pytest.mark.parametrize(
    ("why", "mail"),
    [
        ("resembles", form_report(INSULT, sender="t.reed@schoo1.example")),
        ("praise", form_report('"Miss Pell is the best, thank you"')),
    ],
)
def test_a_doubt_leaves_the_adult_to_a_person(why: str, mail: Report) -> None:
    """Who sent it, or whether anybody did anything."""
    found = judged(mail)
    assert (found.adult, [one.adult for one in found.suggestions]) == ("", ["A1"])
    assert why in found.suggestions[0].why
