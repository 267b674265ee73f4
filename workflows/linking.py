"""History counts: earlier cases of the same adult within the policy's look-back are linked before the first draft."""

from dateutil.relativedelta import relativedelta

from ..ground.english import uk_date
from ..ground.errors import Problem, Refused
from ..ground.moments import local_day
from ..rules.cases.case import Case
from ..rules.cases.events import EarlierCasesFound
from .case_book import CaseBook
from .office import Office


def link_earlier(office: Office, case: Case) -> bool:
    """Link the adult's earlier cases, once and before anything is drafted; False where there is nothing to link."""
    if case.letters or case.blocked or case.earlier.refs or not case.adult:
        return False
    found = earlier_cases(office, case)
    if not found:
        return False
    event = EarlierCasesFound(
        refs=[one.ref for one in found],
        told=[_told(office, one) for one in found],
        steps=[
            f"{day.isoformat()} {step}" for one in found for day, step in one.history if one.was_posted(step)
        ],
    )
    office.note(case.ref, event)
    return True


def earlier_cases(office: Office, case: Case) -> list[Case]:
    """The adult's other cases that were opened before this one and within the policy's look-back.

    Raises:
        Refused: one of the adult's cases cannot be read, and which letter comes first depends on it.
    """
    months = office.school.policy.look_back_months
    opened = case.opened_at
    if not case.adult or opened is None:
        return []
    since = opened - relativedelta(months=months)
    book = CaseBook(office)
    others = {ref: book.read(ref) for ref in office.index.cases.of_adult(case.adult) if ref != case.ref}
    if unread := [ref for ref, one in others.items() if one is None]:
        raise Refused(_unreadable(case.ref, ", ".join(unread)))
    return [
        one
        for one in others.values()
        if one and one.opened_at is not None and since <= one.opened_at < opened
    ]


def _unreadable(ref: str, unread: str) -> Problem:
    return Problem(
        where=ref,
        what=f"The adult's other case {unread} cannot be read, and the first letter depends on what happened before.",
        what_to_do=f"Restore {unread} (see `verify`); the next round then drafts the letter.",
    )


def _told(office: Office, case: Case) -> str:
    policy = office.school.policy
    about = ", ".join(policy.conduct[name].title for name in case.conduct if name in policy.conduct)
    day = uk_date(local_day(case.opened_at)) if case.opened_at else ""
    steps = ", ".join(dict.fromkeys(step for _, step in case.history)) or "no letter"
    return f"{case.ref}, opened {day}: {about or 'conduct not named'}; {steps}"
