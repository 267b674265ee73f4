"""Is Letterladder alive? When email was last fetched and sent, what failed since when, and who was told. Pure."""

from datetime import date, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

LONGEST_PAUSE = timedelta(minutes=30)


class Trouble(Struct, frozen=True, kw_only=True):
    """A part of the round that broke in the last one: which, by what kind of error, and since when (UTC)."""

    part: str
    kind: str
    since: datetime


class Gathered(Struct, frozen=True, kw_only=True):
    """What was told together today: how many, when last (UTC), and which cases, senders and kinds were among them."""

    number: int
    at: datetime
    named: list[str] = []


class Pulse(Struct, frozen=True, kw_only=True):
    """What the last rounds found; times are UTC. `troubles` lasts for as long as they do.

    Of `day`: `sent_today` counts the emails by budget and recipient, `about_today` by whom or what they are about;
    `gathered` says for each who was told what together (`Gathered`).
    `calendar_told` is what was last said of the calendar's end (`calendar_stage`).
    `flood_told`: a sign was put up because alerts were gathered.
    `digest_on` is the last day on which the digests were made.
    `refused_told` are the Message-IDs of alerts that could not be sent, of which two people were told; while they wait.
    """

    fetched_at: datetime | None = None
    fetch_failing_since: datetime | None = None
    fetch_tried_at: datetime | None = None
    fetch_failures: int = 0
    fetch_told: bool = False
    sent_at: datetime | None = None
    send_failing_since: datetime | None = None
    send_told: bool = False
    heartbeat_on: date | None = None
    calendar_told: str = ""
    digest_on: date | None = None
    day: date | None = None
    sent_today: dict[str, int] = {}
    about_today: dict[str, int] = {}
    gathered: dict[str, Gathered] = {}
    flood_told: bool = False
    refused_told: list[str] = []
    troubles: list[Trouble] = []


def after_fetch(pulse: Pulse, now: datetime, *, good: bool) -> Pulse:
    """The pulse after email was fetched, or could not be."""
    if good:
        return replace(pulse, fetched_at=now, fetch_failing_since=None, fetch_tried_at=now, fetch_failures=0)
    since = min(pulse.fetch_failing_since or now, now)
    return replace(
        pulse, fetch_failing_since=since, fetch_tried_at=now, fetch_failures=pulse.fetch_failures + 1
    )


def after_send(pulse: Pulse, now: datetime, *, good: bool) -> Pulse:
    """The pulse after an email was sent, or could not be."""
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
    # A last time that is ahead was noted while the clock was wrong.
    since = last_good if last_good and last_good <= now else failing_since
    return now - since >= timedelta(minutes=minutes)


def of_day(pulse: Pulse, today: date) -> Pulse:
    """The pulse with what was counted today alone."""
    if pulse.day == today:
        return pulse
    return replace(pulse, day=today, sent_today={}, about_today={}, gathered={})
