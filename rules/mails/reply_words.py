"""What an approver's reply says: a clear yes, a clear return, a decision, or nothing clear.

A wrong yes sends a letter, a wrong "unclear" costs one more email; so whatever is in doubt is unclear.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ...ground.values import replace
from ..texts.reply_lines import own_lines
from .codes import CODE, SPACED_CODE, plain_code
from .known_lines import NOBODY, Signer, is_closing, is_greeting, raises_doubt, unknown_lines

FIRST_LINES = 4
"""Only the first written lines may hold the order; further down people sign."""

_STOP = re.compile(r"^\W*(?:please\s+)?stop\b", re.IGNORECASE)
_NOT_ME = re.compile(
    r"\b(?:was|is)(?:n['\u2019]?t| not) (?:me|mine|I)\b|\bnot (?:me|mine|by me|from me)\b"
    r"|\bI (?:did(?:n['\u2019]?t| not)|have(?:n['\u2019]?t| not)|never)\b",
    re.IGNORECASE,
)
_PICTURES = r"\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_LEAD = rf"^(?:[^\w?\uff1f\u061f~{_PICTURES}]|\d{{1,2}}[.)]\s|(?:yes|ok|okay|please|i)\b)*"
_ORDER = re.compile(rf"{_LEAD}(APPROVED?|RETURN(?:ED)?|DECIDED?)\b", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"(?:[^\w?\uff1f\u061f{_PICTURES}]|\b(?:the|this|letter|draft|with|code|for|ref)\b)*",
    re.IGNORECASE,
)
_PROMPT = re.compile(r"^\W*(?:reason|note|words?|what should change)\s*(?::\s*|$)", re.IGNORECASE)
_CONFIRMS = re.compile(r"\W*signature\b\W*", re.IGNORECASE)
_STEP = re.compile(r"([A-Za-z][\w-]*)(?:$|[\s:,.;\-–—])")
_NO_STEP = re.compile(r"(?:not|no|neither|nor|never)", re.IGNORECASE)
_TWO_STEPS = re.compile(r"^\W*(?:or|and|not|but)\b", re.IGNORECASE)
_REASON_BEGINS = re.compile(r"^\s*(?:$|[:,.;\-–—]|(?:because|as|since|reason)\b)", re.IGNORECASE)


class Said(StrEnum):
    """What the reply is."""

    APPROVE = "approve"
    RETURN = "return"
    DECIDE = "decide"
    UNCLEAR = "unclear"
    TWOFOLD = "said in two ways"
    NOTHING = "nothing"


ORDERS = frozenset({Said.APPROVE, Said.RETURN, Said.DECIDE})
"""A reply that orders something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A reply, read: `code` as compared, `step` for a decision, `words` the approver's own note or reason.

    `unknown` are the lines for which alone it is unclear; `confirms`: the word SIGNATURE is behind the code.
    """

    said: Said
    code: str = ""
    step: str = ""
    words: str = ""
    unknown: tuple[str, ...] = ()
    confirms: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """The line that orders something, taken apart: `rest` follows the code; lines above and below surround it."""

    said: Said
    code: str
    above: list[str]
    rest: str
    below: list[str]


def read_reply(own_words: str, signer: Signer = NOBODY) -> Reply:
    """Read the sender's own words with their signature; quoted emails that are still in them are left out.

    Exactly one of the words APPROVE, RETURN, DECIDE must begin one of the first lines and be followed by the
    only code of the email; anything else that holds an order or a code is unclear, and an unclear reply changes
    nothing.
    """
    lines = own_lines(own_words)
    codes = dict.fromkeys(plain_code(code) for line in lines for code in CODE.findall(line.upper()))
    verbs = {_verb(found) for line in lines if (found := _ORDER.match(line))}
    if not verbs and not codes:
        return Reply(said=Said.NOTHING)
    order = _order_of(lines) if len(verbs) == 1 else None
    reply = _taken(order, signer) if order and not codes.keys() - {order.code} else None
    return reply or Reply(said=Said.UNCLEAR, code=next(iter(codes), ""), words=own_words.strip())


def read_ways(ways: Sequence[str], signer: Signer = NOBODY) -> Reply:
    """Read what the sender wrote as plain text and as a page; an order that only one of them gives is no order."""
    replies = [read_reply(way, signer) for way in ways]
    waiting = [one for one in replies if one.unknown]
    clear = {(one.said, one.code, one.step) for one in replies if not one.unknown}
    codes = {one.code for one in replies}
    if len(clear) > 1 or (waiting and len(codes) > 1):
        first = max(replies, key=lambda one: bool(one.code))
        return replace(first, said=Said.TWOFOLD, unknown=(), confirms=False)
    unknown = tuple(dict.fromkeys(line for one in waiting for line in one.unknown))
    first = waiting[0] if waiting else replies[0]
    return replace(first, unknown=unknown, confirms=all(one.confirms for one in replies))


def says_stop(own_words: str) -> bool:
    """Whether somebody who was told what is recorded in their name answers that it was not them.

    They are asked for the one word STOP; whoever is startled writes "That was not me" instead. A stop too many costs a
    release, and one that is missed sends a letter.
    """
    lines = own_lines(own_words)[:FIRST_LINES]
    return any(_STOP.match(line) or _NOT_ME.search(line) for line in lines)


def _verb(found: re.Match[str]) -> Said:
    return {"A": Said.APPROVE, "R": Said.RETURN, "D": Said.DECIDE}[found.group(1)[0].upper()]


def _order_of(lines: list[str]) -> _Order | None:
    """The first line that begins with an order and goes on with its code, on the same line or alone on the next."""
    for number, line in enumerate(lines[:FIRST_LINES]):
        found = _ORDER.match(line)
        if not found:
            continue
        below = lines[number + 1 :]
        after = line[found.end() :]
        if below and not after.strip(" :,.-*"):
            after, below = below[0], below[1:]
        code = CODE.search(after.upper()) or SPACED_CODE.search(after.upper())
        if code is None or not _BETWEEN.fullmatch(after[: code.start()]):
            return None
        rest = after[code.end() :].strip(" :,.*_-–—\t")
        return _Order(
            said=_verb(found), code=plain_code(code.group()), above=lines[:number], rest=rest, below=below
        )
    return None


def _taken(order: _Order, signer: Signer) -> Reply | None:
    match order.said:
        case Said.APPROVE:
            return _approved(order, signer)
        case Said.RETURN:
            words = _words(order, order.rest, signer)
            return Reply(said=Said.RETURN, code=order.code, words=words) if words else None
        case _:
            return _decided(order, signer)


def _approved(order: _Order, signer: Signer) -> Reply:
    """A yes, where nothing else is said: each line around it is known to say nothing."""
    confirms = bool(_CONFIRMS.fullmatch(order.rest))
    again = re.compile(rf"{_LEAD}APPROVED?\W+{order.code[:4]}\W?{order.code[4:]}\W*", re.IGNORECASE)
    above = [line for line in order.above if not is_greeting(line, signer)]
    rest = [] if confirms else [order.rest]
    below = [line for line in order.below if not again.fullmatch(line)]
    strange = unknown_lines([*above, *rest], signer)
    unknown = (*strange, *unknown_lines(below, signer))
    said = Said.UNCLEAR if unknown else Said.APPROVE
    return Reply(said=said, code=order.code, unknown=unknown, confirms=confirms and not strange)


def _decided(order: _Order, signer: Signer) -> Reply | None:
    """A decision: one step and a reason, and nothing that takes it back. "none of these" is not the step none."""
    found = _STEP.match(order.rest)
    if not found:
        return None
    after = order.rest[found.end(1) :]
    step = _step(found.group(1))
    if (
        _NO_STEP.fullmatch(step)
        or _TWO_STEPS.match(after)
        or (step == "none" and not _REASON_BEGINS.match(after))
    ):
        return None
    if unknown := _taking_back(order.below, signer):
        return Reply(said=Said.UNCLEAR, code=order.code, unknown=unknown)
    words = _words(order, after.strip(" :,.;-–—"), signer)
    return Reply(said=Said.DECIDE, code=order.code, step=step, words=words) if words else None


def _taking_back(lines: list[str], signer: Signer) -> tuple[str, ...]:
    """Lines below a decision that may take it back: doubts in a few words, and unknown ones below a closing."""
    closed = next((number for number, line in enumerate(lines) if is_closing(line)), len(lines))
    reason = unknown_lines(lines[1:closed], signer)
    return (*filter(raises_doubt, reason), *unknown_lines(lines[closed:], signer))


def _step(typed: str) -> str:
    """The step as policies write it: telephones make "None" and "l2" of it."""
    return typed.lower() if typed.lower() == "none" else typed[:1].upper() + typed[1:]


def _words(order: _Order, rest: str, signer: Signer) -> str:
    """The approver's own words after the order: none of our prompts, no sign-off; "" where nothing is said."""
    lines = [rest, *order.below] if rest else order.below
    closed = next((number for number, line in enumerate(lines) if is_closing(line)), len(lines))
    lines = [
        _PROMPT.sub("", line).strip() if not number else line for number, line in enumerate(lines[:closed])
    ]
    kept = [line for line in lines if line]
    return "\n".join(kept) if unknown_lines(kept, signer) else ""
