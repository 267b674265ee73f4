"""How often one address and one machine may ask, follow and fail; counted in memory, which stays small."""

import ipaddress
import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

MOST_KEYS = 10_000
"""Addresses and machines that are counted at once; who was not seen for the longest time is forgotten first."""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many within so many minutes; `name` keeps the counts of different things apart."""

    name: str
    most: int
    minutes: int


ASK_HERE = Limit("asked for one address from one machine", 5, 15)
ASK_FOR = Limit("asked for one address from anywhere", 20, 60)
ASK_FROM = Limit("asked from one machine", 60, 15)
FOLLOW_FROM = Limit("followed from one machine", 60, 15)
FAIL_FROM = Limit("failed from one machine", 20, 15)
"""A school is one machine to the internet: what one machine may is meant for a whole staff room."""


class Rates:
    """Counts by limit and key."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._turn = threading.Lock()
        self._seen: OrderedDict[tuple[str, str], deque[datetime]] = OrderedDict()

    def count(self, limit: Limit, key: str) -> bool:
        """Count one more; whether it is within the limit."""
        with self._turn:
            times = self._times(limit, key)
            if len(times) >= limit.most:
                return False
            times.append(self._now())
            return True

    def is_over(self, limit: Limit, key: str) -> bool:
        """Whether no more are within the limit; nothing is counted."""
        with self._turn:
            return len(self._times(limit, key)) >= limit.most

    def _times(self, limit: Limit, key: str) -> deque[datetime]:
        place = (limit.name, key)
        times = self._seen.setdefault(place, deque(maxlen=limit.most))
        self._seen.move_to_end(place)
        while len(self._seen) > MOST_KEYS:
            self._seen.popitem(last=False)
        now = self._now()
        # A clock that was put back must not keep somebody out.
        while times and not now - timedelta(minutes=limit.minutes) < times[0] <= now:
            times.popleft()
        return times

    def __len__(self) -> int:
        """How many keys are counted."""
        return len(self._seen)


def machine_of(address: str | None) -> str:
    """The machine behind a network address: of IPv6 the part that one line has, since it may change the rest."""
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return "unknown"
    if found.version == 4:
        return str(found)
    return str(ipaddress.ip_network((found, 64), strict=False))
