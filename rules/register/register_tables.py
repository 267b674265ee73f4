"""The register's side tables: deadlines, letters, decisions; each a header and lines made from rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..cases.register_row import RegisterRow, RowFile, Sheet
from .register_kinds import kinds_on

Cell = str | int | date | None

DATES = frozenset({"happened_on", "posted_on", "deemed_received", "answer_by", "answered_on"})
"""Columns that hold a day."""

HEADINGS = {
    "seq": "Entry",
    "ref": "Case",
    "happened_on": "Date of event",
    "recorded_at": "Recorded (UK time)",
    "from_role": "From",
    "template_sha256": "Template SHA-256",
    "clause": "Policy clause",
    "hash": "Log line SHA-256",
    "answer_by": "Answer by",
    "answer_unit": "Time to answer",
    "answer_rule": "How the date was reached",
    "proof": "Proof or reference",
    "owner": "Who acts next",
    "corrected_by": "Corrected by entry",
    "correction": "What is right instead",
    "withheld": "Withheld, because",
    "attachments": "Files (name, SHA-256)",
}
"""Headings that are not simply the column's name."""

ORDER = (
    *("ref", "seq", "school", "happened_on", "recorded_at", "direction", "channel", "from_role", "to"),
    *("summary", "letter", "version", "clause", "decision", "reason", "decided_by", "decided_at"),
    *("posted_on", "method", "proof", "deemed_received", "answer_by", "answer_unit", "answer_rule"),
    *("answered_on", "outcome", "next_action", "owner", "attachments", "sensitivity", "withheld"),
    *("corrected_by", "correction", "kind", "template_sha256", "hash"),
)
"""The order in which people read the columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet: which rows belong on it, and its columns."""

    name: str
    columns: tuple[str, ...]
    kinds: frozenset[str] = frozenset()

    def takes(self, row: RegisterRow) -> bool:
        """Whether this row is on the sheet."""
        return not self.kinds or row.kind in self.kinds


REGISTER = Table(name="Register", columns=ORDER)
DEADLINES = Table(
    name=Sheet.DEADLINES,
    columns=(
        *(
            "ref",
            "letter",
            "version",
            "posted_on",
            "deemed_received",
            "answer_by",
            "answer_unit",
            "answer_rule",
        ),
        *("answered_on", "outcome", "next_action", "seq", "hash"),
    ),
    kinds=kinds_on(Sheet.DEADLINES),
)
LETTERS = Table(
    name=Sheet.LETTERS,
    columns=(
        *(
            "ref",
            "letter",
            "version",
            "posted_on",
            "method",
            "to",
            "proof",
            "decided_by",
            "decided_at",
            "clause",
        ),
        *("attachments", "template_sha256", "outcome", "withheld", "seq", "hash"),
    ),
    kinds=kinds_on(Sheet.LETTERS),
)
DECISIONS = Table(
    name=Sheet.DECISIONS,
    columns=(
        *(
            "ref",
            "happened_on",
            "decision",
            "reason",
            "decided_by",
            "decided_at",
            "letter",
            "version",
            "clause",
        ),
        *("next_action", "withheld", "seq", "hash"),
    ),
    kinds=kinds_on(Sheet.DECISIONS),
)
TABLES = (REGISTER, DEADLINES, LETTERS, DECISIONS)


def heading(column: str) -> str:
    """A column's name as people read it."""
    return HEADINGS.get(column) or column.replace("_", " ").capitalize()


def cells(row: RegisterRow, columns: Iterable[str]) -> Iterator[Cell]:
    """The row's values in these columns, with days as days; None where there is nothing to say."""
    for column in columns:
        yield _cell(column, getattr(row, column))


def _cell(column: str, value: str | int | tuple[RowFile, ...]) -> Cell:
    if isinstance(value, tuple):
        return "\n".join(f"{kept.name}  {kept.sha256}" for kept in value) or None
    if not value:
        return None
    if column in DATES and isinstance(value, str):
        return date.fromisoformat(value)
    return value
