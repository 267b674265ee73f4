"""What the listing commands and the pages read from the workflows; nothing here changes anything."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..ground.errors import LetterladderError, Problem
from ..rules.cases.case import Case
from ..rules.letters.compose import Missing
from ..rules.register.register_case import CaseRecord
from ..rules.register.register_filter import Wanted
from ..rules.words import Profile
from ..workflows.absent import away_rows
from ..workflows.agreements import agreement_rows, round_rows
from ..workflows.case_book import CaseBook
from ..workflows.drafting import print_draft
from ..workflows.giving import check_fields, with_fields
from ..workflows.office import Office
from ..workflows.register_rows import records_of, view_for
from ..workflows.reporter_gate import reporters_noted
from ..workflows.requesting import requests_of

__all__ = [
    "Previewed",
    "agreement_rows",
    "away_rows",
    "preview_of",
    "records_for",
    "reporters_noted",
    "requests_of",
    "round_rows",
    "school_counts",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Previewed:
    """A letter as it would be drafted.

    Attributes:
        docx: the Word file; b"" where it cannot be written.
        says: what its fields say.
        missing: the fields that it lacks.
        problems: what is wrong.
    """

    docx: bytes = b""
    says: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def preview_of(office: Office, case: Case, letter: str, fields: Mapping[str, str]) -> Previewed:
    """The letter with these words in it; nothing is written anywhere."""
    try:
        check_fields(office, case, letter, fields)
        printed = print_draft(office, with_fields(case, letter, fields), letter, pdf=False)
    except LetterladderError as error:
        return Previewed(problems=error.problems)
    if isinstance(printed, Missing):
        do = "Fill it in below." if printed.fields else ""
        told = Problem(where=letter, what=printed.what, what_to_do=do)
        return Previewed(missing=printed.fields, problems=(told,))
    says = {name: value for name, value in printed[0].fields.items() if isinstance(value, str)}
    return Previewed(docx=printed[1], says=says)


def school_counts(office: Office) -> dict[str, int]:
    """How many cases and emails of each sort; no name, no conduct, no letter."""
    day, cases, mails = office.clock.today(), office.index.cases, office.index.mails
    # One whose log cannot be read counts as open: nobody knows that it is over.
    running = cases.open_refs()
    open_ = list(CaseBook(office).still_open())
    due = [case.last_posted.answer_by for case in open_ if case.last_posted]
    return {
        "open": len(running),
        "closed": len({*office.cases.refs()}.difference(running)),
        "alerts": sum(case.alerted for case in open_),
        "intray": len(mails.unjudged()) + len(mails.in_tray()),
        "due_today": sum(when == day for when in due),
        "overdue": sum(when is not None and when < day for when in due),
    }


def records_for(
    office: Office,
    wanted: Wanted,
    profile: Profile,
    ref: str,
    *,
    unread: list[Problem],
    hides: Callable[[Case], object],
) -> list[CaseRecord]:
    """One case of the register as this reader may see it, where it was asked for.

    Args:
        office: the school.
        wanted: which cases and rows.
        profile: governors or panel.
        ref: the case.
        unread: takes what cannot be read.
        hides: says of a case that it is not shown.
    """
    view = view_for(office, profile, wanted)
    return list(records_of(office, wanted, view, [ref], unread=unread, hides=hides))
