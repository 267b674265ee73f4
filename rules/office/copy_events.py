"""What happens to a copy for the adult before it leaves: a person looks each of its pages through, and signs."""

from typing import final

from .office_event import Note


@final
class CopyPageReviewed(Note, frozen=True, kw_only=True):
    """Somebody read one page of a copy for the adult, and chose for each passage whether it goes or stays.

    `sha256` is of the page as the program proposed it; `goes` and `stays` are the keys of its passages, which tell no
    words; `words` are the hashes of words that are withheld wherever they stand.
    """

    ref: str
    page: str
    sha256: str
    goes: list[str]
    stays: list[str]
    words: list[str] = []
