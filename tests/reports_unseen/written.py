"""An unseen email as its readable source has it, and the header lines that its client and servers add."""

from datetime import datetime
from email.utils import format_datetime, parseaddr
from hashlib import sha256
from typing import Literal

import msgspec

Client = Literal[
    "outlook",
    "outlook-web",
    "gmail",
    "iphone",
    "samsung",
    "thunderbird",
    "yahoo",
    "webform",
    "forms",
    "system",
    "copier",
    "bare",
]
Layout = Literal[
    "plain",
    "8bit",
    "base64",
    "windows-1252",
    "format-flowed",
    "wrapped",
    "html-only",
    "html-table",
    "multipart",
    "forwarded",
]
_GUARDS = {"harebell-lane": "mx1.mail-guard.example", "northgate-bridge": "mx.gmx-school.example"}


class Attached(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One attachment: `words` is what is written in it, or for kind "eml" the body of the attached email."""

    kind: Literal["png", "pdf", "docx", "eml"]
    name: str
    words: str
    sender: str = msgspec.field(default="", name="from")
    subject: str = ""


class Written(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One email as written: `to` is the school's safeguarding mailbox where it is left out."""

    id: str
    school: str
    sender: str = msgspec.field(name="from")
    subject: str
    date: datetime
    client: Client
    layout: Layout
    body: str
    to: str = ""
    auth: Literal["pass", "fail", "none"] = "pass"
    headers: dict[str, str] = {}
    attachments: tuple[Attached, ...] = ()


def digits(*parts: str) -> str:
    """Forty characters that look drawn by lot and are the same every run."""
    return sha256(" ".join(parts).encode()).hexdigest()[:40]


def _message_id(one: Written, domain: str) -> str:
    drawn = digits(one.id, "message").upper()
    match one.client:
        case "outlook" | "outlook-web":
            return f"<LO4P265MB{drawn[:20]}@LO4P265MB{drawn[20:24]}.GBRP265.PROD.OUTLOOK.example>"
        case "gmail":
            return f"<CA+{drawn[:28]}@mail.gml.example>"
        case "yahoo":
            return f"<{int(drawn[:8], 16)}.{int(drawn[8:14], 16)}.{int(drawn[14:24], 16)}@mail.yho.example>"
        case "iphone":
            return f"<{drawn[:8]}-{drawn[8:12]}-{drawn[12:16]}-{drawn[16:20]}-{drawn[20:32]}@{domain}>"
        case _:
            return f"<{drawn[:24].lower()}@{domain}>"


_SIGNS: dict[str, dict[str, str]] = {
    "outlook": {"X-Mailer": "Microsoft Outlook 16.0", "Content-Language": "en-gb"},
    "outlook-web": {"Accept-Language": "en-GB, en-US", "Content-Language": "en-GB", "X-MS-Has-Attach": ""},
    "iphone": {"X-Mailer": "iPhone Mail (22G86)"},
    "samsung": {"User-Agent": "Samsung Email 6.1.91", "Importance": "normal"},
    "thunderbird": {"User-Agent": "Mozilla Thunderbird", "Content-Language": "en-GB"},
    "yahoo": {"X-Mailer": "WebService/1.1.22876 YMailNorrin"},
    "webform": {"X-Mailer": "PHPMailer 6.8.1", "X-PHP-Originating-Script": "1008:class-phpmailer.php"},
    "forms": {"X-Auto-Response-Suppress": "All"},
    "copier": {"X-Mailer": "KM-Scan 4.2", "X-Priority": "3"},
}


def _route(one: Written, sender: str, stamp: str) -> list[tuple[str, str]]:
    """What the school's own server puts on top: two trace lines and what it found out about the sender."""
    guard, domain = _GUARDS[one.school], sender.partition("@")[2]
    drawn = digits(one.id, "route")
    address = f"203.0.113.{int(drawn[:4], 16) % 250 + 1}"
    found = [
        ("Received", f"from {guard} by store.{one.school}.example with ESMTPS id {drawn[:12]}; {stamp}"),
        ("Received", f"from out.{domain} ({address}) by {guard} with ESMTPS id {drawn[12:26]}; {stamp}"),
        ("Return-Path", f"<{sender}>"),
    ]
    verdict = {
        "pass": f"spf=pass smtp.mailfrom={domain}; dkim=pass header.d={domain}; dmarc=pass header.from={domain}",
        "fail": f"spf=fail smtp.mailfrom={domain}; dkim=none; dmarc=fail header.from={domain}",
    }.get(one.auth)
    return [*found, ("Authentication-Results", f"{guard}; {verdict}")] if verdict else found


def header_lines(one: Written) -> list[tuple[str, str]]:
    """All its header lines but those of the body, in order; what the source writes itself stands instead."""
    sender, stamp = parseaddr(one.sender)[1], format_datetime(one.date)
    domain = sender.partition("@")[2]
    usual = {
        "From": one.sender,
        "To": one.to or f"Safeguarding <safeguarding@{one.school}.example>",
        "Subject": one.subject,
        "Date": stamp,
        "Message-ID": _message_id(one, domain),
        **_SIGNS.get(one.client, {}),
    }
    if one.client == "bare":
        del usual["Message-ID"]
    lines = {**usual, **one.headers}
    return [*_route(one, sender, stamp), *((name, value) for name, value in lines.items() if value)]
