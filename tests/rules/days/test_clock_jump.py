from datetime import UTC, datetime, timedelta

import pytest

from letterladder.rules.days.clock_jump import clock_jump
from letterladder.rules.office.pulse import Pulse, after_fetch, is_silent, may_fetch

NOW = datetime(2026, 11, 10, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("expected", "last"),
    [
        ("", None),
        ("", NOW),
        ("", NOW - timedelta(days=60)),
        ("", NOW + timedelta(minutes=59)),
        ("the clock has gone back", NOW + timedelta(hours=2)),
        ("the clock has gone back", NOW + timedelta(days=365)),
        ("the last round was on Monday 10 November 2025", NOW - timedelta(days=365)),
    ],
)
def test_a_clock_that_jumped_is_said(expected: str, last: datetime | None) -> None:
    """Back by more than an hour, or ahead by more than a school ever rests; small steps are everyday."""
    jump = clock_jump(last, NOW)
    assert expected in (jump.what if jump else "")
    assert bool(jump) == bool(expected)


def test_a_clock_put_back_ends_the_pause_of_a_failing_mailbox() -> None:
    """A failure noted while the clock was a year ahead does not keep email away for a year."""
    ahead = after_fetch(Pulse(), NOW + timedelta(days=365), good=False)
    assert may_fetch(ahead, NOW)


def test_a_silence_is_heard_though_the_clock_was_ahead_before() -> None:
    """Half an hour of failing counts from the first failure at the right time."""
    ahead = after_fetch(Pulse(), NOW + timedelta(days=365), good=True)
    failing = after_fetch(after_fetch(ahead, NOW + timedelta(days=366), good=False), NOW, good=False)
    assert failing.fetch_failing_since == NOW
    assert is_silent(failing.fetched_at, failing.fetch_failing_since, NOW + timedelta(minutes=30), 30)
