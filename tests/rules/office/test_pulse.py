"""Pauses that grow, silences, and the count of a day's emails."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from letterladder.rules.office.pulse import (
    Gathered,
    Pulse,
    Trouble,
    after_fetch,
    after_send,
    is_silent,
    may_fetch,
    of_day,
)

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "failures"), [(0, 0), (1, 1), (2, 2), (4, 3), (8, 4), (16, 5), (30, 6), (30, 60)]
)
def test_the_pause_doubles_up_to_half_an_hour(minutes: int, failures: int) -> None:
    """It is over after exactly so many minutes, and not a minute before."""
    pulse = Pulse(fetch_failures=failures, fetch_tried_at=NOON)
    assert may_fetch(pulse, NOON + timedelta(minutes=minutes))
    assert minutes == 0 or not may_fetch(pulse, NOON + timedelta(minutes=minutes) - timedelta(seconds=1))


def test_a_good_fetch_ends_the_failures() -> None:
    """And is remembered."""
    pulse = after_fetch(after_fetch(Pulse(), NOON, good=False), NOON + timedelta(minutes=1), good=True)
    assert (pulse.fetch_failures, pulse.fetch_failing_since, pulse.fetched_at) == (
        0,
        None,
        NOON + timedelta(minutes=1),
    )


@pytest.mark.parametrize("after", [after_fetch, after_send])
def test_failures_in_a_row_began_with_the_first(after) -> None:  # type: ignore[no-untyped-def]
    """The silence is as long as the row of failures."""
    pulse = after(after(Pulse(), NOON, good=False), NOON + timedelta(hours=1), good=False)
    assert NOON in {pulse.fetch_failing_since, pulse.send_failing_since}


@pytest.mark.parametrize(
    ("silent", "good", "failing"),
    [
        (False, None, None),
        (False, -90, None),
        (True, -30, -1),
        (False, -29, -1),
        (True, None, -30),
        (False, None, -29),
    ],
)
def test_silence_counts_from_the_last_good_time(silent: bool, good: int | None, failing: int | None) -> None:
    """Where it never worked, from the first failure; what does not fail is not silent."""
    at = [None if minutes is None else NOON + timedelta(minutes=minutes) for minutes in (good, failing)]
    assert is_silent(at[0], at[1], NOON, 30) is silent


def test_another_day_begins_at_none() -> None:
    """All that was counted, and what was told together; troubles last."""
    monday, tuesday = date(2026, 11, 2), date(2026, 11, 3)
    trouble = Trouble(part="fetching email", kind="ValueError", since=NOON)
    counts = {"a@x.example": 2}
    told = {"alerts a@x.example": Gathered(number=3, at=NOON)}
    pulse = Pulse(day=monday, sent_today=counts, about_today=counts, gathered=told)
    pulse = replace(pulse, troubles=[trouble])
    assert of_day(pulse, monday) == pulse
    assert of_day(pulse, tuesday) == Pulse(day=tuesday, troubles=[trouble])
