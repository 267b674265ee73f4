"""Which letters are with a provider of hybrid post, as the log of printing tells it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ...ground.values import replace
from .exports import OfficeEntry
from .post_events import (
    LetterForProvider,
    LetterHandedOver,
    LetterHandOverBegun,
    LetterProviderDone,
    LetterProviderSaid,
    PostNote,
)

TRAY, POSTED, ASKED, OTHER = "tray", "posted", "asked", "other"
"""How it ends with a provider; see `LetterProviderDone`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One letter that a provider is to post.

    Attributes:
        begun_at: when it was last tried to hand it over (UTC); None while it was not.
        id: the provider's own number of it; "" while it is not known to have it.
        handed_at: since when it is.
        said: the provider's own word for how far it is.
        end: how it ended; "" while it has not.
    """

    reference: str
    ref: str
    letter: str
    version: int
    provider: str
    begun_at: datetime | None = None
    id: str = ""
    handed_at: datetime | None = None
    said: str = ""
    end: str = ""

    @property
    def place(self) -> tuple[str, str, int]:
        """Which letter it is."""
        return (self.ref, self.letter, self.version)


def errands_of(entries: Iterable[OfficeEntry]) -> dict[tuple[str, str, int], Errand]:
    """Every letter that was ever meant for a provider, as it stands."""
    known: dict[str, Errand] = {}
    for entry in entries:
        event = entry.event
        if isinstance(event, LetterForProvider):
            known[event.reference] = Errand(
                reference=event.reference,
                ref=event.ref,
                letter=event.letter,
                version=event.version,
                provider=event.provider,
            )
        elif isinstance(event, PostNote) and event.reference in known:
            known[event.reference] = _after(known[event.reference], event, entry.at)
    return {one.place: one for one in known.values()}


def _after(errand: Errand, event: PostNote, at: datetime) -> Errand:
    match event:
        case LetterHandOverBegun():
            return replace(errand, begun_at=at)
        case LetterHandedOver(id=id_):
            return replace(errand, id=id_, handed_at=at)
        case LetterProviderSaid(said=said):
            return replace(errand, said=said)
        case LetterProviderDone(end=end):
            return replace(errand, end=end)
        case _:
            return errand
