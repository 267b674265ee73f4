"""Names for attachments that are safe to write into a folder on any system, and still recognisable."""

import re
import unicodedata
from collections.abc import Iterable

from .charsets import one_line

LONGEST_NAME = 120
"""Characters of a stored name, extension and `.blocked` included."""

MOST_BYTES = 240
"""Bytes of a stored name in UTF-8; most file systems stop at 255."""

BLOCKED = ".blocked"

_PROGRAMS = """
    ade adp apk appx appxbundle bat cab chm cmd com cpl dll dmg exe gadget hta ins iso isp jar js jse lib lnk
    mde msc msi msix msp mst nsh pif ps1 psm1 reg scf scr sct sh shb sys url vb vbe vbs vhd vxd wsc wsf wsh xll
"""
_PAGES_THAT_RUN = "htm html mht mhtml shtml svg svgz xht xhtml"

DANGEROUS = frozenset((_PROGRAMS + _PAGES_THAT_RUN).split())
"""Extensions that a double click would run, or that run in a browser."""

_KNOWN_TYPES = {
    "application/pdf": "pdf",
    "application/zip": "zip",
    "application/ms-tnef": "dat",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "image/gif": "gif",
    "image/heic": "heic",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "message/rfc822": "eml",
    "text/calendar": "ics",
    "text/csv": "csv",
    "text/html": "html",
    "text/plain": "txt",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
}
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)", re.IGNORECASE)
_NOT_ALLOWED = re.compile(r'[<>:"|?*]')


def safe_name(original: str, media_type: str, content: bytes = b"") -> str:
    """A name without a path, a leading dot or a device name; programs get `.blocked` behind it.

    Args:
        original: what the email called the file, already decoded; may be empty.
        media_type: used for the extension where the email gave no name.
        content: bytes that begin as a Windows program are blocked whatever their name.
    """
    name = _plain(original) or f"attachment.{_KNOWN_TYPES.get(media_type, 'bin')}"
    if _DEVICES.fullmatch(name.partition(".")[0].strip()):
        name = f"_{name}"
    if _extension(name) in DANGEROUS or content.startswith(b"MZ"):
        return _shortened(name, len(BLOCKED)) + BLOCKED
    return _shortened(name, 0)


def each_once(names: Iterable[str]) -> list[str]:
    """The names, with a counter on those that came before: "a.png", "a-2.png". Case does not tell them apart."""
    taken: set[str] = set()
    reached: dict[str, int] = {}
    result = []
    for name in names:
        # A thousand files of one name: each begins to count where the one before it ended.
        counted, number = name, reached.get(name.casefold(), 1)
        while counted.casefold() in taken:
            number += 1
            counted = _counted(name, number)
        reached[name.casefold()] = number
        taken.add(counted.casefold())
        result.append(counted)
    return result


def _plain(original: str) -> str:
    last = re.split(r"[/\\]", one_line(unicodedata.normalize("NFC", original)))[-1]
    return _NOT_ALLOWED.sub("_", last).lstrip(". ").rstrip(". ")


def _extension(name: str) -> str:
    return name.rpartition(".")[2].strip().lower() if "." in name else ""


def _shortened(name: str, reserved: int) -> str:
    """Cut the stem, keep the extension."""
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension) > 20:
        stem, dot, extension = name, "", ""
    room = LONGEST_NAME - reserved - len(dot + extension)
    room_bytes = MOST_BYTES - reserved - len((dot + extension).encode())
    kept = stem[:room].encode()[:room_bytes].decode("utf-8", "ignore")
    return f"{kept.rstrip('. ') or 'file'}{dot}{extension}"


def _counted(name: str, number: int) -> str:
    bare = name.removesuffix(BLOCKED)
    tail = name[len(bare) :]
    stem, dot, extension = bare.rpartition(".")
    if not dot:
        stem, extension = bare, ""
    counter = f"-{number}"
    room = LONGEST_NAME - len(tail + dot + extension + counter)
    return f"{stem[:room]}{counter}{dot}{extension}{tail}"
