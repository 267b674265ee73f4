"""The register as an Excel workbook: four sheets, typed days, filters; written row by row in bounded memory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ...ground.disk import in_plain_words
from ...rules.cases.register_row import RegisterRow
from ...rules.register.register_case import CaseRecord, Title
from ...rules.register.register_tables import DATES, TABLES, Cell, Table, cells, heading

MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Serves as the workbook's date of making, so that equal registers give equal bytes."""

LONGEST_CELL = 32_767
"""Characters that Excel takes in one cell."""

TOO_LONG = " … (shortened: see the JSON)"

WIDTHS = {
    **dict.fromkeys(("summary",), 60),
    **dict.fromkeys(("reason", "answer_rule", "attachments"), 45),
    **dict.fromkeys(("hash", "template_sha256"), 24),
    **dict.fromkeys((*DATES, "ref", "letter", "direction", "channel", "method", "outcome"), 12),
    **dict.fromkeys(("seq", "version"), 8),
}
"""Columns wider or narrower than the usual, in characters."""

_USUAL_WIDTH = 16
_A3, _SHEETS_ACROSS = 8, 3
_LINE, _TALLEST = 15.0, 400.0


@dataclass(slots=True, kw_only=True)
class _Sheet:
    table: Table
    sheet: Worksheet
    row: int = 1
    styles: dict[str, Format] = field(default_factory=dict)


def write_xlsx(path: Path, title: Title, cases: Iterable[CaseRecord]) -> int:
    """Write the workbook to `path` and return the number of rows of the register; cases are taken one by one."""
    options = {"constant_memory": True, "default_date_format": "dd/mm/yyyy", "strings_to_urls": False}
    book = Workbook(str(path), {**options, "strings_to_formulas": False, "strings_to_numbers": False})
    book.set_properties({"title": f"Register, {title.school}", "comments": title.words, "created": MADE})
    sheets = [_new_sheet(book, table) for table in TABLES]
    for record in cases:
        for row in record.rows:
            for sheet in sheets:
                if sheet.table.takes(row):
                    _write(sheet, row)
    for sheet in sheets:
        sheet.sheet.autofilter(0, 0, max(sheet.row - 1, 1), len(sheet.table.columns) - 1)
    _about(book, title)
    close_book(book, path)
    return sheets[0].row - 1


def close_book(book: Workbook, path: Path) -> None:
    """Write the workbook out to `path`; its makers wrap what the disk says in an error of their own.

    Raises:
        WorldFailed: the disk is full or broken.
    """
    with in_plain_words(path):
        try:
            book.close()
        except FileCreateError as error:
            raise next(
                (one for one in error.args if isinstance(one, OSError)), OSError(str(error))
            ) from error


def _new_sheet(book: Workbook, table: Table) -> _Sheet:
    sheet = book.add_worksheet(table.name)
    styles = {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "day": book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"}),
    }
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, WIDTHS.get(column, _USUAL_WIDTH))
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.fit_to_pages(_SHEETS_ACROSS if table.kinds == frozenset() else 1, 0)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0, 1)
    sheet.set_footer("&L&A&RPage &P of &N")
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, heading(column), styles["head"])
    return _Sheet(table=table, sheet=sheet, styles=styles)


def _write(sheet: _Sheet, row: RegisterRow) -> None:
    values = list(cells(row, sheet.table.columns))
    sheet.sheet.set_row(sheet.row, _height(sheet.table.columns, values))
    for place, value in enumerate(values):
        _write_cell(sheet, place, value)
    # The library remembers the height of every row for ever; those above are on disk by now.
    sheet.sheet.row_info.pop(sheet.row - 1, None)
    sheet.sheet.row_sizes.pop(sheet.row - 1, None)
    sheet.row += 1


def _height(columns: Sequence[str], values: Sequence[Cell]) -> float:
    """Points for the wrapped text of a row; not every program finds the height by itself."""
    lines = 1
    for column, value in zip(columns, values, strict=True):
        if isinstance(value, str):
            width = WIDTHS.get(column, _USUAL_WIDTH) - 1
            lines = max(lines, sum(-(-len(part) // width) or 1 for part in value.split("\n")))
    return min(_LINE * lines, _TALLEST)


def _write_cell(sheet: _Sheet, place: int, value: Cell) -> None:
    if value is None:
        return
    if isinstance(value, date):
        midnight = datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a day of a sheet has no zone
        sheet.sheet.write_datetime(sheet.row, place, midnight, sheet.styles["day"])
    elif isinstance(value, int):
        sheet.sheet.write_number(sheet.row, place, value, sheet.styles["text"])
    else:
        sheet.sheet.write_string(sheet.row, place, fitting(value), sheet.styles["text"])


def fitting(text: str) -> str:
    """The text as one cell can hold it: no control characters, and not longer than Excel takes."""
    seen = text
    if not text.isprintable():
        seen = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text)
    return seen if len(seen) <= LONGEST_CELL else seen[: LONGEST_CELL - len(TOO_LONG)] + TOO_LONG


def _about(book: Workbook, title: Title) -> None:
    """The last sheet says what the workbook is."""
    sheet = book.add_worksheet("About")
    sheet.set_column(0, 0, 100, book.add_format({"text_wrap": True}))
    lines = (
        f"Register of correspondence, {title.school}",
        title.words,
        f"Contents: {title.scope}.",
        "Each row names the case, the entry and the SHA-256 of the line in that case's log it was made from.",
        "Days are days in England; times are English wall-clock times with their offset from UTC.",
    )
    for place, line in enumerate(lines):
        sheet.write_string(place, 0, line)
