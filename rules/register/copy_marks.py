"""What reviewers chose in copies for the adult, and which pages they signed, from the log of copies."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from ..office.copy_events import CopyPageReviewed
from ..privacy.passages import Marks


def marks_of(reviews: Iterable[CopyPageReviewed]) -> Marks:
    """What reviewers chose, in the order of the log: of each passage the last choice, of each page the last words."""
    goes: dict[str, bool] = {}
    words: dict[tuple[str, str], list[str]] = {}
    for one in reviews:
        goes |= dict.fromkeys(one.goes, True) | dict.fromkeys(one.stays, False)
        words[one.ref, one.page] = one.words
    return Marks(
        goes=frozenset(key for key, out in goes.items() if out),
        stays=frozenset(key for key, out in goes.items() if not out),
        words=frozenset(one for found in words.values() for one in found),
    )


def last_signed(
    reviews: Iterable[tuple[datetime, str, CopyPageReviewed]],
) -> Mapping[tuple[str, str], tuple[str, str, datetime]]:
    """Of each page of a case, the SHA-256 that was signed last, by whom and when."""
    return {(one.ref, one.page): (one.sha256, by, at) for at, by, one in reviews}
