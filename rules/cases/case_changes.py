"""Changes of a case that several events make: to one version of a letter, and who must be told of what they signed."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from ..words import LetterStatus
from .case import Answer, Case, LetterState, Trigger
from .case_parts import Signature
from .event_values import Line


def with_letter(case: Case, changed: LetterState) -> Case:
    """The case with this version of this letter in the place of the same version as it stood."""
    letters = tuple(
        changed if (item.letter, item.version) == (changed.letter, changed.version) else item
        for item in case.letters
    )
    return replace(case, letters=letters)


def letter_changed(case: Case, name: str, version: int, **changes: Any) -> Case:
    """The case with these fields of one version of one letter changed; as it was where it has no such version."""
    letter = case.letter(name, version)
    return with_letter(case, replace(letter, **changes)) if letter else case


def with_fields_given(case: Case, name: str, fields: Mapping[str, str], seq: int) -> Case:
    """The case with fields that a person supplied for this letter, "" for all of them, in this log line."""
    given, at = case.fields.get(name, {}), case.given_at.get(name, {})
    return replace(
        case,
        fields={**case.fields, name: {**given, **fields}},
        given_at={**case.given_at, name: {**at, **dict.fromkeys(fields, seq)}},
    )


def with_signature(case: Case, line: Line, *, role: str, how: str, what: str, step: str = "") -> Case:
    """The case with an act that is to be told to this role; as it was where the log names none, as older logs do.

    Args:
        case: the case.
        line: the line that tells of the act.
        role: in whose name it was done.
        how: by which way, as `Order.way`, or "mail".
        what: the act in words.
        step: the letter, or the step decided on; "" for none.
    """
    if not role:
        return case
    told = Signature(seq=line.seq, at=line.at, role=role, how=how, what=what, step=step)
    return replace(case, to_tell=(*case.to_tell, told))


def earlier_posting(case: Case, name: str) -> int:
    """The log line by which this letter last went out, where another went out after it; 0 where none did."""
    sent = [one.seq for one in case.letters if one.letter == name and one.status is LetterStatus.POSTED]
    last = case.last_posted
    return sent[-1] if sent and last and max(sent) < last.seq else 0


def called_for(case: Case, answer: Answer, *, since: int) -> Trigger:
    """The decision that an answer calls for; `since` is the first answer that nobody has decided on yet."""
    last = case.last_posted
    after = last.letter if answer.to and last else answer.letter or case.step
    return Trigger(
        seq=answer.seq,
        outcome=answer.outcome,
        after=after,
        summary=answer.summary,
        own=answer.own,
        since=since,
    )
