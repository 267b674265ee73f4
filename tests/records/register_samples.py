"""Rows and cases for tests of the register's files."""

from msgspec.structs import replace

from letterladder.rules.cases.register_row import Direction, RegisterRow, RowFile, Sensitivity
from letterladder.rules.register.register_case import CaseHead, CaseRecord, Title
from letterladder.rules.words import Profile

TITLE = Title(school="Fellside School", profile=Profile.PANEL)


def row(summary: str = "A report arrived.", number: int = 2, /, **more: str) -> RegisterRow:
    """One row; `more` are its further columns."""
    bare = RegisterRow(
        seq=number,
        ref="2026-0042",
        school="Fellside School",
        happened_on="2026-11-09",
        recorded_at="2026-11-09 09:00+00:00",
        direction=Direction.IN,
        summary=summary,
        kind=more.pop("kind", "ReportReceived"),
        sensitivity=Sensitivity.ORDINARY,
        hash=f"{number:064x}",
        attachments=(RowFile(name="mail/a.eml", sha256="cd" * 32),),
    )
    return replace(bare, **more)


LETTER = {
    "kind": "LetterPosted",
    "letter": "L1",
    "posted_on": "2026-11-10",
    "method": "first-class",
    "deemed_received": "2026-11-12",
    "answer_by": "2026-11-19",
    "outcome": "lapsed",
}
DECISION = {"kind": "DecisionMade", "decision": "L3", "reason": "It went on.", "decided_by": "Mrs Hollis"}


def record(*rows: RegisterRow, ref: str = "2026-0042") -> CaseRecord:
    """A case with these rows."""
    head = CaseHead(
        ref=ref,
        school="Fellside School",
        adult="Mr Gavin Stott",
        pupils=("Zoë Stott",),
        conduct=("threats to staff",),
        state="open",
        opened_on="2026-11-09",
        step="L1",
        outcome="lapsed",
        last_seq=9,
        last_hash="ab" * 32,
    )
    return CaseRecord(head=head, rows=rows)
