"""The parts of an email sorted into what is read as its text, what is a file, and what is an email inside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from urllib.parse import unquote

from ..rules.texts.report import TOO_LONG
from .charsets import to_text
from .headers import ODD_MAIL, raw_value
from .html_text import to_plain
from .outline import Part, outline
from .transfer import coding_of, content_of, decoded, written_again
from .winmail import MAY_BE_WINMAIL, Winmail, is_winmail, open_winmail

MOST_PARTS = 500
"""Parts of one email that are looked at."""

DEEPEST = 40
"""Levels of parts within parts."""

MOST_TEXT = 400_000
"""Bytes of body text that are read."""

MAIL_KINDS = frozenset({"message/rfc822", "message/global", "message/news"})
"""Media types of an email inside an email."""

LOCKED = "Some of its text is encrypted, so nobody can read it here."
OLD_FILE = "Its text holds a file in an old way of writing (uuencode or yEnc), which is not opened."

_CID = re.compile(r"cid:([^\"'\s)>]+)", re.IGNORECASE)
_LOCKED = re.compile(r"(?m)^[ >]{0,9}-----BEGIN PGP MESSAGE-----")
_OLD_FILE = re.compile(r"(?m)^(?:begin [0-7]{3,4} \S.{0,200}\n[!-`]|=ybegin line=)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One stretch of the email's text, as plain text, as HTML, or both ways."""

    plain: str = ""
    html: str = ""

    @property
    def other(self) -> str:
        """The same said the other way, where the email holds it both ways and `text` shows but one; "" else."""
        if not self.html.strip() or not self.plain.strip():
            return ""
        rendered = to_plain(self.html)
        return rendered if self.text == self.plain else self.plain

    @property
    def text(self) -> str:
        """The readable text: plain where it says as much as the HTML does."""
        if not self.html.strip():
            return self.plain
        rendered = to_plain(self.html)
        # "Your program cannot show this email" and the like: the plain part says next to nothing.
        says_little = len(self.plain.strip()) * 3 + 200 < len(rendered)
        return rendered if says_little or not self.plain.strip() else self.plain


@dataclass(slots=True)
class Parts:
    """An email taken apart. The only thing here that grows while it is read."""

    blocks: list[Block] = field(default_factory=list)
    files: list[Message | Winmail] = field(default_factory=list)
    mails: list[Message] = field(default_factory=list)
    notices: list[Message] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    seen: int = 0
    room: int = MOST_TEXT

    @property
    def text(self) -> str:
        """All text of the email, in order."""
        return "\n\n".join(text for block in self.blocks if (text := block.text.strip("\n")))

    @property
    def others(self) -> str:
        """What the blocks say the other way, in order."""
        return "\n\n".join(text for block in self.blocks if (text := block.other.strip("\n")))

    @property
    def html(self) -> str:
        """All HTML of the email, in order."""
        return "\n".join(block.html for block in self.blocks if block.html)

    def content_ids_shown(self) -> frozenset[str]:
        """The Content-IDs, without brackets, that the HTML shows as pictures."""
        return frozenset(unquote(found) for block in self.blocks for found in _CID.findall(block.html))

    def complain(self, fault: str) -> None:
        """Note what could not be read, once."""
        if fault not in self.faults:
            self.faults.append(fault)


def take_apart(message: Message) -> Parts:
    """Sort the parts of `message`; what is over the limits is said in `faults`."""
    parts = Parts()
    _sort(message, parts, 0)
    if not any(block.plain.strip() or block.html.strip() for block in parts.blocks):
        hidden = [file for file in parts.files if isinstance(file, Winmail)]
        parts.blocks += [Block(plain=file.text[:MOST_TEXT], html=file.html[:MOST_TEXT]) for file in hidden]
    return parts


def children(part: Message) -> list[Message]:
    """The parts inside a part; empty for a leaf, and for one that only claims to have parts."""
    held = part.get_payload() if part.is_multipart() else ()
    return [child for child in held if isinstance(child, Message)]


def mail_inside(part: Message) -> Message:
    """The email that a part carries; some programs pack it as if it were a picture."""
    inner = next(iter(children(part)), part)
    coding = coding_of(part)
    if isinstance(part, Part) or coding not in {"base64", "quoted-printable"}:
        return inner
    try:
        return outline(decoded(written_again(inner).lstrip(b"\r\n"), coding))
    except ODD_MAIL:
        return inner


def media_type(part: Message) -> str:
    """The media type in lower case, such as "text/plain"."""
    try:
        return part.get_content_type()
    except ODD_MAIL:
        return "application/octet-stream"


