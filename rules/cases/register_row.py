"""One row of the register (correspondence log) as a value, with all its columns, and what a kind of row is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from ..words import STOPS, Flag, Why
from .event_values import FlagSeen
from .phrases import local_time

_LEGAL = frozenset({Flag.SAR, Flag.FOI, Flag.SOLICITOR, Flag.DP_COMPLAINT})


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


class Sheet(StrEnum):
    """The sheets of a copy beside the register itself, which holds every row."""

    DEADLINES = "Deadlines"
    LETTERS = "Letters"
    DECISIONS = "Decisions"


class Shown(Struct, frozen=True, kw_only=True):
    """What readers other than a panel see of every row of one kind, whatever the entry says.

    Attributes:
        governors: the sentence that governors read in place of the entry's own.
        adult: why the adult reads no more than that there is an entry; None: they read it, less what is protected.
        quotes: its sentence repeats what somebody wrote, so a copy for governors says that words were left out.
        sheets: the side sheets on which it stands too.
    """

    governors: str
    adult: Why | None
    quotes: bool = False
    sheets: frozenset[Sheet] = frozenset()


class Draft(Struct, frozen=True, kw_only=True):
    """What the row of a posted letter tells of its draft."""

    file: str
    reason: str
    template_sha256: str


@dataclass(slots=True, kw_only=True)
class Seen:
    """What earlier entries of the case told, for the rows that come after them; letters by name and version.

    `approved` holds who approved a letter, and when.
    """

    clause_of: Callable[[str], str]
    adult: str = ""
    clause: str = ""
    drafts: dict[tuple[str, int], Draft] = field(default_factory=dict)
    approved: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    sent_to: dict[tuple[str, int], str] = field(default_factory=dict)
    last_posted: str = ""


def minute(at: datetime) -> str:
    """The moment as a row shows it."""
    return local_time(at).isoformat(sep=" ", timespec="minutes")


def sensitivity_of(flags: Iterable[FlagSeen]) -> Sensitivity:
    """How far the row of an email with these flags may travel."""
    seen = {one.flag for one in flags}
    if seen & STOPS:
        return Sensitivity.SAFEGUARDING
    return Sensitivity.LEGAL if seen & _LEGAL else Sensitivity.ORDINARY


def amend(
    rows: list[RegisterRow],
    fits: Callable[[RegisterRow], bool],
    change: Callable[[RegisterRow], Mapping[str, object]],
) -> None:
    """Put what came later onto the row it is about: the last one that fits, where there is one."""
    for place in range(len(rows) - 1, -1, -1):
        if fits(rows[place]):
            rows[place] = replace(rows[place], **change(rows[place]))
            return


def is_posting(row: RegisterRow) -> bool:
    """Whether the row is of a letter that left."""
    return row.posted_on != ""


def is_version(row: RegisterRow, letter: str, version: int) -> bool:
    """Whether the row is of this version of this letter leaving."""
    return is_posting(row) and (row.letter, row.version) == (letter, version)
