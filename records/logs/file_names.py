"""File names that are safe on every disk, from names that came from outside."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import count

LONGEST = 120
"""Bytes of UTF-8 a name may have; leaves room for a counter and a long folder."""

_UNSAFE = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\..*)?", re.IGNORECASE)
"""What is a device on Windows, whatever its ending; blanks before the ending change nothing there."""
_LONGEST_ENDING = 12


def safe_name(name: str) -> str:
    """The name without path, control or invisible characters, leading dots, or what Windows keeps for itself."""
    plain = unicodedata.normalize("NFC", name)
    seen = "".join(sign for sign in plain if unicodedata.category(sign)[0] != "C")
    kept = _UNSAFE.sub("_", seen).strip().lstrip(".").rstrip(". ").strip()
    if not kept or _RESERVED.fullmatch(kept):
        kept = f"file-{kept}".rstrip("-")
    return _shortened(kept)


def numbered(name: str) -> Iterator[str]:
    """The name itself, then "name-2.docx", "name-3.docx" and so on without end."""
    yield name
    stem, ending = _parted(name)
    for number in count(2):
        yield f"{stem}-{number}{ending}"


def _shortened(name: str) -> str:
    stem, ending = _parted(name)
    room = LONGEST - len(ending.encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(". ") + ending


def _parted(name: str) -> tuple[str, str]:
    stem, dot, ending = name.rpartition(".")
    return (stem, dot + ending) if stem and len(ending.encode()) <= _LONGEST_ENDING else (name, "")
