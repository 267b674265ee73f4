"""What a policy is played with before any case comes: an invented school, adult and calendar without holidays."""

from datetime import date

from ..days.calendar import Calendar, Term
from ..people.people import Adult, Pupil
from ..people.school import (
    ALTERNATE,
    CHAIR,
    DEPUTY,
    DSL,
    HEAD,
    OFFICE,
    REVIEWER,
    Complaints,
    Contact,
    Letterhead,
    Person,
    School,
)
from ..policies.legal import LegalFacts
from ..policies.policy import Policy
from ..words import SchoolType

FIRST_DAY = date(2026, 9, 7)
"""The Monday on which a made case begins."""

OPEN_CALENDAR = Calendar(
    terms=(Term(first=date(2026, 1, 1), last=date(2199, 12, 31), name="one long term"),),
    bank_holidays={},
    covered_until=date(2199, 12, 31),
)
"""Every Monday to Friday is a school day: what a policy comes to hangs on no school's holidays."""

ADULT = Adult(
    person_id="made-adult",
    title="Mr",
    given_name="Owen",
    family_name="Sample",
    relationships={"made-pupil": "Father"},
    address=("1 Sample Street", "Sampleton", "ZZ1 1ZZ"),
)
PUPIL = Pupil(pupil_id="made-pupil", given_name="Ivy", family_name="Sample", school_class="4A")

_LEGAL = LegalFacts(
    checked=FIRST_DAY,
    source="invented",
    act="Act",
    section="1",
    court="a court",
    fine="a fine",
    power="common law",
)


def made_school(policy: Policy) -> School:
    """A school with this policy in which every role has a holder of its own."""
    named = {role for step in policy.steps.values() for role in (step.signer, step.approver)}
    roles = {HEAD, ALTERNATE, DSL, DEPUTY, OFFICE, CHAIR, REVIEWER} | named
    return School(
        name="Sample School",
        slug="sample",
        type=SchoolType.COMMUNITY,
        authority="Sample Council",
        safeguarding_mailbox="safeguarding@sample.example",
        letters_from="office@sample.example",
        letterhead=Letterhead(address=("Sample Road",), phone="01632 960000", email="office@sample.example"),
        people={role: _holder(role) for role in sorted(roles)},
        policy=policy,
        calendar=OPEN_CALENDAR,
        legal=_LEGAL,
        complaints=Complaints(title="Complaints", where="the website", contact="the office"),
        contact=Contact(name="the office", email="office@sample.example"),
    )


def _holder(role: str) -> Person:
    return Person(name=f"Holder of {role}", role=role, email=f"{role}@sample.example")
