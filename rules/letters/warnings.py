"""What an approver should know before saying yes to a letter: how it goes, what is overdue, whom it is about."""

from collections.abc import Iterable
from datetime import date

from ...ground.english import uk_date
from ..cases.case import Case
from ..cases.duties import duty_words
from ..people.people import Adult
from ..people.school import School
from ..policies.legal_facts import facts_overdue
from ..words import Method
from .whom_meant import doubt_whom


def overdue(school: School, today: date) -> tuple[str, ...]:
    """What the approver should know of papers of the school that should have been looked at again by now."""
    review = school.policy.review
    found = [str(problem) for problem in facts_overdue(school.legal, today)]
    if review and today > review:
        found.insert(0, f"The policy '{school.policy.title}' was due for review on {uk_date(review)}.")
    return tuple(found)


def warnings_of(
    case: Case, school: School, adult: Adult, *, method: Method, unused: Iterable[str]
) -> tuple[str, ...]:
    """What the approver should know before saying yes.

    Args:
        case: the case.
        school: the school.
        adult: whom the letter is for.
        method: how it goes.
        unused: the fields that somebody typed although they are always calculated.
    """
    found: list[str] = []
    if school.posting.method is Method.MAIL and method is Method.FIRST_CLASS:
        lacking = (
            "no PDF can be made here" if adult.email else "people.csv has no email address for this adult"
        )
        found.append(f"The school sends letters by email, but {lacking}: this one goes by first-class post.")
    found += [f"Earlier case of this adult: {told}" for told in case.earlier.told]
    found += [f"The policy requires: {words}" for words in duty_words(case, school.policy)]
    found += [
        f"{name} was typed by hand; it is always calculated, so what was typed was not used."
        for name in sorted(unused)
    ]
    found += [f"The register says: {flag}." for flag in sorted(adult.flags) if flag.startswith("needs:")]
    if {"staff", "governor"} & adult.flags:
        found.append("This adult also works for or governs the school.")
    return (*found, *doubt_whom(adult, school.policy))
