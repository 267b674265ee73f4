"""The evidence of a case as a chronology shows it: each file with its SHA-256, pictures drawn again small."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from ...ground.errors import Refused
from ...rules.register.happening import Exhibit, Happening
from .redrawn import SMALL, drawn_anew

MOST_PICTURES = 24
"""Of one case; the files of others are in the bundle."""

GONE = "Missing on disk; the log has it."
CHANGED = "No longer the bytes that the log recorded."


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A file of evidence: a small picture of it as JPEG, b"" for none, and what is to be said of it."""

    title: str
    sha256: str
    picture: bytes = b""
    note: str = ""


def exhibits_of(happening: Happening) -> Iterator[Shown]:
    """Each file in the order of the log; a picture only where its bytes are those that the log recorded."""
    drawn = 0
    for one in happening.exhibits:
        shown = _looked_at(happening, one) if one.is_picture and drawn < MOST_PICTURES else _named(one)
        drawn += bool(shown.picture)
        yield shown


def _looked_at(happening: Happening, one: Exhibit) -> Shown:
    try:
        content = happening.read(one.path)
    except Refused:
        return _named(one, GONE)
    if hashlib.sha256(content).hexdigest() != one.sha256:
        return _named(one, CHANGED)
    return Shown(title=one.title, sha256=one.sha256, picture=drawn_anew(content, SMALL) or b"")


def _named(one: Exhibit, note: str = "") -> Shown:
    return Shown(title=one.title, sha256=one.sha256, note=note)
