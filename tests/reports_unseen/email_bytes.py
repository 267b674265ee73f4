"""The bytes of an unseen email, the same every run: its body in the layout asked for, and its attachments."""

import re
import textwrap
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from reports_unseen.attached import docx, pdf, png
from reports_unseen.written import Attached, Written, digits, header_lines

_LABELLED = re.compile(r"^([A-Z][\w /',()?-]{1,40}): ?(.*)$")
_WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


def _line(line: str, client: str) -> str:
    text = escape(line, quote=False)
    if client.startswith("outlook"):
        return f"<p class=MsoNormal>{text or '&nbsp;'}<o:p></o:p></p>"
    if client == "gmail":
        return f"<div>{text or '<br>'}</div>"
    return f"{text}<br>"


def _quoted(lines: list[str], client: str) -> str:
    """Lines as HTML; those that begin with > are a blockquote, and a forwarded head gets a rule above it."""
    made: list[str] = []
    inside = False
    for line in lines:
        quote = line.startswith(">")
        if quote != inside:
            made.append('<blockquote type="cite">' if quote else "</blockquote>")
            inside = quote
        if line.startswith("From: "):
            made.append('<hr style="display:inline-block;width:98%">')
        made.append(_line(re.sub(r"^>+ ?", "", line), client))
    return "\n".join([*made, "</blockquote>"] if inside else made)


def _table(lines: list[str], client: str) -> str:
    """Lines as HTML, those of the kind "Label: answer" as rows of a table."""
    made: list[str] = []
    inside = False
    for line in lines:
        found = _LABELLED.match(line)
        if bool(found) != inside:
            made.append('<table border="1" cellpadding="4">' if found else "</table>")
            inside = bool(found)
        if found:
            label, answer = (escape(part, quote=False) for part in found.groups())
            made.append(f"<tr><td><b>{label}</b></td><td>{answer}</td></tr>")
        else:
            made.append(_line(line, client))
    return "\n".join([*made, "</table>"] if inside else made)


def _html(text: str, one: Written) -> str:
    lines = text.rstrip("\n").split("\n")
    inner = _table(lines, one.client) if one.layout == "html-table" else _quoted(lines, one.client)
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
        f"<style>p.MsoNormal {{margin:0cm}}</style></head><body>{inner}</body></html>\n"
    )


def _flowed(text: str) -> str:
    """Lines broken at 72 characters, with a blank at the end of each that goes on (RFC 3676)."""
    return "\n".join(" \n".join(textwrap.wrap(line, 72) or [""]) for line in text.split("\n"))


def _wrapped(text: str) -> str:
    return "\n".join("\n".join(textwrap.wrap(line, 70) or [""]) for line in text.split("\n"))


def _put_body(message: EmailMessage, one: Written) -> None:
    match one.layout:
        case "plain":
            message.set_content(one.body, cte="quoted-printable")
        case "8bit":
            message.set_content(one.body, cte="8bit")
        case "base64":
            message.set_content(one.body, cte="base64")
        case "windows-1252":
            message.set_content(one.body, charset="windows-1252", cte="quoted-printable")
        case "format-flowed":
            message.set_content(_flowed(one.body), cte="8bit")
            message.set_param("format", "flowed")
        case "wrapped":
            message.set_content(_wrapped(one.body), cte="8bit")
        case "html-only" | "html-table":
            message.set_content(_html(one.body, one), subtype="html", cte="quoted-printable")
        case "multipart" | "forwarded":
            message.set_content(one.body, cte="quoted-printable")
            message.add_alternative(_html(one.body, one), subtype="html", cte="quoted-printable")


def _inner(one: Written, attached: Attached) -> EmailMessage:
    """The email that is attached to another."""
    inner = EmailMessage(policy=SMTP)
    inner["From"] = attached.sender
    inner["To"] = one.sender
    inner["Subject"] = attached.subject
    inner["Date"] = one.date
    inner["Message-ID"] = f"<{digits(one.id, attached.name)[:20]}@letterbox.example>"
    inner.set_content(attached.words, cte="quoted-printable")
    return inner


def _attach(message: EmailMessage, one: Written, attached: Attached) -> None:
    match attached.kind:
        case "eml":
            message.add_attachment(_inner(one, attached), filename=attached.name)
        case "png":
            message.add_attachment(png(attached.words), "image", "png", filename=attached.name)
        case "pdf":
            message.add_attachment(pdf(attached.words), "application", "pdf", filename=attached.name)
        case "docx":
            message.add_attachment(docx(attached.words), *_WORD, filename=attached.name)


def raw(one: Written) -> bytes:
    """The email as it would reach the school's mailbox, CRLF and all."""
    message = EmailMessage(policy=SMTP)
    for name, value in header_lines(one):
        message[name] = value
    _put_body(message, one)
    for attached in one.attachments:
        _attach(message, one, attached)
    for number, part in enumerate(message.walk()):
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            part.set_boundary(f"_{number:03}_{digits(one.id, str(number))[:24]}_")
    return message.as_bytes()
