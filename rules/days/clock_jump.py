"""Does the clock say what it should? A round compares it with the time of the last one. Pure."""

from datetime import datetime, timedelta

from ...ground.english import uk_date
from ...ground.errors import Problem
from ...ground.moments import local_day

LONGEST_REST = timedelta(days=200)
"""No school goes so long without a round; a clock that jumped does."""

SMALL_STEP = timedelta(hours=1)
"""Clocks are set back by less than this all the time."""


def clock_jump(last: datetime | None, now: datetime) -> Problem | None:
    """What a person must hear where the clock has gone back, or ran far ahead, since email was last fetched."""
    if last is None:
        return None
    then, today = uk_date(local_day(last)), uk_date(local_day(now))
    if now < last - SMALL_STEP:
        return Problem(
            where="clock",
            what=f"This computer's clock says {today}, but the last round was on {then}: the clock has gone back.",
            what_to_do="Correct the clock if it is wrong now. If it was wrong before, check what has been recorded"
            " since then with `cases`; no letter went out by itself.",
        )
    if now > last + LONGEST_REST:
        return Problem(
            where="clock",
            what=f"This computer's clock says {today}; the last round was on {then}.",
            what_to_do="If the clock is wrong, correct it: deadlines were recorded as passed. No letter went out by"
            " itself; decide nothing in such a case before you have looked at it.",
        )
    return None
