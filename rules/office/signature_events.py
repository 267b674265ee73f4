"""Lines below a yes by email that were not known: asked about, and confirmed to be the signature of who wrote them."""

from typing import final

from .office_event import Note


@final
class SignatureAsked(Note, frozen=True, kw_only=True):
    """An approval was not taken, for these lines below it; whoever wrote them was asked whether they are a signature.

    `address` is theirs, `mail` the SHA-256 of their email.
    """

    address: str
    mail: str
    lines: list[str]


@final
class SignatureConfirmed(Note, frozen=True, kw_only=True):
    """They answered that the lines are; an approval above them is understood from now on."""

    address: str
    mail: str
    lines: list[str]
