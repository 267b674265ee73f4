"""A closed case skimmed for the index: whose it was and which emails it holds, without folding its log.

An index that is rebuilt goes over every case there ever was, and nearly all of them are over. Each line must name
the hash of the line before it; whether its own hash is that of its bytes is asked by whoever reads the case for
good, by `verify`, and of all cases in turn by the first round of each day. Whatever is not quite as expected here is
left to the full reading, which says what is wrong.
"""

from typing import get_args

import msgspec

from ...rules.cases.events import AnyEvent
from ..logs.chain import NEWEST, End

CLOSED, REOPENED = "CaseClosed", "CaseReopened"
OPENED, TRIAGED = "CaseOpened", "Triaged"
WITH_MAIL = frozenset({"ReportReceived", "MailAttached"})
MOVED = "MailMoved"
KINDS = frozenset(kind.__name__ for kind in get_args(AnyEvent))


class _Event(msgspec.Struct):
    kind: str
    adult: str = ""
    mail: str = ""
    from_ref: str = ""
    reason: str = ""


class _Line(msgspec.Struct):
    seq: int
    event: _Event
    v: int
    prev: str
    hash: str


class Skimmed(msgspec.Struct, frozen=True):
    """The adult, the SHA-256 of the emails, and the end of the log of a case that is over."""

    adult: str
    mails: frozenset[str]
    end: End


_DECODE = msgspec.json.Decoder(_Line).decode


def skim(content: bytes, ref: str) -> Skimmed | None:
    """What the index needs of a case that is over; None for any other, and for a log that is not as it should be."""
    if f'"kind":"{CLOSED}"'.encode() not in content or not content.endswith(b'"}\n'):
        return None
    adult, closed = "", False
    mails: set[str] = set()
    seq, prev = 0, ""
    for line in content[:-1].split(b"\n"):
        found = _next(line, seq, prev)
        if found is None:
            return None
        seq, prev, event = found.seq, found.hash, found.event
        kind = event.kind
        if kind in WITH_MAIL:
            mails.add(event.mail)
        elif kind == OPENED or (kind == TRIAGED and event.adult):
            adult = event.adult
        elif kind == MOVED and event.from_ref == ref:
            mails.discard(event.mail)
        elif kind in (CLOSED, REOPENED):
            closed = kind == CLOSED and event.reason != ""
        elif kind not in KINDS:
            return None
    return Skimmed(adult, frozenset(mails), End(seq, prev)) if closed else None


def _next(line: bytes, seq: int, prev: str) -> _Line | None:
    """The line, where it follows the one before."""
    try:
        found = _DECODE(line)
    except msgspec.DecodeError:
        return None
    return found if found.seq == seq + 1 and found.prev == prev and found.v <= NEWEST else None
