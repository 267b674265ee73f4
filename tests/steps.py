"""Work counted in steps instead of seconds: the same on every machine, however busy it is.

A step is a line of Python that is run, wherever it stands; what a library does inside one call of C is one step.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


class TooManySteps(BaseException):
    """The work went on beyond what it may take and was stopped there; nothing that forgives odd emails catches it."""


def steps_of(work: Callable[[], object], most: int = 50_000_000) -> int:
    """Run `work` and count its steps.

    Raises:
        TooManySteps: it would take more than `most`.
    """
    count = 0

    def step(frame: FrameType, event: str, arg: object) -> Callable[[FrameType, str, object], Any]:
        del frame, arg
        nonlocal count
        count += event == "line"
        if count > most:
            raise TooManySteps(f"more than {most:,} steps")
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
