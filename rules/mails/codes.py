"""One-time codes, and the mark that proves a reference: both made by this school alone, neither to be guessed.

A code is bound to the case, to the exact bytes and to the approver; only its hash is ever stored. A mark is a keyed
hash of the case's reference, written behind it: "2026-0042.k7qm2r". It says nothing, and nobody else can make one.
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No I, O, 0 or 1: a code may be read out over the telephone."""

_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2212-"
_SIGN = "[A-HJ-NP-Z2-9]"


def _code(gap: str, before: str = r"\b") -> re.Pattern[str]:
    digit = rf"(?=[A-Z]{{0,3}}[2-9]|{_SIGN}{{4}}{gap}[A-Z]{{0,3}}[2-9])"
    return re.compile(rf"{before}{digit}{_SIGN}{{4}}{gap}{_SIGN}{{4}}\b")


CODE = _code(rf"[{_HYPHENS}]?")
"""What a code looks like: two groups of four, with a digit among them, so that no plain word is one.

Telephones write a dash where we wrote a hyphen.
"""
SPACED_CODE = _code(rf"\s?[{_HYPHENS}]?\s?")
"""A code written with a space: only where a code must stand, for "week 24th" looks the same."""


_HYPHENED = _code(rf"[{_HYPHENS}]")
_ANY_CASE = re.compile(_code(rf"[{_HYPHENS}]?").pattern, re.IGNORECASE)


def without_codes(text: str, *, ours: bool) -> str:
    """The text with no one-time code in it, for tellings of an email.

    Args:
        text: what somebody wrote.
        ours: one of our own people wrote it, who may write a code in any letters and without its hyphen.
    """
    return (_ANY_CASE if ours else _HYPHENED).sub("(a code)", text)


_SENT = _code(rf"[{_HYPHENS}]", before=r"(?:\b|(?<=%20)|(?<=%0A))")
"""Also within a link, where what stands before it is written as %20."""


def without_sent_codes(text: str) -> str:
    """One of our emails, its links too, with no one-time code in it: what is kept of it once it has left."""
    return _SENT.sub("(a code)", text)


def plain_code(code: str) -> str:
    """The code as it is compared: capitals, no hyphen of any length, no spaces."""
    return re.sub(rf"[\s{_HYPHENS}]", "", code).upper()


def code_holder(role: str, person: str) -> str:
    """Whose a code is: the role's; where several hold it, that of the one with this address."""
    return f"{role} {person.casefold()}" if person else role


def code_hash(code: str, *, ref: str, subject: str, approver: str) -> str:
    """The hash that is stored: SHA-256 of the code with what it is bound to.

    Args:
        code: as sent; case and hyphen do not matter.
        ref: the case.
        subject: the SHA-256 of the letter, or what the decision is about.
        approver: the role that may use the code.
    """
    return hashlib.sha256("\n".join((plain_code(code), ref, subject, approver)).encode()).hexdigest()


def bound_code(secret: bytes, *bound: str) -> str:
    """The code that belongs to these words: eight of 32 letters and digits (40 bits), one digit at least.

    The same words have the same code, so that a reminder carries the code of the email before it.

    Args:
        secret: what only this school has.
        bound: the case, the version and the bytes of a letter, and the approver.
    """
    number = 0
    while True:
        told = "\n".join(("approval code", str(number), *bound))
        digest = hmac.new(secret, told.encode(), hashlib.sha256).digest()
        signs = "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:8])
        if any(sign.isdigit() for sign in signs):
            return f"{signs[:4]}-{signs[4:]}"
        number += 1


MARK_SIGNS = 6
"""Letters and digits of a mark: 30 bits, far beyond what can be tried by sending emails."""

_REF = re.compile(r"(?<![\w.-])(20\d\d-\d{4,6})(?:\.([a-z2-7]{6})(?![a-z0-9]))?(?![\w-])", re.IGNORECASE)
_OWN_ID = re.compile(r"<(20\d\d-\d{4,6})\.([a-z2-7]{6})\.[0-9a-f]{8,64}@[^<>\s]+>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A case that an email names, and the mark it gives for it ("" for none); the mark may be forged."""

    ref: str
    mark: str = ""

    def fits(self, tag: str) -> bool:
        """Whether this is the case's own `tag`, as `tag_of` makes it."""
        return bool(self.mark) and hmac.compare_digest(f"{self.ref}.{self.mark}", tag)


def tag_of(ref: str, secret: bytes) -> str:
    """The reference with its mark; "" stays ""."""
    if not ref:
        return ""
    keyed = hmac.new(secret, ref.encode(), hashlib.sha256).digest()
    return f"{ref}.{base64.b32encode(keyed).decode().lower()[:MARK_SIGNS]}"


def named_in(subject: str) -> tuple[Named, ...]:
    """The cases that a subject line names, in order, each once."""
    found = (Named(ref=match[1], mark=(match[2] or "").lower()) for match in _REF.finditer(subject))
    return tuple(dict.fromkeys(found))


def named_by_ids(message_ids: Iterable[str]) -> tuple[Named, ...]:
    """The cases that Message-IDs of the form we give to our emails name, in order, each once."""
    matches = (_OWN_ID.fullmatch(one) for one in message_ids)
    return tuple(dict.fromkeys(Named(ref=match[1], mark=match[2].lower()) for match in matches if match))
