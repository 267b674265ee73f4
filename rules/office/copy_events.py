"""What happens to a copy for the adult before it leaves: a person looks each of its pages through, and signs."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import final

from ..privacy.passages import Marks
from .office_event import Note


@final
class CopyPageReviewed(Note, frozen=True, kw_only=True):
    """Somebody read one page of a copy for the adult, and chose for each passage whether it goes or stays.

    `sha256` is of the page as the program proposed it; `goes` and `stays` are the keys of its passages, which tell no
    words; `words` are the hashes of words that are withheld wherever they stand; `order` tells one press from another.
    """

    ref: str
    page: str
    sha256: str
    goes: list[str]
    stays: list[str]
    words: list[str] = []


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
