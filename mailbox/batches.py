"""How much mail is held in memory at a time."""

BATCH = 50
"""Mails handed over at a time."""

BATCH_BYTES = 25_000_000
"""Bytes held at a time, about: one mail at the limit more is possible."""
