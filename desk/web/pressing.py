"""One press of a button: the act is done, or what it refuses is handed back in the words of a page."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import abort, request

from ...ground.errors import LetterladderError, Problem
from ..ordering import ID
from .errors import status_of
from .plain_words import all_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a press did nothing: the problems in words, and the HTTP status that says it."""

    problems: list[Problem]
    status: int


def press_id() -> str:
    """The number of the form that was pressed. Ends the request where somebody else made it up."""
    once = request.form.get("once", "")
    if not ID.fullmatch(once):
        abort(400)
    return once


def press(do: Callable[[], object]) -> Refusal | None:
    """Do what the button says; None where it was done, now or by an earlier press of the same form."""
    try:
        do()
    except LetterladderError as error:
        return Refusal(problems=all_plain(error.problems), status=status_of(error))
    return None
