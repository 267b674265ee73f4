"""Python's search for rings of values that hold one another: put off where it finds nothing and takes its time.

A command that a person waits for makes very many values, nearly all of which it needs to its end. What works for days
searches as Python does of itself.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 50_000
"""Values made and not dropped again, from which on a short command searches the newest; of itself Python takes 700."""
_OF_ITSELF = gc.get_threshold()


def collect_seldom() -> None:
    """For a command that is soon over."""
    gc.set_threshold(SELDOM, *_OF_ITSELF[1:])


def collect_as_usual() -> None:
    """For what works on: from now on it is searched as ever, without what was loaded at its start."""
    gc.freeze()
    gc.set_threshold(*_OF_ITSELF)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Millions of log lines are read and dropped again: looking for rings among them would take half the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
