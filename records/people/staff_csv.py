"""The school's staff, in staff.csv beside people.csv.

One name per row, so that a report naming one of them is understood.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path

from ...ground.errors import Problem
from ...ground.plain_file import read_plain
from ...rules.people.people import StaffMember
from ...rules.people.register_columns import STAFF as COLUMNS
from .csv_text import csv_of, decoded

FILE = "staff.csv"
LONGEST_FIELD = 1000


def read_staff(path: Path) -> tuple[tuple[StaffMember, ...], tuple[Problem, ...]]:
    """The staff and what is wrong in the file; no file is not staff, and no fault.

    Only `name` must be there: "Mr Colin Lowell". `also_known_as` holds more names, separated by semicolons.
    """
    try:
        raw = read_plain(path)
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        what = f"The list of staff cannot be read ({error.strerror or error})."
        return (), (Problem(where=path.name, what=what, what_to_do="Check the file and its permissions."),)
    text, faults = decoded(raw, path.name)
    staff, said = _read_text(text, path.name)
    return staff, (*faults, *said)


def staff_of(
    rows: Iterable[tuple[int, Sequence[str]]], name: str
) -> tuple[tuple[StaffMember, ...], tuple[Problem, ...], bytes]:
    """The staff that rows in our columns make, what is wrong with them, and the file that says so.

    Args:
        rows: each with the line of the file it came from, which faults name.
        name: of that file.
    """
    kept = list(rows)
    content = csv_of(COLUMNS, (cells for _, cells in kept))
    staff, said = _read_text(content.decode(), name, (1, *(line for line, _ in kept)))
    return staff, said, content


def _read_text(
    text: str, name: str, lines: Sequence[int] = ()
) -> tuple[tuple[StaffMember, ...], tuple[Problem, ...]]:
    staff: list[StaffMember] = []
    said: list[Problem] = []
    for found in _rows(text, name, lines):
        (staff if isinstance(found, StaffMember) else said).append(found)  # type: ignore[arg-type]
    return tuple(staff), tuple(said)


def _rows(text: str, name: str, lines: Sequence[int]) -> Iterator[StaffMember | Problem]:
    reader = csv.DictReader(StringIO(text.replace("\x00", ""), newline=""), restkey="", restval="")
    try:
        reader.fieldnames = [column.strip().casefold() for column in reader.fieldnames or ()]
        if "name" not in reader.fieldnames:
            what = "The list of staff has no column 'name'."
            yield Problem(where=name, what=what, what_to_do=f"Its columns: {', '.join(COLUMNS)}.")
            return
        for row in reader:
            line = lines[reader.line_num - 1] if reader.line_num <= len(lines) else reader.line_num
            yield from _member(row, f"{name}, line {line}")
    except csv.Error as error:
        what = f"The file cannot be read beyond this point ({error})."
        yield Problem(
            where=f"{name}, line {reader.line_num}", what=what, what_to_do="Look for a stray quotation mark."
        )


def _member(row: dict[str, str], where: str) -> Iterator[StaffMember | Problem]:
    cells = {column: " ".join((row.get(column) or "").split()) for column in COLUMNS}
    if not any(cells.values()):
        return
    if any(len(cell) > LONGEST_FIELD for cell in cells.values()):
        what = f"A cell is longer than {LONGEST_FIELD} characters; the row was left out."
        yield Problem(where=where, what=what, what_to_do="Shorten it.")
    elif not cells["name"]:
        yield Problem(where=where, what="The row has no name; it was left out.", what_to_do="Add the name.")
    else:
        also = tuple(part.strip() for part in cells["also_known_as"].split(";") if part.strip())
        yield StaffMember(name=cells["name"], role=cells["role"], email=cells["email"], also=also)
