"""Emails made to hold one sentence in every kind of part there is: text, pages, files, emails in emails, odd borders.

Each says whether the words can be read, and must alert, or cannot, and then what is not read must be named. The truth
was fixed before the first run.
"""

import gzip
import io
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from quopri import encodestring

from attached_files import docx, locked_pdf, packed, pdf, png
from openpyxl import Workbook
from planting import SENTENCE

ALERTED, NAMED = "alerted", "named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One email: what it is, what must become of it, and its bytes."""

    name: str
    truth: str
    raw: bytes


def part(kind: str, content: bytes, *headers: str, coding: str = "") -> bytes:
    """A part of an email with its content in a transfer encoding: "" leaves it as it is."""
    encoded = {
        "base64": lambda: _in_lines(b64encode(content)),
        "quoted-printable": lambda: encodestring(content),
    }
    body = encoded[coding]() if coding in encoded else content
    lines = [f"Content-Type: {kind}", *headers, *([f"Content-Transfer-Encoding: {coding}"] if coding else [])]
    return "\n".join(lines).encode() + b"\n\n" + body


def several(
    *parts: bytes, kind: str = "mixed", boundary: str = "B1", before: bytes = b"", after: bytes = b""
) -> bytes:
    """Parts as one part."""
    inside = b"".join(b"--%s\n%s\n" % (boundary.encode(), one) for one in parts)
    head = f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\n'.encode()
    return head + before + inside + b"--%s--\n" % boundary.encode() + after


def email(inside: bytes, *headers: str) -> bytes:
    """An email of a parent's with this part, headers and all, as its content."""
    lines = ["From: Sian Price <s.price@letterbox.example>", "To: safeguarding@larkfield.example"]
    lines += (
        headers if any(one.startswith("Subject:") for one in headers) else ["Subject: please read", *headers]
    )
    return "\n".join([*lines, "MIME-Version: 1.0", ""]).encode() + inside


def attached(name: str, content: bytes, kind: str = "application/octet-stream") -> bytes:
    """A file."""
    return part(kind, content, f'Content-Disposition: attachment; filename="{name}"', coding="base64")


def with_file(file: bytes) -> bytes:
    """An email that says next to nothing beside a file."""
    return email(several(part("text/plain", b"Please see attached.\n"), file))


def _in_lines(text: bytes) -> bytes:
    return b"\n".join(text[at : at + 76] for at in range(0, len(text), 76)) + b"\n"


WORDS = SENTENCE.encode()
PAGE = b"<html><body><p>" + WORDS + b"</p></body></html>"
INNER = b"From: Jo <jo@letterbox.example>\nSubject: hello\n\n" + WORDS + b"\n"
RTF = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0\fs22 Hello \'e9\par " + WORDS + rb"\par}"
CALENDAR = (
    b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Meeting\r\nDESCRIPTION:"
    + WORDS[:40]
    + b"\r\n "
    + WORDS[40:]
    + b"\\nThank you\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
CARD = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jo\r\nNOTE:"
    + WORDS[:50]
    + b"\r\n "
    + WORDS[50:]
    + b"\r\nEND:VCARD\r\n"
)


def workbook() -> bytes:
    """A workbook with the sentence in a cell of its second sheet."""
    book, made = Workbook(), io.BytesIO()
    sheet = book.create_sheet("Log")
    sheet["C7"] = SENTENCE
    book.save(made)
    return made.getvalue()


def opened(name: str, xml: bytes) -> bytes:
    """A file of LibreOffice with this in its body."""
    office = b'xmlns:office="urn:o" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    content = b"<office:document-content %s><office:body>%s</office:body></office:document-content>" % (
        office,
        xml,
    )
    return packed({"mimetype": f"application/vnd.oasis.opendocument.{name}".encode(), "content.xml": content})


def slides() -> bytes:
    """A presentation."""
    spaces = b'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="urn:p"'
    slide = b"<p:sld %s><a:p><a:r><a:t>%s</a:t></a:r></a:p></p:sld>" % (spaces, WORDS)
    return packed({"ppt/presentation.xml": b"<p:presentation %s/>" % spaces, "ppt/slides/slide1.xml": slide})


