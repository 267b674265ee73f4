"""Lines that a newer Letterladder might write, put behind a log of today with a hash that fits."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

Line = dict[str, Any]


def new_kind(line: Line) -> None:
    """An event nobody has heard of."""
    line["event"] = {"kind": "LetterReadAloud", "letter": "L1"}


def new_format(line: Line) -> None:
    """The line itself is of another format."""
    line["v"] = 2


def new_word(line: Line) -> None:
    """A word that is not in the closed set."""
    line["event"] = {"kind": "HoldPlaced", "hold_for": "ombudsman", "note": ""}


def new_field(line: Line) -> None:
    """A known event that says more than this program understands."""
    line["event"]["only_for"] = "interim bars"


NEWER: dict[str, Callable[[Line], None]] = {
    "a new kind": new_kind,
    "a new format": new_format,
    "a new word": new_word,
    "a new field": new_field,
}


def append_newer(log: Path, change: Callable[[Line], None], event: Line | None = None) -> None:
    """Put one line behind the log: a harmless one, changed."""
    last: Line = msgspec.json.decode(log.read_bytes().splitlines()[-1])
    line: Line = {
        "seq": last["seq"] + 1,
        "at": last["at"],
        "by": "rules",
        "event": dict(event or {"kind": "HoldReleased", "note": ""}),
        "v": 1,
        "prev": last["hash"],
    }
    change(line)
    body = msgspec.json.encode(line)[:-1]
    own = hashlib.sha256(body).hexdigest()
    with log.open("ab") as file:
        file.write(body + b',"hash":"' + own.encode() + b'"}\n')
