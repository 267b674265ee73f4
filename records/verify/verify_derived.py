"""Can the small files beside the logs be read: numbers, places, pulse, secret, and what is at a glance?

All but the secret are derived: removing one that is damaged loses nothing.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from ...ground.errors import Problem
from ...rules.office.pulse import Pulse
from ..logs.case_files import NUMBERS
from ..logs.derived import TRAY
from ..logs.mail_log_file import PLACES
from ..logs.pulse_file import PULSE
from ..logs.secret_key import KEY, SIZE

GLANCE = "school-at-a-glance.json"
COUNTS = "ledger/counts.txt"

_ANEW = "Remove it: it is derived, and will be written again when next needed."


_NOTED = b'{"sha256":"'
"""How each line of the places begins."""


class _Glance(msgspec.Struct):
    stamp: str
    school: msgspec.Raw


class _Tray(msgspec.Struct):
    stamp: str
    gists: dict[str, msgspec.Raw]


class _Place(msgspec.Struct):
    sha256: str
    file: str


def problems_of_derived(folder: Path) -> Iterator[Problem]:
    """What does not fit in the files beside the logs; one that is not there is no problem."""
    for name, fault in _FAULTS.items():
        try:
            content = (folder / name).read_bytes()
        except FileNotFoundError:
            continue
        except OSError as error:
            yield Problem(
                where=str(folder / name), what=f"It cannot be read: {error.strerror}.", what_to_do=_ANEW
            )
            continue
        if what := fault(content):
            yield Problem(where=str(folder / name), what=what, what_to_do=_TO_DO.get(name, _ANEW))


def _no_json(kind: type) -> Callable[[bytes], str]:
    def fault(content: bytes) -> str:
        try:
            msgspec.json.decode(content, type=kind)
        except msgspec.MsgspecError as error:
            return f"It cannot be read: {error}."
        return ""

    return fault


def _places(content: bytes) -> str:
    for number, line in enumerate(content.splitlines(), start=1):
        try:
            file = msgspec.json.decode(line, type=_Place).file
        except msgspec.MsgspecError as error:
            if line[: len(_NOTED)] != _NOTED[: len(line)] or line.count(b"{") > 1:
                return f"Line {number} cannot be read: {error}."
            continue  # a loss of power took its end; the email is found again where it lies
        if file.startswith("/") or ".." in file.split("/"):
            return f"Line {number} names a place outside the data folder."
    return ""


def _counts(content: bytes) -> str:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "It is not, or no longer, text."
    return ""


def _secret(content: bytes) -> str:
    return "" if len(content) >= SIZE else "The secret is too short; the file was damaged."


_FAULTS: dict[str, Callable[[bytes], str]] = {
    f"cases/{NUMBERS}": _no_json(dict[str, int]),
    PLACES: _places,
    PULSE: _no_json(Pulse),
    COUNTS: _counts,
    KEY: _secret,
    GLANCE: _no_json(_Glance),
    TRAY: _no_json(_Tray),
}
_TO_DO = {
    KEY: "Restore it from the last backup, or remove it: a new one is made, and older emails then wait for a person.",
    COUNTS: "Move it elsewhere: from then on each day's line is written as before.",
    f"cases/{NUMBERS}": "Restore it from the last backup, or remove it: the case folders show nearly as much.",
}
