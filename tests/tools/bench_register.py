"""How long a large register takes to become a workbook, beside a bare dump of the same cells, and how much memory."""

import resource
import runpy
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from xlsxwriter import Workbook

ROOT = Path(__file__).resolve().parents[2]
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from letterladder.records.papers.register_xlsx import write_xlsx  # noqa: E402 - the line above makes the package
from letterladder.rules.cases.register_row import Direction, RegisterRow, RowFile, Sensitivity  # noqa: E402
from letterladder.rules.register.register_case import CaseHead, CaseRecord, Title  # noqa: E402
from letterladder.rules.register.register_tables import TABLES, cells  # noqa: E402
from letterladder.rules.words import Profile  # noqa: E402

ROWS = 100_000
ROWS_A_CASE = 20


def cases() -> Iterator[CaseRecord]:
    """The register, case by case."""
    for number in range(ROWS // ROWS_A_CASE):
        ref = f"2026-{number + 1:04d}"
        rows = tuple(one_row(ref, seq) for seq in range(1, ROWS_A_CASE + 1))
        head = CaseHead(
            ref=ref,
            school="Fellside School",
            adult="Mr Gavin Stott",
            pupils=(),
            conduct=(),
            state="open",
            opened_on="2026-11-09",
            step="",
            outcome="",
            last_seq=ROWS_A_CASE,
            last_hash="ab" * 32,
        )
        yield CaseRecord(head=head, rows=rows)


def one_row(ref: str, seq: int) -> RegisterRow:
    """A posted letter or a report."""
    return RegisterRow(
        seq=seq,
        ref=ref,
        school="Fellside School",
        happened_on="2026-11-09",
        recorded_at="2026-11-09 09:00+00:00",
        direction=Direction.OUT,
        summary=f"Letter L1 version {seq} left by first-class post on 9 November 2026.",
        kind="LetterPosted" if seq % 4 == 0 else "ReportReceived",
        sensitivity=Sensitivity.ORDINARY,
        hash=f"{seq:064x}",
        posted_on="2026-11-09",
        answer_by="2026-11-19",
        attachments=(RowFile(name="letters/1.docx", sha256="cd" * 32),),
    )


def bare(path: Path) -> None:
    """The same cells, without styles, widths or filters."""
    book = Workbook(str(path), {"constant_memory": True, "default_date_format": "dd/mm/yyyy"})
    sheets = [(table, book.add_worksheet(table.name)) for table in TABLES]
    places = [0] * len(sheets)
    for record in cases():
        for row in record.rows:
            for number, (table, sheet) in enumerate(sheets):
                if table.takes(row):
                    for place, value in enumerate(cells(row, table.columns)):
                        if value is not None:
                            sheet.write(places[number], place, value)
                    places[number] += 1
    book.close()


def main() -> int:
    """Measure both in turn, the bare dump first; print rows, seconds, ratio and the peak of memory."""
    title = Title(school="Fellside School", profile=Profile.PANEL)
    with tempfile.TemporaryDirectory() as name:
        bare_seconds = timed(lambda: bare(Path(name) / "bare.xlsx"))
        before = peak()
        own_seconds = timed(lambda: write_xlsx(Path(name) / "own.xlsx", title, cases()))
        after = peak()
    sys.stdout.write(
        f"register to xlsx, {ROWS} rows: {own_seconds:.1f} s; bare xlsxwriter, same cells: {bare_seconds:.1f} s;"
        f" ratio {own_seconds / bare_seconds:.2f}; peak memory {after:.0f} MB (bare alone {before:.0f} MB)\n"
    )
    return 0


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def peak() -> float:
    """The most memory this program has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
