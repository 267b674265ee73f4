"""What triage found beforehand is used where it still holds, and nowhere else."""

from collections.abc import Mapping

import pytest
from made_reports import REGISTER, form_report, report, shipped_policy

from letterladder.ground.values import replace
from letterladder.rules.people.conflict import Staff
from letterladder.rules.reports.looked import Asked, Looked, to_triage, triage_as_looked
from letterladder.rules.reports.triage import triage
from letterladder.rules.texts.report import Report

BY = Asked(register=REGISTER, policy=shipped_policy(), staff=Staff(own_domains=frozenset({"school.example"})))
OWN = next(one for one in REGISTER.adults.values() if one.email)
EMAILS = {
    "clear form": form_report('"Miss Pell is a lazy cow"'),
    "danger": report("Ned Farrow says he will come in and smash Miss Pell's face in."),
    "danger in jest": report("Ned Farrow would kill for the cakes at the fair."),
    "nobody": report("The gate was locked again on Monday, and nobody came to open it."),
    "thanks": report("Thank you all for a lovely concert."),
    "from an adult": report("It was only a joke and I am sorry.", from_address=OWN.email),
    "answered to an adult": report("It was only a joke.", reply_to=OWN.email.upper()),
    "a machine": report("Ned Farrow put it on Facebook.", robot="It is an automatic answer."),
    "a request": report("Please send me all that you hold about me. Ned Farrow"),
}
CASES = [{}, *({one: "2026-0007"} for one in REGISTER.adults), dict.fromkeys(REGISTER.adults, "2026-0007")]


def looked_at(mail: Report) -> Looked:
    """What the reading process tells of it."""
    told = to_triage(mail)
    return Looked(report=told, by=BY, found=triage(told, BY.register, BY.policy, {}, staff=BY.staff))


@pytest.mark.parametrize("open_cases", CASES)
@pytest.mark.parametrize("name", EMAILS)
def test_it_is_what_triage_finds_now(name: str, open_cases: Mapping[str, str]) -> None:
    """Whoever has an open case: those who are meant, the sender, somebody else, everybody."""
    told = to_triage(EMAILS[name])
    found = triage_as_looked(told, BY, open_cases, looked_at(EMAILS[name]))
    assert found == triage(told, BY.register, BY.policy, open_cases, staff=BY.staff)


def test_it_is_not_worked_out_again() -> None:
    """The answer is the very one that was given."""
    looked = looked_at(EMAILS["clear form"])
    assert triage_as_looked(looked.report, BY, {"A0": "2026-0001"}, looked) is looked.found


@pytest.mark.parametrize(
    ("mail", "by"),
    [
        (replace(EMAILS["clear form"], own_words="And he said it again."), BY),
        (EMAILS["clear form"], replace(BY, register=replace(REGISTER))),
        (EMAILS["clear form"], replace(BY, policy=replace(BY.policy))),
        (EMAILS["clear form"], replace(BY, staff=Staff())),
    ],
)
def test_another_email_register_policy_or_staff_is_asked_anew(mail: Report, by: Asked) -> None:
    """What was found is then of something else."""
    looked = looked_at(EMAILS["clear form"])
    assert triage_as_looked(mail, by, {}, looked) is not looked.found


def test_who_wrote_what_is_quoted_makes_no_other_email() -> None:
    """That is asked before triage; the report that comes to it may still say so."""
    looked = looked_at(EMAILS["clear form"])
    quoting = replace(EMAILS["clear form"], quoted_from=("somebody@mail.example",))
    assert triage_as_looked(quoting, BY, {}, looked) is looked.found
