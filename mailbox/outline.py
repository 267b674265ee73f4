"""A large email taken apart in place.

The standard parser makes a string of every line: up to 37 times the email's size.
Here the email stays one run of bytes, and a part knows only where it begins and ends. The rules for what is a header,
a boundary or an email inside an email are those of the standard parser.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser
from email.policy import compat32
from itertools import islice
from typing import Any, cast

from .transfer import coding_of, decoded

SMALL = 200_000
"""Bytes up to which the standard parser reads an email: there it costs little, and old wordings need its lines."""

MOST_PARTS = 600
"""Parts that are told apart; a reader stops earlier and says so."""

DEEPEST = 45
"""Levels of parts within parts that are told apart."""

MOST_HEADERS = 500_000
"""Bytes of one part's headers that are read."""

MOST_FIELDS = 1_000
"""Header fields of one part that are read."""

LONGEST_FIELD, LONGEST_OF_PART = 50_000, 8_000
"""Bytes of one field that are read, and of one that describes a part (Content-Type and the like)."""

_HEADER_LINE = re.compile(rb"(?:From |[!-9;-~]*:|[\t ])")


class Part(Message):
    """A part that finds its content in the email's bytes when it is asked for it."""

    raw: bytes = b""
    body: slice = slice(0, 0)
    whole: slice = slice(0, 0)
    inside: Sequence["Part"] = ()

    def is_multipart(self) -> bool:
        """Whether there are parts inside."""
        return bool(self.inside)

    def get_payload(self, i: int | None = None, decode: bool = False) -> Any:
        """As the standard library's; the bytes are cut out, and decoded, only here."""
        if self.inside:
            return None if decode else (list(self.inside) if i is None else self.inside[i])
        view = memoryview(self.raw)[self.body]
        return (
            decoded(bytes(view), coding_of(self))
            if decode
            else bytes(view).decode("ascii", "surrogateescape")
        )

    def as_it_came(self) -> bytes:
        """Every byte of the part, headers and all."""
        return self.raw[self.whole]


@dataclass(slots=True)
class _Room:
    """How many more parts may be told apart."""

    parts: int = MOST_PARTS


def outline(raw: bytes, small: int = SMALL) -> Message:
    """The email with its parts; one of at most `small` bytes as the standard parser sees it.

    Raises:
        ValueError, TypeError, LookupError ...: as the standard parser (headers.ODD_MAIL).
    """
    if len(raw) <= small:
        return BytesParser(policy=compat32).parsebytes(raw)
    return _part(raw, slice(0, len(raw)), _Room(), 0)


def _part(raw: bytes, whole: slice, room: _Room, depth: int, *, in_digest: bool = False) -> Part:
    """The part that is in `whole`, and those inside it."""
    room.parts -= 1
    block, start = _headers(raw, whole)
    part = cast(Part, BytesHeaderParser(Part, policy=compat32).parsebytes(block))
    if in_digest:
        part.set_default_type("message/rfc822")
    part.raw, part.whole, part.body = raw, whole, slice(start, whole.stop)
    if depth < DEEPEST:
        part.inside = _inside(part, room, depth)
    if part.inside and part.get_content_maintype() == "multipart":
        _keep_around(part)
    return part


def _keep_around(part: Part) -> None:
    """What is before the first part and after the last boundary."""
    boundary = (part.get_boundary() or "").encode("utf-8", "surrogateescape")
    lines = list(islice(_boundary_lines(part.raw, part.body, boundary), MOST_PARTS + 1))
    part.preamble = _text(part.raw[part.body.start : lines[0][0]])
    last = next((end for _, end, is_last in lines if is_last), part.body.stop)
    part.epilogue = _text(part.raw[last : part.body.stop])


def _text(held: bytes) -> str:
    return held[:LONGEST_FIELD].decode("utf-8", "surrogateescape")


def _inside(part: Part, room: _Room, depth: int) -> list[Part]:
    """The parts inside a part."""
    if part.get_content_maintype() == "multipart":
        places = _between(part)
    elif part.get_content_type() == "message/delivery-status":
        places = _groups(part)
    elif part.get_content_maintype() == "message":
        return [_mail_inside(part, room, depth)]
    else:
        return []
    in_digest = part.get_content_type() == "multipart/digest"
    found = []
    for place in places:
        if room.parts <= 0:
            break
        found.append(_part(part.raw, place, room, depth + 1, in_digest=in_digest))
    return found


def _mail_inside(part: Part, room: _Room, depth: int) -> Part:
    """The email a part carries; some programs pack it as if it were a picture."""
    if (coding := coding_of(part)) in {"base64", "quoted-printable"}:
        unpacked = decoded(part.raw[part.body], coding)
        return _part(unpacked, slice(0, len(unpacked)), room, depth + 1)
    return _part(part.raw, part.body, room, depth + 1)


def _between(part: Part) -> Iterator[slice]:
    """Where the parts of a multipart lie: from one boundary line to the next."""
    boundary = part.get_boundary()
    if boundary is None:
        return
    begun: int | None = None
    for start, end, is_last in _boundary_lines(
        part.raw, part.body, boundary.encode("utf-8", "surrogateescape")
    ):
        if begun is not None:
            yield slice(begun, max(begun, _without_line_end(part.raw, start)))
        begun = end
        if is_last:
            return
    if begun is not None:
        yield slice(begun, part.body.stop)


def _boundary_lines(raw: bytes, body: slice, boundary: bytes) -> Iterator[tuple[int, int, bool]]:
    """Start and end of every boundary line, and whether it is the closing one."""
    wanted = b"--" + boundary
    line = re.compile(re.escape(wanted) + rb"(--)?[ \t]{0,200}(?:\r\n|\r|\n|\Z)")
    place = raw.find(wanted, body.start, body.stop)
    while place >= 0:
        at_line_start = place == body.start or raw[place - 1] in b"\r\n"
        if at_line_start and (found := line.match(raw, place, body.stop)):
            yield place, found.end(), bool(found.group(1))
        place = raw.find(wanted, place + len(wanted), body.stop)


def _without_line_end(raw: bytes, end: int) -> int:
    """The line end before a boundary belongs to the boundary."""
    if raw[max(0, end - 2) : end] == b"\r\n":
        return end - 2
    return end - 1 if raw[max(0, end - 1) : end] in (b"\n", b"\r") else end


def _groups(part: Part) -> Iterator[slice]:
    """The groups of fields in a delivery status, separated by empty lines."""
    start = part.body.start
    for gap in re.compile(rb"\r?\n[ \t]*\r?\n").finditer(part.raw, start, part.body.stop):
        yield slice(start, gap.end())
        start = gap.end()
    if start < part.body.stop:
        yield slice(start, part.body.stop)


def _headers(raw: bytes, whole: slice) -> tuple[bytes, int]:
    """The header block, with fields that are too long cut, and where the body begins."""
    fields: list[bytes] = []
    room, place = MOST_HEADERS, whole.start
    while place < whole.stop:
        newline = raw.find(b"\n", place, whole.stop)
        end = whole.stop if newline < 0 else newline + 1
        if not _HEADER_LINE.match(raw, place, end):
            place = end if raw[place:end] in (b"\n", b"\r\n", b"\r") else place
            break
        longest = LONGEST_OF_PART if raw[place : place + 8].lower() == b"content-" else LONGEST_FIELD
        if room > 0 and len(fields) < MOST_FIELDS:
            is_short = end - place <= longest
            fields.append(raw[place:end] if is_short else raw[place : place + longest] + b"\n")
            room -= len(fields[-1])
        place = end
    return b"".join(fields), place
