"""Work on a file from a stranger, counted: a library that would not come to an end is stopped, on any machine alike."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

MOST_CALLS = 10_000_000
"""Calls that all files of one email may cost: a letter of three pages takes 200,000, about a tenth of a second."""


class TooMuchWork(BaseException):
    """The work was stopped; no `Exception`, so that a library that forgives everything cannot go on."""


@dataclass(slots=True)
class Work:
    """How many more calls may be made; nothing is left once the work was stopped."""

    left: int = MOST_CALLS


@contextmanager
def counted(work: Work) -> Iterator[None]:
    """Count every call of a function, in Python or in C, and stop where none is left.

    Raises:
        TooMuchWork: what is done inside would take more.
    """
    left = work.left

    def called(frame: FrameType, event: str, arg: object) -> None:
        del frame, arg
        nonlocal left
        if event in {"call", "c_call"}:
            left -= 1
            if left < 0:
                raise TooMuchWork

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        yield
    finally:
        sys.setprofile(before)
        work.left = max(0, left)
