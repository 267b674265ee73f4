"""Which files of a data folder are derived: made of the others, rebuilt at will, and never part of a backup."""

from fnmatch import fnmatchcase

TRAY = "in-tray-at-a-glance.json"
"""What the cards of the in-tray take from its emails."""

DERIVED = (
    "index.sqlite*",
    "index.touched*",
    "school-at-a-glance.json",
    TRAY,
    "ledger/places.txt",
)
"""Paths within the data folder, as patterns. case.txt is not among them: it shows that lines were cut off a log."""

TURN = "turn.ended"
"""Its time says when the school was last looked after."""

NOT_KEPT = frozenset(
    f"{name}.{ending}"
    for name in ("writer", "next", "round", "daemon", "reads")
    for ending in ("lock", "pid")
) | {TURN}
"""Files in the data folder that mean something to the running program only."""


def is_derived(path: str) -> bool:
    """Whether this file, by its path within the data folder, can be left out of a backup and lost without harm."""
    return path in NOT_KEPT or any(fnmatchcase(path, pattern) for pattern in DERIVED)
