"""What proves one thing many times over is a sweep: some of its cases stay out of it, `make sweeps` runs all.

What stays is run by `make test`, or by `make long` where its file costs seconds (tests/long.txt).

A whole test that is a sweep names what proves the same in `make test`, on small data, once, or without a browser:

    @pytest.mark.sweep("test_one_backup_at_work_is_of_one_moment")
    @pytest.mark.sweep("stories/test_real_servers.py::test_the_main_job_on_real_servers")
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import pytest
from _pytest.mark import ParameterSet

Case = TypeVar("Case")


def swept(
    cases: Iterable[Case],
    *kept: str,
    name: Callable[[Case], str] = lambda case: str(getattr(case, "name", case)),
) -> list[ParameterSet]:
    """The cases for `parametrize`, all but those named in `kept` marked as a sweep.

    Args:
        cases: what the test runs over.
        kept: the names of the cases that stay in `make test`; at least one.
        name: of a case; by default its attribute `name`, or itself as text.
    """
    found = list(cases)
    names = {name(one) for one in found}
    assert kept, "a sweep keeps at least one case"
    assert names.issuperset(kept), f"not among the cases: {set(kept) - names}"
    return [one_of(case, kept=name(case) in kept, name=name(case)) for case in found]


def each(step: int, cases: Sequence[Case], *, start: int = 0) -> list[ParameterSet]:
    """The cases for `parametrize`; each `step`-th from `start` on stays in `make test`, the others are a sweep."""
    assert len(cases) > start, "nothing is kept"
    return [one_of(case, kept=place % step == start) for place, case in enumerate(cases)]


def one_of(case: object, *, kept: bool, name: str | None = None) -> ParameterSet:
    """One case, marked as a sweep unless it is kept; a tuple is several arguments, as for `parametrize`."""
    values = case if isinstance(case, tuple) else (case,)
    return pytest.param(*values, marks=() if kept else (pytest.mark.sweep,), id=name)
