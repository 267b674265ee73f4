"""What stands around the core of a made email, and the slips of whoever types it; neither changes what is true."""

import re
from random import Random
from typing import Protocol

from reports_unseen.made_cast import Person

_TEXTED = {"you": "u", "your": "ur", "please": "pls", "because": "cos", "going to": "gonna", "with": "wiv"}
_HEAD = re.compile(r"From: |Date: |Subject: |-{5}")


class Drawing(Protocol):
    """What a frame is drawn with."""

    lot: Random

    def filled(self, text: str) -> str:
        """The text with all its slots filled."""
        ...


def signed(draw: Drawing, sender: Person) -> list[str]:
    """How the email ends."""
    return ["", draw.filled("{bye}"), sender.name]


def framed(draw: Drawing, core: str, sender: Person, *, own: bool) -> str:
    """The core in a whole email; one's own wish or threat is not put among bullets or on the way to somebody else."""
    ways = ("alone", "alone", "jest", "between")
    way = draw.lot.choice(ways if own else (*ways, "ps", "forwarded", "bullets", "quoted"))
    hello, end = draw.filled("{hello}"), signed(draw, sender)
    filler, other = draw.filled("{filler}"), draw.filled("{filler}")
    lines = {
        "alone": [core],
        "jest": [hello, "", core, "", draw.filled("{jest}"), *end],
        "between": [hello, "", f"{filler} {core} {other}", *end],
        "ps": [hello, "", filler, *end, "", f"PS {core}"],
        "forwarded": ["See below.", *end, "", *_forwarded(draw, core)],
        "bullets": [hello, "", "A few things:", f"- {filler}", f"- {core}", f"- {other}", *end],
        "quoted": [hello, "", "This came in today:", "", f"> {core}", *end],
    }[way]
    return "\n".join(lines)


def _forwarded(draw: Drawing, core: str) -> list[str]:
    return [
        "---------- Forwarded message ---------",
        "From: A Sender <a.sender@postie.example>",
        "Date: Mon, 16 Nov 2026 at 07:12",
        "Subject: Please pass on",
        "",
        core,
        "",
        draw.filled("{filler}"),
    ]


def slipped(lot: Random, text: str) -> str:
    """The text as some people type it: half of them without a slip."""
    slip = lot.randrange(8)
    whole = _swapped(lot, text) if slip == 3 else text
    return "\n".join(line if _HEAD.match(line) else _typed(line, slip) for line in whole.split("\n"))


def _typed(line: str, slip: int) -> str:
    match slip:
        case 0:
            return line.replace("'", "")
        case 1:
            return line.lower().replace("'", "")
        case 2:
            return re.sub(rf"\b(?:{'|'.join(_TEXTED)})\b", lambda word: _TEXTED[word[0]], line)
        case _:
            return line


def _swapped(lot: Random, text: str) -> str:
    """Two inner letters of one long word in the wrong order."""
    long = list(re.finditer(r"\b[a-z]{6,}\b", text))
    if not long:
        return text
    word = lot.choice(long)
    at = word.start() + lot.randrange(1, len(word[0]) - 2)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
