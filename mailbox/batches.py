"""How much email is held in memory at a time."""

BATCH = 50
"""Emails handed over at a time."""

BATCH_BYTES = 25_000_000
"""Bytes held at a time, about: one email at the limit more is possible."""
