"""An email read in one cheap pass, for one that was too much to be read as others are.

No parser of a library and no pattern that looks back is used. The raw bytes are kept, and a person reads them; this is
what can be shown of them at once.
"""

import binascii
import re
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from itertools import islice

from ..rules.reports.grave_words import grave_words
from ..rules.texts.report import TOO_MUCH, Arrival, Report
from .charsets import clean, one_line
from .headers import ADDRESS, readable

MOST_HEADERS = 60_000
"""Bytes of an email's headers that are read."""

LONGEST_HEADER = 2_000
"""Characters of one header that are read."""

MOST_READ = 2_000_000
"""Bytes of text that are searched for grave words."""

SHOWN = 20_000
"""Characters that are shown; more would be work for whatever shows them."""

MOST_LINES = 20
"""Lines with grave words, from behind what is shown, that are shown as well."""

_TAG = re.compile(r"<[^<>]*>")
_ID = re.compile(r"<[^\s<>]{1,900}>")
_ESCAPE = re.compile(rb"=([0-9A-Fa-f]{2})")
_TEXTS = ("text/", "message/", "multipart/")


def plain_report(arrival: Arrival, taken_at: datetime) -> Report:
    """What can be said of an email without much work; its fault says that a person must read it."""
    head, _, body = _even(arrival.raw[: MOST_HEADERS + MOST_READ]).partition(b"\n\n")
    fields = _fields(head[:MOST_HEADERS])
    text = clean("\n".join(_texts(fields, body)))[:MOST_READ]
    shown = text[:SHOWN].strip("\n")
    found = next(iter(ADDRESS.findall(fields.get("from", ""))), "").strip("'").lower()
    return Report(
        sha256=sha256(arrival.raw).hexdigest(),
        message_id=next(iter(_ID.findall(fields.get("message-id", ""))), ""),
        subject=_said(fields, "subject"),
        from_name="" if found else _said(fields, "from"),
        from_address=found,
        reply_to=next(iter(ADDRESS.findall(fields.get("reply-to", ""))), "").lower(),
        to=(),
        received=arrival.received or taken_at,
        text=shown,
        own_words=shown,
        unshown=_grave_lines(text[SHOWN:]),
        size=arrival.size,
        faults=(TOO_MUCH,),
        no_answer=True,
    )


def _even(raw: bytes) -> bytes:
    return raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _fields(head: bytes) -> dict[str, str]:
    """The first value of each header, unfolded, as it stands."""
    found: dict[str, list[str]] = {}
    last: list[str] = []
    for line in _characters(head).split("\n"):
        if line[:1] in (" ", "\t"):
            last.append(line)
            continue
        name, colon, value = line.partition(":")
        last = found.setdefault(name.strip().lower(), []) if colon else []
        if colon and not last:
            last.append(value)
        elif colon:
            last = []
    return {name: "".join(pieces)[:LONGEST_HEADER] for name, pieces in found.items()}


def _said(fields: dict[str, str], name: str) -> str:
    return one_line(readable(fields.get(name, "")))


def _texts(fields: dict[str, str], body: bytes) -> Iterator[str]:
    """The text of each part, top to bottom; a part begins at a line of two hyphens that its own headers follow."""
    if "boundary=" not in fields.get("content-type", ""):
        yield _text(fields, body)
        return
    for part in re.split(rb"(?m)^--[^\n]{1,200}$\n", body):
        head, blank, held = part.partition(b"\n\n")
        inner = _fields(head[:MOST_HEADERS])
        yield _text(inner, held) if blank and "content-type" in inner else _text({}, part)


def _text(fields: dict[str, str], body: bytes) -> str:
    kind = fields.get("content-type", "text/plain").strip().lower()
    if not kind.startswith(_TEXTS):
        return ""
    text = _characters(_decoded(body, fields.get("content-transfer-encoding", "").strip().lower()))
    return _TAG.sub(" ", text) if "html" in kind else text


def _decoded(body: bytes, coding: str) -> bytes:
    if coding == "quoted-printable":
        return _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), body.replace(b"=\n", b""))
    if coding != "base64":
        return body
    letters = b"".join(body.split())
    try:
        return binascii.a2b_base64(letters[: len(letters) // 4 * 4])
    except binascii.Error:
        return body


def _characters(raw: bytes) -> str:
    """UTF-8 or else windows-1252; nothing is guessed."""
    try:
        return clean(raw.decode("utf-8"))
    except ValueError:
        return clean(raw.decode("windows-1252", "replace"))


def _grave_lines(text: str) -> str:
    """Lines with a grave word, cut to what is around it."""
    told = (one_line(text[max(0, at - 100) : at + 200]) for at in grave_words(text))
    return "\n\n".join(dict.fromkeys(islice(told, MOST_LINES)))
