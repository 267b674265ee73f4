"""A shard of schools as a line before a few lanes: the rules of desk/side_by_side.py, with costs in place of work.

Time is counted in seconds from Monday 0.00. One process computes at a time in a shard, as Python's threads do; waiting
for a mail server holds a lane and computes nothing.
"""

import heapq
import random
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

DAY = 86_400
WEEK = 7 * DAY
LANES, SLOW_LANES, SLOW_SECONDS = 6, 2, 5.0
"""As in desk/side_by_side.py."""


@dataclass(frozen=True, kw_only=True)
class Costs:
    """Seconds of computing of a turn, an email and a letter; seconds that a turn waits for its mail server."""

    poll: float
    email: float
    letter: float
    wait: float = 0.0
    listening: float = 0.0


@dataclass(frozen=True, kw_only=True, order=True)
class Arrival:
    """An email, or a report that brings a letter, at one school."""

    at: float
    school: int
    letter: bool = False


@dataclass(kw_only=True)
class Found:
    """What came of it: seconds from an arrival to the end of its turn, by when it came; computing, by hour."""

    waited: list[tuple[float, float]] = field(default_factory=list)
    hours: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    turns: int = 0
    most_slow: int = 0


class Shard:
    """One daemon with so many schools.

    Args:
        schools: how many.
        costs: of its work.
        every: seconds between two rounds of all.
        listens: an email is heard of at once; otherwise at the next round.
        slow: seconds that some schools wait for their servers in each turn, by their numbers.
    """

    def __init__(
        self,
        schools: int,
        costs: Costs,
        *,
        every: float = 300,
        listens: bool = True,
        slow: dict[int, float] | None = None,
    ) -> None:
        self.schools, self.costs, self.every, self.listens = schools, costs, every, listens
        self.waits = slow or {}
        self.found = Found()
        self._first: deque[int] = deque()
        self._behind: deque[int] = deque()
        self._slow_line: deque[int] = deque()
        self._asked: set[int] = set()
        self._busy: set[int] = set()
        self._slow: set[int] = set()
        self._came: dict[int, list[Arrival]] = defaultdict(list)
        self._again: set[int] = set()
        self._ends: list[tuple[float, int, float, list[Arrival]]] = []
        self._computing_until = 0.0

    def run(self, arrivals: Sequence[Arrival], until: float = WEEK) -> Found:
        """So long a time, with these arrivals; what is under way then is ended."""
        for at, arrival in self._what_happens(sorted(arrivals), until):
            self._end_turns(at)
            if arrival:
                self._came[arrival.school].append(arrival)
                if self.listens:
                    self._ask(arrival.school, first=True)
            else:
                for school in range(self.schools):
                    self._ask(school)
            self._begin(at)
        self._end_turns(float("inf"))
        return self.found

    def _what_happens(
        self, arrivals: Sequence[Arrival], until: float
    ) -> Iterator[tuple[float, Arrival | None]]:
        """Rounds and arrivals, in their order."""
        rounds = 0
        for arrival in arrivals:
            while rounds * self.every <= min(arrival.at, until):
                yield rounds * self.every, None
                rounds += 1
            yield arrival.at, arrival
        while rounds * self.every <= until:
            yield rounds * self.every, None
            rounds += 1

    def _ask(self, school: int, *, first: bool = False) -> None:
        if school in self._busy:
            self._again.add(school)
        elif school in self._slow:
            if school not in self._asked:
                self._slow_line.append(school)
                self._asked.add(school)
        elif first or school not in self._asked:
            (self._first if first else self._behind).append(school)
            self._asked.add(school)

    def _next(self) -> int | None:
        """The school whose turn it is, as SideBySide takes them."""
        for line in (self._first, self._behind):
            while line:
                school = line.popleft()
                if school in self._asked and school not in self._busy:
                    return school
        if self._slow_line and len(self._slow & self._busy) < SLOW_LANES:
            return self._slow_line.popleft()
        return None

    def _begin(self, now: float) -> None:
        while len(self._busy) < min(LANES, self.schools) and (school := self._next()) is not None:
            self._asked.discard(school)
            self._busy.add(school)
            came = self._came.pop(school, [])
            costs = self.costs
            spent = costs.poll + sum(costs.letter if one.letter else costs.email for one in came)
            self._computing_until = end = max(now, self._computing_until) + spent
            self.found.hours[int(now // 3600)] += spent
            self.found.turns += 1
            self.found.most_slow = max(self.found.most_slow, len(self._slow & self._busy))
            end += self.waits.get(school, costs.wait)
            heapq.heappush(self._ends, (end, school, now, came))

    def _end_turns(self, until: float) -> None:
        while self._ends and self._ends[0][0] <= until:
            at, school, began, came = heapq.heappop(self._ends)
            self._busy.discard(school)
            self.found.waited += [(one.at, at - one.at) for one in came]
            (self._slow.add if at - began >= SLOW_SECONDS else self._slow.discard)(school)
            if school in self._again:
                self._again.discard(school)
                self._ask(school, first=self.listens and bool(self._came[school]))
            self._begin(at)


HOURS = (0, 0, 0, 0, 0, 0, 1, 4, 10, 9, 8, 8, 7, 8, 9, 12, 9, 5, 3, 2, 2, 2, 1, 0)
"""How the emails of a school day are spread over its hours."""
DAYS = (1.4, 1.0, 1.0, 1.0, 0.9, 0.15, 0.25)
"""Emails of each day of the week beside those of an ordinary one."""
INCIDENT_DAY, INCIDENT_HOURS, INCIDENT = 2, range(14, 21), 5.0
"""A Wednesday on which, from two in the afternoon on, five times as many write to every school."""


def a_week(schools: int, emails: float, letters: float, seed: int) -> list[Arrival]:
    """The arrivals of a week with an incident day; `emails` and `letters` a school has in an ordinary week."""
    chance = random.Random(seed)  # noqa: S311 - the same week each time
    whole = sum(HOURS) * sum(DAYS)
    slots = [
        (
            day * DAY + hour * 3600,
            DAYS[day] * HOURS[hour] / whole * (INCIDENT if is_incident(day, hour) else 1),
        )
        for day in range(7)
        for hour in range(24)
        if HOURS[hour]
    ]
    found = []
    for begin, share in slots:
        for letter, rate in ((False, emails), (True, letters)):
            mean = schools * rate * share
            number = max(0, round(chance.gauss(mean, mean**0.5)))
            found += [
                Arrival(at=begin + chance.random() * 3600, school=chance.randrange(schools), letter=letter)
                for _ in range(number)
            ]
    return sorted(found)


def is_incident(day: int, hour: int) -> bool:
    """Whether this is an hour of the incident."""
    return day == INCIDENT_DAY and hour in INCIDENT_HOURS


def percentile(values: Sequence[float], part: float) -> float:
    """The value that this part of all does not exceed; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else 0.0


def line_through(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Where a straight line through these begins, and how steep it is (least squares)."""
    count = len(points)
    middle_x, middle_y = sum(x for x, _ in points) / count, sum(y for _, y in points) / count
    wide = sum((x - middle_x) ** 2 for x, _ in points)
    steep = sum((x - middle_x) * (y - middle_y) for x, y in points) / wide if wide else 0.0
    return middle_y - steep * middle_x, steep
