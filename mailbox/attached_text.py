"""What can be read in the files of an email: PDF, Office, RTF, text and HTML, and the files of an email inside it.

Each file becomes text, and where something of it was not read, why not, in words for the office. Work, text and files
are limited for the whole email, so that many files cost no more than one.
"""

import logging
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from email.message import Message
from functools import partial

from ..ground.values import replace
from ..rules.texts.halves import missing_lines, with_missing
from ..rules.texts.report import PICTURE, Attachment
from .attached_outlook import Saved, saved_email
from .attached_rtf import rtf_text
from .attached_word import OLD_FILE, old_office, word_text
from .attachment_names import BLOCKED, safe_name
from .attachments import attachments_of
from .bodies import MAIL_KINDS, mail_inside, take_apart
from .charsets import to_text
from .counted import Work
from .headers import value
from .html_text import to_plain
from .html_words import all_words
from .outline import outline
from .outside import words_outside

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
_MAILS = ("eml", "mht", "mhtml", "mbox", "mbx")
_UNKNOWN = "application/octet-stream"
_PAGES = (
    "text/html",
    "application/xhtml+xml",
    "image/svg+xml",
    "htm",
    "html",
    "xhtml",
    "svg",
    "xml",
    "text/xml",
)
_PAGE = re.compile(r"\s{0,50}(?:<\?xml|<!doctype|<html|<svg|<body|<head)\b", re.IGNORECASE)
_FOLDED = re.compile(r"\s{0,50}BEGIN:V(?:CALENDAR|CARD)\b", re.IGNORECASE)
_CONTROLS = bytes({*range(9), 11, *range(14, 27), *range(28, 32), 127})
_BEGIN_OTHER = (b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"MZ", b"-----BEGIN PGP MESSAGE")
_MBOX = re.compile(rb"From [^\n]{1,200}\n")
_HEAD = re.compile(
    rb"(?:From [^\n]{1,200}\n)?(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to"
    rb"|x-[a-z-]{1,40}|content-type):[ \t]",
    re.IGNORECASE,
)
_FIELD = re.compile(rb"(?im)^(?:from|to|subject|date|received|message-id|mime-version):[ \t]")


@dataclass(slots=True, kw_only=True)
class Room:
    """What may still be read of one email; the only thing here that shrinks."""

    files: int = MOST_FILES
    text: int = MOST_TEXT
    work: Work = field(default_factory=Work)


def with_texts(attachments: Iterable[Attachment], mails: Iterable[Message] = ()) -> tuple[Attachment, ...]:
    """The files of an email, each with what could be read in it; what only decorates the text is named as a picture.

    Args:
        attachments: the files, in their order.
        mails: the emails among them as parts, in the same order; what they say themselves is read elsewhere.
    """
    room, waiting = Room(), iter(mails)
    read = []
    for one in attachments:
        mail = next(waiting, None) if one.media_type == MAIL else None
        if mail is not None:
            read.append(_taken(one, *_guarded(partial(_inside, mail_inside(mail), room)), room))
        else:
            read.append(replace(one, unread=PICTURE) if one.inline else _read(one, room))
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
        saved = saved_email(content)
        return _of_outlook(saved, room) if saved else ("", old_office(content))
    if content.lstrip()[:5] == b"{\\rtf":
        return rtf_text(content)
    if file.media_type in MAIL_KINDS or ending in _MAILS or _is_mail(content):
        return _inside(outline(_MBOX.sub(b"", content.lstrip(), count=1)), room, body=True)
    if _is_picture(file):
        return "", PICTURE
    if file.media_type.startswith(("audio/", "video/")) or ending in _RECORDINGS:
        return "", "a recording"
    return _of_text(file, ending)


def _is_mail(content: bytes) -> bool:
    """Whether a file of no known kind is an email: it begins with fields of one."""
    head = content[:4_000].lstrip()
    return bool(_HEAD.match(head)) and len(_FIELD.findall(head)) > 1


