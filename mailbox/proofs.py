"""What proves by the email itself that no person wrote it: our own mark, a receipt, a mere automatic answer.

A bounce proves itself in `bounces.py`. That an email answers one of ours is a proof that only the workflows can find.
"""

import re
from email.message import Message

from ..rules.mails.outgoing import MailKind
from .away import is_away_text
from .bodies import media_type, outer_parts
from .headers import message_ids, raw_value
from .robots import declares_answer, is_from_mail_system, is_marked_as_ours, sign_of

STRAYS = 2
"""Sentences about other things ("the building is open") in an email that two headers call an automatic answer."""

_OUR_ID = re.compile(r"<(?:office|20\d\d-\d{4,6}\.[a-z2-7]{6})\.[0-9a-f]{8,64}@[^<>\s]+>", re.IGNORECASE)
_KINDS = frozenset(kind.value for kind in MailKind)


def proof_of(message: Message, own: str, *, bare: bool) -> str:
    """Why this is surely a machine's email, in words for the office; "" where a person may have written it.

    Args:
        message: the email.
        own: what its sender wrote, without the email that it quotes.
        bare: it carries no file, no email and no filled form.
    """
    if is_our_own(message):
        return is_marked_as_ours(message)
    if _is_receipt(message):
        return "It is a delivery or read receipt."
    if bare and _is_automatic_answer(message, own):
        return f"It is an automatic reply and says nothing else. {sign_of(message)}"
    return ""


def is_our_own(message: Message) -> bool:
    """Whether it carries the mark we set, and a Message-ID of the form that we give; anybody can write both.

    That we gave this Message-ID only the workflows can find.
    """
    ours = any(_OUR_ID.fullmatch(one) for one in message_ids(message, "Message-ID"))
    return ours and raw_value(message, "X-Letterladder").strip() in _KINDS


def _is_receipt(message: Message) -> bool:
    """A read receipt (RFC 8098), as an email program or a mail system sends it."""
    if media_type(message) != "multipart/report" and not is_from_mail_system(message):
        return False
    kinds = {media_type(part) for part in outer_parts(message)}
    return "message/disposition-notification" in kinds


def _is_automatic_answer(message: Message, own: str) -> bool:
    """A header or subject that says so, over a text that only says who is away, until when, and whom to ask."""
    if not declares_answer(message):
        return False
    replied = raw_value(message, "Auto-Submitted").strip().lower().startswith("auto-replied")
    strays = STRAYS if replied and message_ids(message, "In-Reply-To") else 0
    return is_away_text(own, raw_value(message, "Subject"), strays=strays)
