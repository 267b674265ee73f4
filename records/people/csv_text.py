"""A CSV file of a school as text: UTF-8 with or without a byte-order mark, else Windows-1252, which is said."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from ...ground.errors import Problem


def decoded(raw: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, and what is to be said of its encoding; `name` is the file's."""
    try:
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        fault = Problem(
            where=name,
            what="The file is not UTF-8; it was read as Windows-1252, so look at names with accents.",
            what_to_do='Export it as "CSV UTF-8".',
        )
        return raw.decode("cp1252", errors="replace"), (fault,)


def csv_of(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of cells as a CSV file with these headings, UTF-8."""
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows([columns, *rows])
    return text.getvalue().encode(errors="replace")
