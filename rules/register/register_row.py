"""One row of the register (correspondence log) as a value, with all its columns."""

from enum import StrEnum

from msgspec import Struct


class Direction(StrEnum):
    """Whether something came to the school, left it, or happened within it."""

    IN = "in"
    OUT = "out"
    INTERNAL = "internal"


class Sensitivity(StrEnum):
    """How far a row may travel: ordinary, about a legal matter, or about safeguarding."""

    ORDINARY = "ordinary"
    LEGAL = "legal"
    SAFEGUARDING = "safeguarding"


class RowFile(Struct, frozen=True, kw_only=True):
    """A file that belongs to a row, by its path within the case and the SHA-256 of its bytes."""

    name: str
    sha256: str


class RegisterRow(Struct, frozen=True, kw_only=True):
    """One row of the register. Dates are ISO, times Europe/London with their offset from UTC.

    `seq` and `hash` name the line of the case's log that the row was made from; `withheld` says what a copy
    for governors or for the adult leaves out, and why. `corrected_by` names the later lines that say what is wrong
    in this one, and `correction` says it.
    """

    seq: int
    ref: str
    school: str
    happened_on: str
    recorded_at: str
    direction: Direction
    summary: str
    kind: str
    sensitivity: Sensitivity
    hash: str
    channel: str = ""
    from_role: str = ""
    to: str = ""
    letter: str = ""
    version: int = 0
    template_sha256: str = ""
    clause: str = ""
    decision: str = ""
    reason: str = ""
    decided_by: str = ""
    decided_at: str = ""
    posted_on: str = ""
    method: str = ""
    proof: str = ""
    deemed_received: str = ""
    answer_by: str = ""
    answer_unit: str = ""
    answer_rule: str = ""
    answered_on: str = ""
    outcome: str = ""
    next_action: str = ""
    owner: str = ""
    corrected_by: str = ""
    correction: str = ""
    withheld: str = ""
    attachments: tuple[RowFile, ...] = ()
