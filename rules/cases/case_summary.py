"""What a list shows of a case, and what the derived index keeps of it: a few facts drawn from the fold."""

from datetime import date, datetime

from msgspec import Struct

from .case import Case


class LetterLine(Struct, frozen=True, kw_only=True, array_like=True):
    """One version of one letter in a list."""

    letter: str
    version: int
    status: str
    sha256: str
    file: str
    answer_by: date | None
    dated: date | None
    note: str


class CaseSummary(Struct, frozen=True, kw_only=True, array_like=True):
    """A case as its log tells it, without its history. `closed` is why it is over, "" while it is open."""

    ref: str
    school: str
    adult: str
    adult_name: str
    pupils: tuple[str, ...]
    conduct: tuple[str, ...]
    closed: str
    alerted: bool
    opened_at: datetime | None
    step: str
    letters: tuple[LetterLine, ...]


def summary_of(case: Case) -> CaseSummary:
    """The summary of a case."""
    return CaseSummary(
        ref=case.ref,
        school=case.school,
        adult=case.adult,
        adult_name=case.adult_name,
        pupils=case.pupils,
        conduct=case.conduct,
        closed=case.closed,
        alerted=case.alerted,
        opened_at=case.opened_at,
        step=case.step,
        letters=tuple(
            LetterLine(
                letter=one.letter,
                version=one.version,
                status=str(one.status),
                sha256=one.sha256,
                file=one.file,
                answer_by=one.answer_by,
                dated=one.date_on_letter,
                note=one.note,
            )
            for one in case.letters
        ),
    )
