"""Phrases in rows, so that a table of some hundred stays a page that can be read."""


def in_rows(table: str) -> tuple[str, ...]:
    """The phrases of a table, each ended by a semicolon, in order."""
    return tuple(one for phrase in table.replace("\n", " ").split(";") if (one := " ".join(phrase.split())))
