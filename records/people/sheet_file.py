"""A table that somebody uploads, CSV or Excel, as rows of plain cells; what is far too large is refused unread."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator

from ...ground.errors import Problem, Refused
from ...rules.people.headings import guessed
from ...rules.people.register_import import Sheet
from .csv_text import decoded

BROKEN_EXCEL = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    OSError,
    SyntaxError,
)
"""What openpyxl raises on a damaged file."""
MOST_BYTES = 50_000_000
"""Bytes of a file, and of all that an Excel file unpacks to."""

MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 100_000, 200, 1_000
HEAD = 15
"""Rows among which the headings are looked for: some systems write the school's name and a date above them."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_sheet(content: bytes, kind: str) -> Sheet:
    """The table in a file.

    Args:
        content: of the file.
        kind: "people" or "staff", whose headings are looked for.

    Raises:
        Refused: it is no table, or far too large; in words.
    """
    if not content.strip():
        raise Refused(_problem("The file is empty.", "Export it again from the school's system."))
    if len(content) > MOST_BYTES:
        raise Refused(_too_large(f"The file is larger than {MOST_BYTES // 1_000_000} MB"))
    if content.startswith(_OLE):
        what, do = "This is an old Excel file (.xls), or one with a password.", "Save it as .xlsx or as CSV."
        raise Refused(_problem(what, do))
    rows = _excel(content) if content.startswith(_ZIP) else _csv(content)
    return _with_headings(_bounded(rows), kind)


def _with_headings(rows: list[tuple[int, tuple[str, ...]]], kind: str) -> Sheet:
    """The row among the first that looks most like headings, and what is below it."""
    head = rows[:HEAD]
    best = max(range(len(head)), key=lambda place: (len(guessed(head[place][1], kind)), -place), default=None)
    if best is None:
        raise Refused(_problem("There is nothing in the file.", "Export it again."))
    return Sheet(headings=rows[best][1], rows=tuple(rows[best + 1 :]))


def _bounded(rows: Iterable[tuple[int, list[str]]]) -> list[tuple[int, tuple[str, ...]]]:
    found: list[tuple[int, tuple[str, ...]]] = []
    empty = 0
    for line, cells in rows:
        if len(cells) > MOST_COLUMNS:
            raise Refused(_too_large(f"Line {line} has {len(cells)} columns"))
        if any(len(cell) > LONGEST_CELL for cell in cells):
            what = f"A cell of line {line} is longer than {LONGEST_CELL:,} characters."
            raise Refused(_problem(what, "Look for a stray quotation mark, or shorten it."))
        if not any(cell.strip() for cell in cells):
            empty += 1
        else:
            found.append((line, tuple(cells)))
        if len(found) > MOST_ROWS or empty > MOST_ROWS:
            raise Refused(_too_large(f"The file has more than {MOST_ROWS:,} rows"))
    return found


def _csv(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """The lines of a CSV file; commas, semicolons or tabs, whichever is most in the first lines."""
    if b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused(_problem("This is not a table.", "Upload a CSV or an Excel file (.xlsx)."))
    text = (
        content.decode("utf-16", errors="replace")
        if content.startswith((b"\xff\xfe", b"\xfe\xff"))
        else decoded(content, "")[0]
    )
    first = text[:5_000]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        what = f"Line {line} cannot be read ({error})."
        raise Refused(_problem(what, "Look for a stray quotation mark.")) from None


def _excel(content: bytes) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook  # noqa: PLC0415 - a heavy library, for a file of this kind alone

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            _refuse_bomb(parts)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield line, [_cell(one) for one in cells[: MOST_COLUMNS + 1]]
        book.close()
    except Refused:
        raise
    except BROKEN_EXCEL:
        what = "This Excel file cannot be read."
        raise Refused(_problem(what, "Open it in Excel and save it again, or save it as CSV.")) from None


def _refuse_bomb(parts: zipfile.ZipFile) -> None:
    if sum(one.file_size for one in parts.infolist()) > MOST_BYTES:
        raise Refused(_too_large(f"The file unpacks to more than {MOST_BYTES // 1_000_000} MB"))
    if defines_words(parts):
        what = "This Excel file defines words of its own, which no export does."
        raise Refused(_problem(what, "Save it as CSV."))


def defines_words(parts: zipfile.ZipFile) -> bool:
    """Whether an Excel file has entities of its own, by which a few bytes could become very many."""
    for one in parts.infolist():
        if one.filename.endswith((".xml", ".rels")):
            with parts.open(one) as part:
                if b"<!DOCTYPE" in part.read(2_000):
                    return True
    return False


def _cell(value: object) -> str:
    """A cell as it is read: whole numbers without ".0", days as year-month-day."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _too_large(what: str) -> Problem:
    return _problem(f"{what}: no school has so many people.", "Export only parents and carers, or staff.")


def _problem(what: str, what_to_do: str) -> Problem:
    return Problem(where="the file", what=what, what_to_do=what_to_do)
