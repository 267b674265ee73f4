"""More time to comment on a notice about access: the new last day, and what it may not pass."""

from datetime import date

from ...ground.english import uk_date
from ...ground.errors import Problem, Refused
from ..policies.letters import Letters
from ..words import LetterStatus
from .case import Case, LetterState

FIELD = "more_time_until"
"""The field by which a letter whose record says `gives_more_time` gives it."""


def notice_of(case: Case, letters: Letters) -> LetterState | None:
    """The notice whose comments are awaited: the newest of those that went out."""
    posted = (one for one in case.letters if one.status is LetterStatus.POSTED)
    found = [one for one in posted if letters.is_notice(one.letter)]
    return found[-1] if found else None


def more_time(case: Case, letter: str, letters: Letters) -> date | None:
    """The day until which this acknowledgement gives more time; None where it gives none.

    Raises:
        Refused: it is not a date, is no later than the date that stands, or would come after an interim bar ends.
    """
    record = letters.get(letter)
    if record is None or not record.gives_more_time:
        return None
    typed = case.given(letter, letters).get(FIELD, "").strip()
    notice = notice_of(case, letters)
    if not typed or notice is None:
        return None
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        raise _refused(letter, f"'{typed}' is not a date.", "Write it as 2026-12-18.") from None
    if notice.answer_by and day <= notice.answer_by:
        what = f"Comments may be made until {uk_date(notice.answer_by)} already."
        raise _refused(letter, what, "Give a later day, or leave the field out.")
    end = notice.also.get("interim_end")
    if end and day >= end:
        what = f"The interim withdrawal ends on {uk_date(end)}, before these comments could be considered."
        raise _refused(letter, what, "Give an earlier day, or decide now.")
    return day


def _refused(letter: str, what: str, what_to_do: str) -> Refused:
    return Refused(Problem(where=f"{letter}, {FIELD}", what=what, what_to_do=what_to_do))
