"""What an approver's reply says: a clear yes, a clear return, a decision, or nothing clear.

A wrong yes sends a letter, a wrong "unclear" costs one more email; so whatever is in doubt is unclear.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from ..texts.reply_lines import ends_here, is_doubt, is_harmless, own_lines, without_sign_off
from .codes import CODE, SPACED_CODE, plain_code

FIRST_LINES = 4
"""Only the first written lines may hold the order; further down people sign."""

_STOP = re.compile(r"^\W*(?:please\s+)?stop\b", re.IGNORECASE)
_NOT_ME = re.compile(
    r"\b(?:was|is)(?:n['\u2019]?t| not) (?:me|mine|I)\b|\bnot (?:me|mine|by me|from me)\b"
    r"|\bI (?:did(?:n['\u2019]?t| not)|have(?:n['\u2019]?t| not)|never)\b",
    re.IGNORECASE,
)
_LEAD = r"^(?:\W|\d{1,2}[.)]\s|(?:yes|ok|okay|please|i)\b)*"
_ORDER = re.compile(rf"{_LEAD}(APPROVED?|RETURN(?:ED)?|DECIDED?)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:\W|\b(?:the|this|letter|draft|with|code|for|ref)\b)*", re.IGNORECASE)
_PROMPT = re.compile(r"^\W*(?:reason|note|words?|what should change)\s*(?::\s*|$)", re.IGNORECASE)
_STEP = re.compile(r"([A-Za-z][\w-]*)(?:$|[\s:,.;\-–—])")
_TWO_STEPS = re.compile(r"^\W*(?:or|and|not|but)\b", re.IGNORECASE)
_REASON_BEGINS = re.compile(r"^\s*(?:$|[:,.;\-–—]|(?:because|as|since|reason)\b)", re.IGNORECASE)


class Said(StrEnum):
    """What the reply is."""

    APPROVE = "approve"
    RETURN = "return"
    DECIDE = "decide"
    UNCLEAR = "unclear"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A reply, read: `code` as compared, `step` for a decision, `words` the approver's own note or reason."""

    said: Said
    code: str = ""
    step: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """The line that orders something, taken apart: `rest` follows the code; lines above and below surround it."""

    said: Said
    code: str
    above: list[str]
    rest: str
    below: list[str]


def read_reply(own_words: str) -> Reply:
    """Read the sender's own words; quoted emails and signatures that are still in them are left out.

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
    reply = _taken(order) if order and not codes.keys() - {order.code} else None
    return reply or Reply(said=Said.UNCLEAR, code=next(iter(codes), ""), words=own_words.strip())


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


def _taken(order: _Order) -> Reply | None:
    match order.said:
        case Said.APPROVE:
            return _approved(order)
        case Said.RETURN:
            words = _words(order.rest, order.below)
            return Reply(said=Said.RETURN, code=order.code, words=words) if words else None
        case _:
            return _decided(order)


def _approved(order: _Order) -> Reply | None:
    """A yes, where nothing else is said: thanks, a name and a signature do not make it doubtful."""
    remarks = [*order.above, *([order.rest] if order.rest else []), *order.below]
    for number, line in enumerate(remarks):
        if ends_here(line):
            doubtful = any(is_doubt(signed) for signed in remarks[number:])
            return None if doubtful else Reply(said=Said.APPROVE, code=order.code)
        if not is_harmless(line):
            return None
    return Reply(said=Said.APPROVE, code=order.code)


def _decided(order: _Order) -> Reply | None:
    """A decision: one step and a reason. "none of these" is not the step none."""
    found = _STEP.match(order.rest)
    if not found:
        return None
    after = order.rest[found.end(1) :]
    step = _step(found.group(1))
    if _TWO_STEPS.match(after) or (step == "none" and not _REASON_BEGINS.match(after)):
        return None
    words = _words(after.strip(" :,.;-–—"), order.below)
    return Reply(said=Said.DECIDE, code=order.code, step=step, words=words) if words else None


def _step(typed: str) -> str:
    """The step as policies write it: telephones make "None" and "l2" of it."""
    return typed.lower() if typed.lower() == "none" else typed[:1].upper() + typed[1:]


def _words(rest: str, below: list[str]) -> str:
    """The approver's own words after the order: none of our prompts, no sign-off; "" where nothing is said."""
    lines = [rest, *below] if rest else below
    lines = [_PROMPT.sub("", line).strip() for line in lines[:1]] + lines[1:]
    kept = [line for line in without_sign_off(lines) if line]
    return "" if all(is_harmless(line) for line in kept) else "\n".join(kept)
