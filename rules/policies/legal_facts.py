"""Which facts of law there are: each with its name, what it says and what it may hold; the files have the facts."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta
from msgspec import Struct, field

from ...ground.english import listed, uk_date_short
from ...ground.errors import Problem

CHECK_AGAIN_AFTER_MONTHS = 12

AUTHORITY = "{authority}"
"""In words of a fact: the place of the local authority, trust or owner that school.toml names."""


class Holds(StrEnum):
    """What a fact is."""

    WORDS = "text"
    NUMBER = "a whole number from 1 to 120"
    DAY = "a date such as 2026-06-19, without quotation marks"


class FactKind(Struct, frozen=True, kw_only=True):
    """One fact that letters, gates or clocks use.

    Attributes:
        says: what it is, in words for the table of facts.
        holds: what its value may be.
        names_authority: whether its words must have a place for the authority.
    """

    says: str
    holds: Holds = Holds.WORDS
    names_authority: bool = False


def _number(says: str) -> FactKind:
    return FactKind(says=says, holds=Holds.NUMBER)


def _who(says: str) -> FactKind:
    return FactKind(says=says, names_authority=True)


FACTS: Mapping[str, FactKind] = {
    "section_547_act": FactKind(says="the Act of the offence on school premises"),
    "section_547_number": FactKind(says="the section of that Act"),
    "section_547_offence": FactKind(says="the offence, after the words 'It is an offence'"),
    "section_547_court": FactKind(says="where such a case is heard"),
    "section_547_level": FactKind(says="the highest fine, as a level"),
    "section_547_fine": FactKind(says="the amount of that level"),
    "section_547_months": _number("months within which a case of that offence must be begun"),
    "may_remove_foundation": _who("who may authorise removal: foundation and voluntary aided schools"),
    "may_remove_maintained": _who("who may authorise removal: other maintained schools"),
    "may_remove_academy": _who("who may authorise removal: academies, also of alternative provision"),
    "may_remove_proprietor": _who(
        "who may authorise removal: independent and non-maintained special schools"
    ),
    "may_prosecute_foundation": _who("who besides the police may prosecute: foundation and voluntary aided"),
    "may_prosecute_maintained": _who("who besides the police may prosecute: other maintained schools"),
    "may_prosecute_academy": _who("who besides the police may prosecute: academies"),
    "may_prosecute_proprietor": _who(
        "who besides the police may prosecute: independent, non-maintained special"
    ),
    "permission_power": FactKind(says="where the power to withdraw permission to enter comes from"),
    "heard_first": FactKind(says="why somebody is heard before a bar is settled"),
    "access_advice": FactKind(says="the government's advice on access to school premises"),
    "parent_meaning": FactKind(says="who is a parent in law"),
    "harassment_act": FactKind(says="the Act on harassment"),
    "harassment_occasions": _number("occasions without which nothing is called harassment"),
    "defamation_months": _number("months within which a claim for defamation must be begun"),
    "equality_act": FactKind(says="the Act that asks for reasonable adjustments"),
    "complaints_duty_maintained": FactKind(says="why a maintained school has a complaints procedure"),
    "complaints_duty_other": FactKind(says="why an academy or independent school has one"),
    "subject_access_months": _number("calendar months to answer a subject access request"),
    "foi_school_days": _number("school days to answer a freedom of information request"),
    "foi_working_days": _number("working days to answer it, where that is sooner"),
    "data_complaint_days": _number("days to acknowledge a complaint about personal data"),
    "data_complaint_from": FactKind(says="the day from which the law sets those days", holds=Holds.DAY),
    "data_regulator": FactKind(says="to whom people complain about the use of their data, after 'the'"),
    "data_regulator_contact": FactKind(says="how that office is reached"),
    "independent_advice": FactKind(says="where free independent advice is to be had, as a whole sentence"),
}
"""Every fact by its name, in the order in which it is shown."""


class Fact(Struct, frozen=True, kw_only=True):
    """One dated fact.

    Attributes:
        value: as text, whatever it holds: a number in digits, a day as 2026-06-19.
        source: where it was read, and what the school's adviser is to check.
        checked: the day on which somebody last compared it with its source.
        own: whether the school's own file says it, or says that it was checked.
    """

    value: str
    source: str
    checked: date
    own: bool = False


class LegalFacts(Struct, frozen=True, kw_only=True):
    """All facts of law that this school's letters, gates and clocks use, by name."""

    facts: Mapping[str, Fact] = field(default_factory=dict)

    def words(self, name: str) -> str:
        """The words of this fact."""
        return self.facts[name].value

    def number(self, name: str) -> int:
        """The number that this fact is."""
        return int(self.facts[name].value)

    def day(self, name: str) -> date:
        """The day that this fact is."""
        return date.fromisoformat(self.facts[name].value)


def facts_overdue(legal: LegalFacts, today: date) -> Sequence[Problem]:
    """Say which facts nobody has compared with their sources for twelve months, those of one day together."""
    found: dict[date, list[str]] = {}
    for name, fact in legal.facts.items():
        if today > fact.checked + relativedelta(months=CHECK_AGAIN_AFTER_MONTHS):
            found.setdefault(fact.checked, []).append(name)
    return [_overdue(day, names, all_=len(names) == len(legal.facts)) for day, names in sorted(found.items())]


def _overdue(day: date, names: Sequence[str], *, all_: bool) -> Problem:
    which = "All of them were" if all_ else f"{listed(names)} {'was' if len(names) == 1 else 'were'}"
    return Problem(
        where="legal facts",
        what=f"{which} last checked on {uk_date_short(day)}, more than a year ago.",
        what_to_do="Compare each with its source (`letters facts` lists both), and write the day as `checked` "
        "into legal.toml beside school.toml, with a new value where the law has changed.",
    )


def facts_ahead(legal: LegalFacts, today: date) -> Sequence[Problem]:
    """Facts of the school's own file that claim to have been checked on a day still to come."""
    return [
        Problem(
            where=f"legal.toml, {name}",
            what=f"It says that it was checked on {uk_date_short(fact.checked)}, which is still to come.",
            what_to_do="Write the day on which somebody compared it with its source.",
        )
        for name, fact in legal.facts.items()
        if fact.own and fact.checked > today
    ]
