"""Copies of letters and emails in which protected names cannot be read; originals only where nothing must go."""

import io
import re
import zipfile
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

from docx import Document
from inscriptis import get_text
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from ...rules.privacy.passages import Spot
from ...rules.privacy.redaction import Redaction, Taken
from ..word.word_text import plain_text

SHOWN_HEADERS = ("Date", "From", "To", "Cc", "Subject", "Message-ID")
"""Headers of an email that a text copy shows; the others name machines and people on the way."""

_TAG = re.compile(r"<[^>]+>")
_PARAGRAPH = re.compile(r"</w:p>|<w:br[^>]*/>|<w:tab/>|</w:tc>")


def docx_is_clean(docx: bytes, redaction: Redaction) -> bool:
    """Whether nothing in any part of the Word file must be taken out: text, headers, properties, names of parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as parts:
            names = "\n".join(parts.namelist())
            texts = [parts.read(name) for name in parts.namelist() if name.endswith((".xml", ".rels"))]
    except (zipfile.BadZipFile, KeyError):
        return False
    return redaction.is_clean(names) and all(redaction.is_clean(_words(part)) for part in texts)


def _words(part: bytes) -> str:
    """What a person or a program could read in an XML part: the text between tags, runs joined."""
    xml = _PARAGRAPH.sub("\n", part.decode("utf-8", errors="replace"))
    quoted = " ".join(re.findall(r'(?:Target|descr|title|w:author)="([^"]*)"', xml))
    plain = _TAG.sub("", xml)
    for sign, name in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&apos;"), ("&", "&amp;")):
        plain = plain.replace(name, sign)
    # What is in an attribute is mostly the address of an XML schema, which looks like no name.
    return f"{plain}\n{quoted}"


def docx_as_text(docx: bytes, redaction: Redaction, spot: Spot) -> tuple[bytes, tuple[Taken, ...]]:
    """The letter's text in reading order, with marks."""
    text = plain_text(Document(io.BytesIO(docx)))
    return _copy(
        "Text of a letter as sent; the school keeps the Word file.", redaction.with_marks(text, spot)
    )


def pdf_is_clean(pdf: bytes, redaction: Redaction, spot: Spot) -> bool:
    """Whether nothing in the PDF's text or properties must be taken out; one that cannot be read is not clean."""
    try:
        reader = PdfReader(io.BytesIO(pdf))
        texts = [page.extract_text() for page in reader.pages]
        texts += [str(value) for value in (reader.metadata or {}).values()]
    except (PyPdfError, ValueError, KeyError):
        return False
    if not all(redaction.is_clean(_without_dates(text)) for text in texts):
        return False
    return not redaction.with_marks("\n".join(texts), spot)[1]


def _without_dates(text: str) -> str:
    return re.sub(r"D:\d{14}\S*", "", text)


def mail_as_text(raw: bytes, redaction: Redaction, spot: Spot) -> tuple[bytes, tuple[Taken, ...]]:
    """The email's chief headers and its text, with marks; attachments are named by sort and size alone."""
    try:
        message = BytesParser(EmailMessage, policy=default).parsebytes(raw)
        text = "\n".join([*_headers(message), "", *_bodies(message), "", *_attachments(message)])
    except (MessageError, ValueError, LookupError, AttributeError, TypeError, IndexError):
        text = "This email cannot be taken apart; the school keeps the original."
    return _copy(
        "Text of an email; the school keeps the original byte for byte.", redaction.with_marks(text, spot)
    )


def _copy(note: str, marked: tuple[str, tuple[Taken, ...]]) -> tuple[bytes, tuple[Taken, ...]]:
    shown, taken = marked
    return f"{note}\n\n{shown.strip()}\n".encode(errors="replace"), taken


def _headers(message: EmailMessage) -> Iterator[str]:
    for name in SHOWN_HEADERS:
        for value in message.get_all(name, []):
            yield f"{name}: {' '.join(str(value).split())}"


def _bodies(message: EmailMessage) -> Iterator[str]:
    """The text of the email: plain where there is any, else made from its HTML."""
    body = message.get_body(("plain", "html"))
    if body is None:
        return
    content = str(body.get_content())
    yield get_text(content) if body.get_content_subtype() == "html" else content


def _attachments(message: EmailMessage) -> Iterator[str]:
    for place, part in enumerate(message.iter_attachments(), start=1):
        size = len(part.get_payload(decode=True) or b"") if not part.is_multipart() else 0
        told = f", {size} bytes" if size else ""
        yield f"[attachment {place}: {part.get_content_type()}{told}, withheld until somebody has looked at it]"
