"""The register in one file, in the format that is asked for."""

from collections.abc import Iterator
from pathlib import Path

from ...rules.register.register_case import CaseRecord, Title
from ...rules.words import Format
from .register_files import csv_parts, json_parts
from .register_html import to_html
from .register_pdf import to_pdf
from .register_xlsx import write_xlsx


def write_register(
    path: Path, title: Title, records: Iterator[CaseRecord], format_: Format, *, bom: bool
) -> None:
    """Write the register of these cases; a bundle is written elsewhere (bundle.py)."""
    match format_:
        case Format.XLSX:
            write_xlsx(path, title, records)
        case Format.PDF:
            path.write_bytes(to_pdf(title, records))
        case Format.HTML:
            path.write_bytes(to_html(title, records))
        case Format.JSON:
            _write_parts(path, json_parts(title, records))
        case _:
            rows = (row for record in records for row in record.rows)
            _write_parts(path, csv_parts(rows, bom=bom))


def _write_parts(path: Path, parts: Iterator[bytes]) -> None:
    with path.open("wb") as file:
        for part in parts:
            file.write(part)
