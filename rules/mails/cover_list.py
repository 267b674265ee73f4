"""The list on top of printed letters: what goes to whom, how many pages, how, and boxes to tick. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverLine:
    """One letter on the list.

    Attributes:
        to: the adult's name.
        letter: its name, "Request to remove online content".
        pages: how many it has; 0 where there is no PDF of it.
        how: "First-class post", as it says in the letter.
        dated: the day printed in it.
        first: the day on which it was sent to the office for the first time, where that was before; else None.
    """

    ref: str
    to: str
    letter: str
    pages: int
    how: str
    dated: date | None
    first: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverList:
    """The whole list.

    Attributes:
        lines: the letters behind it, in their order.
        apart: letters to post that are not behind it, because there is no PDF of them or it is too large to send.
        earlier: letters that the office got before and that nobody has recorded as posted.
        say: where to say that they have gone, in a sentence.
        part: which of so many, "1 of 2"; "" for the only one.
    """

    school: str
    today: date
    lines: Sequence[CoverLine]
    apart: Sequence[CoverLine] = ()
    earlier: Sequence[CoverLine] = ()
    say: str = ""
    part: str = ""


def letters_in_words(count: int) -> str:
    """How many, as a sentence says it: "1 letter", "3 letters"."""
    return "1 letter" if count == 1 else f"{count} letters"
