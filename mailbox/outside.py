"""The words of an email outside its text: around its parts, in headers, in notices of machines, hidden in a page.

Nobody puts a report there, and yet somebody may: an email program that went wrong, a list that adds lines, a
person who types into the wrong field. So these words are read for danger, and are no fact.
"""

import re
from collections.abc import Iterable, Iterator
from email.message import Message
from itertools import islice

from ..rules.texts.halves import missing_lines
from .attachments import original_name
from .bodies import Parts, children, mail_inside, take_apart, walk
from .charsets import to_text
from .headers import ODD_MAIL, raw_values, readable
from .html_words import all_words
from .transfer import coding_of, content_of, decoded, stray_lines, written_again

MOST = 100_000
"""Characters of such words that are read in one email."""

MAILS = 20
"""Emails within the email whose words outside the text are read."""

FEWEST_IN_NAME = 5
"""Words of a display name that are more than a name."""

CUT = "There is so much outside the text of this email that not all of it was read; see the original."

MOST_RUNS = 200
"""Stretches of plain words that are read in one file."""

_RUN = re.compile(rb"[\x20-\x7e\t\r\n]{24,2000}")
_FOUR_WORDS = re.compile(rb"(?:\b[A-Za-z']{1,20}[ ,\r\n]{1,3}){4}")
_COMMENTS = ("Comments", "Keywords", "Summary", "Content-Description")
_PEOPLE = ("From", "Sender", "Reply-To", "To", "Cc")
_WORD = re.compile(r"[^\W\d_]{2,}")
_BOILER = re.compile(
    r"this is a (?:multi-?part|cryptographically signed) message in mime format"
    r"|(?:your|if your) mail (?:reader|client)|mime-aware|this message is in mime format",
    re.IGNORECASE,
)


def words_outside(message: Message, parts: Parts) -> str:
    """The lines of the email itself that are outside its text."""
    return _kept(_of_one(message, parts), parts)


def words_outside_inside(parts: Parts) -> str:
    """The same of the emails inside it, with their subjects."""
    found: list[str] = []
    waiting = list(parts.mails)
    for _ in range(MAILS):
        if not waiting:
            break
        mail = mail_inside(waiting.pop(0))
        inner = take_apart(mail)
        found += [*map(readable, raw_values(mail, "Subject")), *_of_one(mail, inner)]
        waiting = [*inner.mails, *waiting]
    return _kept(found, parts)


def _kept(lines: Iterable[str], parts: Parts) -> str:
    """Lines that say something, each once, within the limit."""
    kept = list(dict.fromkeys(line.strip() for line in lines if len(_WORD.findall(line)) > 1))
    text = "\n\n".join(line for line in kept if not _BOILER.search(line))
    if len(text) > MOST:
        parts.complain(CUT)
    return text[:MOST]


def _of_one(message: Message, parts: Parts) -> Iterator[str]:
    yield from map(readable, raw_values(message, "Subject")[1:])
    for name in _PEOPLE:
        yield from _long_names(message, name)
    for part in walk(message, into_mails=False):
        for name in _COMMENTS:
            yield from map(readable, raw_values(part, name))
        yield re.sub(r"[._-]+", " ", original_name(part).rpartition(".")[0])
        yield from _around(part)
        yield from stray_lines(part)
    for file in parts.files:
        if isinstance(file, Message) and not file.is_multipart() and file.get_content_maintype() != "text":
            yield from islice(runs_in(content_of(file)), MOST_RUNS)
    for notice in parts.notices:
        yield from _of_notice(notice)
    shown = "\n".join((message_subject(message), parts.text, parts.others))
    for block in parts.blocks:
        if block.html:
            yield from missing_lines(all_words(block.html), shown)


def runs_in(content: bytes) -> Iterator[str]:
    """Plain words in a file that is no text: what a camera notes in a picture, or somebody in the margin of a PDF."""
    for run in _RUN.finditer(content):
        if _FOUR_WORDS.search(run.group()):
            yield " ".join(to_text(run.group()).split())


def message_subject(message: Message) -> str:
    """The subject as it is shown."""
    return readable(next(iter(raw_values(message, "Subject")), ""))


def _long_names(message: Message, name: str) -> Iterator[str]:
    for raw in raw_values(message, name):
        for one in re.split(r"<[^<>]*>|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,253}", readable(raw)):
            if len(_WORD.findall(one)) >= FEWEST_IN_NAME:
                yield one.strip(' ",;')


def _around(part: Message) -> Iterator[str]:
    """Text before the first boundary and after the last."""
    for text in (part.preamble, part.epilogue):
        if text:
            yield from re.split(r"\n\s*\n", to_text(text.encode("utf-8", "surrogateescape")))


def _of_notice(notice: Message) -> Iterator[str]:
    """The values of its fields, and what is below them."""
    coding = coding_of(notice)
    if not notice.is_multipart() or coding in {"base64", "quoted-printable"}:
        held = content_of(notice) if not notice.is_multipart() else _packed(notice, coding)
        yield from re.sub(r"(?m)^[!-9;-~]+:[ \t]*", "\n", to_text(held)).split("\n\n")
        return
    for group in walk(notice):
        if group is not notice:
            yield from (readable(str(value)) for _, value in group.raw_items())
            yield to_text(content_of(group))
            yield from _around(group)


def _packed(notice: Message, coding: str) -> bytes:
    """The fields of a notice that was packed as if it were a picture; the parser saw groups and lines in that."""
    try:
        held = b"\n".join(written_again(group).strip() for group in children(notice))
    except ODD_MAIL:
        return b""
    return decoded(held.replace(b"=\n\n", b"=\n"), coding)
