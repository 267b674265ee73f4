"""What a policy is played with before any case comes: an invented school, adult and calendar without holidays."""

from datetime import date

from ...ground.values import replace
from ..days.calendar import Calendar, Term
from ..days.counting import ClockRule
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
from ..policies.ladders import finished
from ..policies.legal_facts import FACTS, Fact, Holds, LegalFacts
from ..policies.policy import Policy, Step
from ..words import Nation, SchoolType, Unit, Until

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

_LASTS = {Until.HALF_TERM: 30, Until.END_OF_TERM: 65, Until.END_OF_YEAR: 190}
"""School days that stand for the time until a holiday."""

_MADE_UP = {Holds.WORDS: "made-up law", Holds.NUMBER: "12", Holds.DAY: FIRST_DAY.isoformat()}
_LEGAL = LegalFacts(
    facts={
        name: Fact(value=_MADE_UP[kind.holds], source="invented", checked=FIRST_DAY)
        for name, kind in FACTS.items()
    }
)


def made_school(policy: Policy) -> School:
    """A school with this policy in which every role has a holder of its own."""
    named = {role for step in policy.steps.values() for role in step.roles.values()}
    roles = {HEAD, ALTERNATE, DSL, DEPUTY, OFFICE, CHAIR, REVIEWER} | named
    return School(
        name="Sample School",
        slug="sample",
        nation=Nation.ENGLAND,
        type=SchoolType.COMMUNITY,
        authority="Sample Council",
        safeguarding_mailbox="safeguarding@sample.example",
        letters_from="office@sample.example",
        letterhead=Letterhead(address=("Sample Road",), phone="01632 960000", email="office@sample.example"),
        people={role: _holder(role) for role in sorted(roles)},
        policy=_without_holidays(policy),
        calendar=OPEN_CALENDAR,
        legal=_LEGAL,
        complaints=Complaints(title="Complaints", where="the website", contact="the office"),
        contact=Contact(name="the office", email="office@sample.example"),
    )


def _without_holidays(policy: Policy) -> Policy:
    """The policy with a number of days in place of each "until half term": a made case has no holidays."""
    if not any(clock.until for step in policy.steps.values() for clock in step.also.values()):
        return policy
    steps = {name: replace(step, also=_in_days(step)) for name, step in policy.steps.items()}
    return finished(replace(policy, steps=steps))


def _in_days(step: Step) -> dict[str, ClockRule]:
    also = {
        name: replace(clock, until=None, days=_LASTS[clock.until], unit=Unit.SCHOOL_DAYS)
        if clock.until
        else clock
        for name, clock in step.also.items()
    }
    if {"review_by", "ends_on"} <= also.keys() and any(
        step.also[one].until for one in ("review_by", "ends_on")
    ):
        # A letter puts a review that would come after the holiday on the last day before it; the rest is said of keys.
        also["review_by"] = replace(also["ends_on"], days=1)
    return also


def _holder(role: str) -> Person:
    return Person(name=f"Holder of {role}", role=role, email=f"{role}@sample.example")
