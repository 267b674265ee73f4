"""A case's chronology on paper: front sheet, dated table, decisions with reasons, letters and files with SHA-256."""

from collections.abc import Iterable, Iterator
from datetime import date

from reportlab.platypus import Flowable, PageBreak

from ...ground.english import uk_date_short
from ...rules.cases.register_row import Direction, RegisterRow
from ...rules.register.happening import Happening
from ...rules.register.register_case import CaseRecord, Title
from ...rules.register.register_tables import DECISIONS, LETTERS
from .exhibits import Shown, exhibits_of
from .pdf_sheet import Sheet, heading, make_pdf, small_picture, table, text

PICTURE = 104
"""Points of the longer side of a small picture, a little under four centimetres."""
_WAYS = {Direction.IN: "in", Direction.OUT: "out", Direction.INTERNAL: "within"}


def to_pdf(title: Title, cases: Iterable[CaseRecord]) -> bytes:
    """The chronologies of these cases in one document, each beginning on a fresh page."""
    story: list[Flowable] = []
    refs: list[str] = []
    for record in cases:
        if story:
            story.append(PageBreak())
        story += _chronology(title, record)
        refs.append(record.head.ref)
    if not story:
        story = [text("Chronology", "title"), text(f"{title.school}: no cases match {title.scope}.")]
    name = refs[0] if len(refs) == 1 else f"{len(refs)} cases"
    sheet = Sheet(title=f"Chronology, {name}, {title.school}", foot=f"{title.school} · {name} · confidential")
    return make_pdf(sheet, story)


def _chronology(title: Title, record: CaseRecord) -> list[Flowable]:
    return [
        text(f"Case {record.head.ref}: chronology", "title"),
        text(title.words),
        *_opening(record.happening),
        *_about(title, record),
        *heading("What was done, in order" if record.happening else "What happened"),
        *table(
            ("Date", "Way", "What", "By whom", "Entry"),
            (_happened(row) for row in record.rows),
            (17, 7, 51, 18, 7),
            empty="There are no entries in the period asked for.",
        ),
        *heading("Decisions and their reasons"),
        *table(
            ("Date", "Decision", "Reason", "By whom", "Entry"),
            (_decided(row) for row in record.rows if DECISIONS.takes(row)),
            (14, 17, 39, 22, 8),
            empty="No decision is recorded.",
        ),
        *heading("Letters"),
        *table(
            ("Letter", "Posted", "Counts as received", "Answer by", "Outcome", "Entry"),
            (_letter(row) for row in record.rows if LETTERS.takes(row)),
            (18, 22, 16, 18, 18, 8),
            empty="No letter went out.",
        ),
        *heading("Files, with the SHA-256 of their bytes"),
        *table(
            ("File", "SHA-256", "Entry"),
            ((kept.name, kept.sha256, str(row.seq)) for row in record.rows for kept in row.attachments),
            (28, 64, 8),
            empty="There are no files in this case.",
        ),
        *_fine_print(record),
    ]


def _opening(happening: Happening | None) -> list[Flowable]:
    """The event itself, in one paragraph, with the evidence."""
    if happening is None:
        return []
    return [
        *heading("What happened"),
        text(happening.told),
        *table(
            ("Evidence", "What it is", "SHA-256 of its bytes"),
            (_evidence(one) for one in exhibits_of(happening)),
            (22, 17, 61),
            empty="",
        ),
    ]


def _evidence(one: Shown) -> Iterator[str | Flowable]:
    yield small_picture(one.picture, PICTURE) if one.picture else ""
    yield "\n".join(part for part in (one.title, one.note) if part)
    yield one.sha256


def _fine_print(record: CaseRecord) -> list[Flowable]:
    """When each entry was written down, to the minute, and the line of the log that proves it."""
    return [
        *heading("Fine print: the lines of the log"),
        text(
            f"Each of the {len(record.rows)} entries was made from a line of the case's log. The lines are chained by"
            f" SHA-256; the log ends with entry {record.head.last_seq}, SHA-256 {record.head.last_hash}. Times are on"
            " an English clock, with their offset from UTC.",
            "cell",
        ),
        *table(
            ("Entry", "Recorded", "SHA-256 of the line"),
            ((str(row.seq), row.recorded_at, row.hash) for row in record.rows),
            (8, 24, 68),
            empty="There are none.",
            style="small",
        ),
    ]


def _about(title: Title, record: CaseRecord) -> list[Flowable]:
    head = record.head
    told = [
        ("School", head.school),
        ("Adult", head.adult),
        ("Pupils", ", ".join(head.pupils) or "none named"),
        ("Conduct", "; ".join(head.conduct) or "not yet triaged"),
        ("Opened", _day(head.opened_on)),
        ("State", head.state),
        ("Last step", head.step or "none"),
        ("Last outcome", head.outcome or "none"),
        ("Contents", title.scope),
    ]
    return [
        *(heading("The case") if record.happening else []),
        *table(("", ""), told, (18, 82), empty=""),
        text("Days are days in England. The last table says when each entry was written down."),
    ]


def _happened(row: RegisterRow) -> Iterator[str]:
    yield _day(row.happened_on)
    yield _WAYS[row.direction]
    said = [row.summary]
    if row.corrected_by:
        right = f": {row.correction}" if row.correction else ""
        said.append(f"Corrected by entry {row.corrected_by}{right}.")
    if row.withheld and "[withheld" not in row.summary:
        said.append(f"[withheld: {row.withheld}]")
    yield "\n".join(said)
    yield row.from_role
    yield str(row.seq)


def _decided(row: RegisterRow) -> Iterator[str]:
    yield _day(row.happened_on)
    letter = f" {row.letter} v{row.version}" if row.letter else ""
    yield f"{row.decision}{letter}"
    yield row.reason or ("[withheld: " + row.withheld + "]" if row.withheld else "none given")
    yield row.decided_by or row.owner or row.from_role
    yield str(row.seq)


def _letter(row: RegisterRow) -> Iterator[str]:
    yield f"{row.letter} version {row.version}"
    yield "\n".join(part for part in (_day(row.posted_on), row.method, row.proof) if part)
    yield _day(row.deemed_received)
    yield "\n".join(part for part in (_day(row.answer_by), row.answer_unit) if part)
    answered = f"answered {_day(row.answered_on)}" if row.answered_on else ""
    yield "\n".join(part for part in (row.outcome, answered) if part)
    yield str(row.seq)


def _day(iso: str) -> str:
    return uk_date_short(date.fromisoformat(iso)) if iso else ""
