"""An `OutgoingMail` as the bytes that go over the wire. Nothing in it can become a header or HTML that runs.

An email without HTML of its own, such as a letter, goes out with its text as HTML too: else programs break its lines.
"""

import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape

from ..ground.errors import Problem, Refused
from ..rules.mails.outgoing import OutgoingFile, OutgoingMail
from ..rules.texts.plain_signs import plain_signs
from .charsets import clean, one_line
from .headers import ADDRESS, ODD_MAIL

_ONE_ADDRESS = re.compile(r"(?P<name>.*)<(?P<named>[^<>]+)>|(?P<bare>[^<>]+)")
_MAILTO = re.compile(r"mailto:[^\s<>\"]+")


def to_bytes(mail: OutgoingMail, sender: str, sent_at: datetime, answers_to: str = "") -> bytes:
    """The whole email with CRLF line ends.

    Args:
        mail: what to send; its Message-ID is kept.
        sender: "Name <address>" or an address.
        sent_at: for the Date header, with its zone.
        answers_to: the address whose mailbox is read, for Reply-To; "" where that is the sender's own.

    Raises:
        Refused: an address cannot be used, or there is none.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = _address(sender)
    if answers_to and bare_address(answers_to).casefold() != bare_address(sender).casefold():
        message["Reply-To"] = _address(answers_to)
    message["To"] = [_address(to) for to in mail.to] or _nobody(mail)
    message["Subject"] = one_line(mail.subject)
    message["Date"] = format_datetime(sent_at)
    message["Message-ID"] = "".join(mail.message_id.split())
    message["Auto-Submitted"] = "auto-replied" if mail.in_reply_to else "auto-generated"
    if answered := one_line(mail.in_reply_to):
        message["In-Reply-To"] = message["References"] = answered
    message["X-Auto-Response-Suppress"] = "All"
    message["X-Letterladder"] = mail.kind.value
    text = plain_signs(clean(mail.text))
    # Quoted-printable folds long lines on the wire only: a mailto link arrives in one piece.
    message.set_content(text, cte="quoted-printable")
    page = plain_signs(clean(mail.html)) or as_html(text)
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    for file in mail.files:
        _attach(message, file)
    if mail.calendar:
        _attach_calendar(message, mail.calendar)
    return message.as_bytes()


def recipients(mail: OutgoingMail) -> list[str]:
    """The bare addresses of everybody the email goes to, each once.

    Raises:
        Refused: as `to_bytes`.
    """
    found = dict.fromkeys(_address(to).addr_spec for to in mail.to)
    return list(found) or _nobody(mail)


def bare_address(sender: str) -> str:
    """The address alone out of "Name <address>".

    Raises:
        Refused: it holds none.
    """
    return _address(sender).addr_spec


def as_html(text: str) -> str:
    """`text` as HTML: escaped, its line ends kept, and its mailto: links made to be pressed."""
    pieces = []
    end = 0
    for link in _MAILTO.finditer(text):
        target = link.group().rstrip(".,;:!)")
        pieces += [
            escape(text[end : link.start()]),
            f'<a href="{escape(target)}">{escape(_label(target))}</a>',
        ]
        end = link.start() + len(target)
    body = "".join((*pieces, escape(text[end:])))
    style = "white-space: pre-wrap; font-family: sans-serif"
    return f'<!DOCTYPE html>\n<html lang="en-GB"><body><div style="{style}">{body}</div></body></html>\n'


def _label(target: str) -> str:
    """A link without its long tail."""
    return target.partition("?")[0]


def _attach(message: EmailMessage, file: OutgoingFile) -> None:
    maintype, _, subtype = file.media_type.partition("/")
    message.add_attachment(
        file.content,
        maintype=maintype or "application",
        subtype=subtype or "octet-stream",
        filename=one_line(file.name),
    )


def _attach_calendar(message: EmailMessage, calendar: bytes) -> None:
    how = {"method": "PUBLISH", "charset": "utf-8"}
    message.add_attachment(calendar, maintype="text", subtype="calendar", filename="invite.ics", params=how)


def _address(stated: str) -> Address:
    # A line end in here is an attempt to add a header; it becomes a space, and then this is not an address.
    match = _ONE_ADDRESS.fullmatch(one_line(stated))
    name, address = (match["name"] or "", match["named"] or match["bare"]) if match else ("", "")
    if not ADDRESS.fullmatch(address):
        raise Refused(_unusable(stated))
    try:
        return Address(display_name=name.strip().strip('"'), addr_spec=address)
    except ODD_MAIL as error:
        raise Refused(_unusable(stated)) from error


def _unusable(stated: str) -> Problem:
    return Problem(
        where=one_line(stated)[:100] or "(empty)",
        what="This is not an email address.",
        what_to_do="Put a complete address into school.toml or people.csv.",
    )


def _nobody(mail: OutgoingMail) -> list[str]:
    raise Refused(
        Problem(
            where=mail.message_id,
            what="This email is for nobody.",
            what_to_do="Give at least one address for emails of this kind in school.toml.",
        )
    )
