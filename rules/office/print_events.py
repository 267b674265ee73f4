"""What the log of printing tells: which letters were emailed to the office, and that the email was queued."""

from typing import final

from msgspec import Struct

from .office_event import Note


class EmailedLetter(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One letter in such an email, by its case, its id and its version."""

    ref: str
    letter: str
    version: int

    @property
    def place(self) -> tuple[str, str, int]:
        """What makes it this letter and no other."""
        return (self.ref, self.letter, self.version)


@final
class LettersEmailed(Note, frozen=True, kw_only=True):
    """On `day` these letters are emailed to these addresses of the office, under `message_id`, to be printed.

    `listed` are letters that it names and does not hold: there is no PDF of them, or it is too large for an email.
    `part` of `parts`: they did not fit into one email.
    """

    day: str
    to: list[str]
    message_id: str
    letters: list[EmailedLetter]
    listed: list[EmailedLetter] = []
    part: int = 1
    parts: int = 1


@final
class LettersEmailTakenBack(Note, frozen=True, kw_only=True):
    """That email is taken out of the queue, since a letter in it was stopped; it is made again without that letter."""

    message_id: str


@final
class LettersEmailQueued(Note, frozen=True, kw_only=True):
    """That email was put into the queue; until this is said, it is put there again.

    `without` are letters of its line that it does not hold: they were stopped, or went, before it was made.
    """

    message_id: str
    without: list[EmailedLetter] = []
