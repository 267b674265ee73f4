"""Two works measured in turn, by the clock and in computing: the machine's speed and its other work drop out."""

import resource
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

ROUNDS = 5
"""Times that each is done, in turn; the median counts."""


class Spent(NamedTuple):
    """Seconds by the clock, and seconds of computing of this process and of those it started that have ended."""

    wall: float
    cpu: float


class Pair(NamedTuple):
    """What ours and the baseline took, the median of each."""

    ours: Spent
    bare: Spent

    def over(self, count: int) -> "Pair":
        """Of one, where so many were done."""
        return Pair(*(Spent(*(seconds / count for seconds in one)) for one in self))


def spent_by(work: Callable[[], object]) -> Spent:
    """What one work takes."""
    begun, computed = time.perf_counter(), _computed()
    work()
    return Spent(time.perf_counter() - begun, _computed() - computed)


def in_turn(ours: Callable[[], object], bare: Callable[[], object], rounds: int = ROUNDS) -> Pair:
    """Both in turn, the baseline first; each has been done once before, so that nothing is read from the disk."""
    bare()
    ours()
    took = [(spent_by(bare), spent_by(ours)) for _ in range(rounds)]
    return Pair(median([one for _, one in took]), median([one for one, _ in took]))


def median(of: list[Spent]) -> Spent:
    """The median of the clock, and that of the computing."""
    return Spent(statistics.median(one.wall for one in of), statistics.median(one.cpu for one in of))


HEAD = f"{'':<44}{'wall':>10}{'CPU':>10}   {'the baseline':<28}{'wall':>10}{'CPU':>10}   ratio of CPU"
"""The line above the others."""


def line(what: str, pair: Pair, baseline: str) -> str:
    """One line of a table, in milliseconds."""
    ours, bare = (f"{_ms(one.wall):>10}{_ms(one.cpu):>10}" for one in pair)
    ratio = pair.ours.cpu / pair.bare.cpu if pair.bare.cpu else float("inf")
    return f"{what:<44}{ours}   {baseline:<28}{bare}   x {ratio:.2f}"


def _ms(seconds: float) -> str:
    milliseconds = 1000 * seconds
    return f"{milliseconds:.1f} ms" if milliseconds < 100 else f"{milliseconds:.0f} ms"


def _computed() -> float:
    every = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in every)
