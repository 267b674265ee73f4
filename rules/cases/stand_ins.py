"""In whose name a letter is printed: the usual approver's, or that of who was asked after they did not answer."""

from ..words import LetterStatus
from .case import Case, LetterState
from .case_changes import letter_changed

ANSWERED = frozenset({LetterStatus.RETURNED, LetterStatus.POSTED})
"""A letter that was sent back, or has gone out, is answered for: the next one is the usual approver's again."""


def handed_on(case: Case, letter: str, version: int, *, role: str, seq: int) -> Case:
    """The case after this version was given up in a log line, to be printed again in the name of this role."""
    return letter_changed(case, letter, version, status=LetterStatus.VOID, codes=(), stand_in=role, seq=seq)


def stand_in_of(case: Case, letter: str) -> str:
    """The role in whose name this letter is printed in place of the usual one; "" for the usual one.

    It lasts until that letter is sent back or has gone out, or until somebody decides again how the case goes on.
    """
    for one in reversed(case.letters):
        if one.letter != letter:
            continue
        if one.stand_in:
            return "" if _decided_since(case, one) else one.stand_in
        if one.status in ANSWERED:
            return ""
    return ""


def _decided_since(case: Case, letter: LetterState) -> bool:
    return any(one.seq > letter.seq and one.step == letter.letter for one in case.decisions)
