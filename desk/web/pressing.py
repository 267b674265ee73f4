"""A pressed form: its order is given once, and a refusal comes back in the words of a page, with nothing typed lost."""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass

from flask import abort, request
from werkzeug.datastructures import FileStorage

from ...ground.errors import KeptForLater, LetterladderError, Problem
from ...workflows.acts.standing import Stale, Stood
from ...workflows.office import Office
from ..ordering import ID, OrderT, StoodT
from . import begun
from .errors import status_of
from .plain_words import all_plain
from .visiting import Visit

UNSAID = frozenset({"begun", "csrf_token", "once"})
"""Fields of every form that say nothing of what is ordered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """What came of a press.

    Attributes:
        stood: what stands now; None where it was refused, or had been done by this very press before.
        problems: why it was not done, in the words of a page; empty where it was.
        status: the HTTP status that says this.
        stale: the case was written on meanwhile, and the same press with a fresh `seen` may go through.
        told: what a person should hear of though it was done.
    """

    stood: Stood | None = None
    problems: tuple[Problem, ...] = ()
    status: int = 200
    stale: bool = False
    told: tuple[Problem, ...] = ()

    @property
    def done(self) -> bool:
        """Whether it was done, by this press or by an earlier one of the same form."""
        return not self.problems


def press(here: Visit, act: Callable[[Office, OrderT], StoodT], order: OrderT, *, once: str = "") -> Pressed:
    """Give an order for the form that was sent.

    Args:
        here: who asks.
        act: what is to be done.
        order: with who, what, and the line of the case that they saw.
        once: the number of the order, where one form gives several; else `order_once`.

    Raises:
        KeptForLater: somebody else writes; the order is kept and will be carried out, which a page of its own says.
    """
    try:
        stood = here.give(act, order, once=once or order_once())
    except KeptForLater:
        begun.was_sent(here)
        raise
    except LetterladderError as error:
        begun.keep_typed(here)
        return _refused(error)
    if stood is not None and stood.refused is not None:
        begun.keep_typed(here)
        return _refused(stood.refused)
    begun.was_sent(here)
    return Pressed(stood=stood, told=tuple(all_plain(stood.problems)) if stood else ())


def _refused(error: LetterladderError) -> Pressed:
    return Pressed(
        problems=tuple(all_plain(error.problems)), status=status_of(error), stale=isinstance(error, Stale)
    )


def pressed_once() -> str:
    """The number of the form that was sent. Ends the request where there is none such."""
    once = request.form.get("once", "")
    if not ID.fullmatch(once):
        abort(400)
    return once


def order_once(about: str = "", fields: Collection[str] | None = None) -> str:
    """The number of an order of the form that was sent.

    The same press with the same words has the same number, and one effect. Other words in the same form are another
    order, which is judged by itself: the first may have been done, or may wait, and the second is not taken for it.

    Args:
        about: which one, where one form gives several orders.
        fields: those that say what this one is; None: all of the form.
    """
    parts = [pressed_once(), request.path, about]
    said = [(name, words) for name, words in request.form.items(multi=True) if name not in UNSAID]
    parts += [f"{name} {words}" for name, words in said if fields is None or name in fields]
    parts += [f"{name} {one.filename} {_sha256(one)}" for name, one in request.files.items(multi=True)]
    return hashlib.sha256("\n".join(f"{len(one)} {one}" for one in parts).encode()).hexdigest()[:16]


def _sha256(file: FileStorage) -> str:
    file.stream.seek(0)
    found = hashlib.sha256(file.stream.read()).hexdigest()
    file.stream.seek(0)
    return found


def seen() -> int | None:
    """The last line of the case that the form was made of; None where it does not say."""
    typed = request.form.get("seen", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else None
