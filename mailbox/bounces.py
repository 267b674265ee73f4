"""An email that came back: which of our emails it was, and which addresses failed."""

import logging
import re
from dataclasses import dataclass
from email.message import Message

from flufl.bounce import all_failures

from .bodies import media_type, outer_parts, take_apart, text_of, walk
from .charsets import to_text
from .headers import ODD_MAIL, addresses, message_ids, raw_value
from .robots import has_null_sender, is_from_mail_system, is_returned_subject, says_not_delivered, sign_of

LOOKED_AT = 200_000
"""Bytes of an email up to which the library looks for the wording of old mail systems."""

# The library logs every email that trips it up with a traceback; what it finds or not is all we want.
logging.getLogger("flufl.bounce").setLevel(logging.CRITICAL + 1)

LONGEST_LINE = 300
"""Characters of a line that are looked at."""

HEADERS_SEEN = 3
"""Header lines in a row that begin the copy of an email."""

_COPY = re.compile(
    r"[ >*=_-]{0,40}(?:below this line is a copy of the message|this is a copy of (?:the|your) message"
    r"|(?:the )?original message(?: follows| headers)?|unsent message(?: below| follows)?"
    r"|(?:your )?message (?:text )?follows|returned (?:message|mail) follows|transcript of session follows"
    r"|included is a copy of the message|header of your message)\b",
    re.IGNORECASE,
)
_HEADER = re.compile(r"[ >|]{0,20}[A-Za-z][A-Za-z0-9-]{1,40}:(?:\s|$)|\s{1,20}\S")
_OF_MAIL = re.compile(
    r"[ >|]{0,20}(?:received|return-path|message-id|from|mime-version|dkim-signature):", re.IGNORECASE
)
_RETURNED_ID = re.compile(r"^[>\s]{0,4}Message-ID:\s{0,5}(<[^\s<>]{1,900}>)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounce:
    """What a returned email says. `is_final` is False for a notice that delivery is only late.

    `is_proved`: a delivery report in its parts, or a mail system whose wording names the address; else only signs
    speak for it, and it is a bounce where it gives back one of our own emails.
    """

    is_final: bool
    is_proved: bool
    message_ids: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


def read_bounce(message: Message, size: int) -> Bounce | None:
    """What came back; None where the email is not a report on a delivery.

    Args:
        message: the email.
        size: its length in bytes; the wording of very large emails is not searched.
    """
    status = _statuses(message)
    suspected = bool(sign_of(message)) or says_not_delivered(message)
    if not status and not suspected:
        return None
    late, failed = _by_wording(message, size)
    if not status and not (late or failed):
        return _by_its_envelope(message)
    lost = _named(status, "failed") or failed
    delayed = not lost and bool(_named(status, "delayed") or late)
    delivered = bool(status) and all(action in ("delivered", "relayed", "expanded") for action, _ in status)
    return Bounce(
        is_final=not delayed and not delivered,
        is_proved=_proves(message, bool(status)),
        message_ids=_returned(message),
        failed=lost,
    )


def _proves(message: Message, has_status: bool) -> bool:
    """Whether no person can have written it: status parts in a report, or the words and the name of a mail system."""
    if has_status and media_type(message) == "multipart/report":
        return True
    return is_from_mail_system(message) or (has_null_sender(message) and says_not_delivered(message))


def above_the_copy(text: str) -> str:
    """What a mail system says above the copy of the email that it returns, where it puts both into one text."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if _COPY.match(line[:LONGEST_LINE]) or _is_header_block(lines[number : number + HEADERS_SEEN]):
            return "\n".join(lines[:number]).strip()
    return text.strip()


def _is_header_block(lines: list[str]) -> bool:
    """Whether these lines are the headers of an email: nothing else has so many in a row."""
    held = [line[:LONGEST_LINE] for line in lines]
    fields = [_HEADER.match(line) for line in held]
    return len(lines) == HEADERS_SEEN and all(fields) and any(_OF_MAIL.match(line) for line in held)


def _statuses(message: Message) -> list[tuple[str, str]]:
    """Action and address of every recipient named in delivery-status parts (RFC 3464)."""
    found = []
    for part in outer_parts(message):
        if media_type(part) == "message/delivery-status":
            # The standard parser makes one part of every group of fields.
            found += [_status(group) for group in _groups(part)]
    return [(action, address) for action, address in found if action]


def _groups(part: Message) -> list[Message]:
    held = part.get_payload()
    return [group for group in held if isinstance(group, Message)] if isinstance(held, list) else []


def _status(group: Message) -> tuple[str, str]:
    action = raw_value(group, "Action").strip().lower().partition(" ")[0]
    for name in ("Original-Recipient", "Final-Recipient"):
        stated = raw_value(group, name).rpartition(";")[2].strip().strip("<>").lower()
        if "@" in stated:
            return action, stated
    return action, ""


def _named(status: list[tuple[str, str]], action: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address for said, address in status if said == action and address))


def _by_wording(message: Message, size: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Addresses that are late, and that failed, by the wording of many mail systems (flufl.bounce)."""
    if size > LOOKED_AT:
        return (), ()
    try:
        late, failed = all_failures(message)
    except ODD_MAIL:
        return (), ()
    return _texts(late), _texts(failed)


def _texts(found: frozenset[bytes]) -> tuple[str, ...]:
    return tuple(sorted({to_text(address).strip().lower() for address in found}))


def _by_its_envelope(message: Message) -> Bounce | None:
    """Sender and subject of a returned email in a wording nobody knows: final, addresses unknown."""
    failed = tuple(address for _, address in addresses(message, "X-Failed-Recipients"))
    by_system = is_from_mail_system(message) or has_null_sender(message)
    if not (by_system and says_not_delivered(message)) and not failed:
        return None
    proved = is_from_mail_system(message) and is_returned_subject(message)
    return Bounce(is_final=True, is_proved=proved, message_ids=_returned(message), failed=failed)


def _returned(message: Message) -> tuple[str, ...]:
    """Message-IDs of the email that came back: from its headers, else from the text, else what is answered."""
    found: list[str] = []
    for part in walk(message):
        kind = media_type(part)
        if part is message:
            continue
        if kind == "text/rfc822-headers":
            found += _RETURNED_ID.findall(text_of(part))
        elif not part.is_multipart() or kind.startswith("multipart/"):
            found += message_ids(part, "Message-ID")
    if not found:
        found += _RETURNED_ID.findall(take_apart(message).text)
    return tuple(dict.fromkeys((*found, *message_ids(message, "In-Reply-To"))))
