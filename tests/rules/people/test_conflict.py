"""When the usual approver must leave a letter to the alternate."""

import pytest
from made_reports import REGISTER, form_report, report

from letterladder.rules.people.conflict import Staff, conflict_of, is_pupils_own
from letterladder.rules.texts.report import Report

STAFF = Staff(
    own_domains=frozenset({"school.example"}),
    approver="Dr Greta Lyle",
    approver_address="g.lyle@school.example",
)
NED = REGISTER.adults["A1"]


@pytest.mark.parametrize(
    "mail",
    [
        form_report('"Dr Lyle is a liar"'),
        form_report('"that Greta Lyle wants sacking"'),
        form_report('"the principal is a joke"'),
        form_report("He swore.", affected="the headteacher, and pupils"),
        form_report("He swore.", affected="Greta Lyle"),
        form_report("x", seen_by="G. Lyle, Greta Lyle's own phone"),
        report("Ned Farrow is saying that Greta cooked the figures"),
        report("He wrote about the headteacher", subject="A post"),
        report("A post", subject="Post about Dr Lyle"),
        report("Ned Farrow put this up", from_address="G.Lyle@school.example"),
    ],
)
def test_an_approver_who_is_target_or_witness_is_in_conflict(mail: Report) -> None:
    """Nobody approves a letter in his own cause."""
    assert conflict_of(mail, NED, STAFF)


@pytest.mark.parametrize(
    "mail",
    [
        form_report('"Miss Pell is a liar"'),
        form_report("x", seen_by="Miss Pell"),
        form_report("x", affected="Miss Pell, and office staff"),
        report("Dear Dr Lyle,\n\nNed Farrow called Miss Pell a cow."),
        report("Ned Farrow called Miss Pell a cow. I have told Dr Lyle."),
        report("Ned Farrow called Miss Pell a cow. Cc Greta Lyle"),
        report("The headteacher asked me to send this on. Ned Farrow called Miss Pell a cow."),
    ],
)
def test_being_greeted_or_told_is_no_conflict(mail: Report) -> None:
    """Most reports mention the head in passing."""
    assert conflict_of(mail, NED, STAFF) == ""


@pytest.mark.parametrize("person", ["A6", "A11"])
def test_an_adult_who_is_staff_or_governor_is_a_conflict(person: str) -> None:
    """The head would be writing to a colleague, or to one of those who oversee the head."""
    assert conflict_of(form_report("x"), REGISTER.adults[person], STAFF)


@pytest.mark.parametrize(
    ("expected", "address"),
    [
        (True, "k@pupils.school.example"),
        (True, "k@student.school.example"),
        (False, "k@school.example"),
        (False, "k@staff.school.example"),
        (False, "k@pupils.other.example"),
    ],
)
def test_a_pupils_address_lies_below_the_schools_domain(expected: bool, address: str) -> None:
    """Schools give pupils a part of their domain with a telling name."""
    assert is_pupils_own(address, STAFF) is expected


@pytest.mark.parametrize(
    ("is_conflict", "text"),
    [
        (False, "Ned Farrow called Miss Pell a cow.\nDr Greta Lyle\nHeadteacher"),
        (False, "Ned Farrow called Miss Pell a cow.\nDr Greta Lyle, Headteacher"),
        (False, "Dr Greta Lyle\nNed Farrow called Miss Pell a cow."),
        (True, "Ned Farrow called Miss Pell a cow.\nDr Greta Lyle the cow"),
        (True, "Ned Farrow called Miss Pell a cow. Dr Greta Lyle"),
        (True, "So is Greta Lyle.\nNed Farrow said it."),
    ],
)
def test_a_name_alone_in_its_line_is_a_signature(is_conflict: bool, text: str) -> None:
    """With the office, in any line; words before or after it in the line make it a mention."""
    assert bool(conflict_of(report(text), NED, STAFF)) is is_conflict