FILES: dict[str, tuple[str, bytes]] = {
    "notes.txt": (ALERTED, WORDS),
    "utf-16.txt": (ALERTED, SENTENCE.encode("utf-16")),
    "utf-16 without a mark.txt": (ALERTED, SENTENCE.encode("utf-16-le")),
    "no ending": (ALERTED, WORDS),
    "chat.log": (ALERTED, WORDS),
    "export.csv": (ALERTED, b'day,what\n1,"' + WORDS + b'"\n'),
    "record.json": (ALERTED, b'{"note": "' + WORDS + b'"}'),
    "record.xml": (ALERTED, b"<?xml version='1.0'?><note>" + WORDS + b"</note>"),
    "page.html": (ALERTED, PAGE),
    "letter.pdf": (ALERTED, pdf(SENTENCE)),
    "locked.pdf": (NAMED, locked_pdf(SENTENCE, "tulip")),
    "statement.docx": (ALERTED, docx(SENTENCE)),
    "statement.docm": (ALERTED, docx(SENTENCE)),
    "statement.rtf": (ALERTED, RTF),
    "really rtf.doc": (ALERTED, RTF),
    "log.xlsx": (ALERTED, workbook()),
    "letter.odt": (ALERTED, opened("text", b"<text:p>" + WORDS + b"</text:p>")),
    "log.ods": (ALERTED, opened("spreadsheet", b"<text:p>" + WORDS + b"</text:p>")),
    "slides.pptx": (ALERTED, slides()),
    "meeting.ics": (ALERTED, CALENDAR),
    "person.vcf": (ALERTED, CARD),
    "older.eml": (ALERTED, INNER),
    "older email without ending": (ALERTED, INNER),
    "archive.mbox": (ALERTED, b"From jo Mon Nov  2 09:00:00 2026\n" + INNER + b"\n"),
    "page.mht": (ALERTED, b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + PAGE),
    "old.doc": (NAMED, b"\xd0\xcf\x11\xe0" + b"\0" * 600 + SENTENCE.encode("utf-16-le")),
    "files.zip": (NAMED, packed({"notes.txt": WORDS})),
    "files.gz": (NAMED, gzip.compress(WORDS)),
    "shot.png": (NAMED, png()),
    "voice.m4a": (NAMED, b"\0\0\0\x18ftypM4A " + WORDS),
    "film.mp4": (NAMED, b"\0\0\0\x18ftypisom"),
    "notes.pages": (NAMED, packed({"Index/Document.iwa": b"\1\2"})),
    "book.epub": (NAMED, packed({"mimetype": b"application/epub+zip", "a.xhtml": PAGE})),
    "unknown.xyz": (NAMED, b"\0\1\2\3"),
    "drawing.svg": (ALERTED, b'<svg xmlns="http://www.w3.org/2000/svg"><text>' + WORDS + b"</text></svg>"),
}


def with_files() -> Iterator[Made]:
    kinds = {"notes.txt": "text/plain", "letter.pdf": "application/pdf", "older.eml": "message/rfc822"}
    for name, (truth, content) in FILES.items():
        yield Made(name=f"file {name}", truth=truth, raw=with_file(attached(name, content)))
        inner = email(several(part("text/plain", b"See.\n"), attached(name, content), boundary="B2"))
        yield Made(name=f"file {name} in an email", truth=truth, raw=with_file(part("message/rfc822", inner)))
        alone = email(attached(name, content))
        yield Made(name=f"nothing but the file {name}", truth=truth, raw=alone)
    for name, kind in kinds.items():
        raw = with_file(
            part(kind, FILES[name][1], f'Content-Disposition: inline; filename="{name}"', coding="base64")
        )
        yield Made(name=f"inline {name} as {kind}", truth=ALERTED, raw=raw)
    named = with_file(attached(f"{SENTENCE}.png", png()))
    yield Made(name="as a file's name", truth=ALERTED, raw=named)


TEXTS: dict[str, bytes] = {
    "text/plain": WORDS,
    "text/html": PAGE,
    "text/enriched": b"<bold>" + WORDS + b"</bold>",
    "text/richtext": WORDS,
    "text/rtf": RTF,
    "text/calendar": CALENDAR,
    "text/vcard": CARD,
    "text/x-vcard": CARD,
    "text/markdown": WORDS,
    "text/csv": b"a,b\n1," + WORDS,
    "text/xml": b"<note>" + WORDS + b"</note>",
    "text/watch-html": PAGE,
    "text/x-amp-html": PAGE,
    "text/rfc822-headers": b"Subject: " + WORDS + b"\nComments: x\n",
    "text/x-unknown": WORDS,
    "text": WORDS,
    "plain": WORDS,
    "application/json": b'{"a": "' + WORDS + b'"}',
    "application/rtf": RTF,
    "application/xhtml+xml": PAGE,
    "application/octet-stream": WORDS,
    "application/pdf": pdf(SENTENCE),
    "message/rfc822": INNER,
    "message/global": INNER,
    "message/news": INNER,
    "message/http": b"GET / HTTP/1.1\nHost: x\n\n" + WORDS,
    "message/partial; id=a; number=1; total=2": INNER,
    "message/external-body; access-type=local-file": b"Content-Type: text/plain\n\n" + WORDS,
    "message/delivery-status": b"Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\n"
    b"Diagnostic-Code: smtp; 550 " + WORDS,
    "message/disposition-notification": b"Final-Recipient: rfc822; a@b.example\nDisposition: manual\nError: "
    + WORDS,
    "message/feedback-report": b"Feedback-Type: abuse\nNote: " + WORDS,
    "message/x-unknown": WORDS,
    "model/vrml": WORDS,
    "font/woff": b"wOFF\0" + WORDS,
}


def of_kinds() -> Iterator[Made]:
    for kind, content in TEXTS.items():
        truth = NAMED if kind.startswith("font") else ALERTED
        for coding in ("", "base64", "quoted-printable"):
            how = coding or "as it is"
            if kind == "application/pdf" and not coding:
                continue
            yield Made(name=f"{kind} {how}", truth=truth, raw=email(part(kind, content, coding=coding)))
            beside = several(part("text/plain", b"Please see below.\n"), part(kind, content, coding=coding))
            yield Made(name=f"{kind} {how}, second", truth=truth, raw=email(beside))
            other = several(
                part("text/plain", b"Please see below.\n"),
                part(kind, content, coding=coding),
                kind="alternative",
            )
            yield Made(name=f"{kind} {how}, alternative", truth=truth, raw=email(other))
