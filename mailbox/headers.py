"""Headers of an email as text and addresses; every access is guarded, so that one bad header costs one header."""

import re
from datetime import UTC, datetime
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from .charsets import clean, one_line, to_text

LONGEST_HEADER = 100_000
"""Characters of one header that are read."""

ODD_MAIL = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
    OverflowError,
    MessageError,
)
"""What the standard library and its users raise on emails that break the standards."""

# An apostrophe is allowed before the @ (o'brien@), but is a quotation mark at either end of bare text.
ADDRESS = re.compile(r"[^\s<>\"(),:;@\\\[\]]{1,200}@[^\s<>\"'(),:;@\\\[\]]{1,200}")
_MESSAGE_ID = re.compile(r"<[^\s<>]{1,900}>")


MOST_CORRECTED = 200_000
"""Bytes of an email in which its headers are corrected."""

_HEADER_LINE = re.compile(rb"[!-9;-~]{1,200}[ \t]*:")
_KNOWN = re.compile(
    rb"(?:from|to|cc|subject|date|message-id|reply-to|sender|received|mime-version|content-[a-z-]{1,40})[ \t]*:",
    re.IGNORECASE,
)


def corrected(raw: bytes) -> bytes:
    """The email with a stray line among its headers made a part of the one before it.

    A header whose second line lost its space would end the headers for the standard parser, and From and Subject would
    be text. Only where headers were before it, and a known one is after it and above the first empty line.
    """
    end = _headers_end(raw)
    lines = raw[:end].splitlines(keepends=True)
    known = [place for place, line in enumerate(lines) if _KNOWN.match(line)]
    begun, last = next(iter(known), len(lines)), known[-1] if known else -1
    stray = [place for place in range(begun + 1, last) if not _is_header_line(lines[place])]
    for place in stray:
        lines[place] = b" " + lines[place]
    return b"".join(lines) + raw[end:] if stray else raw


def _headers_end(raw: bytes) -> int:
    """Where the first empty line is; where there is none near, nothing is a header's for sure."""
    found = [place for mark in (b"\n\n", b"\n\r\n") if (place := raw.find(mark, 0, MOST_CORRECTED)) >= 0]
    return min(found, default=0)


def _is_header_line(line: bytes) -> bool:
    return line[:1] in (b" ", b"\t") or bool(_HEADER_LINE.match(line))


def raw_values(message: Message, name: str) -> list[str]:
    """All values of a header as they stand, topmost first; bytes above ASCII read as text."""
    wanted = name.lower()
    return [_as_text(str(value)) for key, value in message.raw_items() if key.lower() == wanted]


def raw_value(message: Message, name: str) -> str:
    """The first value of a header as it stands; "" where there is none."""
    return next(iter(raw_values(message, name)), "")


def readable(raw: str) -> str:
    """A header value on one line, its encoded words (RFC 2047) decoded as far as they can be."""
    unfolded = re.sub(r"\r?\n(?=[ \t])", "", raw)
    try:
        pieces = decode_header(unfolded)
        text = "".join(
            piece if isinstance(piece, str) else _piece(piece, charset) for piece, charset in pieces
        )
    except ODD_MAIL:
        text = unfolded
    return one_line(text) or one_line(unfolded)


def value(message: Message, name: str) -> str:
    """The first value of a header, readable; "" where there is none."""
    return readable(raw_value(message, name))


def addresses(message: Message, name: str) -> list[tuple[str, str]]:
    """Name and address (lower case) of everybody in a header; what holds no address is left out."""
    found: list[tuple[str, str]] = []
    for raw in raw_values(message, name):
        found += _pairs(raw) or _pairs(readable(raw)) or _bare(raw)
    return list(dict.fromkeys(found))


def message_ids(message: Message, *names: str) -> tuple[str, ...]:
    """The Message-IDs in these headers, in order, each once, with angle brackets."""
    found = [one for name in names for raw in raw_values(message, name) for one in _MESSAGE_ID.findall(raw)]
    return tuple(dict.fromkeys(found))


def moment(raw: str) -> datetime | None:
    """The time written in a Date header, UTC; None where it cannot be read."""
    try:
        written = parsedate_to_datetime(raw.strip())
        return written.replace(tzinfo=written.tzinfo or UTC).astimezone(UTC)
    except ODD_MAIL:
        return None


def _as_text(stored: str) -> str:
    """The parser keeps foreign bytes as surrogates; make them readable text again."""
    cut = stored[:LONGEST_HEADER]
    return cut if cut.isascii() else to_text(cut.encode("utf-8", "surrogateescape"))


def _piece(piece: bytes, charset: str | None) -> str:
    # Outside encoded words decode_header hands back bytes made with raw-unicode-escape.
    return to_text(piece, charset) if charset else piece.decode("raw-unicode-escape", "replace")


def _pairs(raw: str) -> list[tuple[str, str]]:
    try:
        pairs = getaddresses([raw])
    except ODD_MAIL:
        return []
    return [(readable(name), clean(address).lower()) for name, address in pairs if ADDRESS.fullmatch(address)]


def _bare(raw: str) -> list[tuple[str, str]]:
    return [("", address.strip("'").lower()) for address in ADDRESS.findall(raw)]
