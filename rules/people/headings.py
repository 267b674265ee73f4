"""Which column of an export holds what, by its headings."""

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

from .register_columns import ADDRESS, CALLED, NEEDED, PEOPLE, STAFF

LIKE_ENOUGH = 92.0
"""Of 100: a heading that is less like a known one is not taken for it; whoever imports chooses the column."""


def plain_heading(heading: str) -> str:
    """A heading without case, marks and underscores, as it is compared: "Contact_Forename*" is "contact forename"."""
    return " ".join(re.findall(r"[a-z0-9]+", heading.casefold()))


def guessed(headings: Sequence[str], kind: str) -> dict[str, int]:
    """Which column of a file holds what, as far as its headings tell; each column is taken once.

    Args:
        headings: of the file.
        kind: "people" or "staff".
    """
    known = {plain_heading(heading): place for place, heading in reversed([*enumerate(headings)])}
    columns = (*PEOPLE, ADDRESS) if kind == "people" else STAFF
    taken: dict[str, int] = {}
    for column in columns:
        names = (column.replace("_", " "), *CALLED[column])
        found = next((known[one] for one in names if one in known and known[one] not in taken.values()), None)
        if found is not None:
            taken[column] = found
    if "address_line1" in taken:
        taken.pop(ADDRESS, None)
    for column in NEEDED[kind]:
        if column not in taken:
            free = {heading: place for heading, place in known.items() if place not in taken.values()}
            near = _nearest(column, free)
            taken |= {column: free[near]} if near else {}
    return taken


def _nearest(column: str, free: Mapping[str, int]) -> str:
    """A heading that differs from a known one by a slip or a letter, such as "Contcat Surname"; "" for none."""
    best = max(
        ((score, heading) for heading in free for score in [_likeness(heading, column)]), default=(0.0, "")
    )
    return best[1] if best[0] >= LIKE_ENOUGH else ""


def _likeness(heading: str, column: str) -> float:
    found = process.extractOne(heading, CALLED[column], scorer=fuzz.ratio)
    return float(found[1]) if found else 0.0
