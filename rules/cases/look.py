"""When a round looks at a case: once on each day, again when the hours for emails begin, and after any change.

What the rules say of a case depends on its log, on the day, on whether emails may go out now, and on the school's
settings, people and templates. While all four are as they were, looking again shows the same.
"""

from datetime import date

from msgspec import Struct


class Look(Struct, frozen=True, kw_only=True):
    """The moment of a look.

    Attributes:
        day: the date in England.
        hours: whether emails that are not urgent may go out now.
        setup: what tells that settings, people register or templates were changed.
    """

    day: date
    hours: bool
    setup: str = ""

    @property
    def mark(self) -> str:
        """What is noted on a case that was looked at now."""
        return f"{self._start}{' in hours' if self.hours else ''}"

    @property
    def enough(self) -> frozenset[str]:
        """The marks of earlier looks that make another one needless now."""
        inside = f"{self._start} in hours"
        return frozenset({inside} if self.hours else {inside, self._start})

    @property
    def _start(self) -> str:
        return f"{self.day.isoformat()} {self.setup}"
