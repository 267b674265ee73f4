"""The bytes of a part, its transfer encoding undone as far as possible, and the lines that do not belong to it."""

import binascii
import re
from collections.abc import Iterator
from email.generator import BytesGenerator
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from io import BytesIO
from string import ascii_letters, digits

from .charsets import to_text
from .headers import ODD_MAIL

JUNK = 20
"""Text in which one character in so many is foreign to base64 is not base64, whatever it says."""

_BASE64 = (ascii_letters + digits + "+/").encode()
_UU = frozenset({"x-uuencode", "uuencode", "uue", "x-uue"})
_SAID = re.compile(rb"(?m)^[^\S\n]*\S+[^\S\n]+\S+[^\S\n]+\S[^\n]*$")
"""A line of three words or more: base64 has none."""


def coding_of(part: Message) -> str:
    """The transfer encoding that a part claims, in lower case."""
    return str(part.get("Content-Transfer-Encoding", "")).strip().lower()


def content_of(part: Message) -> bytes:
    """The bytes of one part."""
    try:
        held = _of_base64(part) if coding_of(part) == "base64" else part.get_payload(decode=True)
    except ODD_MAIL:
        held = None
    return held if isinstance(held, bytes) else b""


def stray_lines(part: Message) -> Iterator[str]:
    """Lines of plain words in what is said to be base64, as a list adds them at its end."""
    if coding_of(part) == "base64" and not part.is_multipart():
        yield from (to_text(line) for line in _SAID.findall(_as_it_came(part)))


def decoded(content: bytes, coding: str) -> bytes:
    """The content as bytes; a broken encoding gives what can be had of it."""
    if coding == "base64":
        return from_base64(content)
    if coding == "quoted-printable":
        return binascii.a2b_qp(content)
    if coding in _UU:
        head = b"Content-Transfer-Encoding: x-uuencode\n\n"
        small = BytesHeaderParser(policy=compat32).parsebytes(head + content)
        held = small.get_payload(decode=True)
        return held if isinstance(held, bytes) else b""
    return content


def from_base64(held: bytes) -> bytes:
    """The bytes; with its padding fixed where that is lost, and as it came where it only claims to be base64."""
    said = _SAID.findall(held)
    if 2 * sum(map(len, said)) > len(held.strip()):
        return held
    coded = _SAID.sub(b"", held) if said else held
    if len(coded.translate(None, _BASE64 + b"\r\n\t =")) * JUNK > len(coded):
        return held
    try:
        return binascii.a2b_base64(coded)
    except binascii.Error:
        letters = coded.translate(None, bytes(set(range(256)) - set(_BASE64)))
        whole = len(letters) - (len(letters) % 4 == 1)
        return binascii.a2b_base64(letters[:whole] + b"=" * (-whole % 4))


def written_again(message: Message) -> bytes:
    """The bytes of a message that the standard parser took apart, headers unfolded as they were.

    Raises:
        ValueError, TypeError ...: it is damaged (headers.ODD_MAIL).
    """
    out = BytesIO()
    BytesGenerator(out, mangle_from_=False, maxheaderlen=0).flatten(message)
    return out.getvalue()


def _of_base64(part: Message) -> bytes:
    return from_base64(_as_it_came(part))


def _as_it_came(part: Message) -> bytes:
    held = part.get_payload()
    return held.encode("utf-8", "surrogateescape") if isinstance(held, str) else b""
