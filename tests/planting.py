"""One sentence planted at every place of an email, one place at a time: wherever its sender can have put words.

A place is found as an email program finds it: parts by their boundaries, text by its transfer encoding. What is planted
stays a proper email, so that only the reading of it is tried.
"""

import quopri
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from letterladder.mailbox.bodies import media_type
from letterladder.mailbox.outline import Part, _part, _Room
from letterladder.mailbox.transfer import content_of

SENTENCE = "My stepdad says he will stab Mrs Quennell with the kitchen knife at the gate tomorrow."
"""Danger, however it is looked at: a threat to kill, a weapon, a place and a time."""

MOST_PARTS = 40
"""Parts of one email in which it is planted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """An email with the sentence in it, and the place in words."""

    place: str
    raw: bytes


def planted_in(raw: bytes, sentence: str = SENTENCE) -> Iterator[Planted]:
    """The email with the sentence at every place, once each."""
    message = _part(raw, slice(0, len(raw)), _Room(), 0)
    yield from _in_headers(raw, message, sentence)
    for number, part in enumerate(islice(_walk(message), MOST_PARTS)):
        if part.raw is not raw:
            continue
        for planted in _in_part(raw, part, sentence):
            yield Planted(place=f"part {number} ({media_type(part)}): {planted.place}", raw=planted.raw)


def _walk(part: Part) -> Iterator[Part]:
    yield part
    for inner in part.inside:
        yield from _walk(inner)


def _in_headers(raw: bytes, message: Part, sentence: str) -> Iterator[Planted]:
    head = raw[: message.body.start]
    # Without its blank line a header block has no end to write before.
    found = re.search(rb"(?im)^subject:[^\r\n]*", head)
    if found:
        yield Planted(place="subject", raw=_put(raw, found.end(), b" " + sentence.encode()))
    if re.match(rb"[!-9;-~]+:", head):
        for name in ("Comments", "Keywords"):
            yield Planted(place=f"header {name}", raw=f"{name}: {sentence}\n".encode() + raw)


def _in_part(raw: bytes, part: Part, sentence: str) -> Iterator[Planted]:
    if part.inside:
        yield from _around(raw, part, sentence)
    elif part.body.start < part.body.stop:
        yield from _in_leaf(raw, part, sentence)


def _around(raw: bytes, part: Part, sentence: str) -> Iterator[Planted]:
    """Before the first boundary and after the last."""
    if part.get_content_maintype() != "multipart":
        return
    words = sentence.encode()
    yield Planted(place="before the first boundary", raw=_put(raw, part.body.start, words + b"\n\n"))
    boundary = b"--" + (part.get_boundary() or "").encode("utf-8", "surrogateescape") + b"--"
    last = raw.rfind(boundary, part.body.start, part.body.stop)
    if last >= 0:
        at = last + len(boundary)
        yield Planted(place="after the last boundary", raw=_put(raw, at, b"\n\n" + words + b"\n"))


def _in_leaf(raw: bytes, part: Part, sentence: str) -> Iterator[Planted]:
    coding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    content = content_of(part)
    kind = media_type(part)
    charset = str(part.get_content_charset("") or "")
    words = _encoded(sentence, charset)
    for place, changed in _changed(content, kind, words):
        if coding == "base64":
            body = b64encode(changed)
            body = b"\n".join(body[at : at + 76] for at in range(0, len(body), 76)) + b"\n"
        elif coding == "quoted-printable":
            body = quopri.encodestring(changed)
        elif coding in {"", "7bit", "8bit", "binary"}:
            body = changed
        else:
            continue
        yield Planted(place=place, raw=raw[: part.body.start] + body + raw[part.body.stop :])


def _encoded(sentence: str, charset: str) -> bytes:
    try:
        return sentence.encode(charset or "ascii")
    except LookupError:
        return sentence.encode()


def _changed(content: bytes, kind: str, words: bytes) -> Iterator[tuple[str, bytes]]:
    if kind == "text/html":
        yield from _in_html(content, words)
    elif kind.startswith("text/") or kind == "message/delivery-status":
        yield "at its beginning", words + b"\n\n" + content
        lines = [found.end() for found in re.finditer(rb"\r?\n[ \t]*\r?\n", content)]
        if lines:
            yield "in its middle", _put(content, lines[len(lines) // 2], words + b"\n\n")
        yield "at its end", content + b"\n\n" + words + b"\n"
        if kind == "text/plain":
            yield "quoted", content + b"\n\n> " + words + b"\n"
    else:
        yield "inside the file", _put(content, len(content) // 2, b"\n" + words + b"\n")


def _in_html(content: bytes, words: bytes) -> Iterator[tuple[str, bytes]]:
    paragraph = b"<p>" + words + b"</p>"
    body = re.search(rb"<body[^>]*>", content, re.IGNORECASE)
    yield "at its beginning", _put(content, body.end() if body else 0, paragraph)
    ends = [found.end() for found in re.finditer(rb"</(?:p|div|tr|table)>|<br */?>", content, re.IGNORECASE)]
    if ends:
        yield "in its middle", _put(content, ends[len(ends) // 2], paragraph)
    close = re.search(rb"</body", content, re.IGNORECASE)
    yield "at its end", _put(content, close.start() if close else len(content), paragraph)
    yield "after its end", content + paragraph
    start = body.end() if body else 0
    picture = b'<img src="cid:none" alt="' + words + b'">'
    yield "instead of a picture", _put(content, start, picture)


def _put(raw: bytes, at: int, words: bytes) -> bytes:
    return raw[:at] + words + raw[at:]
