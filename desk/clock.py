"""The only place that reads a clock. Everybody else is handed the time."""

from datetime import UTC, date, datetime, time

from ..ground.moments import LONDON


class WallClock:
    """The clock on the wall."""

    def now(self) -> datetime:
        """The time, UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the one place

    def today(self) -> date:
        """The date in England."""
        return self.now().astimezone(LONDON).date()


class RehearsalClock:
    """A day that was handed in, at ten in the morning in England, for --today, the demo and the tests."""

    def __init__(self, day: date, hour: int = 10) -> None:
        self._at = datetime.combine(day, time(hour), LONDON).astimezone(UTC)

    def now(self) -> datetime:
        """Ten o'clock of that day, as UTC."""
        return self._at

    def today(self) -> date:
        """The day that was handed in."""
        return self._at.astimezone(LONDON).date()

    def turn_to(self, day: date, hour: int = 10, minute: int = 0) -> None:
        """Go to another day."""
        self._at = datetime.combine(day, time(hour, minute), LONDON).astimezone(UTC)


def clock_for(today: date | None) -> WallClock | RehearsalClock:
    """The clock of a command: the wall's, or the day of --today."""
    return RehearsalClock(today) if today else WallClock()
