"""Before a letter is put to its approver: what it took over from the reports, each shown to whoever approves it."""

from collections.abc import Iterator

from ..ground.errors import Refused
from ..rules.cases.case import Case
from ..rules.letters.edited_lines import short
from ..rules.privacy.account import Account
from ..rules.reports.posted_words import posters_words
from .office import Office
from .reporter_gate import guard_of, refuse_naming, reports_of

MOST_TOLD = 8
"""Hits that are quoted to the approver; more are counted."""
NAMES_STAFF = (
    "It names a member of staff who reported it or saw it. Make sure that it does not show that they did."
)


def account_notes(office: Office, case: Case, text: str) -> tuple[str, ...]:
    """A sentence for each thing in a letter that a report has too, and that is not marked as the poster's own words.

    Only the words of the hit are quoted: around them are dates that may change without the letter being another one.
    """
    account = _account(office, case)
    told = list(
        dict.fromkeys(
            f'It holds {hit.sign}: "{short(text[hit.start : hit.end])}".' for hit in account.hits(text)
        )
    )
    more = [f"{len(told) - MOST_TOLD} more places hold such words."] if len(told) > MOST_TOLD else []
    staff = office.people.read().staff and guard_of(office, case).staff_named(text)
    return (*([NAMES_STAFF] if staff else []), *told[:MOST_TOLD], *more)


def names_a_reporter(office: Office, case: Case, text: str) -> str:
    """Why a letter that waits for its yes may not have it: by what is known now it shows who reported; or ""."""
    try:
        refuse_naming(office, case, text)
    except Refused as refusal:
        return f"it would show who reported: {refusal.problems[0].what}"
    return ""


def _account(office: Office, case: Case) -> Account:
    refs = (case.ref, *case.earlier.refs)
    reports = [report for ref in refs for report in reports_of(office, ref)]
    posted = [words for report in reports for words in posters_words(report)]
    posted += [item.fact.words for item in case.facts if item.fact.words]
    own = office.people.read().pupils_of(case.adult)
    return Account(reports, posted, _said_anyway(office), [pupil.school_class for pupil in own])


def _said_anyway(office: Office) -> Iterator[str]:
    """What letters of this school say whatever was reported."""
    school, policy = office.school, office.school.policy
    yield from (conduct.title for conduct in policy.conduct.values())
    yield from (step.name for step in policy.steps.values())
    yield from (policy.title, policy.linked_policy, school.name, " ".join(school.letterhead.address))
    yield from (school.complaints.title, school.complaints.where, school.complaints.contact)
    yield from school.defaults.values()
