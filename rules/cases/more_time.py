"""More time to comment on a notice about access: the new last day, and what it may not pass."""

from datetime import date

from ...ground.english import uk_date
from ...ground.errors import Problem, Refused
from ..words import LetterStatus
from .case import Case, LetterState
from .hearing import NOTICES

GRANTS = "B2a"
"""The letter that grants it."""

FIELD = "more_time_until"


def notice_of(case: Case) -> LetterState | None:
    """The notice whose comments are awaited: the newest of those that went out."""
    found = [one for one in case.letters if one.letter in NOTICES and one.status is LetterStatus.POSTED]
    return found[-1] if found else None


def more_time(case: Case) -> date | None:
    """The day until which the acknowledgement gives more time; None where it gives none.

    Raises:
        Refused: it is no date, is no later than the date that stands, or would come after an interim bar ends.
    """
    typed = case.given(GRANTS).get(FIELD, "").strip()
    notice = notice_of(case)
    if not typed or notice is None:
        return None
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        raise _refused(f"'{typed}' is not a date.", "Write it as 2026-12-18.") from None
    if notice.answer_by and day <= notice.answer_by:
        what = f"Comments may be made until {uk_date(notice.answer_by)} already."
        raise _refused(what, "Give a later day, or leave the field out.")
    end = notice.also.get("interim_end")
    if end and day >= end:
        what = f"The interim withdrawal ends on {uk_date(end)}, before these comments could be considered."
        raise _refused(what, "Give an earlier day, or decide now.")
    return day


def _refused(what: str, what_to_do: str) -> Refused:
    return Refused(Problem(where=f"{GRANTS}, {FIELD}", what=what, what_to_do=what_to_do))
