"""The files that came with an email, under names that are safe to store."""

import re
from email.message import Message
from io import BytesIO

from ..ground.values import replace
from ..rules.texts.report import Attachment
from .attachment_names import each_once, safe_name
from .bodies import MAIL_KINDS, Parts, disposition, mail_inside, media_type
from .headers import ODD_MAIL, raw_value, readable, value
from .outline import Part
from .transfer import content_of, written_again
from .winmail import Unpacked, Winmail

EVIDENCE_SIDES = 200, 300
"""Pixels of the shorter and the longer side of a picture shown in the text that is no logo: one bubble of a chat."""

EVIDENCE_SIZE = 50_000
"""Bytes. A picture shown in the text that is larger than this is not a logo: screenshots are often pasted in."""

_BARE_NAME = re.compile(r"\b(?:file)?name\s*=\s*\"?([^\";]+)", re.IGNORECASE)


def attachments_of(parts: Parts) -> tuple[Attachment, ...]:
    """All files of an email in their order; an email inside the email is one file."""
    shown = parts.content_ids_shown()
    found = [one for file in parts.files for one in _attachments(file, shown, parts)]
    names = each_once(one.name for one in found)
    return tuple(replace(one, name=name) for one, name in zip(found, names, strict=True))


def original_name(part: Message) -> str:
    """What the email calls a file, decoded (RFC 2047 and RFC 2231); "" where it has no name."""
    header = ";".join(raw_value(part, name) for name in ("Content-Disposition", "Content-Type"))
    try:
        # The standard library reads bytes above ASCII as question marks.
        stated = (part.get_filename() or "") if header.isascii() else _bare_name(header)
    except ODD_MAIL:
        stated = _bare_name(header)
    return readable(stated)


def _attachments(file: Message | Winmail, shown: frozenset[str], parts: Parts) -> list[Attachment]:
    return (
        [_unpacked(one) for one in file.files]
        if isinstance(file, Winmail)
        else [_attachment(file, shown, parts)]
    )


def _unpacked(file: Unpacked) -> Attachment:
    kind = file.media_type or "application/octet-stream"
    return Attachment(
        name=safe_name(file.name, kind, file.content),
        original_name=readable(file.name),
        media_type=kind,
        content=file.content,
    )


def _bare_name(header: str) -> str:
    match = _BARE_NAME.search(header)
    return match.group(1) if match else ""


def _attachment(part: Message, shown: frozenset[str], parts: Parts) -> Attachment:
    kind = media_type(part)
    if kind in MAIL_KINDS and part.is_multipart():
        return _mail_as_file(part, parts)
    original, content = original_name(part), content_of(part)
    return Attachment(
        name=safe_name(original, kind, content),
        original_name=original,
        media_type=kind,
        content=content,
        inline=_is_inline(part, kind, len(content), shown) and not _is_large(content),
    )


def _is_inline(part: Message, kind: str, size: int, shown: frozenset[str]) -> bool:
    content_id = raw_value(part, "Content-ID").strip().strip("<>")
    if not content_id or not kind.startswith("image/") or size > EVIDENCE_SIZE:
        return False
    return content_id in shown or disposition(part) == "inline"


def _is_large(content: bytes) -> bool:
    """Whether a picture is larger on a screen than a logo; read from its head, and no more than that."""
    from PIL import Image  # noqa: PLC0415 - slow to load, and only needed here

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG", "GIF", "WEBP", "BMP")) as opened:
            shorter, longer = sorted(opened.size)
    except Exception:  # noqa: BLE001 - the border of one picture: a broken one is judged by its size
        return False
    return shorter >= EVIDENCE_SIDES[0] and longer >= EVIDENCE_SIDES[1]


def _mail_as_file(part: Message, parts: Parts) -> Attachment:
    inner = mail_inside(part)
    original = original_name(part)
    name = original or value(inner, "Subject")[:100] or "mail"
    if not name.lower().endswith(".eml"):
        name += ".eml"
    return Attachment(
        name=safe_name(name, "message/rfc822"),
        original_name=original,
        media_type="message/rfc822",
        content=_bytes_of(inner, parts),
    )


def _bytes_of(inner: Message, parts: Parts) -> bytes:
    """The inner email as it came, or written out again, headers unfolded as they were."""
    if isinstance(inner, Part):
        return inner.as_it_came()
    try:
        return written_again(inner)
    except (*ODD_MAIL, OSError):
        parts.complain("An email inside this email is damaged; it is complete only in the original.")
        headers = "".join(f"{key}: {held}\n" for key, held in inner.raw_items())
        return f"{headers}\n".encode("utf-8", "surrogateescape") + content_of(inner)