def disposition(part: Message) -> str:
    """The word "attachment", "inline" or "", whatever else the header says."""
    return raw_value(part, "Content-Disposition").partition(";")[0].strip().lower()


def text_of(part: Message, room: int = MOST_TEXT) -> str:
    """The text of one part, its lines joined again where it says format=flowed."""
    try:
        charset = str(part.get_param("charset", "") or "")
        flowed = str(part.get_param("format", "") or "").lower() == "flowed"
    except ODD_MAIL:
        charset, flowed = "", False
    text = to_text(content_of(part)[:room], charset)
    return _joined(text) if flowed else text


def outer_parts(message: Message) -> Iterator[Message]:
    """Every part of the email itself: what an email inside it holds, somebody else wrote."""
    return walk(message, into_mails=False)


def walk(message: Message, *, into_mails: bool = True) -> Iterator[Message]:
    """Every part, down into emails within the email, within the limits on number and depth."""
    waiting = [(message, 0)]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        part, depth = waiting.pop()
        yield part
        is_mail_inside = part is not message and media_type(part) in MAIL_KINDS
        if depth < DEEPEST and (into_mails or not is_mail_inside):
            inside = [mail_inside(part)] if is_mail_inside else children(part)
            waiting += [(child, depth + 1) for child in reversed(inside)]


def _sort(part: Message, parts: Parts, depth: int) -> None:
    parts.seen += 1
    if parts.seen > MOST_PARTS or depth > DEEPEST:
        parts.complain("This email has too many parts; the rest of them are only in the original.")
        return
    kind, inside = media_type(part), children(part)
    if kind in MAIL_KINDS and inside:
        parts.mails.append(part)
        parts.files.append(part)
    elif kind.startswith("message/") and kind != "message/partial":
        parts.notices.append(part)
    elif kind == "multipart/alternative" and inside:
        _sort_alternatives(inside, parts, depth)
    elif kind == "message/partial" and inside:
        _sort(mail_inside(part), parts, depth + 1)
    elif inside:
        for child in inside:
            _sort(child, parts, depth + 1)
    elif kind in ("text/plain", "text/html") and _is_body(part):
        _read(part, kind, parts)
    elif kind == "text/rfc822-headers":
        parts.notices.append(part)
    elif not kind.startswith("multipart/"):
        _take_file(part, kind, parts)
    else:
        _read(part, "text/plain", parts)


def _sort_alternatives(inside: list[Message], parts: Parts, depth: int) -> None:
    """The same text said in several ways is one block."""
    before = len(parts.blocks)
    for child in inside:
        _sort(child, parts, depth + 1)
    said, parts.blocks[before:] = parts.blocks[before:], []
    if said:
        plain = "\n\n".join(block.plain for block in said if block.plain)
        parts.blocks.append(Block(plain=plain, html="\n".join(block.html for block in said if block.html)))


def _take_file(part: Message, kind: str, parts: Parts) -> None:
    """A file, or in its place what Outlook hid in it; a file that is not read whole stays beside its contents."""
    if kind in MAY_BE_WINMAIL and is_winmail(content := content_of(part)):
        opened = open_winmail(content)
        parts.files.append(opened)
        if opened.whole:
            return
        parts.complain("A winmail.dat in this email is damaged; what could be read is shown.")
    parts.files.append(part)


def _is_body(part: Message) -> bool:
    if disposition(part) == "attachment":
        return False
    try:
        return not part.get_filename()
    except ODD_MAIL:
        return False


def _read(part: Message, kind: str, parts: Parts) -> None:
    text = text_of(part, parts.room)
    size = len(content_of(part))
    if size > parts.room:
        parts.complain(TOO_LONG)
    parts.room = max(0, parts.room - size)
    _complain_of_unreadable(text, parts)
    parts.blocks.append(Block(html=text) if kind == "text/html" else Block(plain=text))


def _complain_of_unreadable(text: str, parts: Parts) -> None:
    if _LOCKED.search(text):
        parts.complain(LOCKED)
    if _OLD_FILE.search(text):
        parts.complain(OLD_FILE)


def _joined(text: str) -> str:
    """Undo format=flowed (RFC 3676): a line that ends in a space goes on in the next one."""
    joined: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        quoted = line.startswith(">")
        bare = line if quoted else line.removeprefix(" ")
        if goes_on and not quoted and bare:
            joined[-1] += bare
        else:
            joined.append(bare)
        goes_on = bare.endswith(" ") and bare != "-- " and not quoted
    return "\n".join(joined)
