"""Whether somebody answers that they have an email of the in-tray: "mine", and nothing that takes it back."""

import re

from ..texts.reply_lines import ends_here, own_lines

FIRST_LINES = 3
"""Only the first written lines may say so."""

_MINE = re.compile(
    r"^\W*(?:(?:hi|hello|ok|okay|yes|thanks|thank you)\W+)?"
    r"(?:mine|seen|taken|on it|got it|i(?:['’]ve| have) (?:got )?(?:it|this)|i(?:['’]ll| will) take (?:it|this))"
    r"\s*(?:$|[.,;:!()\-–—].*$)",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\?|\b(?:not|no|never|nobody|cannot|can['’]?t|won['’]?t|don['’]?t|isn['’]?t|didn['’]?t|but|unless|until|till"
    r"|else|someone|somebody|away|leave|sick|holiday|who|whose|instead|unable|pass)\b",
    re.IGNORECASE,
)


def says_mine(own_words: str) -> bool:
    """Whether the sender's own words say that they have it.

    A wrong yes silences an alarm and a wrong no costs one more email, so whatever raises a doubt is no yes.
    """
    lines = own_lines(own_words)
    written = next((lines[:number] for number, line in enumerate(lines) if ends_here(line)), lines)
    said = any(_MINE.match(line) for line in written[:FIRST_LINES])
    return said and not any(_DOUBT.search(line) for line in written)
