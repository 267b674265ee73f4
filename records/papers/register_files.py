"""The register as files: CSV for a spreadsheet, JSON for a program. Equal rows give equal bytes."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec
from msgspec.structs import astuple

from ...ground.values import as_table
from ...rules.cases.register_row import RegisterRow, RowFile
from ...rules.register.register_case import CaseRecord, Title
from ...rules.texts.plain_signs import plain_signs

SCHEMA = "letterladder-register-1"
"""Names the shape of the JSON, documented in docs/register.md.

Columns may be added under the same name of schema; a changed meaning gets a new one.
"""

BOM = b"\xef\xbb\xbf"
"""At the start of a CSV it tells Excel that the text is UTF-8."""

_ROWS_A_PART = 1000
_FORMULA_STARTS = frozenset("=+-@\t\r")


def to_csv(rows: Iterable[RegisterRow], *, bom: bool = False) -> bytes:
    """The rows as CSV (RFC 4180: UTF-8, CRLF), one column for each field of `RegisterRow`."""
    return b"".join(csv_parts(rows, bom=bom))


def csv_parts(rows: Iterable[RegisterRow], *, bom: bool = False) -> Iterator[bytes]:
    """The same in parts of some rows each, so that the whole need never be in memory."""
    columns = RegisterRow.__struct_fields__
    yield csv_bytes(columns, (), bom=bom)
    lines = ([one if isinstance(one, str) else _cell(one) for one in astuple(row)] for row in rows)
    while some := list(islice(lines, _ROWS_A_PART)):
        yield _lines(some)


def json_parts(title: Title, cases: Iterable[CaseRecord]) -> Iterator[bytes]:
    """The register as JSON, one case a part, so that the whole need never be in memory."""
    head = {
        "schema": SCHEMA,
        "school": title.school,
        "profile": str(title.profile),
        "scope": title.scope,
        "notice": title.words,
    }
    yield msgspec.json.format(msgspec.json.encode(head), indent=2)[:-2] + b',\n  "cases": ['
    for place, record in enumerate(cases):
        one = msgspec.json.encode({**as_table(record.head), "rows": record.rows})
        yield (b",\n" if place else b"\n") + msgspec.json.format(one, indent=2)
    yield b"\n  ]\n}\n"


def to_json(title: Title, cases: Iterable[CaseRecord]) -> bytes:
    """The register as JSON under the schema `SCHEMA`, indented, ending in a newline."""
    return b"".join(json_parts(title, cases))


def csv_bytes(header: Sequence[str], lines: Iterable[Sequence[str]], *, bom: bool = False) -> bytes:
    """A CSV file of plain cells; none of them can act as a formula in a spreadsheet."""
    return (BOM if bom else b"") + _lines([header], plain=True) + _lines(lines)


def _lines(lines: Iterable[Sequence[str]], *, plain: bool = False) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows(
        line if plain or _is_harmless(line) else [neutral(cell) for cell in line] for line in lines
    )
    return text.getvalue().encode(errors="replace")


def _is_harmless(line: Sequence[str]) -> bool:
    """Whether no cell of a line calls for an apostrophe, as in nearly all.

    It is looked at as a whole: a register has millions of cells. Nothing that is printed hides a sign.
    """
    whole = ",".join(line)
    return (
        whole.isprintable()
        and whole[:1] not in _FORMULA_STARTS
        and not (",=" in whole or ",+" in whole or ",-" in whole or ",@" in whole)
    )


def neutral(cell: str) -> str:
    """The cell as it looks, with a leading apostrophe where a spreadsheet would take it for a formula."""
    if not cell:
        return cell
    plain = plain_signs(cell)
    return f"'{plain}" if _FORMULA_STARTS & {cell[:1], plain[:1]} else plain


def _cell(value: int | tuple[RowFile, ...]) -> str:
    if isinstance(value, tuple):
        return "; ".join(f"{kept.name} {kept.sha256}" for kept in value)
    return str(value) if value else ""
