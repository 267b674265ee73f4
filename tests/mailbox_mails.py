"""Builds raw emails for tests: the headers that matter, with defaults for the rest."""

from datetime import UTC, datetime

from shipped import FORMS

from letterladder.mailbox.message import read_mail
from letterladder.rules.texts.report import Report

TAKEN_AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def mail(body: str = "Hello", *headers: str, sender: str = "Sam Reader <sam@school.example>") -> bytes:
    """An email of one part with these further headers, in UTF-8 with CRLF line ends."""
    lines = [f"From: {sender}", "To: safeguarding@school.example", *headers, "", body]
    return "\n".join(lines).replace("\n", "\r\n").encode()


def multipart(*parts: str, kind: str = "mixed", headers: tuple[str, ...] = ()) -> bytes:
    """An email of several parts; each is its headers, an empty line and its content."""
    inside = "".join(f"--XyZ\n{part}\n" for part in parts) + "--XyZ--\n"
    return mail(inside, *headers, "MIME-Version: 1.0", f'Content-Type: multipart/{kind}; boundary="XyZ"')


def read(raw: bytes) -> Report:
    """The report a raw email holds."""
    return read_mail(raw, TAKEN_AT, forms=FORMS)


def attachment(name_header: str, content: str = "aGVsbG8=", kind: str = "application/octet-stream") -> str:
    """One attached part whose Content-Disposition ends in `name_header`; its content is base64."""
    disposition = f"Content-Disposition: attachment; {name_header}"
    return f"Content-Type: {kind}\n{disposition}\nContent-Transfer-Encoding: base64\n\n{content}"
