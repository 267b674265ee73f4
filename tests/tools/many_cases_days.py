"""The days that matter in a school of many cases."""

from datetime import date

QUIET_DAY = date(2026, 11, 10)
"""All that is due has been done: a second round on this day does nothing."""

NEW_DAY = date(2026, 11, 11)
"""The next school day, on which nothing is due either."""

DUE_DAY = date(2026, 11, 13)
"""The day on which the answers that were due lapse."""
