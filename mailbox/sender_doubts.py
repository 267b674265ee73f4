"""Why the sender that an email names may be read in two ways: two From lines, two mailboxes, look-alike letters."""

import unicodedata
from collections.abc import Iterator
from email.message import Message
from email.utils import getaddresses

from .headers import ADDRESS, ODD_MAIL, addresses, raw_values, readable

_RESENT = ("Resent-From", "Resent-Sender")


def sender_doubts(message: Message) -> tuple[str, ...]:
    """What is odd about the sender of an email, in words behind "it": empty where one person alone is named."""
    return tuple(dict.fromkeys(_doubts(message)))


def _doubts(message: Message) -> Iterator[str]:
    lines = raw_values(message, "From")
    named = addresses(message, "From")
    if len(lines) > 1:
        yield "it has more than one From line"
    elif len({address for _, address in named}) > 1:
        yield "it names more than one sender"
    if any(raw_values(message, name) for name in _RESENT):
        yield "it was sent on by somebody else (it has a Resent-From line)"
    own = {address for _, address in named}
    for line in lines:
        written = _written(line)
        if own and not written:
            yield "the address of its sender is in an encoded word"
        if any(_folds_to_ascii(address) for _, address in written) or _folds_to_ascii("".join(own)):
            yield "the address of its sender has letters that only look like ours"
        if any(other.lower() not in own for name, _ in written for other in ADDRESS.findall(readable(name))):
            yield "another address is in the name of its sender"


def _written(line: str) -> list[tuple[str, str]]:
    """Names and addresses as they stand, no word of them decoded and no letter changed."""
    try:
        return [(name, address) for name, address in getaddresses([line]) if ADDRESS.fullmatch(address)]
    except ODD_MAIL:
        return []


def _folds_to_ascii(address: str) -> bool:
    """Whether a letter becomes an English one when capitals are made small: a long s, the Kelvin sign."""
    return any(
        not sign.isascii() and unicodedata.normalize("NFKC", sign).casefold()[:1].isascii()
        for sign in address
    )
