"""The pages of a copy for the adult, and which of them somebody has looked through and signed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from ..ground.english import listed
from ..ground.errors import Problem, Refused
from ..rules.office.copy_events import CopyPageReviewed
from ..rules.privacy.passages import CopyPage
from ..rules.register.register_case import Withholding
from .office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedThrough:
    """A copy as a reviewer sees it: its pages, what is withheld, and of each page which SHA-256 was signed, by whom."""

    pages: tuple[CopyPage, ...]
    withheld: tuple[Withholding, ...]
    signed: Mapping[tuple[str, str], tuple[str, str, datetime]]
    refs: tuple[str, ...]

    def signature(self, page: CopyPage) -> tuple[str, datetime] | None:
        """Who signed this page as it is now, and when; None where nobody did."""
        sha256, by, at = self.signed.get((page.ref, page.name), ("", "", None))
        return (by, at) if at and sha256 == page.sha256 else None

    @property
    def unread(self) -> tuple[CopyPage, ...]:
        """The pages that nobody has signed as they are now."""
        return tuple(page for page in self.pages if self.signature(page) is None)


class NotReviewed(Refused):
    """A copy for the adult has pages that nobody has looked through; `looked` is all of it."""

    def __init__(self, looked: LookedThrough) -> None:
        """Say how many pages, of which cases."""
        pages, all_pages = len(looked.unread), len(looked.pages)
        refs = sorted({page.ref for page in looked.unread})
        many = f"{pages} of {all_pages} pages were" if pages > 1 else f"1 of {all_pages} pages was"
        what = f"No copy was made: {many} not yet read and signed by anybody, as they are now."
        do = f"Read each page on the desk, by the case's page, or with: letterladder review {refs[0]}"
        super().__init__(Problem(where=listed(refs), what=what, what_to_do=do))
        self.looked = looked


def refuse_unread(looked: LookedThrough) -> None:
    """Let a copy go on only where every page of it was signed.

    Raises:
        NotReviewed: one was not.
    """
    if looked.unread:
        raise NotReviewed(looked)


def reviews_of(office: Office) -> Iterator[tuple[datetime, str, CopyPageReviewed]]:
    """Every review of a page, in the order of the log: when, by whom, what."""
    for entry in office.exports.entries():
        if isinstance(entry.event, CopyPageReviewed):
            yield entry.at, entry.by, entry.event
