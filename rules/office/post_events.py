"""What the log of printing tells of letters that a provider of hybrid post prints and posts."""

from typing import final

from .office_event import Note


class PostNote(Note, frozen=True, kw_only=True):
    """The base of what is noted of the letter with this reference, by which the provider knows it."""

    reference: str


@final
class LetterForProvider(PostNote, frozen=True, kw_only=True):
    """This letter is to be posted by the provider: it is not in the print tray while that holds."""

    ref: str
    letter: str
    version: int
    provider: str


@final
class LetterHandOverBegun(PostNote, frozen=True, kw_only=True):
    """The letter is about to be handed over; without an end, the provider is asked before it is tried again."""


@final
class LetterHandedOver(PostNote, frozen=True, kw_only=True):
    """The provider has the letter, under its own number `id`."""

    id: str


@final
class LetterProviderSaid(PostNote, frozen=True, kw_only=True):
    """The provider says something else of the letter than before, in its own word."""

    said: str


@final
class LetterProviderDone(PostNote, frozen=True, kw_only=True):
    """It is over with the provider: "posted", "tray" (the office posts it), "asked" (a person says) or "other"."""

    end: str
    why: str = ""
