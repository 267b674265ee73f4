"""What can be read in the files of an email: PDF, Word, text and HTML, and the files of an email inside it.

Each file becomes text, and where something of it was not read, why not, in words for the office. Work, text and files
are limited for the whole email, so that many files cost no more than one.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from email.message import Message
from functools import partial

from ..rules.texts.report import PICTURE, Attachment
from .attached_word import OLD_FILE, old_office, word_text
from .attachment_names import BLOCKED
from .attachments import attachments_of
from .bodies import children, take_apart
from .charsets import to_text
from .counted import Work
from .html_text import to_plain
from .outline import outline

MOST_BYTES = 20_000_000
"""Bytes of one file that is read."""

MOST_TEXT = 300_000
"""Characters that are read in all files of one email: a hundred pages."""

MOST_FILES = 30
"""Files of one email that are read, those of emails inside it among them."""

MAIL = "message/rfc822"
Told = tuple[str, str]
"""The text of a file, and what of it was not read, in words; "" where all of it was."""

_LOG = logging.getLogger(__name__)
_TOO_LONG = "too long: only its beginning was read"
_SIGNATURES = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
)
_PICTURES = ("png", "jpg", "jpeg", "jpe", "jfif", "gif", "bmp", "tif", "tiff", "webp", "heic", "heif", "avif")
_BEGIN_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_RECORDINGS = ("mp3", "m4a", "wav", "amr", "ogg", "opus", "aac", "mp4", "mov", "avi", "mkv", "webm", "3gp")
_PLAIN = ("txt", "text", "md", "csv", "tsv", "log", "ics", "vcf", "json")


@dataclass(slots=True, kw_only=True)
class Room:
    """What may still be read of one email; the only thing here that shrinks."""

    files: int = MOST_FILES
    text: int = MOST_TEXT
    work: Work = field(default_factory=Work)


def with_texts(attachments: Iterable[Attachment], mails: Iterable[Message] = ()) -> tuple[Attachment, ...]:
    """The files of an email, each with what could be read in it; what only decorates the text is left as it is.

    Args:
        attachments: the files, in their order.
        mails: the emails among them as parts, in the same order; what they say themselves is read elsewhere.
    """
    room, waiting = Room(), iter(mails)
    read = []
    for one in attachments:
        mail = next(waiting, None) if one.media_type == MAIL else None
        if mail is not None:
            read.append(_taken(one, *_guarded(partial(_inside, children(mail)[0], room)), room))
        else:
            read.append(one if one.inline else _read(one, room))
    return tuple(read)


def _read(file: Attachment, room: Room) -> Attachment:
    """One file with its text."""
    room.files -= 1
    if file.media_type in _SIGNATURES:
        return file
    if room.files < 0 or room.text <= 0 or len(file.content) > MOST_BYTES:
        return replace(file, unread=PICTURE if _is_picture(file) else "too large")
    return _taken(file, *_guarded(partial(_told, file, room)), room)


def _guarded(reading: Callable[[], Told]) -> Told:
    """What is read; whatever one file does, the email and its other files stay readable."""
    try:
        return reading()
    except Exception as error:  # noqa: BLE001 - the border of one file: a broken one costs nothing but itself
        _LOG.debug("A file was not read: %s.", type(error).__name__)
        return "", "damaged"


def _taken(file: Attachment, text: str, unread: str, room: Room) -> Attachment:
    """The file with as much of its text as there is room for."""
    cut = text[: room.text]
    room.text -= len(cut)
    return replace(file, text=cut, unread=unread or (_TOO_LONG if len(cut) < len(text) else ""))


def _told(file: Attachment, room: Room) -> Told:
    """The text of a file and what of it was not read; told by its first bytes before its name."""
    content, ending = file.content, _ending(file)
    if b"%PDF-" in content[:1024]:
        from .attached_pdf import pdf_text  # noqa: PLC0415 - slow to load, and few emails bring one

        return pdf_text(content, room.work, room.text)
    if content.startswith(b"PK\x03\x04"):
        return word_text(content)
    if content.startswith(OLD_FILE):
        return "", old_office(content)
    if content.startswith(b"{\\rtf"):
        return "", "an RTF file"
    if file.media_type == MAIL or ending == "eml":
        return _inside(outline(content), room, body=True)
    if _is_picture(file):
        return "", PICTURE
    if file.media_type.startswith(("audio/", "video/")) or ending in _RECORDINGS:
        return "", "a recording"
    return _of_text(file, ending)


def _of_text(file: Attachment, ending: str) -> Told:
    """A file that is text all through; what holds a zero byte is something else, unless it is UTF-16."""
    content = file.content
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16", "replace").encode()
    if file.media_type == "text/html" or ending in {"htm", "html"}:
        return to_plain(to_text(content[: 4 * MOST_TEXT])), "" if len(content) <= 4 * MOST_TEXT else _TOO_LONG
    if not (file.media_type.startswith("text/") or ending in _PLAIN) or b"\x00" in content:
        return "", "a kind of file that is not read" if content else ""
    return to_text(content[: 4 * MOST_TEXT]).strip(), "" if len(content) <= 4 * MOST_TEXT else _TOO_LONG


def _inside(mail: Message, room: Room, *, body: bool = False) -> Told:
    """What the files of an email within the email say, those of emails in it too; with its own text where asked."""
    room.files -= 1
    if room.files < 0:
        return "", "too many emails inside one another"
    parts = take_apart(mail)
    mails, parts.files = parts.mails, [one for one in parts.files if one not in parts.mails]
    files = [_read(one, room) for one in attachments_of(parts) if not one.inline]
    deeper = [_inside(children(one)[0], room, body=body) for one in mails]
    texts = [parts.text, parts.others] if body else []
    texts += [*(one.text for one in files), *(text for text, _ in deeper)]
    unread = [f'"{one.name}" in it: {one.unread}' for one in files if one.unread]
    unread += [why for _, why in deeper if why]
    return "\n\n".join(text for text in texts if text.strip()), "; ".join(unread)


def _is_picture(file: Attachment) -> bool:
    named = file.media_type.startswith("image/") or _ending(file) in _PICTURES
    return (named and not file.media_type.startswith("image/svg")) or file.content.startswith(_BEGIN_PICTURES)


def _ending(file: Attachment) -> str:
    return file.name.removesuffix(BLOCKED).rpartition(".")[2].lower() if "." in file.name else ""
