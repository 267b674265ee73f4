"""An email as a page shows it: bounded, whatever its size, with what is left out counted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...records.papers.redrawn import may_be_picture
from ...rules.texts.report import Attachment, Report
from ..mail_html import harmless_html

OWN, QUOTED, IN_FILE = 8_000, 3_000, 700
"""Characters that are shown: of the sender's own words, of what they quoted, of each file."""
LONGEST_NAME = 120
MOST_FILES, MOST_LINKS = 20, 20
MOST_SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """The beginning of a text, and how many characters more there are."""

    text: str
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FileShown:
    """One file: its number, name, type, size, what could be read in it, and whether we may draw it."""

    number: int
    name: str
    kind: str
    size: int
    words: Cut
    unread: str
    is_picture: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MailShown:
    """The parts of an email as the page shows them."""

    own: Cut
    quoted: Cut
    outside: Cut
    laid_out: Markup | None
    files: Sequence[FileShown]
    more_files: int
    links: Sequence[str]
    more_links: int
    faults: Sequence[str]
    pictures: Sequence[FileShown] = ()
    """Those that are all there is of a report; they are shown before everything else."""
    read_by_program: str = ""
    """What the program made of the letters in them, for whoever types their words."""


def cut(text: str, most: int) -> Cut:
    """The beginning of a text."""
    text = text.strip()
    return Cut(text=text[:most], more=max(0, len(text) - most))


def shown_of(report: Report, raw: bytes, *, pictures: bool, is_picture: bool = False) -> MailShown:
    """What is shown of an email.

    Args:
        report: the email, read.
        raw: its bytes.
        pictures: whether pictures may be drawn.
        is_picture: whether a picture is all there is of the report.
    """
    own = report.own_words.strip() or report.text.strip()
    files = [_file(number, one, pictures=pictures) for number, one in enumerate(report.attachments, 1)]
    return MailShown(
        own=cut(own, OWN),
        quoted=cut(_quoted(report, own), QUOTED),
        outside=cut(report.outside, QUOTED),
        laid_out=harmless_html(raw),
        files=files[:MOST_FILES],
        more_files=max(0, len(files) - MOST_FILES),
        links=[one[:300] for one in report.links[:MOST_LINKS]],
        more_links=max(0, len(report.links) - MOST_LINKS),
        faults=[one[:300] for one in report.faults[:10]],
        pictures=[one for one in files if one.is_picture][:MOST_SHOWN] if is_picture else (),
        read_by_program=_guessed(report) if is_picture else "",
    )


def _guessed(report: Report) -> str:
    words = (one.text.strip() for one in report.evidence if one.is_picture and one.machine_read)
    return "\n\n".join(filter(None, words))[:OWN]


def whole_text(report: Report) -> str:
    """All text of an email, with what it carries inside, as a file for whoever wants to read it whole."""
    return "\n".join(_whole(report))


def _whole(report: Report) -> Iterator[str]:
    yield f"From: {report.from_name} <{report.from_address}>"
    yield f"Subject: {report.subject}"
    yield ""
    yield report.text
    for one in report.forwarded:
        if one.strip() not in report.text:
            yield "\n--- forwarded ---\n"
            yield one
    if beside := report.outside:
        yield "\n--- outside its text ---\n"
        yield beside


def _quoted(report: Report, own: str) -> str:
    if report.forwarded:
        return "\n\n".join(one.strip() for one in report.forwarded)
    said = {line.strip() for line in own.split("\n")}
    left = "\n".join(line for line in report.text.split("\n") if not line.strip() or line.strip() not in said)
    return re.sub(r"\n{3,}", "\n\n", left).strip()


def _file(number: int, file: Attachment, *, pictures: bool) -> FileShown:
    return FileShown(
        number=number,
        name=(file.original_name or file.name)[:LONGEST_NAME],
        kind=file.media_type[:60],
        size=len(file.content),
        words=cut(file.text, IN_FILE),
        unread=file.unread[:200],
        is_picture=pictures and may_be_picture(file.media_type, len(file.content)),
    )