def _of_outlook(saved: Saved, room: Room) -> Told:
    """An email that Outlook saved, with its files."""
    room.files -= 1
    files = []
    for name, content in saved.files:
        title, kind = safe_name(name, _UNKNOWN, content), _UNKNOWN
        file = Attachment(name=title, original_name=name, media_type=kind, content=content)
        files.append(_read(file, room))
    said = with_missing(
        "\n\n".join(saved.texts), "\n".join(map(to_plain, saved.pages)), "\n".join(saved.texts)
    )
    beside = (all_words(page) for page in saved.pages)
    texts = [said, *("\n".join(missing_lines(page, said)) for page in beside), *(one.text for one in files)]
    unread = [f'"{one.name}" in it: {one.unread}' for one in files if one.unread]
    unread += [] if saved.whole else ["some of it could not be read"]
    return "\n\n".join(text for text in texts if text.strip()), "; ".join(unread)


def _of_text(file: Attachment, ending: str) -> Told:
    """A file that is text all through, whatever it is called."""
    content, wide = file.content, _wide(file.content)
    if wide:
        content = content.decode(wide, "replace").encode()
    unread = "" if len(content) <= 4 * MOST_TEXT else _TOO_LONG
    if not (wide or _is_text(content)):
        return "", "a kind of file that is not read" if content else ""
    text = to_text(content[: 4 * MOST_TEXT]).strip()
    if file.media_type in _PAGES or ending in _PAGES or _PAGE.match(text[:1_000]):
        shown = to_plain(text)
        return "\n\n".join((shown, *missing_lines(all_words(text), shown))).strip(), unread
    if _FOLDED.match(text[:1_000]):
        return unescaped(re.sub(r"\n[ \t]", "", text)), unread
    return text, unread


def _wide(content: bytes) -> str:
    """The character set of a text with two bytes a letter, told by its mark or by its zero bytes; "" for another."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = content[:2_000]
    for name, zeros, letters in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        if len(zeros) > 4 and 10 * zeros.count(0) > 9 * len(zeros) and 0 not in letters:
            return name
    return ""


def _is_text(content: bytes) -> bool:
    """Whether it is made of characters, with hardly a control character among them."""
    sample = content[:20_000]
    odd = len(sample) - len(sample.translate(None, _CONTROLS))
    return bool(sample) and odd * 200 <= len(sample) and not sample.startswith(_BEGIN_OTHER)


def unescaped(text: str) -> str:
    """The text of a calendar entry or a contact with its marks for commas and line ends undone."""
    return re.sub(r"\\([nN,;\\])", lambda found: "\n" if found[1] in "nN" else found[1], text)


def _inside(mail: Message, room: Room, *, body: bool = False) -> Told:
    """What the files of an email within the email say, those of emails in it too; with its own text where asked."""
    room.files -= 1
    if room.files < 0:
        return "", "too many emails inside one another"
    parts = take_apart(mail)
    mails, parts.files = parts.mails, [one for one in parts.files if one not in parts.mails]
    files = [_read(one, room) for one in attachments_of(parts) if not one.inline]
    deeper = [_inside(mail_inside(one), room, body=body) for one in mails]
    texts = [value(mail, "Subject"), parts.text, parts.others, words_outside(mail, parts)] if body else []
    texts += [*(one.text for one in files), *(text for text, _ in deeper)]
    unread = [f'"{one.name}" in it: {one.unread}' for one in files if one.unread]
    unread += [why for _, why in deeper if why]
    return "\n\n".join(text for text in texts if text.strip()), "; ".join(unread)


def _is_picture(file: Attachment) -> bool:
    named = file.media_type.startswith("image/") or _ending(file) in _PICTURES
    return (named and not file.media_type.startswith("image/svg")) or file.content.startswith(_BEGIN_PICTURES)


def _ending(file: Attachment) -> str:
    return file.name.removesuffix(BLOCKED).rpartition(".")[2].lower() if "." in file.name else ""
