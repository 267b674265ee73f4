"""One-time codes: bound to the case, to the exact bytes and to the approver; only their hash is ever stored."""

import hashlib
import re

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No I, O, 0 or 1: a code may be read out over the telephone."""

CODE = re.compile(r"\b(?=[A-Z-]{0,8}[2-9])[A-HJ-NP-Z2-9]{4}-?[A-HJ-NP-Z2-9]{4}\b")
"""What a code looks like: two groups of four, with a digit among them, so that no plain word is one."""


def plain_code(code: str) -> str:
    """The code as it is compared: capitals, no hyphen, no spaces."""
    return re.sub(r"[\s-]", "", code).upper()


def code_hash(code: str, *, ref: str, subject: str, approver: str) -> str:
    """The hash that is stored: SHA-256 of the code with what it is bound to.

    Args:
        code: as sent; case and hyphen do not matter.
        ref: the case.
        subject: the SHA-256 of the letter, or what the decision is about.
        approver: the role that may use the code.
    """
    return hashlib.sha256("\n".join((plain_code(code), ref, subject, approver)).encode()).hexdigest()
