"""What the approver should know of the school's own papers."""

from datetime import date

from ...ground.english import uk_date
from ..people.school import School
from ..policies.legal import facts_overdue


def overdue(school: School, today: date) -> tuple[str, ...]:
    """What the approver should know of papers of the school that should have been looked at again by now."""
    review = school.policy.review
    found = [str(problem) for problem in facts_overdue(school.legal, today)]
    if review and today > review:
        found.insert(0, f"The policy '{school.policy.title}' was due for review on {uk_date(review)}.")
    return tuple(found)
