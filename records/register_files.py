"""The register as files: CSV for a spreadsheet, JSON for a program. Equal rows give equal bytes."""

import csv
import io
from collections.abc import Iterable, Sequence

import msgspec

from ..rules.register_row import RegisterRow, RowFile

SCHEMA = "letterladder-register-1"
"""Names the shape of the JSON: `{"schema": ..., "rows": [{column: value, ...}]}`, columns as in `RegisterRow`.

All values are texts but `seq` and `version` (whole numbers) and `attachments` (a list of `{"name", "sha256"}`).
Columns may be added under the same name of schema; a changed meaning gets a new one.
"""

BOM = b"\xef\xbb\xbf"
"""At the start of a CSV it tells Excel that the text is UTF-8."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(rows: Iterable[RegisterRow], *, bom: bool = False) -> bytes:
    """The rows as CSV (RFC 4180: UTF-8, CRLF), one column for each field of `RegisterRow`."""
    columns = RegisterRow.__struct_fields__
    return csv_bytes(columns, ([_cell(getattr(row, column)) for column in columns] for row in rows), bom=bom)


def to_json(rows: Iterable[RegisterRow]) -> bytes:
    """The rows as JSON under the schema `SCHEMA`, indented, ending in a newline."""
    whole = msgspec.json.encode({"schema": SCHEMA, "rows": list(rows)})
    return msgspec.json.format(whole, indent=2) + b"\n"


def csv_bytes(header: Sequence[str], lines: Iterable[Sequence[str]], *, bom: bool = False) -> bytes:
    """A CSV file of plain cells; none of them can act as a formula in a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([neutral(cell) for cell in line] for line in lines)
    return (BOM if bom else b"") + text.getvalue().encode(errors="replace")


def neutral(cell: str) -> str:
    """The cell with a leading apostrophe where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def _cell(value: str | int | tuple[RowFile, ...]) -> str:
    if isinstance(value, tuple):
        return "; ".join(f"{kept.name} {kept.sha256}" for kept in value)
    return "" if value == 0 else str(value)
