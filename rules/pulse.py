"""Is Letterladder alive? When mail was last fetched and sent, what failed since when, and who was told. Pure."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

LONGEST_PAUSE = timedelta(minutes=30)


class Pulse(Struct, frozen=True, kw_only=True):
    """What the last rounds found; times are UTC. `sent_today` counts the mails of `day` by recipient."""

    fetched_at: datetime | None = None
    fetch_failing_since: datetime | None = None
    fetch_tried_at: datetime | None = None
    fetch_failures: int = 0
    fetch_told: bool = False
    sent_at: datetime | None = None
    send_failing_since: datetime | None = None
    send_told: bool = False
    heartbeat_on: date | None = None
    day: date | None = None
    sent_today: dict[str, int] = {}


def after_fetch(pulse: Pulse, now: datetime, *, good: bool) -> Pulse:
    """The pulse after mail was fetched, or could not be."""
    if good:
        return replace(pulse, fetched_at=now, fetch_failing_since=None, fetch_tried_at=now, fetch_failures=0)
    since = min(pulse.fetch_failing_since or now, now)
    return replace(
        pulse, fetch_failing_since=since, fetch_tried_at=now, fetch_failures=pulse.fetch_failures + 1
    )


def after_send(pulse: Pulse, now: datetime, *, good: bool) -> Pulse:
    """The pulse after a mail was sent, or could not be."""
    if good:
        return replace(pulse, sent_at=now, send_failing_since=None)
    return replace(pulse, send_failing_since=min(pulse.send_failing_since or now, now))


def may_fetch(pulse: Pulse, now: datetime) -> bool:
    """Whether the mailbox is to be tried again: the pause doubles with every failure, from one minute to thirty.

    A clock that was put back ends the pause, or it would last until the clock is there again.
    """
    if not pulse.fetch_failures or pulse.fetch_tried_at is None or now < pulse.fetch_tried_at:
        return True
    pause = min(timedelta(minutes=2 ** min(pulse.fetch_failures - 1, 10)), LONGEST_PAUSE)
    return now >= pulse.fetch_tried_at + pause


def is_silent(
    last_good: datetime | None, failing_since: datetime | None, now: datetime, minutes: int
) -> bool:
    """Whether it has failed for longer than `minutes`, counted from the last time it worked."""
    if failing_since is None:
        return False
    # A last time that lies ahead was noted while the clock was wrong.
    since = last_good if last_good and last_good <= now else failing_since
    return now - since >= timedelta(minutes=minutes)


def sent_on(pulse: Pulse, today: date) -> dict[str, int]:
    """How many mails each recipient got today."""
    return dict(pulse.sent_today) if pulse.day == today else {}


def with_sent(pulse: Pulse, today: date, to: Iterable[str]) -> Pulse:
    """The pulse after a mail went to these recipients."""
    counts = sent_on(pulse, today)
    for address in to:
        counts[address.casefold()] = counts.get(address.casefold(), 0) + 1
    return replace(pulse, day=today, sent_today=counts)
