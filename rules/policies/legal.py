"""What letters may say about the law: dated facts, and section 547 worded for the kind of school."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from ...ground.english import uk_date_short
from ...ground.errors import Problem
from ..words import SchoolType

CHECK_AGAIN_AFTER_MONTHS = 12

AUTHORITY_OR_GOVERNORS = frozenset(
    {SchoolType.FOUNDATION, SchoolType.VOLUNTARY_AIDED, SchoolType.FOUNDATION_SPECIAL}
)
"""Schools for which the local authority or the governing body may authorise a person: section 547(4)(a)."""

AUTHORITY_ALONE = frozenset(
    {SchoolType.COMMUNITY, SchoolType.VOLUNTARY_CONTROLLED, SchoolType.COMMUNITY_SPECIAL}
)
"""Other maintained schools, for which only the local authority may authorise a person: section 547(4)(b)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalFacts:
    """Everything a letter may quote from the law. Only a legal-facts file holds these words and amounts.

    Attributes:
        checked: the day on which somebody last compared the facts with their source.
        source: where they were read, in words.
        act: the Act that makes disturbance on school premises an offence, with its year.
        section: the section of that Act, as a number.
        court: where such a case is heard, with its article.
        fine: the highest fine, in words and as an amount.
        power: where the power to withdraw permission to enter comes from, with its article.
    """

    checked: date
    source: str
    act: str
    section: str
    court: str
    fine: str
    power: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section547:
    """Four short paragraphs for the letters about access to the premises."""

    offence: str
    who_acts: str
    breach: str
    withdrawal: str

    def as_fields(self) -> dict[str, str]:
        """The paragraphs under the names that the letters use: s547_offence, s547_who_acts ..."""
        return {f"s547_{name}": text for name, text in asdict(self).items()}


def section_547(legal: LegalFacts, school_type: SchoolType, *, school: str, authority: str) -> Section547:
    """Word the law on access for one kind of school.

    Args:
        legal: the dated facts.
        school_type: decides who may authorise a person to remove somebody or to go to court.
        school: the school's name.
        authority: the local authority of a maintained school, or the trust or owner of another school.
    """
    law = f"section {legal.section} of the {legal.act}"
    may_authorise = who_may_authorise(school_type, authority)
    return Section547(
        offence=(
            f"It is an offence under {law} to be on school premises without lawful authority and, while "
            "there, to cause or permit nuisance or disturbance that annoys people who are using the premises "
            f"lawfully. Such a case is heard in {legal.court}. The highest fine is {legal.fine}."
        ),
        who_acts=(
            f"If that offence is suspected at {school}, the police may remove the person. So may somebody "
            f"whom {may_authorise} has authorised to do this. A case may be brought to court only by the "
            "police or with authority given in the same way."
        ),
        breach=(
            "Coming onto the premises without permission would be trespass. Trespass is a civil matter. It "
            "is not, by itself, the offence described here. That offence may be committed if there is also "
            "nuisance or disturbance. The school may ask the police to help."
        ),
        withdrawal=(
            "Parents and carers ordinarily have permission to come onto the school's premises. The school "
            f"can withdraw that permission from one person. The power to do this comes from {legal.power}. "
            f"It does not come from {law}."
        ),
    )


def who_may_authorise(school_type: SchoolType, authority: str) -> str:
    """Who may authorise somebody to remove a person or to go to court: section 547(4) and (6)."""
    if school_type in AUTHORITY_OR_GOVERNORS:
        return f"the local authority ({authority}) or the school's governing body"
    if school_type in AUTHORITY_ALONE:
        return f"the local authority ({authority})"
    if school_type is SchoolType.ACADEMY:
        return f"the academy trust ({authority})"
    return f"the proprietor of the school ({authority})"


def facts_overdue(legal: LegalFacts, today: date) -> Sequence[Problem]:
    """Say so when nobody has compared the legal facts with their source for twelve months."""
    if today <= legal.checked + relativedelta(months=CHECK_AGAIN_AFTER_MONTHS):
        return ()
    return (
        Problem(
            where="legal facts",
            what=f"They were last checked on {uk_date_short(legal.checked)}, more than a year ago.",
            what_to_do=f"Compare them with {legal.source}, correct the file and set a new `checked` date.",
        ),
    )
