"""What an approver's reply says: a clear yes, a clear return, a decision, or nothing clear."""

import re
from dataclasses import dataclass
from enum import StrEnum

from .codes import CODE, plain_code

FIRST_LINES = 4
"""Only the first written lines count; further down people quote and sign."""

_WORD = re.compile(r"^\W*(APPROVED?|RETURN(?:ED)?|DECIDED?)\b", re.IGNORECASE)
_ASK_FOR_WORDS = re.compile(r"^\W*(?:reason|note|words?)\s*:\s*", re.IGNORECASE)


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


def read_reply(own_words: str) -> Reply:
    """Read the sender's own words (no quotes, no signature).

    Exactly one of the words APPROVE, RETURN, DECIDE must begin one of the first lines and be followed by a
    code; anything else that holds a code is unclear, and an unclear reply changes nothing.
    """
    lines = [line.strip() for line in own_words.splitlines() if line.strip()]
    head = lines[:FIRST_LINES]
    orders = [(number, line, found) for number, line in enumerate(head) if (found := _WORD.match(line))]
    coded = CODE.search(own_words.upper())
    if not orders:
        return (
            Reply(said=Said.UNCLEAR, code=plain_code(coded.group()), words=own_words) if coded else _nothing()
        )
    number, line, found = orders[0]
    code = CODE.search(line.upper()[found.end() :])
    verbs = {_verb(one[2]) for one in orders}
    if len(verbs) > 1 or code is None:
        return Reply(said=Said.UNCLEAR, code=plain_code(coded.group()) if coded else "", words=own_words)
    rest = line[found.end() + code.end() :].strip(" :,.-")
    return _order(_verb(found), plain_code(code.group()), rest, lines[number + 1 :])


def _nothing() -> Reply:
    return Reply(said=Said.NOTHING)


def _verb(found: re.Match[str]) -> Said:
    return {"A": Said.APPROVE, "R": Said.RETURN, "D": Said.DECIDE}[found.group(1)[0].upper()]


def _order(said: Said, code: str, rest: str, below: list[str]) -> Reply:
    step = ""
    if said is Said.DECIDE:
        step, _, rest = rest.partition(" ")
    words = "\n".join([*([rest.strip()] if rest.strip() else []), *below])
    words = _ASK_FOR_WORDS.sub("", words).strip()
    if said is Said.APPROVE and re.search(
        r"\b(but|not|don'?t|wait|unless|if|hold|change)\b", words, re.IGNORECASE
    ):
        return Reply(said=Said.UNCLEAR, code=code, words=words)
    if said is Said.RETURN and not words:
        return Reply(said=Said.UNCLEAR, code=code, words=words)
    if said is Said.DECIDE and (not step or not words):
        return Reply(said=Said.UNCLEAR, code=code, step=step, words=words)
    return Reply(said=said, code=code, step=step.strip(".,:"), words=words)
