"""What letters say about the law, worded for the kind of school from its facts."""

from dataclasses import dataclass

from ...ground.values import as_table
from ..words import SchoolType
from .legal_facts import AUTHORITY, LegalFacts

CLASSES = {
    SchoolType.FOUNDATION: "foundation",
    SchoolType.FOUNDATION_SPECIAL: "foundation",
    SchoolType.VOLUNTARY_AIDED: "foundation",
    SchoolType.COMMUNITY: "maintained",
    SchoolType.COMMUNITY_SPECIAL: "maintained",
    SchoolType.VOLUNTARY_CONTROLLED: "maintained",
    SchoolType.MAINTAINED_NURSERY: "maintained",
    SchoolType.PUPIL_REFERRAL_UNIT: "maintained",
    SchoolType.ACADEMY: "academy",
    SchoolType.ALTERNATIVE_PROVISION_ACADEMY: "academy",
    SchoolType.INDEPENDENT: "proprietor",
    SchoolType.NON_MAINTAINED_SPECIAL: "proprietor",
}
"""Which of the facts `may_remove_...` and `may_prosecute_...` are those of each type: section 547(4) and (7)."""

MAINTAINED = frozenset({"foundation", "maintained"})
"""The classes of schools that a local authority maintains."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section547:
    """Four short paragraphs for the letters about access to the premises."""

    offence: str
    who_acts: str
    breach: str
    withdrawal: str

    def as_fields(self) -> dict[str, str]:
        """The paragraphs under the names that the letters use: s547_offence, s547_who_acts ..."""
        return {f"s547_{name}": text for name, text in as_table(self).items()}


def section_547(legal: LegalFacts, school_type: SchoolType, *, school: str, authority: str) -> Section547:
    """Word the law on access for one kind of school.

    Args:
        legal: the dated facts.
        school_type: decides who may authorise a person to remove somebody, and who may go to court.
        school: the school's name.
        authority: the local authority of a maintained school, or the trust or owner of another school.
    """
    law = f"section {legal.words('section_547_number')} of the {legal.words('section_547_act')}"
    fine = f"{legal.words('section_547_level')}, which is {legal.words('section_547_fine')}"
    of_class = CLASSES[school_type]
    may_remove = _named(legal, f"may_remove_{of_class}", authority)
    may_prosecute = _named(legal, f"may_prosecute_{of_class}", authority)
    return Section547(
        offence=(
            f"It is an offence under {law} {legal.words('section_547_offence')}. "
            f"Such a case is heard in {legal.words('section_547_court')}. The highest fine is {fine}."
        ),
        who_acts=(
            f"If that offence is suspected at {school}, the police may remove the person. So may somebody "
            f"whom {may_remove} has authorised to do this. A case may be brought to court only by the "
            f"police, or by {may_prosecute}."
        ),
        breach=(
            "Coming onto the premises without permission would be trespass. Trespass is a civil matter. It "
            "is not, by itself, the offence described here. That offence may be committed if there is also "
            "nuisance or disturbance. The school may ask the police to help."
        ),
        withdrawal=(
            "Parents and carers ordinarily have permission to come onto the school's premises. The school "
            f"can withdraw that permission from one person. The power to do this comes from "
            f"{legal.words('permission_power')}. It does not come from {law}."
        ),
    )


def law_fields(legal: LegalFacts, school_type: SchoolType, *, school: str, authority: str) -> dict[str, str]:
    """Every field of a letter that the legal facts fill, worded for this school."""
    duty = "maintained" if CLASSES[school_type] in MAINTAINED else "other"
    return {
        **section_547(legal, school_type, school=school, authority=authority).as_fields(),
        "equality_act": legal.words("equality_act"),
        "complaints_duty": legal.words(f"complaints_duty_{duty}"),
        "independent_advice": legal.words("independent_advice"),
        "privacy_regulator": legal.words("data_regulator"),
        "privacy_regulator_contact": legal.words("data_regulator_contact"),
    }


def _named(legal: LegalFacts, name: str, authority: str) -> str:
    return legal.words(name).replace(AUTHORITY, authority)
