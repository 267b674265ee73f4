"""What the policy requires: when it applies, when it is open, and how it is told."""

from datetime import date

import pytest
from cast import a_case, opened, sent, triaged
from cast_actions import action, answer, duty

from letterladder.rules.cases.case import Case
from letterladder.rules.cases.duties import duty_rows, duty_words, open_duties
from letterladder.rules.cases.events import DeadlineLapsed, DutyWaived
from letterladder.rules.policies.policy import Policy
from letterladder.rules.words import Outcome

WAIVED = DutyWaived(rule="police", reason="they know")
REFUSED = a_case(opened(), triaged("threat"), *sent(), answer(Outcome.REFUSED))

LAPSED = DeadlineLapsed(letter="L1", version=1, answer_by=date(2026, 11, 12))
SILENT = a_case(opened(), triaged("threat"), *sent(), LAPSED)


@pytest.mark.parametrize(
    ("state", "case", "policy"),
    [
        ("open", a_case(opened(), triaged("threat")), duty()),
        ("open", a_case(opened(), triaged("threat")), duty(conduct=("threat",))),
        ("open", REFUSED, duty(when=(Outcome.REFUSED,))),
        ("done", a_case(opened(), triaged("threat"), action("X3")), duty()),
        ("open", SILENT, duty(when=(Outcome.LAPSED,))),
        ("waived", a_case(opened(), triaged("threat"), WAIVED), duty()),
        ("reminder", a_case(opened(), triaged("threat")), duty("")),
    ],
)
def test_a_duty_that_applies_has_a_state(state: str, case: Case, policy: Policy) -> None:
    """Open until it is done or a named person set it aside; a reminder is never open."""
    assert [row["state"] for row in duty_rows(case, policy)] == [state]
    assert bool(open_duties(case, policy)) == (state == "open")


@pytest.mark.parametrize(
    ("case", "policy"),
    [
        (a_case(opened(), triaged()), duty(conduct=("threat",))),
        (a_case(opened(), triaged("threat")), duty(when=(Outcome.REFUSED,))),
        (a_case(opened(), *sent(), answer(Outcome.REMOVED)), duty(when=(Outcome.REFUSED,))),
        (a_case(opened(), *sent(), LAPSED, answer(Outcome.REMOVED)), duty(when=(Outcome.LAPSED,))),
    ],
)
def test_a_duty_of_other_conduct_or_another_answer_does_not_apply(case: Case, policy: Policy) -> None:
    """It is not shown at all."""
    assert duty_rows(case, policy) == []


def test_the_words_say_what_where_and_how() -> None:
    """An open duty names its command, a waived one its reason."""
    still = a_case(opened(), triaged("threat"))
    assert duty_words(still, duty()) == ("The police are told. (part 6) NOT DONE YET: done 2026-0042 X3",)
    aside = a_case(opened(), triaged("threat"), WAIVED)
    assert duty_words(aside, duty()) == ("The police are told. (part 6) Not done, because: they know",)
