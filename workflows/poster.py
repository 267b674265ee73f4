"""What the workflows ask of a provider of hybrid post, and the office itself, which posts from the print tray."""

from typing import Protocol

from ..ground.errors import Problem, Refused
from ..rules.mails.post_states import PostLetter, PostState


class Poster(Protocol):
    """Prints letters, puts them into envelopes and posts them.

    `name` is as people know it, "GOV.UK Notify"; "" where the office does it.
    """

    name: str

    def why_not(self, letter: PostLetter) -> str:
        """Why it cannot post this letter, in words; "" where it can. Nothing is sent anywhere."""

    def hand_over(self, letter: PostLetter) -> str:
        """Hand the letter over under its reference; the provider's own number of it.

        Raises:
            Refused: it does not take the letter, and has not got it.
            WorldFailed: it was not, or not surely, handed over: `find` tells.
        """

    def find(self, reference: str) -> PostState | None:
        """What it says of the letter with this reference; None where it knows of none.

        Raises:
            WorldFailed: it cannot be asked.
        """

    def check(self) -> list[Problem]:
        """What stands in the way of handing letters over."""


class OfficePosts:
    """The default: no letter goes anywhere but into the print tray."""

    name = ""

    def why_not(self, letter: PostLetter) -> str:
        """Every letter is the office's."""
        del letter
        return "the office posts it"

    def hand_over(self, letter: PostLetter) -> str:
        """Never: see `why_not`."""
        what = "No provider of hybrid post is set."
        raise Refused(Problem(where=letter.reference, what=what, what_to_do="Post it from the print tray."))

    def find(self, reference: str) -> PostState | None:
        """Nobody has it."""
        del reference
        return None

    def check(self) -> list[Problem]:
        """Nothing does."""
        return []
