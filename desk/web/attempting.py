"""One press of a button that gives no order, such as a copy or an upload: done, or what it refuses in plain words."""

from collections.abc import Callable
from dataclasses import dataclass

from ...ground.errors import KeptForLater, LetterladderError, Problem
from .errors import status_of
from .plain_words import all_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a press did nothing: the problems in words, and the HTTP status that says it."""

    problems: list[Problem]
    status: int


def attempt(do: Callable[[], object]) -> Refusal | None:
    """Do what the button says; None where it was done, now or by an earlier press of the same form.

    Raises:
        KeptForLater: somebody else writes; the order is kept and will be carried out, which a page of its own says.
    """
    try:
        do()
    except KeptForLater:
        raise
    except LetterladderError as error:
        return Refusal(problems=all_plain(error.problems), status=status_of(error))
    return None
